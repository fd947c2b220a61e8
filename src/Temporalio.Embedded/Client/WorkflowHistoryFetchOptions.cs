using System;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Client;

/// <summary>Options of fetching a history.</summary>
public class WorkflowHistoryFetchOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowHistoryFetchOptions"/> class.</summary>
    public WorkflowHistoryFetchOptions()
    {
    }

    /// <summary>Gets or sets which events.</summary>
    public HistoryEventFilterType EventFilterType { get; set; } = HistoryEventFilterType.AllEvent;

    /// <summary>Gets or sets the options of the calls.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Gets or sets a value indicating whether archived histories are left out. The in-process engine archives none.</summary>
    public bool SkipArchival { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
