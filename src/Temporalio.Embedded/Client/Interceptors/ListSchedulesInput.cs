using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>List schedules input.</summary>
/// <param name="Options">The options.</param>
public record ListSchedulesInput(ScheduleListOptions? Options);
