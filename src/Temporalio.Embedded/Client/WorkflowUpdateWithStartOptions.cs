using System;

namespace Temporalio.Client;

/// <summary>Workflow update with start options.</summary>
public class WorkflowUpdateWithStartOptions : WorkflowUpdateOptions, ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateWithStartOptions"/> class.</summary>
    public WorkflowUpdateWithStartOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateWithStartOptions"/> class.</summary>
    /// <param name="startWorkflowOperation">The start.</param>
    public WorkflowUpdateWithStartOptions(WithStartWorkflowOperation startWorkflowOperation)
    {
        StartWorkflowOperation = startWorkflowOperation;
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateWithStartOptions"/> class.</summary>
    /// <param name="id">The update id.</param>
    /// <param name="startWorkflowOperation">The start.</param>
    public WorkflowUpdateWithStartOptions(string id, WithStartWorkflowOperation startWorkflowOperation)
        : base(id)
    {
        StartWorkflowOperation = startWorkflowOperation;
    }

    /// <summary>Gets or sets the start; mandatory.</summary>
    public WithStartWorkflowOperation? StartWorkflowOperation { get; set; }

    /// <inheritdoc/>
    public override object Clone()
    {
        var copy = (WorkflowUpdateWithStartOptions)base.Clone();
        copy.StartWorkflowOperation = (WithStartWorkflowOperation?)StartWorkflowOperation?.Clone();
        return copy;
    }
}
