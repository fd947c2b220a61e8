using System;

namespace Temporalio.Workflows;

/// <summary>Workflow update validator attribute.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowUpdateValidatorAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateValidatorAttribute"/> class.</summary>
    /// <param name="updateMethod">The name of the update method that is validated.</param>
    public WorkflowUpdateValidatorAttribute(string updateMethod)
    {
        UpdateMethod = updateMethod;
    }

    /// <summary>Gets the name of the update method that is validated.</summary>
    public string UpdateMethod { get; }
}
