using System;

namespace Temporalio.Runtime;

/// <summary>Telemetry of a <see cref="TemporalRuntime" />.</summary>
public class TelemetryOptions : ICloneable
{
    /// <summary>Logging of the native core, null for none.</summary>
    public LoggingOptions? Logging { get; set; }

    /// <summary>Metrics, null for none.</summary>
    public MetricsOptions? Metrics { get; set; }

    /// <summary>Copies the options with their parts.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (TelemetryOptions)MemberwiseClone();
        copy.Logging = (LoggingOptions?)Logging?.Clone();
        copy.Metrics = (MetricsOptions?)Metrics?.Clone();
        return copy;
    }
}
