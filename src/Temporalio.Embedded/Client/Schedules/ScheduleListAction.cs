namespace Temporalio.Client.Schedules;

/// <summary>What a listed schedule does.</summary>
public abstract record ScheduleListAction;
