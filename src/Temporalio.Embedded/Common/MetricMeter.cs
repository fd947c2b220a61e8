using System.Collections.Generic;

namespace Temporalio.Common;

/// <summary>Creates metrics.</summary>
public abstract class MetricMeter
{
    /// <summary>Creates a counter.</summary>
    /// <typeparam name="T">Type of the values: an integer type.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, if any.</param>
    /// <param name="description">Description, if any.</param>
    /// <returns>The counter.</returns>
    public abstract MetricCounter<T> CreateCounter<T>(string name, string? unit = null, string? description = null)
        where T : struct;

    /// <summary>Creates a gauge.</summary>
    /// <typeparam name="T">Type of the values: a numeric type.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, if any.</param>
    /// <param name="description">Description, if any.</param>
    /// <returns>The gauge.</returns>
    public abstract MetricGauge<T> CreateGauge<T>(string name, string? unit = null, string? description = null)
        where T : struct;

    /// <summary>Creates a histogram.</summary>
    /// <typeparam name="T">Type of the values: a numeric type or a time span.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, if any.</param>
    /// <param name="description">Description, if any.</param>
    /// <returns>The histogram.</returns>
    public abstract MetricHistogram<T> CreateHistogram<T>(string name, string? unit = null, string? description = null)
        where T : struct;

    /// <summary>Gets the meter with more tags.</summary>
    /// <param name="tags">Tags to add.</param>
    /// <returns>The meter.</returns>
    public abstract MetricMeter WithTags(IEnumerable<KeyValuePair<string, object>> tags);
}
