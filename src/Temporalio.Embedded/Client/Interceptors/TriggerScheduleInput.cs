using Temporalio.Client.Schedules;

namespace Temporalio.Client.Interceptors;

/// <summary>Trigger schedule input.</summary>
/// <param name="Id">The schedule id.</param>
/// <param name="Options">The options.</param>
public record TriggerScheduleInput(string Id, ScheduleTriggerOptions? Options);
