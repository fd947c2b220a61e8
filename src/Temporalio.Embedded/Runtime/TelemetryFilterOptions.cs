using System;

namespace Temporalio.Runtime;

/// <summary>Which log records of the native core are kept. The in-process engine has no core, so it has no effect.</summary>
public class TelemetryFilterOptions : ICloneable
{
    /// <summary>Creates the filter from levels.</summary>
    /// <param name="core">The level of the core.</param>
    /// <param name="other">The level of everything else.</param>
    public TelemetryFilterOptions(Level core = Level.Warn, Level other = Level.Error)
        : this($"{Name(other)},temporal_sdk_core={Name(core)},temporal_client={Name(core)},temporal_sdk={Name(core)},temporal_sdk_bridge={Name(core)}")
    {
    }

    /// <summary>Creates the filter from a text in the form of the core.</summary>
    /// <param name="filterString">The text.</param>
    public TelemetryFilterOptions(string filterString) => FilterString = filterString;

    /// <summary>A level.</summary>
    public enum Level
    {
        /// <summary>Everything.</summary>
        Trace = 0,

        /// <summary>For developers.</summary>
        Debug = 1,

        /// <summary>What happens.</summary>
        Info = 2,

        /// <summary>What may go wrong.</summary>
        Warn = 3,

        /// <summary>What went wrong.</summary>
        Error = 4,
    }

    /// <summary>The filter in the form of the core.</summary>
    public string? FilterString { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();

    private static string Name(Level level) => level.ToString().ToUpperInvariant();
}
