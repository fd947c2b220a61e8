using System;

namespace Temporalio.Client;

/// <summary>Workflow update start options.</summary>
public class WorkflowUpdateStartOptions : WorkflowUpdateOptions, ICloneable
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateStartOptions"/> class.</summary>
    public WorkflowUpdateStartOptions()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateStartOptions"/> class.</summary>
    /// <param name="waitForStage">The stage to wait for.</param>
    public WorkflowUpdateStartOptions(WorkflowUpdateStage waitForStage)
    {
        WaitForStage = waitForStage;
    }

    /// <summary>Initializes a new instance of the <see cref="WorkflowUpdateStartOptions"/> class.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="waitForStage">The stage to wait for.</param>
    public WorkflowUpdateStartOptions(string id, WorkflowUpdateStage waitForStage)
    {
        Id = id;
        WaitForStage = waitForStage;
    }

    /// <summary>Gets or sets the stage to wait for.</summary>
    public WorkflowUpdateStage WaitForStage { get; set; }
}
