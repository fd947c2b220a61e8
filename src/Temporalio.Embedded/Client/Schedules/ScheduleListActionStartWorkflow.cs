namespace Temporalio.Client.Schedules;

/// <summary>Starts a workflow.</summary>
/// <param name="Workflow">The workflow type name.</param>
public record ScheduleListActionStartWorkflow(string Workflow) : ScheduleListAction;
