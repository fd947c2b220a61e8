using System;
using System.Collections.Generic;

namespace Temporalio.Client.Schedules;

/// <summary>When a schedule acts: at the times of its calendars, cron expressions and intervals, less those to skip.</summary>
public record ScheduleSpec
{
    /// <summary>Gets the calendars.</summary>
    public IReadOnlyCollection<ScheduleCalendarSpec> Calendars { get; init; } = [];

    /// <summary>Gets the cron expressions. They become calendars and intervals, so a description has none.</summary>
    public IReadOnlyCollection<string> CronExpressions { get; init; } = [];

    /// <summary>Gets the time after which nothing happens.</summary>
    public DateTime? EndAt { get; init; }

    /// <summary>Gets the intervals.</summary>
    public IReadOnlyCollection<ScheduleIntervalSpec> Intervals { get; init; } = [];

    /// <summary>Gets by how much times are randomly delayed at most.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>Gets the calendars of times at which nothing happens.</summary>
    public IReadOnlyCollection<ScheduleCalendarSpec> Skip { get; init; } = [];

    /// <summary>Gets the time before which nothing happens.</summary>
    public DateTime? StartAt { get; init; }

    /// <summary>Gets the time zone of the calendars; null means UTC.</summary>
    public string? TimeZoneName { get; init; }
}
