using System;
using System.Collections.Generic;

namespace Temporalio.Runtime;

/// <summary>
/// Export of metrics to an OpenTelemetry collector. The in-process engine has no exporter: a <see cref="TemporalRuntime"/> with these options is refused.
/// </summary>
public class OpenTelemetryOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="OpenTelemetryOptions"/> class.</summary>
    public OpenTelemetryOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="OpenTelemetryOptions"/> class.</summary>
    /// <param name="url">The address of the collector.</param>
    public OpenTelemetryOptions(string url)
        : this(new Uri(url))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="OpenTelemetryOptions"/> class.</summary>
    /// <param name="url">The address of the collector.</param>
    public OpenTelemetryOptions(Uri url) => Url = url;

    /// <summary>Gets or sets the headers of each export.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? Headers { get; set; }

    /// <summary>Gets or sets upper bounds of buckets by the name of the histogram.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<double>>? HistogramBucketOverrides { get; set; }

    /// <summary>Gets or sets what exported values count from.</summary>
    public OpenTelemetryMetricTemporality MetricTemporality { get; set; }

    /// <summary>Gets or sets the time between exports.</summary>
    public TimeSpan? MetricsExportInterval { get; set; }

    /// <summary>Gets or sets the protocol.</summary>
    public OpenTelemetryProtocol Protocol { get; set; }

    /// <summary>Gets or sets the address of the collector.</summary>
    public Uri? Url { get; set; }

    /// <summary>Gets or sets a value indicating whether durations are in seconds and not in milliseconds.</summary>
    public bool UseSecondsForDuration { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
