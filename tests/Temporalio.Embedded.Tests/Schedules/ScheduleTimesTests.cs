using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Schedule.V1;
using Temporalio.Engine.Schedules;
using Range = Temporalio.Api.Schedule.V1.Range;

namespace Temporalio.Embedded.Tests.Schedules;

public class ScheduleTimesTests
{
    [Theory]
    [InlineData("*/15 * * * *", "2024-02-28T23:50:00", "2024-02-29T00:00:00 2024-02-29T00:15:00")]
    [InlineData("30 9-17/4 * * MON-FRI", "2024-06-07T13:30:00", "2024-06-07T17:30:00 2024-06-10T09:30:00")]
    [InlineData("0 0 29 2 *", "2024-03-01T00:00:00", "2028-02-29T00:00:00 2032-02-29T00:00:00")]
    [InlineData("0 0 13 * 5", "2024-06-07T00:00:00", "2024-09-13T00:00:00 2024-12-13T00:00:00")]
    [InlineData("0 12 * jan,jul 7", "2024-01-29T00:00:00", "2024-07-07T12:00:00 2024-07-14T12:00:00")]
    [InlineData("0 0 * * 5-7", "2024-06-07T00:00:00", "2024-06-08T00:00:00 2024-06-09T00:00:00 2024-06-14T00:00:00")]
    [InlineData("0 0 1 1 * 2030-2032/2", "2024-01-01T00:00:00", "2030-01-01T00:00:00 2032-01-01T00:00:00 never")]
    [InlineData("*/20 59 23 31 12 * 2025", "2024-01-01T00:00:00", "2025-12-31T23:59:00 2025-12-31T23:59:20 2025-12-31T23:59:40 never")]
    [InlineData("1/2147483647 2/2147483647 1/2147483647 * *", "2024-01-01T02:01:00", "2024-02-01T02:01:00 2024-03-01T02:01:00")]
    [InlineData("@weekly # on Sundays", "2024-06-04T00:00:00", "2024-06-09T00:00:00 2024-06-16T00:00:00")]
    [InlineData("@every 90m", "2024-01-01T00:10:00", "2024-01-01T01:30:00 2024-01-01T03:00:00")]
    [InlineData("@every 1d/6h", "2024-01-01T06:00:00", "2024-01-02T06:00:00")]
    [InlineData("0 0 31 2 *", "2024-01-01T00:00:00", "never")]
    [InlineData("CRON_TZ=America/New_York 30 9 * * *", "2024-07-01T00:00:00", "2024-07-01T13:30:00")]
    [InlineData("CRON_TZ=Asia/Kolkata 0 0 * * *", "2024-07-01T00:00:00", "2024-07-01T18:30:00")]
    public void Cron_expressions_have_their_times(string cron, string after, string expected) =>
        Assert.Equal(expected, Times(new ScheduleSpec { CronString = { cron } }, after, expected.Split(' ').Length));

