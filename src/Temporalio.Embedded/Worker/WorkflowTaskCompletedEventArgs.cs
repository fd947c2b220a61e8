using System;

namespace Temporalio.Worker;

/// <summary>Workflow task completed event args.</summary>
public class WorkflowTaskCompletedEventArgs : WorkflowTaskEventArgs
{
    /// <summary>Gets the task failure exception.</summary>
    public Exception? TaskFailureException { get; }
}
