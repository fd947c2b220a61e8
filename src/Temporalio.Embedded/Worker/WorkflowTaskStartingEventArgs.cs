using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>What is told when a workflow task starts.</summary>
public class WorkflowTaskStartingEventArgs : WorkflowTaskEventArgs
{
    internal WorkflowTaskStartingEventArgs(WorkflowInfo info, WorkflowDefinition definition)
        : base(info, definition)
    {
    }
}
