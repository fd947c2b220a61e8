using System.Collections.Generic;

namespace Temporalio.Client.Schedules;

/// <summary>Times of a calendar: those at which every field is in one of its ranges.</summary>
public record ScheduleCalendarSpec
{
    /// <summary>Every day of a month.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllMonthDays = [new(1, 31)];

    /// <summary>Every month.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllMonths = [new(1, 12)];

    /// <summary>Every day of the week; 0 is Sunday.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> AllWeekDays = [new(0, 6)];

    /// <summary>Zero only.</summary>
    public static readonly IReadOnlyCollection<ScheduleRange> Beginning = [ScheduleRange.Zero];

    /// <summary>Gets a remark.</summary>
    public string? Comment { get; init; }

    /// <summary>Gets the days of the month, 1 to 31; by default all.</summary>
    public IReadOnlyCollection<ScheduleRange> DayOfMonth { get; init; } = AllMonthDays;

    /// <summary>Gets the days of the week, 0 (Sunday) to 6; by default all.</summary>
    public IReadOnlyCollection<ScheduleRange> DayOfWeek { get; init; } = AllWeekDays;

    /// <summary>Gets the hours, 0 to 23; by default 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Hour { get; init; } = Beginning;

    /// <summary>Gets the minutes, 0 to 59; by default 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Minute { get; init; } = Beginning;

    /// <summary>Gets the months, 1 to 12; by default all.</summary>
    public IReadOnlyCollection<ScheduleRange> Month { get; init; } = AllMonths;

    /// <summary>Gets the seconds, 0 to 59; by default 0.</summary>
    public IReadOnlyCollection<ScheduleRange> Second { get; init; } = Beginning;

    /// <summary>Gets the years; none means all.</summary>
    public IReadOnlyCollection<ScheduleRange> Year { get; init; } = [];
}