    [Theory]
    [InlineData("* * * *", "4 fields")]
    [InlineData("1 2 3 4 5 6 7 8", "8 fields")]
    [InlineData("60 * * * *", "minute \"60\" is not between 0 and 59")]
    [InlineData("5-1 * * * *", "ends before it begins")]
    [InlineData("1-2-3 * * * *", "bad range")]
    [InlineData("*/0 * * * *", "bad step")]
    [InlineData("* * * * 8", "day of week \"8\"")]
    [InlineData("* * * * * 1999", "year \"1999\"")]
    [InlineData("@every 90", "bad interval")]
    [InlineData("@every x", "bad interval")]
    [InlineData("@every 1h/2h", "smaller than it")]
    [InlineData("CRON_TZ=Nowhere/Land * * * * *", "unknown time zone \"Nowhere/Land\"")]
    public void A_bad_cron_expression_says_why(string cron, string reason)
    {
        var spec = new ScheduleSpec { CronString = { cron } };
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Times(spec, "2024-01-01T00:00:00", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_zones_must_agree()
    {
        var spec = new ScheduleSpec { TimezoneName = "Europe/Berlin", CronString = { "CRON_TZ=Europe/Paris 0 0 * * *" } };
        Assert.Contains("conflicting time zones", Assert.Throws<FormatException>(() => ScheduleTimes.Normalize(spec)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_matches_where_every_field_does()
    {
        var spec = new ScheduleSpec { StructuredCalendar = { Calendar(hour: [(9, 17, 8)], minute: [(30, 0, 0)], dayOfWeek: [(1, 5, 1)], month: [(3, 3, 1), (12, 12, 1)]) } };
        Assert.Equal("2024-03-29T09:30:00 2024-03-29T17:30:00 2024-12-02T09:30:00", Times(spec, "2024-03-28T17:30:00", 3));
    }

    [Fact]
    public void A_field_out_of_bounds_is_refused()
    {
        var spec = new ScheduleSpec { StructuredCalendar = { Calendar(hour: [(9, 24, 1)]) } };
        Assert.Contains("hour 9 to 24 is not between 0 and 23", Assert.Throws<FormatException>(() => Times(spec, "2024-03-28T17:30:00", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_times_of_all_parts_are_merged_and_those_to_skip_left_out()
    {
        var spec = new ScheduleSpec
        {
            CronString = { "0 6 * * *" },
            StructuredCalendar = { Calendar(hour: [(9, 9, 1)]) },
            Interval = { new IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromHours(12)), Phase = Duration.FromTimeSpan(TimeSpan.FromHours(1)) } },
            ExcludeStructuredCalendar = { Calendar(second: [(0, 59, 1)], minute: [(0, 59, 1)], hour: [(0, 23, 1)], dayOfWeek: [(0, 0, 1), (6, 6, 1)]) },
        };

        // A Friday; nothing happens at the weekend.
        Assert.Equal("2024-06-07T06:00:00 2024-06-07T09:00:00 2024-06-07T13:00:00 2024-06-10T01:00:00", Times(spec, "2024-06-07T02:00:00", 4));
    }

    [Fact]
    public void Start_and_end_are_included()
    {
        var spec = new ScheduleSpec { CronString = { "0 * * * *" }, StartTime = Timestamp.FromDateTime(Utc("2024-01-02T03:00:00")), EndTime = Timestamp.FromDateTime(Utc("2024-01-02T05:00:00")) };
        Assert.Equal("2024-01-02T03:00:00 2024-01-02T04:00:00 2024-01-02T05:00:00 never", Times(spec, "2024-01-01T00:00:00", 4));
    }

    [Fact]
    public void Without_parts_there_is_no_time() => Assert.Equal("never", Times(new ScheduleSpec(), "2024-01-01T00:00:00", 1));

    [Fact]
    public void A_specification_that_skips_everything_has_no_time()
    {
        var spec = new ScheduleSpec
        {
            Interval = { new IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromHours(1)) } },
            ExcludeStructuredCalendar = { Calendar(hour: [(0, 23, 1)]) },
        };
        Assert.Equal("never", Times(spec, "2024-01-01T00:00:00", 1));
    }

    [Theory]

    // Summer time leaves out 02:30 on 10 March.
    [InlineData("30 2 * * *", "2024-03-09T07:30:00", "2024-03-11T06:30:00")]

    // The hour from one to two comes twice on 3 November.
    [InlineData("30 1 * * *", "2024-11-03T00:00:00", "2024-11-03T05:30:00 2024-11-03T06:30:00 2024-11-04T06:30:00")]
    [InlineData("0,30 1-2 * * *", "2024-11-03T05:00:00", "2024-11-03T05:30:00 2024-11-03T06:00:00 2024-11-03T06:30:00 2024-11-03T07:00:00 2024-11-03T07:30:00")]
    [InlineData("0 12 * * *", "2024-03-09T17:00:00", "2024-03-10T16:00:00 2024-03-11T16:00:00")]
    public void Calendars_follow_the_clock_changes_of_their_zone(string cron, string after, string expected) =>
        Assert.Equal(expected, Times(new ScheduleSpec { CronString = { cron }, TimezoneName = "America/New_York" }, after, expected.Split(' ').Length));

    [Fact]
    public void Jitter_delays_by_the_same_amount_each_time_it_is_asked_and_never_past_the_next_time()
    {
        var spec = new ScheduleSpec { CronString = { "*/10 * * * *" }, Jitter = Duration.FromTimeSpan(TimeSpan.FromHours(2)) };
        ScheduleTimes.Normalize(spec);
        var first = All(new ScheduleTimes(spec, "a"));
        Assert.Equal(first, All(new ScheduleTimes(spec, "a")));
        Assert.NotEqual(first, All(new ScheduleTimes(spec, "b")));
        Assert.All(first, t => Assert.InRange(t.Due - t.Nominal, TimeSpan.Zero, TimeSpan.FromMinutes(10)));
        Assert.True(first.Select(t => t.Due - t.Nominal).Distinct().Count() > 90);

        static List<ScheduledTime> All(ScheduleTimes times)
        {
            var result = new List<ScheduledTime>();
            var after = Utc("2024-01-01T00:00:00");
            while (result.Count < 100)
            {
                result.Add(times.Next(after)!.Value);
                after = result[^1].Nominal;
            }

            return result;
        }
    }

    private static StructuredCalendarSpec Calendar(
        (int Start, int End, int Step)[]? second = null,
        (int Start, int End, int Step)[]? minute = null,
        (int Start, int End, int Step)[]? hour = null,
        (int Start, int End, int Step)[]? month = null,
        (int Start, int End, int Step)[]? dayOfWeek = null)
    {
        return new StructuredCalendarSpec
        {
            Second = { Ranges(second ?? [(0, 0, 1)]) },
            Minute = { Ranges(minute ?? [(0, 0, 1)]) },
            Hour = { Ranges(hour ?? [(0, 0, 1)]) },
            DayOfMonth = { Ranges([(1, 31, 1)]) },
            Month = { Ranges(month ?? [(1, 12, 1)]) },
            DayOfWeek = { Ranges(dayOfWeek ?? [(0, 6, 1)]) },
        };

        static IEnumerable<Range> Ranges((int Start, int End, int Step)[] ranges) => ranges.Select(r => new Range { Start = r.Start, End = r.End, Step = r.Step });
    }

    private static string Times(ScheduleSpec spec, string after, int count)
    {
        ScheduleTimes.Normalize(spec);
        var times = new ScheduleTimes(spec, "seed");
        var result = new List<string>();
        DateTime? time = Utc(after);
        while (result.Count < count)
        {
            time = time is { } last ? times.Next(last)?.Nominal : null;
            result.Add(time?.ToString("s", CultureInfo.InvariantCulture) ?? "never");
        }

        return string.Join(' ', result);
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
