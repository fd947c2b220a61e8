using System;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Client;

/// <summary>Workflow history event fetch options.</summary>
public class WorkflowHistoryEventFetchOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowHistoryEventFetchOptions"/> class.</summary>
    public WorkflowHistoryEventFetchOptions()
    {
    }

    /// <summary>Gets or sets which events to fetch.</summary>
    public HistoryEventFilterType EventFilterType { get; set; } = HistoryEventFilterType.AllEvent;

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Gets or sets whether archived histories are skipped.</summary>
    public bool SkipArchival { get; set; }

    /// <summary>Gets or sets whether to wait for events to come.</summary>
    public bool WaitNewEvent { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
