using System;
using System.Collections.Generic;

namespace Temporalio.Client;

/// <summary>Workflow terminate options.</summary>
public class WorkflowTerminateOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowTerminateOptions"/> class.</summary>
    public WorkflowTerminateOptions()
    {
    }

    /// <summary>Gets or sets the details.</summary>
    public IReadOnlyCollection<object?>? Details { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
