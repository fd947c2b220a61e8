using System;

namespace Temporalio.Client;

/// <summary>Workflow update options.</summary>
public class WorkflowUpdateOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateOptions"/> class.</summary>
    public WorkflowUpdateOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateOptions"/> class.</summary>
    /// <param name="id">The identifier.</param>
    public WorkflowUpdateOptions(string id)
    {
        Id = id;
    }

    /// <summary>Gets or sets the identifier.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
