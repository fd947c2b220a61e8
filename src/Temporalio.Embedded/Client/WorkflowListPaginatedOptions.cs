using System;

namespace Temporalio.Client;

/// <summary>Workflow list paginated options.</summary>
public class WorkflowListPaginatedOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowListPaginatedOptions"/> class.</summary>
    public WorkflowListPaginatedOptions()
    {
    }

    /// <summary>Gets or sets the page size; 0 means the default of the server.</summary>
    public int PageSize { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
