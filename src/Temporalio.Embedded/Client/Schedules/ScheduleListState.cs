namespace Temporalio.Client.Schedules;

/// <summary>The state of a listed schedule.</summary>
/// <param name="Note">The note, or null.</param>
/// <param name="Paused">Whether it is paused.</param>
public record ScheduleListState(string? Note, bool Paused);
