namespace Temporalio.Client.Schedules;

/// <summary>An action that was taken.</summary>
public abstract record ScheduleActionExecution;
