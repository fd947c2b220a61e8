using System;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Client;

/// <summary>Workflow query options.</summary>
public class WorkflowQueryOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowQueryOptions"/> class.</summary>
    public WorkflowQueryOptions()
    {
    }

    /// <summary>Gets or sets when the query is rejected.</summary>
    public QueryRejectCondition? RejectCondition { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
