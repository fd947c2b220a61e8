using System;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>Workflow task event args.</summary>
public abstract class WorkflowTaskEventArgs : EventArgs
{
    /// <summary>Gets the workflow definition.</summary>
    public WorkflowDefinition WorkflowDefinition { get; }

    /// <summary>Gets the workflow info.</summary>
    public WorkflowInfo WorkflowInfo { get; }
}
