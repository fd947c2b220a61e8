using System;
using System.Collections.Generic;
using Temporalio.Api.Enums.V1;
using Temporalio.Workflows;

namespace Temporalio.Common;

/// <summary>Name and type of a search attribute.</summary>
public class SearchAttributeKey : IComparable<SearchAttributeKey>
{
    private protected SearchAttributeKey(string name, IndexedValueType valueType)
    {
        Name = name;
        ValueType = valueType;
    }

    /// <summary>Name.</summary>
    public string Name { get; private init; }

    /// <summary>Type.</summary>
    public IndexedValueType ValueType { get; private init; }

    /// <summary>Same name and type.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">Another key.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(SearchAttributeKey? left, SearchAttributeKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Other name or type.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">Another key.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(SearchAttributeKey? left, SearchAttributeKey? right) => !(left == right);

    /// <summary>Comes before.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">Another key.</param>
    /// <returns>Whether left comes before right.</returns>
    public static bool operator <(SearchAttributeKey? left, SearchAttributeKey? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Comes before or is equal.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">Another key.</param>
    /// <returns>Whether left does not come after right.</returns>
    public static bool operator <=(SearchAttributeKey? left, SearchAttributeKey? right) => left is null || left.CompareTo(right) <= 0;

    /// <summary>Comes after.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">Another key.</param>
    /// <returns>Whether left comes after right.</returns>
    public static bool operator >(SearchAttributeKey? left, SearchAttributeKey? right) => left is not null && left.CompareTo(right) > 0;

    /// <summary>Comes after or is equal.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">Another key.</param>
    /// <returns>Whether left does not come before right.</returns>
    public static bool operator >=(SearchAttributeKey? left, SearchAttributeKey? right) => left is null ? right is null : left.CompareTo(right) >= 0;

    /// <summary>Key of a bool.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<bool> CreateBool(string name) => new(name, IndexedValueType.Bool);

    /// <summary>Key of a point in time.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<DateTimeOffset> CreateDateTimeOffset(string name) => new(name, IndexedValueType.Datetime);

    /// <summary>Key of a double.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<double> CreateDouble(string name) => new(name, IndexedValueType.Double);

    /// <summary>Key of a string that is matched as a whole.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<string> CreateKeyword(string name) => new(name, IndexedValueType.Keyword);

    /// <summary>Key of several strings that are matched as wholes.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<IReadOnlyCollection<string>> CreateKeywordList(string name) => new(name, IndexedValueType.KeywordList);

    /// <summary>Key of an integer.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<long> CreateLong(string name) => new(name, IndexedValueType.Int);

    /// <summary>Key of a string that is matched by its words.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The key.</returns>
    public static SearchAttributeKey<string> CreateText(string name) => new(name, IndexedValueType.Text);

    /// <summary>Orders by name, then by type.</summary>
    /// <param name="other">Another key.</param>
    /// <returns>As usual for comparisons.</returns>
    public int CompareTo(SearchAttributeKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byName = string.CompareOrdinal(Name, other.Name);
        return byName != 0 ? byName : ValueType.CompareTo(other.ValueType);
    }

    /// <summary>Same name and type.</summary>
    /// <param name="other">Another key.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SearchAttributeKey? other) => other is not null && Name == other.Name && ValueType == other.ValueType;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SearchAttributeKey);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, ValueType);

    /// <summary>Creates the typed key for a type of the API.</summary>
    /// <param name="name">Name.</param>
    /// <param name="valueType">Type.</param>
    /// <returns>The key, null for an unknown type.</returns>
    internal static SearchAttributeKey? Create(string name, IndexedValueType valueType) => valueType switch
    {
        IndexedValueType.Bool => CreateBool(name),
        IndexedValueType.Datetime => CreateDateTimeOffset(name),
        IndexedValueType.Double => CreateDouble(name),
        IndexedValueType.Int => CreateLong(name),
        IndexedValueType.Keyword => CreateKeyword(name),
        IndexedValueType.KeywordList => CreateKeywordList(name),
        IndexedValueType.Text => CreateText(name),
        _ => null,
    };
}

/// <summary>Name and type of a search attribute.</summary>
/// <typeparam name="T">.NET type of the value.</typeparam>
public class SearchAttributeKey<T> : SearchAttributeKey
    where T : notnull
{
    internal SearchAttributeKey(string name, IndexedValueType valueType)
        : base(name, valueType)
    {
    }

    /// <summary>An update that sets the attribute.</summary>
    /// <param name="value">Value.</param>
    /// <returns>The update.</returns>
    public SearchAttributeUpdate<T> ValueSet(T value) => SearchAttributeUpdate.ValueSet(this, value);

    /// <summary>An update that removes the attribute.</summary>
    /// <returns>The update.</returns>
    public SearchAttributeUpdate<T> ValueUnset() => SearchAttributeUpdate.ValueUnset(this);
}
