using System;

namespace Wippy.Runtime.Modules;

/// <summary>The <c>time</c> module (spec/modules.md section 4). Clock, zone and timers are those of the host.</summary>
public static class TimeModule
{
    private static readonly LuaTable Shared = CreateShared();

    /// <summary>Opens the module: a table for each instance, because <c>time.localtz</c> belongs to the host.</summary>
    public static LuaValue Open(LuaState lua)
    {
        var table = new LuaTable(0, Shared.FieldCount + 1);
        var position = 0;
        while (Shared.Next(ref position, out var key, out var value))
        {
            table[key] = value;
        }

        table["localtz"] = Local(lua);
        return table.Freeze();
    }

    /// <summary>The zone of the host.</summary>
    internal static LuaLocation Local(LuaState lua) =>
        lua.Host.LocalTimeZone.Equals(TimeZoneInfo.Utc) ? LuaLocation.Utc : LuaLocation.Of(lua.Host.LocalTimeZone, "Local");

    internal static LuaTime Now(LuaState lua) => LuaTime.From(lua.Host.Now, Local(lua));

    private static LuaTable CreateShared()
    {
        var table = Libraries.LibraryTable.Fill(
            new LuaMultiFunctionN("now", _ => new(Now(LuaState.Current))),
            new LuaAsyncFunctionN("sleep", Sleep),
            new LuaAsyncFunctionN("after", After),
            new LuaAsyncFunctionN("timer", args => Start(args, static (lua, nanoseconds) => new LuaTimer(lua, nanoseconds))),
            new LuaAsyncFunctionN("ticker", args => Start(args, static (lua, nanoseconds) => new LuaTicker(lua, nanoseconds))),
            new LuaMultiFunctionN("date", Date),
            new LuaMultiFunctionN("unix", args =>
                new(new LuaTime(args.CheckInteger(1, "unix"), args.CheckInteger(2, "unix"), Local(LuaState.Current)))),
            new LuaMultiFunctionN("parse", Parse),
            new LuaMultiFunctionN("parse_duration", args =>
                LuaDuration.TryRead(args[0], out var nanoseconds) ? new(new LuaDuration(nanoseconds)) : BadDuration(args[0])),
            new LuaMultiFunctionN("load_location", LoadLocation),
            new LuaMultiFunctionN("fixed_zone", args =>
                new(LuaLocation.Fixed(args.CheckString(1, "fixed_zone").ToString(), (int)Math.Clamp(args.CheckInteger(2, "fixed_zone"), -86400 * 7, 86400 * 7)))));
        AddConstants(table);
        return table.Freeze();
    }

    private static void AddConstants(LuaTable table)
    {
        (string Name, long Value)[] units =
        [
            ("NANOSECOND", 1), ("MICROSECOND", 1000), ("MILLISECOND", 1_000_000), ("SECOND", 1_000_000_000), ("MINUTE", 60_000_000_000), ("HOUR", 3_600_000_000_000),
        ];
        foreach (var (name, value) in units)
        {
            table[name] = value;
        }

        string[] months = ["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"];
        for (var i = 0; i < months.Length; i++)
        {
            table[months[i]] = i + 1;
        }

        string[] weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];
        for (var i = 0; i < weekdays.Length; i++)
        {
            table[weekdays[i]] = i;
        }

        (string Name, string Layout)[] layouts =
        [
            ("RFC3339", "2006-01-02T15:04:05Z07:00"), ("RFC3339NANO", "2006-01-02T15:04:05.999999999Z07:00"), ("RFC822", "02 Jan 06 15:04 MST"),
            ("RFC822Z", "02 Jan 06 15:04 -0700"), ("RFC850", "Monday, 02-Jan-06 15:04:05 MST"), ("RFC1123", "Mon, 02 Jan 2006 15:04:05 MST"),
            ("RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700"), ("KITCHEN", "3:04PM"), ("STAMP", "Jan _2 15:04:05"), ("STAMP_MILLI", "Jan _2 15:04:05.000"),
            ("STAMP_MICRO", "Jan _2 15:04:05.000000"), ("STAMP_NANO", "Jan _2 15:04:05.000000000"), ("DATE_TIME", "2006-01-02 15:04:05"),
            ("DATE_ONLY", "2006-01-02"), ("TIME_ONLY", "15:04:05"),
        ];
        foreach (var (name, layout) in layouts)
        {
            table[name] = layout;
        }

        table["utc"] = LuaLocation.Utc;
    }

    private static LuaValues BadDuration(LuaValue value) => LuaError.Fail(LuaError.Invalid, $"invalid duration \"{value}\"");

    private static LuaTask<LuaValues> Sleep(LuaValues args)
    {
        var lua = LuaState.Current;
        if (!LuaDuration.TryRead(args[0], out var nanoseconds))
        {
            return new(BadDuration(args[0]));
        }

        if (nanoseconds <= 0)
        {
            return lua.Scheduler.Reschedule();
        }

        return lua.Scheduler.RunCommand(async () =>
        {
            await lua.Host.DelayAsync(LuaDuration.ToTimeSpan(nanoseconds), default);
            return LuaValues.Empty;
        });
    }

    private static LuaTask<LuaValues> Start(LuaValues args, Func<LuaState, long, LuaUserdata> create)
    {
        var lua = LuaState.Current;
        if (!LuaDuration.TryRead(args[0], out var nanoseconds))
        {
            return new(BadDuration(args[0]));
        }

        return nanoseconds <= 0
            ? new(LuaError.Fail(LuaError.Invalid, "duration must be positive"))
            : lua.Scheduler.RunRegistration(() => new LuaValues(create(lua, nanoseconds)));
    }

    private static LuaTask<LuaValues> After(LuaValues args) => Start(args, static (lua, nanoseconds) => new LuaTimer(lua, nanoseconds).Channel);

    private static LuaValues Date(LuaValues args)
    {
        var location = args[7].IsNil ? Local(LuaState.Current) : args.CheckUserdata<LuaLocation>(8, "date", "time.Location");
        return new(LuaTime.FromDate(
            args.CheckInteger(1, "date"),
            args.CheckInteger(2, "date"),
            args.CheckInteger(3, "date"),
            args.CheckInteger(4, "date"),
            args.CheckInteger(5, "date"),
            args.CheckInteger(6, "date"),
            args.CheckInteger(7, "date"),
            location));
    }

    private static LuaValues Parse(LuaValues args)
    {
        var layout = args.CheckString(1, "parse").ToString();
        var text = args.CheckString(2, "parse").ToString();
        var location = args[2].IsNil ? Local(LuaState.Current) : args.CheckUserdata<LuaLocation>(3, "parse", "time.Location");
        var time = TimeLayout.Parse(layout, text, location, out var problem);
        return time is null ? LuaError.Fail(LuaError.Invalid, problem) : new(time);
    }

    private static LuaValues LoadLocation(LuaValues args)
    {
        var name = args.CheckString(1, "load_location").ToString();
        switch (name)
        {
            case "":
                return LuaError.Fail(LuaError.Invalid, "location name required");
            case "UTC":
                return new(LuaLocation.Utc);
            case "Local":
                return new(Local(LuaState.Current));
            default:
                return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
                    ? new(LuaLocation.Of(zone, name))
                    : LuaError.Fail(LuaError.NotFound, $"unknown time zone {name}");
        }
    }
}
