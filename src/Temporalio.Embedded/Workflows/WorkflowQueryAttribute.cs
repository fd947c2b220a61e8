using System;

namespace Temporalio.Workflows;

/// <summary>Workflow query attribute.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class WorkflowQueryAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowQueryAttribute"/> class.</summary>
    public WorkflowQueryAttribute()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowQueryAttribute"/> class.</summary>
    /// <param name="name">The name; null means the default one, or none if dynamic.</param>
    public WorkflowQueryAttribute(string name)
    {
        Name = name;
    }

    /// <summary>Gets or sets the description.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets whether it handles every name that has no handler of its own.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Gets the name; null means the default one, or none if dynamic.</summary>
    public string? Name { get; }
}
