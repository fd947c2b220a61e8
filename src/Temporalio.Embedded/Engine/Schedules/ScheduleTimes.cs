using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Temporalio.Api.Schedule.V1;

namespace Temporalio.Engine.Schedules;

/// <summary>A time at which a schedule acts.</summary>
/// <param name="Nominal">The time that the specification gives.</param>
/// <param name="Due">The same with jitter.</param>
internal readonly record struct ScheduledTime(DateTime Nominal, DateTime Due);

/// <summary>The times of a schedule (Temporal concept: schedule spec).</summary>
internal sealed class ScheduleTimes
{
    /// <summary>So many times may be skipped in a row; a specification that skips more has no time.</summary>
    private const int MaximumSkipped = 1_000_000;
    private readonly ScheduleSpec spec;
    private readonly string seed;
    private readonly List<CalendarTimes> calendars;
    private readonly List<CalendarTimes> skipped;
    private readonly List<(long Interval, long Phase)> intervals;

    /// <summary>Initializes a new instance of the <see cref="ScheduleTimes"/> class.</summary>
    /// <param name="spec">The specification, without cron expressions.</param>
    /// <param name="seed">What the jitter depends on besides the time.</param>
    /// <exception cref="FormatException">The specification is wrong; the message says why.</exception>
    public ScheduleTimes(ScheduleSpec spec, string seed)
    {
        this.spec = spec;
        this.seed = seed;
        var zone = TimeZoneInfo.Utc;
        if (spec.TimezoneName.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(spec.TimezoneName, out zone))
        {
            throw new FormatException($"unknown time zone \"{spec.TimezoneName}\"");
        }

        calendars = spec.StructuredCalendar.Select(c => new CalendarTimes(c, zone)).ToList();
        skipped = spec.ExcludeStructuredCalendar.Select(c => new CalendarTimes(c, zone)).ToList();
        intervals = spec.Interval.Select(i => (i.Interval?.Seconds ?? 0, i.Phase?.Seconds ?? 0)).ToList();
        if (intervals.Any(i => i.Interval < 1 || i.Phase < 0 || i.Phase >= i.Interval))
        {
            throw new FormatException("an interval is at least one second, its offset not negative and smaller than it");
        }

        if (spec.Jitter is { Seconds: < 0 } or { Nanos: < 0 })
        {
            throw new FormatException("the jitter is negative");
        }
    }

    /// <summary>Turns cron expressions into calendars and intervals.</summary>
    /// <param name="spec">The specification; it is changed.</param>
    /// <exception cref="FormatException">An expression is wrong; the message says why.</exception>
    public static void Normalize(ScheduleSpec spec)
    {
        foreach (var expression in spec.CronString)
        {
            CronCalendar.AddTo(expression, spec);
        }

        spec.CronString.Clear();
    }

    /// <summary>Gets the next time.</summary>
    /// <param name="after">Only times whose nominal time is after this, in UTC.</param>
    /// <returns>The time; null if there is none.</returns>
    public ScheduledTime? Next(DateTime after)
    {
        if (spec.StartTime?.ToDateTime() is { } start && after < start)
        {
            after = start.AddTicks(-1);
        }

        for (var i = 0; i < MaximumSkipped; i++)
        {
            if (NextNominal(after) is not { } nominal || nominal > spec.EndTime?.ToDateTime())
            {
                return null;
            }

            if (!skipped.Exists(c => c.Contains(nominal)))
            {
                return new ScheduledTime(nominal, nominal + Jitter(nominal));
            }

            after = nominal;
        }

        return null;
    }

    private DateTime? NextNominal(DateTime after) =>
        calendars.Select(c => c.Next(after)).Concat(intervals.Select(i => NextInterval(i.Interval, i.Phase, after))).Min();

    private static DateTime? NextInterval(long interval, long phase, DateTime after)
    {
        var seconds = (long)Math.Floor((after - DateTime.UnixEpoch).TotalSeconds) - phase;
        var next = DateTime.UnixEpoch.AddSeconds((((seconds / interval) - (seconds % interval < 0 ? 1 : 0) + 1) * interval) + phase);
        return next.Year <= CalendarTimes.LastYear ? next : null;
    }

    /// <summary>The same for the same time on every machine, and never past the following time.</summary>
    private TimeSpan Jitter(DateTime nominal)
    {
        if (spec.Jitter?.ToTimeSpan() is not { Ticks: > 0 } most)
        {
            return TimeSpan.Zero;
        }

        if (NextNominal(nominal) is { } following && following - nominal < most)
        {
            most = following - nominal;
        }

        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(seed).Concat(BitConverter.GetBytes(nominal.Ticks)))
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        // The low bits of this hash vary less than the high ones.
        return TimeSpan.FromMilliseconds(Math.Floor((hash >> 11) * (1.0 / (1UL << 53)) * most.TotalMilliseconds));
    }
}
