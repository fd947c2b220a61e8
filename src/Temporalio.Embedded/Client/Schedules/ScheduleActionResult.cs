using System;

namespace Temporalio.Client.Schedules;

/// <summary>When an action was due and when it was taken.</summary>
/// <param name="ScheduledAt">When it was due, jitter included.</param>
/// <param name="StartedAt">When it was taken.</param>
/// <param name="Action">The action.</param>
public record ScheduleActionResult(DateTime ScheduledAt, DateTime StartedAt, ScheduleActionExecution Action);
