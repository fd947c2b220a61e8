using System;

namespace Wippy.Runtime.Modules;

/// <summary>A Time of the <c>time</c> module: an instant with nanoseconds, seen in a location (spec/modules.md section 4).</summary>
public sealed class LuaTime : LuaUserdata
{
    /// <summary>Unix seconds of 0001-01-01 00:00:00 UTC, the zero time.</summary>
    internal const long ZeroSeconds = -62135596800;

    private const string TypeText = "time.Time";
    private const long NanosecondsPerSecond = 1_000_000_000;

    private static readonly LuaTable Methods = CreateMethods();

    private readonly int offset;
    private readonly CivilTime civil;

    /// <summary>An instant; nanoseconds may be out of range.</summary>
    public LuaTime(long unixSeconds, long nanoseconds, LuaLocation location)
    {
        var carry = Math.DivRem(nanoseconds, NanosecondsPerSecond, out var rest);
        if (rest < 0)
        {
            rest += NanosecondsPerSecond;
            carry--;
        }

        UnixSeconds = unchecked(unixSeconds + carry);
        Nanosecond = (int)rest;
        Location = location;
        (offset, Abbreviation) = location.At(UnixSeconds);
        civil = CivilTime.FromSeconds(unchecked(UnixSeconds + offset));
    }

    /// <summary>Whole seconds since 1970.</summary>
    public long UnixSeconds { get; }

    /// <summary>Nanoseconds within the second.</summary>
    public int Nanosecond { get; }

    /// <summary>The location.</summary>
    public LuaLocation Location { get; }

    internal string Abbreviation { get; }

    internal int Offset => offset;

    internal CivilTime Civil => civil;

    /// <summary>A time of the host in a location.</summary>
    public static LuaTime From(DateTimeOffset time, LuaLocation location)
    {
        var ticks = time.UtcTicks - DateTime.UnixEpoch.Ticks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        return new LuaTime(seconds, rest * 100, location);
    }

    /// <summary>The time of calendar components, which may be out of range, in a location.</summary>
    public static LuaTime FromDate(long year, long month, long day, long hour, long minute, long second, long nanosecond, LuaLocation location)
    {
        var local = unchecked(CivilTime.ToSeconds(year, month, day) + (hour * 3600) + (minute * 60) + second);
        var guess = unchecked(local - location.At(local).Offset);
        return new LuaTime(unchecked(local - location.At(guess).Offset), nanosecond, location);
    }

    /// <summary>The time for the host, at its resolution of 100 ns.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeSeconds(UnixSeconds).AddTicks(Nanosecond / 100);

    /// <inheritdoc/>
    public override string? HostType => "time.Time";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => TimeLayout.Format(this, "2006-01-02 15:04:05.999999999 -0700 MST");

    internal int CompareTo(LuaTime other) =>
        UnixSeconds != other.UnixSeconds ? UnixSeconds.CompareTo(other.UnixSeconds) : Nanosecond.CompareTo(other.Nanosecond);

    private static LuaTable CreateMethods() => Libraries.LibraryTable.Create(
        Method("add", (t, args) => new LuaTime(t.UnixSeconds, t.Nanosecond, t.Location).Plus(CheckDuration(args, "add"))),
        Method("sub", (t, args) => new LuaDuration(t.Minus(args.CheckUserdata<LuaTime>(2, "sub", TypeText)))),
        Method("add_date", (t, args) => FromDate(
            unchecked(t.civil.Year + args.CheckInteger(2, "add_date")),
            unchecked(t.civil.Month + args.CheckInteger(3, "add_date")),
            unchecked(t.civil.Day + args.CheckInteger(4, "add_date")),
            t.civil.Hour,
            t.civil.Minute,
            t.civil.Second,
            t.Nanosecond,
            t.Location)),
        Method("before", (t, args) => t.CompareTo(args.CheckUserdata<LuaTime>(2, "before", TypeText)) < 0),
        Method("after", (t, args) => t.CompareTo(args.CheckUserdata<LuaTime>(2, "after", TypeText)) > 0),
        Method("equal", (t, args) => t.CompareTo(args.CheckUserdata<LuaTime>(2, "equal", TypeText)) == 0),
        Method("format", (t, args) => TimeLayout.Format(t, args.CheckString(2, "format").ToString())),
        Method("format_rfc3339", (t, _) => TimeLayout.Format(t, "2006-01-02T15:04:05Z07:00")),
        Method("unix", (t, _) => t.UnixSeconds),
        Method("unix_nano", (t, _) => unchecked((t.UnixSeconds * NanosecondsPerSecond) + t.Nanosecond)),
        Method("year", (t, _) => t.civil.Year),
        Method("month", (t, _) => t.civil.Month),
        Method("day", (t, _) => t.civil.Day),
        Method("hour", (t, _) => t.civil.Hour),
        Method("minute", (t, _) => t.civil.Minute),
        Method("second", (t, _) => t.civil.Second),
        Method("nanosecond", (t, _) => t.Nanosecond),
        Method("weekday", (t, _) => t.civil.Weekday),
        Method("year_day", (t, _) => t.civil.YearDay),
        Method("is_zero", (t, _) => t.UnixSeconds == ZeroSeconds && t.Nanosecond == 0),
        Method("in_location", (t, args) => new LuaTime(t.UnixSeconds, t.Nanosecond, args.CheckUserdata<LuaLocation>(2, "in_location", "time.Location"))),
        Method("in_local", (t, _) => new LuaTime(t.UnixSeconds, t.Nanosecond, TimeModule.Local(LuaState.Current))),
        Method("utc", (t, _) => new LuaTime(t.UnixSeconds, t.Nanosecond, LuaLocation.Utc)),
        Method("location", (t, _) => t.Location),
        Method("round", (t, args) => t.Round(args.CheckUserdata<LuaDuration>(2, "round", "time.Duration").Nanoseconds, true)),
        Method("truncate", (t, args) => t.Round(args.CheckUserdata<LuaDuration>(2, "truncate", "time.Duration").Nanoseconds, false)),
        new LuaMultiFunctionN("date", args =>
        {
            var civil = args.CheckUserdata<LuaTime>(1, "date", TypeText).civil;
            return new LuaValues([civil.Year, civil.Month, civil.Day]);
        }),
        new LuaMultiFunctionN("clock", args =>
        {
            var civil = args.CheckUserdata<LuaTime>(1, "clock", TypeText).civil;
            return new LuaValues([civil.Hour, civil.Minute, civil.Second]);
        }));

