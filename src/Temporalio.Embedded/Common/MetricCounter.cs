using System.Collections.Generic;

namespace Temporalio.Common;

/// <summary>A metric that adds up.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public abstract class MetricCounter<T> : Metric<T>
    where T : struct
{
    /// <summary>Creates the counter.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, if any.</param>
    /// <param name="description">Description, if any.</param>
    protected MetricCounter(string name, string? unit = null, string? description = null)
        : base(name, unit, description)
    {
    }

    /// <summary>Adds a value.</summary>
    /// <param name="value">Value, not negative.</param>
    /// <param name="extraTags">Tags for this value alone.</param>
    public abstract void Add(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null);

    /// <summary>Gets the counter with more tags.</summary>
    /// <param name="tags">Tags to add.</param>
    /// <returns>The counter.</returns>
    public abstract MetricCounter<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags);
}
