using System;

namespace Temporalio.Client.Schedules;

/// <summary>Schedule list options.</summary>
public class ScheduleListOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="ScheduleListOptions"/> class.</summary>
    public ScheduleListOptions()
    {
    }

    /// <summary>Gets or sets the list filter; null means all.</summary>
    public string? Query { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
