namespace Temporalio.Worker;

/// <summary>Workflow task starting event args.</summary>
public class WorkflowTaskStartingEventArgs : WorkflowTaskEventArgs
{
}
