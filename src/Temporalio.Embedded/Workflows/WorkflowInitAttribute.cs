using System;

namespace Temporalio.Workflows;

/// <summary>Workflow init attribute.</summary>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
public sealed class WorkflowInitAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowInitAttribute"/> class.</summary>
    public WorkflowInitAttribute()
    {
    }
}