    private static LuaFunction Method(string name, Func<LuaTime, LuaValues, LuaValue> body) =>
        new LuaFunctionN(name, args => body(args.CheckUserdata<LuaTime>(1, name, TypeText), args));

    private static long CheckDuration(LuaValues args, string name) =>
        LuaDuration.TryRead(args[1], out var nanoseconds) ? nanoseconds : throw LuaArguments.Bad(2, name, "invalid duration");

    private LuaTime Plus(long nanoseconds)
    {
        var seconds = Math.DivRem(nanoseconds, NanosecondsPerSecond, out var rest);
        return new LuaTime(unchecked(UnixSeconds + seconds), Nanosecond + rest, Location);
    }

    private long Minus(LuaTime other)
    {
        var difference = (((Int128)UnixSeconds - other.UnixSeconds) * NanosecondsPerSecond) + Nanosecond - other.Nanosecond;
        return difference > long.MaxValue ? long.MaxValue : difference < long.MinValue ? long.MinValue : (long)difference;
    }

    private LuaTime Round(long unit, bool nearest)
    {
        if (unit <= 0)
        {
            return this;
        }

        var sinceZero = (((Int128)UnixSeconds - ZeroSeconds) * NanosecondsPerSecond) + Nanosecond;
        var rest = (long)(sinceZero % unit);
        rest = rest < 0 ? rest + unit : rest;
        return nearest && rest >= unit - rest ? Plus(unit - rest) : Plus(-rest);
    }
}

/// <summary>Calendar components of local seconds since 1970, in the proleptic Gregorian calendar.</summary>
internal readonly record struct CivilTime(long Year, int Month, int Day, int Hour, int Minute, int Second, int Weekday, int YearDay)
{
    private const int DaysPerEra = 146097;

    public static CivilTime FromSeconds(long seconds)
    {
        var days = FloorDivide(seconds, 86400, out var clock);
        var (year, month, day) = FromDays(days);
        FloorDivide(days + 4, 7, out var weekday);
        var yearDay = (int)(days - DaysOf(year, 1, 1)) + 1;
        return new CivilTime(year, month, day, (int)(clock / 3600), (int)(clock / 60 % 60), (int)(clock % 60), (int)weekday, yearDay);
    }

    /// <summary>Seconds since 1970 of midnight of a date whose month and day may be out of range.</summary>
    public static long ToSeconds(long year, long month, long day)
    {
        year = unchecked(year + FloorDivide(month - 1, 12, out var zeroBased));
        return unchecked((DaysOf(year, (int)zeroBased + 1, 1) + day - 1) * 86400);
    }

    public static int DaysIn(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static long DaysOf(long year, int month, int day)
    {
        // The year is taken to start in March, so that the leap day is its last.
        year -= month <= 2 ? 1 : 0;
        var era = FloorDivide(year, 400, out var yearOfEra);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return unchecked((era * DaysPerEra) + dayOfEra - 719468);
    }

    private static (long Year, int Month, int Day) FromDays(long days)
    {
        var era = FloorDivide(days + 719468, DaysPerEra, out var dayOfEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var day = (int)(dayOfYear - (((153 * shifted) + 2) / 5) + 1);
        var month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    private static long FloorDivide(long value, long divisor, out long rest)
    {
        var quotient = Math.DivRem(value, divisor, out rest);
        if (rest < 0)
        {
            rest += divisor;
            quotient--;
        }

        return quotient;
    }
}
