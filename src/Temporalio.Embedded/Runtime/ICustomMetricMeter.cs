using System.Collections.Generic;

namespace Temporalio.Runtime;

/// <summary>Creates metrics outside. Must be safe for use by several threads.</summary>
public interface ICustomMetricMeter
{
    /// <summary>Creates a counter.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, if any.</param>
    /// <param name="description">Description, if any.</param>
    /// <returns>The counter.</returns>
    ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
        where T : struct;

    /// <summary>Creates a histogram.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, if any.</param>
    /// <param name="description">Description, if any.</param>
    /// <returns>The histogram.</returns>
    ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
        where T : struct;

    /// <summary>Creates a gauge.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, if any.</param>
    /// <param name="description">Description, if any.</param>
    /// <returns>The gauge.</returns>
    ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
        where T : struct;

    /// <summary>Creates a set of tags.</summary>
    /// <param name="appendFrom">Set to start from, if any.</param>
    /// <param name="tags">Tags to add.</param>
    /// <returns>The set.</returns>
    object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags);
}
