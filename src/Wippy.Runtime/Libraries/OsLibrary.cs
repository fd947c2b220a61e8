using System;
using System.Globalization;
using System.Text;

namespace Wippy.Runtime.Libraries;

/// <summary>The <c>os</c> table (spec/modules.md section 16). The clock and the zone are those of the host.</summary>
public static class OsLibrary
{
    // Before the table, which uses them.
    private static readonly LuaString Year = LuaString.Literal("year"u8);
    private static readonly LuaString Month = LuaString.Literal("month"u8);
    private static readonly LuaString Day = LuaString.Literal("day"u8);
    private static readonly LuaString Hour = LuaString.Literal("hour"u8);
    private static readonly LuaString Minute = LuaString.Literal("min"u8);
    private static readonly LuaString Second = LuaString.Literal("sec"u8);
    private static readonly LuaString[] DateFields =
        [Year, Month, Day, Hour, Minute, Second, LuaString.Literal("wday"u8), LuaString.Literal("yday"u8), LuaString.Literal("isdst"u8)];

    private static readonly LuaShape DateShape = LuaShape.Of(DateFields);

    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Create();

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaTable Create()
    {
        var table = LibraryTable.Fill(
            new LuaMultiFunctionN("clock", _ => new(LuaStack.OnOrigin(() => LuaState.Current.Host.ElapsedSeconds))),
            new LuaMultiFunctionN("date", args => new(Date(args))),
            new LuaMultiFunctionN("difftime", args => new(args.CheckNumber(1, "difftime") - args.CheckNumber(2, "difftime"))),
            new LuaMultiFunctionN("time", args => new(Time(args))));
        table["platform"] = "wippy";
        return table.Freeze();
    }

    private static LuaValue Time(LuaValues args)
    {
        var host = LuaState.Current.Host;
        var now = host.Now;
        if (args[0].IsNil)
        {
            return now.ToUnixTimeSeconds();
        }

        var fields = args.CheckTable(1, "time");
        var today = TimeZoneInfo.ConvertTime(now, host.LocalTimeZone);
        var year = Field(fields, Year, today.Year);
        var month = Field(fields, Month, today.Month);
        var day = Field(fields, Day, today.Day);
        try
        {
            checked
            {
                var local = new DateTime(1, 1, 1)
                    .AddMonths((int)((((year - 1) * 12) + month) - 1))
                    .AddDays(day - 1)
                    .AddSeconds((Field(fields, Hour, 0) * 3600) + (Field(fields, Minute, 0) * 60) + Field(fields, Second, 0));
                var offset = host.LocalTimeZone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
                if (!fields.IsFrozen)
                {
                    // As in stock Lua the table gets the fields of the time that it stands for.
                    var values = DateValues(new DateTimeOffset(local, offset), host.LocalTimeZone);
                    for (var i = 0; i < values.Length; i++)
                    {
                        fields[DateFields[i]] = values[i];
                    }
                }

                return (long)Math.Floor((local - offset - DateTime.UnixEpoch).TotalSeconds);
            }
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            throw new LuaException("time result cannot be represented in this installation");
        }
    }

    private static long Field(LuaTable fields, LuaString name, long otherwise)
    {
        var value = fields[name];
        if (value.IsNil)
        {
            return otherwise;
        }

        return LuaOperators.TryToInteger(value, out var integer) ? integer : throw new LuaException($"field '{name}' is not an integer");
    }

    private static LuaValue Date(LuaValues args)
    {
        var host = LuaState.Current.Host;
        var format = args[0].IsNil ? "%c" : args.CheckString(1, "date").ToString();
        var seconds = args[1].IsNil ? host.Now.ToUnixTimeSeconds() : args.CheckInteger(2, "date");
        if (seconds is < -62135596800 or > 253402300799)
        {
            throw new LuaException("time result cannot be represented in this installation");
        }

        var utc = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var zone = host.LocalTimeZone;
        if (format.StartsWith('!'))
        {
            format = format[1..];
            zone = TimeZoneInfo.Utc;
        }

        var time = zone == TimeZoneInfo.Utc ? utc : TimeZoneInfo.ConvertTime(utc, zone);
        return format.StartsWith("*t", StringComparison.Ordinal) ? new LuaTable(DateShape, DateValues(time, zone)) : Format(format, time, zone);
    }

    // In the order of the fields of a date.
    private static LuaValue[] DateValues(DateTimeOffset time, TimeZoneInfo zone) =>
    [
        time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, (int)time.DayOfWeek + 1, time.DayOfYear,
        zone.SupportsDaylightSavingTime && zone.IsDaylightSavingTime(time),
    ];

    private static LuaValue Format(string format, DateTimeOffset time, TimeZoneInfo zone)
    {
        var result = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                result.Append(format[i]);
                continue;
            }

            i++;
            result.Append(format[i] switch
            {
                'a' => Text("ddd"),
                'A' => Text("dddd"),
                'b' => Text("MMM"),
                'B' => Text("MMMM"),
                'c' => Text("ddd MMM ") + time.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2) + Text(" HH:mm:ss yyyy"),
                'd' => Text("dd"),
                'H' => Text("HH"),
                'I' => Text("hh"),
                'j' => time.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
                'm' => Text("MM"),
                'M' => Text("mm"),
                'p' => time.Hour < 12 ? "AM" : "PM",
                'S' => Text("ss"),
                'U' or 'W' => ISOWeek.GetWeekOfYear(time.DateTime).ToString("00", CultureInfo.InvariantCulture),
                'w' => ((int)time.DayOfWeek).ToString(CultureInfo.InvariantCulture),
                'x' => Text("MM/dd/yy"),
                'X' => Text("HH:mm:ss"),
                'y' => Text("yy"),
                'Y' => Text("yyyy"),
                'z' => Text("zzz").Replace(":", "", StringComparison.Ordinal),
                'Z' => Modules.TimeZoneNames.Abbreviation(zone, time),
                '%' => "%",
                _ => "%" + format[i],
            });
        }

        return result.ToString();

        string Text(string pattern) => time.ToString(pattern.Length == 1 ? "%" + pattern : pattern, CultureInfo.InvariantCulture);
    }
}
