using System;

namespace Temporalio.Workflows;

/// <summary>Workflow dynamic options attribute.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowDynamicOptionsAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowDynamicOptionsAttribute"/> class.</summary>
    public WorkflowDynamicOptionsAttribute()
    {
    }
}
