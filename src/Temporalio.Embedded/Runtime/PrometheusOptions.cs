using System;
using System.Collections.Generic;

namespace Temporalio.Runtime;

/// <summary>Metrics for Prometheus, served at /metrics.</summary>
public class PrometheusOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="PrometheusOptions"/> class.</summary>
    public PrometheusOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="PrometheusOptions"/> class.</summary>
    /// <param name="bindAddress">The address to listen on, as "127.0.0.1:9000".</param>
    public PrometheusOptions(string bindAddress) => BindAddress = bindAddress;

    /// <summary>Gets or sets the address to listen on, as "127.0.0.1:9000".</summary>
    public string? BindAddress { get; set; }

    /// <summary>Gets or sets a value indicating whether names of counters end with "_total".</summary>
    public bool HasCounterTotalSuffix { get; set; }

    /// <summary>Gets or sets a value indicating whether names of histograms and gauges end with their unit.</summary>
    public bool HasUnitSuffix { get; set; }

    /// <summary>Gets or sets upper bounds of buckets by the name of the histogram, without its prefix.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<double>>? HistogramBucketOverrides { get; set; }

    /// <summary>Gets or sets a value indicating whether durations are in seconds and not in milliseconds.</summary>
    public bool UseSecondsForDuration { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
