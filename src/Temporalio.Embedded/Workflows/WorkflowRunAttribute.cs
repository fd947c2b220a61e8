using System;

namespace Temporalio.Workflows;

/// <summary>Workflow run attribute.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowRunAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowRunAttribute"/> class.</summary>
    public WorkflowRunAttribute()
    {
    }
}
