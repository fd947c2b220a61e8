using System;

namespace Temporalio.Client;

/// <summary>Workflow cancel options.</summary>
public class WorkflowCancelOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowCancelOptions"/> class.</summary>
    public WorkflowCancelOptions()
    {
    }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
