using System;
using Temporalio.Common;

namespace Temporalio.Runtime;

/// <summary>What clients and workers of a process share: telemetry.</summary>
public sealed class TemporalRuntime
{
    private static readonly Lazy<TemporalRuntime> LazyDefault = new(() => new(new()));

    /// <summary>Creates the runtime.</summary>
    /// <param name="options">Options; copied.</param>
    public TemporalRuntime(TemporalRuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var metrics = ((TemporalRuntimeOptions)options.Clone()).Telemetry.Metrics;
        MetricMeter = metrics?.CustomMetricMeter is { } meter
            ? new ForwardingMetricMeter(meter, metrics)
            : NoMetricMeter.Instance;
    }

    /// <summary>The runtime used where none is given: default options.</summary>
    public static TemporalRuntime Default => LazyDefault.Value;

    /// <summary>Meter of the process.</summary>
    public MetricMeter MetricMeter { get; private init; }
}
