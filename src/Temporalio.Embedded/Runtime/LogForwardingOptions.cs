using System;
using Microsoft.Extensions.Logging;

namespace Temporalio.Runtime;

/// <summary>Where log records of the native core go. The in-process engine has no core, so none come.</summary>
public class LogForwardingOptions : ICloneable
{
    /// <summary>Creates the options.</summary>
    public LogForwardingOptions()
    {
    }

    /// <summary>Creates the options.</summary>
    /// <param name="logger">The logger.</param>
    public LogForwardingOptions(ILogger logger) => Logger = logger;

    /// <summary>Whether fields are included.</summary>
    public bool IncludeFields { get; set; } = true;

    /// <summary>The logger.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
