using System;

namespace Wippy.Compiler.Entries;

/// <summary>Id of an entry: <c>namespace:name</c> (spec/temporal.md section 1).</summary>
/// <param name="Namespace">Before the first colon.</param>
/// <param name="Name">After it; may contain dots and colons.</param>
public readonly record struct EntryId(string Namespace, string Name) : IComparable<EntryId>
{
    /// <summary>Splits at the first colon; without one, the namespace is <paramref name="defaultNamespace"/>.</summary>
    public static EntryId Parse(string text, string defaultNamespace)
    {
        var colon = text.IndexOf(':');
        return colon < 0 ? new EntryId(defaultNamespace, text) : new EntryId(text.Substring(0, colon), text.Substring(colon + 1));
    }

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator <(EntryId left, EntryId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator <=(EntryId left, EntryId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator >(EntryId left, EntryId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator >=(EntryId left, EntryId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(EntryId other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Namespace}:{Name}";
}
