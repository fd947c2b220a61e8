using System;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Workflow definition options.</summary>
public class WorkflowDefinitionOptions : ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowDefinitionOptions"/> class.</summary>
    public WorkflowDefinitionOptions()
    {
    }

    /// <summary>Gets or sets the exception types that fail the workflow instead of the workflow task.</summary>
    public Type[]? FailureExceptionTypes { get; set; }

    /// <summary>Gets or sets the versioning behaviour.</summary>
    public VersioningBehavior VersioningBehavior { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public object Clone() => MemberwiseClone();
}
