using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Temporalio.Worker;

/// <summary>Handlers by name. Changes are checked and announced.</summary>
/// <typeparam name="T">The kind of handler.</typeparam>
/// <param name="initial">The handlers of the class.</param>
/// <param name="nameOf">The name in a definition.</param>
/// <param name="check">Called before a change; throws if none is allowed.</param>
/// <param name="added">Called after a handler is set.</param>
internal sealed class HandlerDictionary<T>(IReadOnlyDictionary<string, T> initial, Func<T, string?> nameOf, Action check, Action<string>? added) : IDictionary<string, T>
{
    private readonly SortedDictionary<string, T> handlers = new(initial.ToDictionary(h => h.Key, h => h.Value), StringComparer.Ordinal);

    /// <inheritdoc/>
    public ICollection<string> Keys => handlers.Keys;

    /// <inheritdoc/>
    public ICollection<T> Values => handlers.Values;

    /// <inheritdoc/>
    public int Count => handlers.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public T this[string key]
    {
        get => handlers[key];
        set
        {
            Check(key, value);
            handlers[key] = value;
            added?.Invoke(key);
        }
    }

    /// <inheritdoc/>
    public void Add(string key, T value)
    {
        Check(key, value);
        handlers.Add(key, value);
        added?.Invoke(key);
    }

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public void Clear()
    {
        check();
        handlers.Clear();
    }

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, T> item) => handlers.Contains(item);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => handlers.ContainsKey(key);

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => handlers.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => handlers.GetEnumerator();

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        check();
        return handlers.Remove(key);
    }

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, T> item) => Contains(item) && Remove(item.Key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => handlers.TryGetValue(key, out value);

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Check(string key, T value)
    {
        check();
        if (!string.Equals(nameOf(value), key, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The handler is named {nameOf(value) ?? "(dynamic)"}, not {key}");
        }
    }
}
