using System;

namespace Temporalio.Client;

/// <summary>Workflow describe options.</summary>
public class WorkflowDescribeOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowDescribeOptions"/> class.</summary>
    public WorkflowDescribeOptions()
    {
    }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
