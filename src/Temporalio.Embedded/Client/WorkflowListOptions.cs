using System;

namespace Temporalio.Client;

/// <summary>Workflow list options.</summary>
public class WorkflowListOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowListOptions"/> class.</summary>
    public WorkflowListOptions()
    {
    }

    /// <summary>Gets or sets the greatest number of results; 0 means all.</summary>
    public int Limit { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
