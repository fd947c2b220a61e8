using System;

namespace Temporalio.Client;

/// <summary>Workflow start update with start options.</summary>
public class WorkflowStartUpdateWithStartOptions : WorkflowUpdateWithStartOptions, ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowStartUpdateWithStartOptions"/> class.</summary>
    public WorkflowStartUpdateWithStartOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowStartUpdateWithStartOptions"/> class.</summary>
    /// <param name="startWorkflowOperation">The start.</param>
    /// <param name="waitForStage">The stage to wait for.</param>
    public WorkflowStartUpdateWithStartOptions(WithStartWorkflowOperation startWorkflowOperation, WorkflowUpdateStage waitForStage)
        : base(startWorkflowOperation)
    {
        WaitForStage = waitForStage;
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowStartUpdateWithStartOptions"/> class.</summary>
    /// <param name="id">The update id.</param>
    /// <param name="startWorkflowOperation">The start.</param>
    /// <param name="waitForStage">The stage to wait for.</param>
    public WorkflowStartUpdateWithStartOptions(string id, WithStartWorkflowOperation startWorkflowOperation, WorkflowUpdateStage waitForStage)
        : base(id, startWorkflowOperation)
    {
        WaitForStage = waitForStage;
    }

    /// <summary>Gets or sets the stage to wait for; mandatory.</summary>
    public WorkflowUpdateStage WaitForStage { get; set; }
}
