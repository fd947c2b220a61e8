using System;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>What is told when a workflow task has ended.</summary>
public class WorkflowTaskCompletedEventArgs : WorkflowTaskEventArgs
{
    internal WorkflowTaskCompletedEventArgs(WorkflowInfo info, WorkflowDefinition definition, Exception? failure)
        : base(info, definition) => TaskFailureException = failure;

    /// <summary>Gets why the task failed, or null.</summary>
    public Exception? TaskFailureException { get; }
}
