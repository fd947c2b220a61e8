using System;

namespace Temporalio.Workflows;

/// <summary>Workflow signal attribute.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowSignalAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowSignalAttribute"/> class.</summary>
    public WorkflowSignalAttribute()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowSignalAttribute"/> class.</summary>
    /// <param name="name">The name; null means the default one, or none if dynamic.</param>
    public WorkflowSignalAttribute(string name)
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
