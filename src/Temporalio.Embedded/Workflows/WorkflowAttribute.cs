using System;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <summary>Workflow attribute.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class WorkflowAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowAttribute"/> class.</summary>
    public WorkflowAttribute()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowAttribute"/> class.</summary>
    /// <param name="name">The name; null means the default one, or none if dynamic.</param>
    public WorkflowAttribute(string name)
    {
        Name = name;
    }

    /// <summary>Gets or sets whether it handles every name that has no handler of its own.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Gets or sets the exception types that fail the workflow instead of the workflow task.</summary>
    public Type[]? FailureExceptionTypes { get; set; }

    /// <summary>Gets the name; null means the default one, or none if dynamic.</summary>
    public string? Name { get; }

    /// <summary>Gets or sets the versioning behaviour.</summary>
    public VersioningBehavior VersioningBehavior { get; set; }
}
