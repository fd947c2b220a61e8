using System;

namespace Temporalio.Client;

/// <summary>Workflow count options.</summary>
public class WorkflowCountOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowCountOptions"/> class.</summary>
    public WorkflowCountOptions()
    {
    }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
