using System;
using System.Collections.Generic;

namespace Temporalio.Runtime;

/// <summary>Metrics of a <see cref="TemporalRuntime" />.</summary>
public class MetricsOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="MetricsOptions"/> class.</summary>
    public MetricsOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MetricsOptions"/> class.</summary>
    /// <param name="prometheus">Where Prometheus gets them.</param>
    public MetricsOptions(PrometheusOptions prometheus) => Prometheus = prometheus;

    /// <summary>Initializes a new instance of the <see cref="MetricsOptions"/> class.</summary>
    /// <param name="openTelemetry">Where they are exported to.</param>
    public MetricsOptions(OpenTelemetryOptions openTelemetry) => OpenTelemetry = openTelemetry;

    /// <summary>Whether every metric has a tag with the name of the service. Default true.</summary>
    public bool AttachServiceName { get; set; } = true;

    /// <summary>The meter of the application that metrics go to; excludes the other ways.</summary>
    public ICustomMetricMeter? CustomMetricMeter { get; set; }

    /// <summary>Options of <see cref="CustomMetricMeter" />.</summary>
    public CustomMetricMeterOptions? CustomMetricMeterOptions { get; set; }

    /// <summary>Tags of every metric.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? GlobalTags { get; set; }

    /// <summary>What names of the metrics of workers begin with. Default "temporal_".</summary>
    public string? MetricPrefix { get; set; }

    /// <summary>Where metrics are exported to; excludes the other ways. The in-process engine has no exporter, see <see cref="OpenTelemetryOptions"/>.</summary>
    public OpenTelemetryOptions? OpenTelemetry { get; set; }

    /// <summary>Where Prometheus gets the metrics; excludes the other ways.</summary>
    public PrometheusOptions? Prometheus { get; set; }

    /// <summary>Copies the options with their parts.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (MetricsOptions)MemberwiseClone();
        copy.CustomMetricMeterOptions = (CustomMetricMeterOptions?)CustomMetricMeterOptions?.Clone();
        copy.OpenTelemetry = (OpenTelemetryOptions?)OpenTelemetry?.Clone();
        copy.Prometheus = (PrometheusOptions?)Prometheus?.Clone();
        return copy;
    }
}
