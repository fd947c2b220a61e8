using System;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>What is told about a workflow task.</summary>
public abstract class WorkflowTaskEventArgs : EventArgs
{
    private protected WorkflowTaskEventArgs(WorkflowInfo info, WorkflowDefinition definition)
    {
        WorkflowInfo = info;
        WorkflowDefinition = definition;
    }

    /// <summary>Gets the definition of the workflow.</summary>
    public WorkflowDefinition WorkflowDefinition { get; }

    /// <summary>Gets the facts of the run.</summary>
    public WorkflowInfo WorkflowInfo { get; }
}
