using System;
using Temporalio.Common;
using DurationFormat = Temporalio.Runtime.CustomMetricMeterOptions.DurationFormat;

namespace Temporalio.Runtime;

/// <summary>What clients and workers of a process share: telemetry.</summary>
public sealed class TemporalRuntime
{
    private const string DefaultMetricPrefix = "temporal_";
    private static readonly Lazy<TemporalRuntime> LazyDefault = new(() => new(new()));

    /// <summary>Creates the runtime.</summary>
    /// <param name="options">Options; copied.</param>
    /// <exception cref="ArgumentException">There are several ways for metrics, or none, or one without an address.</exception>
    /// <exception cref="NotSupportedException">Metrics are to be exported by OpenTelemetry.</exception>
    /// <exception cref="InvalidOperationException">The address for Prometheus cannot be used.</exception>
    public TemporalRuntime(TemporalRuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var metrics = ((TemporalRuntimeOptions)options.Clone()).Telemetry.Metrics;
        MetricPrefix = metrics?.MetricPrefix ?? DefaultMetricPrefix;
        MetricMeter = metrics is null ? NoMetricMeter.Instance : Meter(metrics);
    }

    /// <summary>The runtime used where none is given: default options.</summary>
    public static TemporalRuntime Default => LazyDefault.Value;

    /// <summary>Meter of the process.</summary>
    public MetricMeter MetricMeter { get; private init; }

    /// <summary>What names of the metrics of workers begin with.</summary>
    internal string MetricPrefix { get; }

    /// <summary>The server for Prometheus, or null. It lives as long as the process.</summary>
    internal PrometheusServer? Prometheus { get; private set; }

    private ForwardingMetricMeter Meter(MetricsOptions metrics)
    {
        switch (metrics)
        {
            case { CustomMetricMeter: { } custom, Prometheus: null, OpenTelemetry: null }:
                return new ForwardingMetricMeter(custom, metrics, metrics.CustomMetricMeterOptions?.HistogramDurationFormat ?? DurationFormat.IntegerMilliseconds);
            case { CustomMetricMeter: null, Prometheus: { } prometheus, OpenTelemetry: null }:
                var meter = new PrometheusMeter(prometheus);
                Prometheus = PrometheusServer.Start(prometheus.BindAddress ?? throw new ArgumentException("Missing BindAddress of the Prometheus options"), meter);
                return new ForwardingMetricMeter(meter, metrics, prometheus.UseSecondsForDuration ? DurationFormat.FloatSeconds : DurationFormat.IntegerMilliseconds);
            case { CustomMetricMeter: null, Prometheus: null, OpenTelemetry: not null }:
                throw new NotSupportedException(
                    "The in-process engine does not export metrics by OpenTelemetry: use MetricsOptions.Prometheus, or MetricsOptions.CustomMetricMeter with a meter of System.Diagnostics.Metrics");
            case { CustomMetricMeter: null, Prometheus: null, OpenTelemetry: null }:
                throw new ArgumentException("Metrics options must have either Prometheus, OpenTelemetry or a custom metric meter");
            default:
                throw new ArgumentException("Metrics options cannot have more than one of Prometheus, OpenTelemetry and a custom metric meter");
        }
    }
}
