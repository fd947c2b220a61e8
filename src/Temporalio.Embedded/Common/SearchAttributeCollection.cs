using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.Common.V1;

namespace Temporalio.Common;

/// <summary>Search attributes with their values; does not change.</summary>
public class SearchAttributeCollection : IReadOnlyCollection<SearchAttributeKey>
{
    /// <summary>No search attributes.</summary>
    public static readonly SearchAttributeCollection Empty = new([]);

    private readonly SortedDictionary<SearchAttributeKey, object> values;

    private SearchAttributeCollection(SortedDictionary<SearchAttributeKey, object> values) => this.values = values;

    /// <summary>Number of attributes.</summary>
    public int Count => values.Count;

    /// <summary>Values by key, in the order of the keys.</summary>
    public IReadOnlyDictionary<SearchAttributeKey, object> UntypedValues => values;

    /// <summary>Converts from the API form. Attributes without a known type are left out.</summary>
    /// <param name="searchAttributes">API form.</param>
    /// <returns>The attributes.</returns>
    public static SearchAttributeCollection FromProto(SearchAttributes searchAttributes)
    {
        var values = new SortedDictionary<SearchAttributeKey, object>();
        foreach (var (name, payload) in searchAttributes.IndexedFields)
        {
            if (SearchAttributePayload.TryDecode(name, payload, out var key, out var value))
            {
                values[key] = value;
            }
        }

        return values.Count == 0 ? Empty : new(values);
    }

    /// <summary>Whether there is an attribute of this name.</summary>
    /// <param name="key">Name.</param>
    /// <returns>True if there is.</returns>
    public bool ContainsKey(string key) => values.Keys.Any(k => k.Name == key);

    /// <summary>Whether there is an attribute of this name and type.</summary>
    /// <typeparam name="T">.NET type of the value.</typeparam>
    /// <param name="key">Key.</param>
    /// <returns>True if there is.</returns>
    public bool ContainsKey<T>(SearchAttributeKey<T> key)
        where T : notnull => values.ContainsKey(key);

    /// <summary>Gets a value.</summary>
    /// <typeparam name="T">.NET type of the value.</typeparam>
    /// <param name="key">Key.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is no such attribute.</exception>
    public T Get<T>(SearchAttributeKey<T> key)
        where T : notnull => (T)values[key];

    /// <summary>Gets a value if there is one.</summary>
    /// <typeparam name="T">.NET type of the value.</typeparam>
    /// <param name="key">Key.</param>
    /// <param name="value">The value, default if there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue<T>(SearchAttributeKey<T> key, out T value)
        where T : notnull
    {
        var found = values.TryGetValue(key, out var untyped);
        value = found ? (T)untyped! : default!;
        return found;
    }

    /// <summary>Converts to the API form.</summary>
    /// <returns>API form.</returns>
    public SearchAttributes ToProto()
    {
        var proto = new SearchAttributes();
        foreach (var (key, value) in values)
        {
            proto.IndexedFields[key.Name] = SearchAttributePayload.Encode(key, value);
        }

        return proto;
    }

    /// <summary>Enumerates the keys in their order.</summary>
    /// <returns>Enumerator.</returns>
    public IEnumerator<SearchAttributeKey> GetEnumerator() => values.Keys.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes collections.</summary>
    public class Builder
    {
        private readonly SortedDictionary<SearchAttributeKey, object> values;

        /// <summary>Starts without attributes.</summary>
        public Builder() => values = [];

        /// <summary>Starts with the attributes of a collection.</summary>
        /// <param name="searchAttributes">The collection.</param>
        public Builder(SearchAttributeCollection searchAttributes) => values = new(searchAttributes.values);

        /// <summary>Sets an attribute, in place of any other of that name.</summary>
        /// <typeparam name="T">.NET type of the value.</typeparam>
        /// <param name="key">Key.</param>
        /// <param name="value">Value.</param>
        /// <returns>This builder.</returns>
        public Builder Set<T>(SearchAttributeKey<T> key, T value)
            where T : notnull => SetUntyped(key, value);

        /// <summary>Sets all attributes of a collection.</summary>
        /// <param name="searchAttributes">The collection.</param>
        /// <returns>This builder.</returns>
        public Builder Set(SearchAttributeCollection searchAttributes)
        {
            foreach (var (key, value) in searchAttributes.values)
            {
                _ = SetUntyped(key, value);
            }

            return this;
        }

        /// <summary>Removes an attribute.</summary>
        /// <param name="key">Key.</param>
        /// <returns>This builder.</returns>
        public Builder Unset(SearchAttributeKey key)
        {
            _ = values.Remove(key);
            return this;
        }

        /// <summary>Removes an attribute.</summary>
        /// <param name="name">Name.</param>
        /// <returns>This builder.</returns>
        public Builder Unset(string name)
        {
            foreach (var key in values.Keys.Where(k => k.Name == name).ToList())
            {
                _ = values.Remove(key);
            }

            return this;
        }

        /// <summary>Makes the collection.</summary>
        /// <returns>The collection; later changes of the builder do not change it.</returns>
        public SearchAttributeCollection ToSearchAttributeCollection() => values.Count == 0 ? Empty : new(new(values));

        /// <summary>Sets an attribute, in place of any other of that name.</summary>
        /// <param name="key">Key.</param>
        /// <param name="value">Value of the type the key says.</param>
        /// <returns>This builder.</returns>
        internal Builder SetUntyped(SearchAttributeKey key, object value)
        {
            _ = Unset(key.Name);
            values[key] = value;
            return this;
        }
    }
}
