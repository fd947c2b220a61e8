using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Schedule.V1;
using Range = Temporalio.Api.Schedule.V1.Range;

namespace Temporalio.Engine.Schedules;

/// <summary>
/// The cron expressions of schedules (Temporal concept: schedule spec): five fields (minute, hour, day of month, month, day of week), six with
/// a year at the end, seven with a second at the start; @yearly to @hourly; "@every 90m" or "@every 1d/6h" with an offset; a leading
/// "CRON_TZ=Area/City"; a comment after #. All fields must match, both day fields too.
/// </summary>
internal static class CronCalendar
{
    /// <summary>Adds an expression to a specification as a calendar or an interval.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="spec">The specification.</param>
    /// <exception cref="FormatException">It is not one; the message says why.</exception>
    public static void AddTo(string expression, ScheduleSpec spec)
    {
        var hash = expression.IndexOf('#', StringComparison.Ordinal);
        var comment = hash < 0 ? string.Empty : expression[(hash + 1)..].Trim();
        var text = (hash < 0 ? expression : expression[..hash]).Trim();
        if (text.StartsWith("CRON_TZ=", StringComparison.Ordinal) || text.StartsWith("TZ=", StringComparison.Ordinal))
        {
            var end = text.IndexOf(' ', StringComparison.Ordinal);
            var zone = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..(end < 0 ? text.Length : end)];
            if (spec.TimezoneName.Length > 0 && !string.Equals(spec.TimezoneName, zone, StringComparison.Ordinal))
            {
                throw new FormatException($"conflicting time zones \"{spec.TimezoneName}\" and \"{zone}\"");
            }

            spec.TimezoneName = zone;
            text = end < 0 ? string.Empty : text[end..].Trim();
        }

        if (text.StartsWith("@every ", StringComparison.Ordinal))
        {
            var parts = text[7..].Trim().Split('/', 2);
            spec.Interval.Add(new IntervalSpec
            {
                Interval = Duration.FromTimeSpan(Every(parts[0])),
                Phase = parts.Length == 2 ? Duration.FromTimeSpan(Every(parts[1])) : null,
            });
            return;
        }

        var fields = CronField.Expand(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is < 5 or > 7)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"\"{expression}\" has {fields.Length} fields, not 5, 6 or 7"));
        }

        var first = fields.Length == 7 ? 1 : 0;
        var calendar = new StructuredCalendarSpec
        {
            Second = { fields.Length == 7 ? Field(fields[0], "second", 0, 59, []) : [new Range { Step = 1 }] },
            Minute = { Field(fields[first], "minute", 0, 59, []) },
            Hour = { Field(fields[first + 1], "hour", 0, 23, []) },
            DayOfMonth = { Field(fields[first + 2], "day of month", 1, 31, []) },
            Month = { Field(fields[first + 3], "month", 1, 12, CronField.Months) },
            DayOfWeek = { Week(Field(fields[first + 4], "day of week", 0, 7, CronField.Days, 6)) },
            Comment = comment,
        };
        if (fields.Length > 5 && fields[^1] is not ("*" or "?"))
        {
            calendar.Year.Add(Field(fields[^1], "year", 2000, CalendarTimes.LastYear, []));
        }

        spec.StructuredCalendar.Add(calendar);
    }

    private static IEnumerable<Range> Field(string field, string what, int minimum, int maximum, string[] names, int? openEnd = null) =>
        CronField.Parse(field, what, minimum, maximum, names, openEnd).Select(r => new Range { Start = r.First, End = r.Last, Step = r.Step });

    /// <summary>Sunday may be written 7, but is 0.</summary>
    private static IEnumerable<Range> Week(IEnumerable<Range> ranges)
    {
        foreach (var range in ranges)
        {
            if (range.End < 7)
            {
                yield return range;
                continue;
            }

            if ((7 - range.Start) % range.Step == 0)
            {
                yield return new Range { Step = 1 };
            }

            if (range.Start < 7)
            {
                yield return new Range { Start = range.Start, End = 6, Step = range.Step };
            }
        }
    }

    private static TimeSpan Every(string text)
    {
        var unit = text.Length == 0 ? 0 : text[^1] switch { 'd' => 86_400L, 'h' => 3600, 'm' => 60, 's' => 1, _ => 0 };
        return unit > 0 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count * unit <= 315_360_000
            ? TimeSpan.FromSeconds(count * unit)
            : throw new FormatException($"bad interval \"{text}\"; write a whole number with the unit s, m, h or d");
    }
}
