using System;

namespace Temporalio.Workflows;

/// <summary>A change of one memo key.</summary>
public class MemoUpdate
{
    private readonly object? value;

    private MemoUpdate(string key, object? value)
    {
        UntypedKey = key;
        this.value = value;
    }

    /// <summary>Gets a value indicating whether the key is set; otherwise it is removed.</summary>
    public bool HasValue => value is not null;

    /// <summary>Gets the key.</summary>
    public string UntypedKey { get; }

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The key is removed.</exception>
    public object UntypedValue => value ?? throw new InvalidOperationException("No value");

    /// <summary>Sets a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>The change.</returns>
    public static MemoUpdate ValueSet(string key, object value) => new(key, value);

    /// <summary>Removes a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The change.</returns>
    public static MemoUpdate ValueUnset(string key) => new(key, null);
}
