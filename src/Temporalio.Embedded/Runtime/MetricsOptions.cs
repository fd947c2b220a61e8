using System;
using System.Collections.Generic;

namespace Temporalio.Runtime;

/// <summary>Metrics of a <see cref="TemporalRuntime" />.</summary>
public class MetricsOptions : ICloneable
{
    /// <summary>Where metrics go, null for nowhere.</summary>
    public ICustomMetricMeter? CustomMetricMeter { get; set; }

    /// <summary>Options of <see cref="CustomMetricMeter" />.</summary>
    public CustomMetricMeterOptions? CustomMetricMeterOptions { get; set; }

    /// <summary>Tags of every metric.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? GlobalTags { get; set; }

    /// <summary>Copies the options with their parts.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (MetricsOptions)MemberwiseClone();
        copy.CustomMetricMeterOptions = (CustomMetricMeterOptions?)CustomMetricMeterOptions?.Clone();
        return copy;
    }
}
