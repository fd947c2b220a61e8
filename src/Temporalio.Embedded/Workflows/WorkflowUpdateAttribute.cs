using System;

namespace Temporalio.Workflows;

/// <summary>Workflow update attribute.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowUpdateAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateAttribute"/> class.</summary>
    public WorkflowUpdateAttribute()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateAttribute"/> class.</summary>
    /// <param name="name">The name; null means the default one, or none if dynamic.</param>
    public WorkflowUpdateAttribute(string name)
    {
        Name = name;
    }

    /// <summary>Gets or sets the description.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets whether it handles every name that has no handler of its own.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Gets the name; null means the default one, or none if dynamic.</summary>
    public string? Name { get; }

    /// <summary>Gets or sets what to do when the workflow ends while the handler is running.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; set; }
}
