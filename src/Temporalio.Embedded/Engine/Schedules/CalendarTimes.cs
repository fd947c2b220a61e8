using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Temporalio.Api.Schedule.V1;
using Range = Temporalio.Api.Schedule.V1.Range;

namespace Temporalio.Engine.Schedules;

/// <summary>
/// The times of one calendar in a time zone, to the second. A time that the change to summer time leaves out does not happen; one
/// that the change back repeats happens twice.
/// </summary>
internal sealed class CalendarTimes
{
    /// <summary>No calendar has a time after this year.</summary>
    public const int LastYear = 2100;
    private readonly TimeZoneInfo zone;
    private readonly ulong seconds;
    private readonly ulong minutes;
    private readonly ulong hours;
    private readonly ulong daysOfMonth;
    private readonly ulong months;
    private readonly ulong daysOfWeek;
    private readonly HashSet<int>? years;

    /// <summary>Initializes a new instance of the <see cref="CalendarTimes"/> class.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="zone">The time zone.</param>
    /// <exception cref="FormatException">A range is out of bounds.</exception>
    public CalendarTimes(StructuredCalendarSpec calendar, TimeZoneInfo zone)
    {
        this.zone = zone;
        seconds = Set(calendar.Second, "second", 0, 59);
        minutes = Set(calendar.Minute, "minute", 0, 59);
        hours = Set(calendar.Hour, "hour", 0, 23);
        daysOfMonth = Set(calendar.DayOfMonth, "day of month", 1, 31);
        months = Set(calendar.Month, "month", 1, 12);
        daysOfWeek = Set(calendar.DayOfWeek, "day of week", 0, 6);
        years = calendar.Year.Count == 0 ? null : Values(calendar.Year, "year", 2000, LastYear).ToHashSet();
    }

    /// <summary>Gets the next time.</summary>
    /// <param name="after">Only after this, in UTC.</param>
    /// <returns>The time in UTC; null if there is none.</returns>
    public DateTime? Next(DateTime after)
    {
        // One day earlier: an hour before midnight may be repeated after it.
        var day = TimeZoneInfo.ConvertTimeFromUtc(after, zone).Date.AddDays(-1);
        while (day.Year <= LastYear)
        {
            if (years?.Contains(day.Year) == false)
            {
                day = new DateTime(day.Year + 1, 1, 1);
            }
            else if (!Has(months, day.Month))
            {
                day = new DateTime(day.Year, day.Month, 1).AddMonths(1);
            }
            else if (IsDay(day) && NextOn(day, after) is { } time)
            {
                return time;
            }
            else
            {
                day = day.AddDays(1);
            }
        }

        return null;
    }

    /// <summary>Whether a time is one of the calendar.</summary>
    /// <param name="time">The time in UTC.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(DateTime time)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(time, zone);
        return years?.Contains(local.Year) != false && Has(months, local.Month) && IsDay(local)
            && Has(hours, local.Hour) && Has(minutes, local.Minute) && Has(seconds, local.Second);
    }

    private static bool Has(ulong set, int value) => (set >> value & 1) != 0;

    private static ulong Set(IEnumerable<Range> ranges, string what, int minimum, int maximum) =>
        Values(ranges, what, minimum, maximum).Aggregate(0UL, (set, value) => set | 1UL << value);

    private static IEnumerable<int> Values(IEnumerable<Range> ranges, string what, int minimum, int maximum)
    {
        foreach (var range in ranges)
        {
            var last = Math.Max(range.Start, range.End);
            if (range.Start < minimum || last > maximum || range.Step < 0)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{what} {range.Start} to {last} is not between {minimum} and {maximum}"));
            }

            // A step may be as large as a number gets: the sum must not overflow.
            for (long i = range.Start; i <= last; i += Math.Max(range.Step, 1))
            {
                yield return (int)i;
            }
        }
    }

    private bool IsDay(DateTime day) => Has(daysOfMonth, day.Day) && Has(daysOfWeek, (int)day.DayOfWeek);

    private DateTime? NextOn(DateTime day, DateTime after)
    {
        var offset = zone.GetUtcOffset(day);
        if (offset == zone.GetUtcOffset(day.AddDays(1)))
        {
            var start = DateTime.SpecifyKind(day - offset, DateTimeKind.Utc);
            return TimesOfDay(after - start).Select(t => (DateTime?)(start + t)).FirstOrDefault();
        }

        // The clock changes on this day, so that the order of its local times is not that of their instants.
        return TimesOfDay(TimeSpan.MinValue)
            .SelectMany(t => Instants(day + t))
            .Where(t => t > after)
            .Select(t => (DateTime?)t)
            .Min();
    }

    private IEnumerable<DateTime> Instants(DateTime local) =>
        zone.IsInvalidTime(local) ? []
        : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Select(o => DateTime.SpecifyKind(local - o, DateTimeKind.Utc))
        : [DateTime.SpecifyKind(local - zone.GetUtcOffset(local), DateTimeKind.Utc)];

    /// <summary>The matching times of a day after a given one, in order.</summary>
    private IEnumerable<TimeSpan> TimesOfDay(TimeSpan after)
    {
        foreach (var hour in Members(hours))
        {
            if (TimeSpan.FromHours(hour + 1) <= after)
            {
                continue;
            }

            foreach (var minute in Members(minutes))
            {
                foreach (var second in Members(seconds))
                {
                    var time = new TimeSpan(hour, minute, second);
                    if (time > after)
                    {
                        yield return time;
                    }
                }
            }
        }
    }

    private static IEnumerable<int> Members(ulong set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return BitOperations.TrailingZeroCount(set);
        }
    }
}
