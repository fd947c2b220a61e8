using System;
using System.Collections.Generic;
using Temporalio.Common;

namespace Temporalio.Client.Schedules;

/// <summary>Options for creating a schedule.</summary>
public class ScheduleOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="ScheduleOptions"/> class.</summary>
    public ScheduleOptions()
    {
    }

    /// <summary>Gets or sets past periods whose actions are taken at once.</summary>
    public IReadOnlyCollection<ScheduleBackfill> Backfills { get; set; } = [];

    /// <summary>Gets or sets the memo of the schedule.</summary>
    public IReadOnlyDictionary<string, object>? Memo { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Gets or sets a value indicating whether the action is taken at once.</summary>
    public bool TriggerImmediately { get; set; }

    /// <summary>Gets or sets the search attributes of the schedule.</summary>
    public SearchAttributeCollection? TypedSearchAttributes { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
