using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Temporalio.Engine;

/// <summary>
/// A cron schedule: minute, hour, day of month, month, day of week with lists, ranges, steps and English names; the shorthands @yearly to
/// @hourly; "@every 90m"; and a leading "CRON_TZ=Area/City". Times are UTC unless a zone is given (Temporal concept: cron job).
/// </summary>
internal sealed class CronSchedule
{
    /// <summary>The longest gap between two times: 29 February over a century that is no leap year.</summary>
    private const int MaximumDays = (8 * 366) + 1;
    private readonly TimeZoneInfo zone = TimeZoneInfo.Utc;
    private readonly TimeSpan? every;
    private readonly long minutes;
    private readonly long hours;
    private readonly long daysOfMonth;
    private readonly long months;
    private readonly long daysOfWeek;
    private readonly bool eitherDay;

    private CronSchedule(string text)
    {
        var rest = text.Trim();
        if (rest.StartsWith("CRON_TZ=", StringComparison.Ordinal) || rest.StartsWith("TZ=", StringComparison.Ordinal))
        {
            var end = rest.IndexOf(' ', StringComparison.Ordinal);
            var name = end < 0 ? string.Empty : rest[(rest.IndexOf('=', StringComparison.Ordinal) + 1)..end];
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found))
            {
                throw new FormatException($"unknown time zone \"{name}\"");
            }

            zone = found;
            rest = rest[end..].Trim();
        }

        if (rest.StartsWith("@every ", StringComparison.Ordinal))
        {
            every = ParseDuration(rest[7..].Trim());
            return;
        }

        var fields = CronField.Expand(rest).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            throw new FormatException($"expected 5 fields (minute, hour, day of month, month, day of week), found {fields.Length}");
        }

        minutes = SetOf(CronField.Parse(fields[0], "minute", 0, 59, []));
        hours = SetOf(CronField.Parse(fields[1], "hour", 0, 23, []));
        daysOfMonth = SetOf(CronField.Parse(fields[2], "day of month", 1, 31, []));
        months = SetOf(CronField.Parse(fields[3], "month", 1, 12, CronField.Months));
        var week = SetOf(CronField.Parse(fields[4], "day of week", 0, 7, CronField.Days));
        daysOfWeek = (week & 0x7F) | ((week >> 7) & 1);

        // As in cron: two restricted day fields are alternatives.
        eitherDay = fields[2][0] is not ('*' or '?') && fields[4][0] is not ('*' or '?');
    }

    /// <summary>Reads a cron schedule.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="FormatException">It is not one; the message says why.</exception>
    public static CronSchedule Parse(string text) => new(text);

    /// <summary>Checks a cron schedule.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What is wrong with it; null if nothing.</returns>
    public static string? Validate(string text)
    {
        try
        {
            return Parse(text).Next(DateTime.UnixEpoch) is null ? $"Invalid CronSchedule \"{text}\": it has no time." : null;
        }
        catch (FormatException e)
        {
            return $"Invalid CronSchedule \"{text}\": {e.Message}.";
        }
    }

    /// <summary>Gets the next time.</summary>
    /// <param name="after">Only after this, in UTC.</param>
    /// <returns>The time in UTC; null if there is none.</returns>
    public DateTime? Next(DateTime after)
    {
        if (every is { } interval)
        {
            return new DateTime(after.Ticks - (after.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc) + interval;
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(after, zone);
        for (var i = 0; i <= MaximumDays; i++)
        {
            var day = local.Date.AddDays(i);
            if (!IsDay(day))
            {
                continue;
            }

            for (var minute = 0; minute < 24 * 60; minute++)
            {
                if (!Has(hours, minute / 60) || !Has(minutes, minute % 60))
                {
                    continue;
                }

                // A time that the change to summer time leaves out does not happen on that day.
                var time = day.AddMinutes(minute);
                if (!zone.IsInvalidTime(time) && TimeZoneInfo.ConvertTimeToUtc(time, zone) is var utc && utc > after)
                {
                    return utc;
                }
            }
        }

        return null;
    }

    private bool IsDay(DateTime day)
    {
        var inMonth = Has(daysOfMonth, day.Day);
        var inWeek = Has(daysOfWeek, (int)day.DayOfWeek);
        return Has(months, day.Month) && (eitherDay ? inMonth || inWeek : inMonth && inWeek);
    }

    private static bool Has(long set, int value) => (set >> value & 1) != 0;

    private static long SetOf(List<(int First, int Last, int Step)> ranges)
    {
        long set = 0;
        foreach (var (first, last, step) in ranges)
        {
            // A step may be as large as a number gets: the sum must not overflow.
            for (long i = first; i <= last; i += step)
            {
                set |= 1L << (int)i;
            }
        }

        return set;
    }

    private static TimeSpan ParseDuration(string text)
    {
        var total = 0.0;
        var rest = text;
        while (rest.Length > 0)
        {
            var digits = rest.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
            var unit = new string(rest.Skip(digits).TakeWhile(char.IsAsciiLetter).ToArray());
            var seconds = unit switch { "h" => 3600, "m" => 60, "s" => 1, _ => 0 };
            if (seconds == 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                throw new FormatException($"bad duration \"{text}\"");
            }

            total += value * seconds;
            rest = rest[(digits + unit.Length)..];
        }

        return total is >= 1 and <= 315_360_000 ? TimeSpan.FromSeconds(Math.Floor(total)) : throw new FormatException($"duration \"{text}\" is not between 1s and ten years");
    }
}
