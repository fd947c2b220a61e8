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

    /// <summary>Whether the environment of the process is kept out of worker heartbeats. The in-process engine has no heartbeats of workers, so it has no effect.</summary>
    public bool DisableEnvironmentInfo { get; set; }

    /// <summary>Telemetry options.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();

    /// <summary>How often workers tell the server that they are there. The in-process engine sees its workers, so it has no effect.</summary>
    public TimeSpan? WorkerHeartbeatInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Copies the options with their parts.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (TemporalRuntimeOptions)MemberwiseClone();
        copy.Telemetry = (TelemetryOptions)Telemetry.Clone();
        return copy;
    }
}
