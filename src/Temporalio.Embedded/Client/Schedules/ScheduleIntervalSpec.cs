using System;

namespace Temporalio.Client.Schedules;

/// <summary>Times at a fixed distance, counted from the Unix epoch.</summary>
/// <param name="Every">The distance, at least a second.</param>
/// <param name="Offset">An offset smaller than the distance.</param>
public record ScheduleIntervalSpec(TimeSpan Every, TimeSpan? Offset = null);
