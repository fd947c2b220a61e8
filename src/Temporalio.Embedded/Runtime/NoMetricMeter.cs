using System.Collections.Generic;
using Temporalio.Common;

namespace Temporalio.Runtime;

/// <summary>Meter of a runtime without metrics: values go nowhere.</summary>
internal sealed class NoMetricMeter : MetricMeter
{
    /// <summary>The one instance needed.</summary>
    internal static readonly NoMetricMeter Instance = new();

    private NoMetricMeter()
    {
    }

    /// <inheritdoc />
    public override MetricCounter<T> CreateCounter<T>(string name, string? unit = null, string? description = null) =>
        new Counter<T>(name, unit, description);

    /// <inheritdoc />
    public override MetricGauge<T> CreateGauge<T>(string name, string? unit = null, string? description = null) => new Gauge<T>(name, unit, description);

    /// <inheritdoc />
    public override MetricHistogram<T> CreateHistogram<T>(string name, string? unit = null, string? description = null) =>
        new Histogram<T>(name, unit, description);

    /// <inheritdoc />
    public override MetricMeter WithTags(IEnumerable<KeyValuePair<string, object>> tags) => this;

    private sealed class Counter<T>(string name, string? unit, string? description) : MetricCounter<T>(name, unit, description)
        where T : struct
    {
        public override void Add(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null)
        {
        }

        public override MetricCounter<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags) => this;
    }

    private sealed class Gauge<T>(string name, string? unit, string? description) : MetricGauge<T>(name, unit, description)
        where T : struct
    {
        public override void Set(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null)
        {
        }

        public override MetricGauge<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags) => this;
    }

    private sealed class Histogram<T>(string name, string? unit, string? description) : MetricHistogram<T>(name, unit, description)
        where T : struct
    {
        public override void Record(T value, IEnumerable<KeyValuePair<string, object>>? extraTags = null)
        {
        }

        public override MetricHistogram<T> WithTags(IEnumerable<KeyValuePair<string, object>> tags) => this;
    }
}
