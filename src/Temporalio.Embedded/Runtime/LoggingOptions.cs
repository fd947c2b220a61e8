using System;

namespace Temporalio.Runtime;

/// <summary>Logging of the native core. The in-process engine has no core, so it has no effect.</summary>
public class LoggingOptions : ICloneable
{
    /// <summary>Creates the options.</summary>
    public LoggingOptions()
    {
    }

    /// <summary>Creates the options.</summary>
    /// <param name="filter">What is kept.</param>
    public LoggingOptions(TelemetryFilterOptions filter) => Filter = filter;

    /// <summary>What is kept.</summary>
    public TelemetryFilterOptions Filter { get; set; } = new();

    /// <summary>Where it goes, null for the console.</summary>
    public LogForwardingOptions? Forwarding { get; set; }

    /// <summary>Copies the options with their parts.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (LoggingOptions)MemberwiseClone();
        copy.Filter = (TelemetryFilterOptions)Filter.Clone();
        copy.Forwarding = (LogForwardingOptions?)Forwarding?.Clone();
        return copy;
    }
}
