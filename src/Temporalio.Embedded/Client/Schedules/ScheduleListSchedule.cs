namespace Temporalio.Client.Schedules;

/// <summary>A listed schedule.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Spec">When it does it.</param>
/// <param name="State">Its state.</param>
public record ScheduleListSchedule(ScheduleListAction Action, ScheduleSpec Spec, ScheduleListState State);
