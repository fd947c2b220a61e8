namespace Temporalio.Client.Schedules;

/// <summary>A workflow that was started.</summary>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="FirstExecutionRunId">The first run of its chain.</param>
public record ScheduleActionExecutionStartWorkflow(string WorkflowId, string FirstExecutionRunId) : ScheduleActionExecution;
