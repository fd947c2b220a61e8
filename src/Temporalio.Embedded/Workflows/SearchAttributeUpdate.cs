using System;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>A change of one search attribute.</summary>
public abstract class SearchAttributeUpdate
{
    private protected SearchAttributeUpdate(bool hasValue) => HasValue = hasValue;

    /// <summary>Whether the attribute is set rather than removed.</summary>
    public bool HasValue { get; private init; }

    /// <summary>The key.</summary>
    public abstract SearchAttributeKey UntypedKey { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The attribute is removed.</exception>
    public abstract object UntypedValue { get; }

    /// <summary>An update that sets an attribute.</summary>
    /// <typeparam name="T">.NET type of the value.</typeparam>
    /// <param name="key">Key.</param>
    /// <param name="value">Value.</param>
    /// <returns>The update.</returns>
    public static SearchAttributeUpdate<T> ValueSet<T>(SearchAttributeKey<T> key, T value)
        where T : notnull => new(key, value, true);

    /// <summary>An update that removes an attribute.</summary>
    /// <typeparam name="T">.NET type of the value.</typeparam>
    /// <param name="key">Key.</param>
    /// <returns>The update.</returns>
    public static SearchAttributeUpdate<T> ValueUnset<T>(SearchAttributeKey<T> key)
        where T : notnull => new(key, default!, false);
}

/// <summary>A change of one search attribute.</summary>
/// <typeparam name="T">.NET type of the value.</typeparam>
public class SearchAttributeUpdate<T> : SearchAttributeUpdate
    where T : notnull
{
    private readonly T value;

    internal SearchAttributeUpdate(SearchAttributeKey<T> key, T value, bool hasValue)
        : base(hasValue)
    {
        Key = key;
        this.value = value;
    }

    /// <summary>The key.</summary>
    public SearchAttributeKey<T> Key { get; private init; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The attribute is removed.</exception>
    public T Value => HasValue ? value : throw new InvalidOperationException("The search attribute is unset, it has no value");

    /// <inheritdoc />
    public override SearchAttributeKey UntypedKey => Key;

    /// <inheritdoc />
    public override object UntypedValue => Value;
}
