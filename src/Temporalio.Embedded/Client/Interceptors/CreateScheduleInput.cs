using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Create schedule input.</summary>
/// <param name="Id">The schedule id.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="Options">The options.</param>
public record CreateScheduleInput(string Id, Schedule Schedule, ScheduleOptions? Options);
