using System;

namespace Temporalio.Runtime;

/// <summary>Options of <see cref="TemporalRuntime" />.</summary>
public class TemporalRuntimeOptions : ICloneable
{
    /// <summary>Creates default options.</summary>
    public TemporalRuntimeOptions()
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="telemetry">Telemetry options.</param>
    public TemporalRuntimeOptions(TelemetryOptions telemetry) => Telemetry = telemetry;

    /// <summary>Telemetry options.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();

    /// <summary>Copies the options with their parts.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (TemporalRuntimeOptions)MemberwiseClone();
        copy.Telemetry = (TelemetryOptions)Telemetry.Clone();
        return copy;
    }
}
