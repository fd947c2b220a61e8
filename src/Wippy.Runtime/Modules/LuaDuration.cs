using System;
using System.Globalization;
using System.Text;

namespace Wippy.Runtime.Modules;

/// <summary>A Duration of the <c>time</c> module: signed nanoseconds (spec/modules.md section 4).</summary>
public sealed class LuaDuration : LuaUserdata
{
    private const long Second = 1_000_000_000;

    private static readonly LuaTable Methods = Libraries.LibraryTable.Create(
        Method("nanoseconds", d => d.Nanoseconds),
        Method("microseconds", d => d.Nanoseconds / 1000),
        Method("milliseconds", d => d.Nanoseconds / 1_000_000),
        Method("seconds", d => d.Nanoseconds / 1e9),
        Method("minutes", d => d.Nanoseconds / 60e9),
        Method("hours", d => d.Nanoseconds / 3600e9));

    /// <summary>A duration of this many nanoseconds.</summary>
    public LuaDuration(long nanoseconds) => Nanoseconds = nanoseconds;

    /// <summary>The nanoseconds.</summary>
    public long Nanoseconds { get; }

    /// <summary>The duration for the host, rounded up to its resolution.</summary>
    public TimeSpan ToTimeSpan() => ToTimeSpan(Nanoseconds);

    /// <summary>A duration for the host, rounded up to its resolution of 100 ns.</summary>
    public static TimeSpan ToTimeSpan(long nanoseconds) =>
        TimeSpan.FromTicks((nanoseconds / 100) + (nanoseconds % 100 > 0 ? 1 : 0));

    /// <summary>Nanoseconds from what Lua programs give: a number of nanoseconds, a text such as <c>1h30m</c>, or a Duration.</summary>
    public static bool TryRead(LuaValue value, out long nanoseconds)
    {
        if (value.IsInteger)
        {
            nanoseconds = value.AsInteger();
            return true;
        }

        if (value.IsFloat)
        {
            return LuaNumber.TryToInteger(Math.Truncate(value.AsFloat()), out nanoseconds);
        }

        if (value.TryGetUserdata<LuaDuration>(out var duration))
        {
            nanoseconds = duration.Nanoseconds;
            return true;
        }

        nanoseconds = 0;
        return value.TryGetString(out var text) && TryParse(text.ToString(), out nanoseconds);
    }

    /// <summary>Reads <c>[sign] {decimal unit}</c> with units ns us µs ms s m h; "0" alone is allowed.</summary>
    public static bool TryParse(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        var rest = text.AsSpan();
        var negative = !rest.IsEmpty && rest[0] == '-';
        if (!rest.IsEmpty && rest[0] is '-' or '+')
        {
            rest = rest[1..];
        }

        if (rest is "0")
        {
            return true;
        }

        Int128 total = 0;
        if (rest.IsEmpty)
        {
            return false;
        }

        while (!rest.IsEmpty)
        {
            if (!TryReadPart(ref rest, out var part))
            {
                return false;
            }

            total += part;
            if (total > (Int128)long.MaxValue + 1)
            {
                return false;
            }
        }

        total = negative ? -total : total;
        if (total > long.MaxValue)
        {
            return false;
        }

        nanoseconds = (long)total;
        return true;
    }

    /// <inheritdoc/>
    public override string? HostType => "time.Duration";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <summary>The text such as <c>1h30m45s</c>, <c>1.5s</c>, <c>250ms</c>, <c>3µs</c>, <c>0s</c>.</summary>
    public override string ToString()
    {
        if (Nanoseconds == 0)
        {
            return "0s";
        }

        var sign = Nanoseconds < 0 ? "-" : "";
        var magnitude = Nanoseconds < 0 ? unchecked((ulong)-Nanoseconds) : (ulong)Nanoseconds;
        if (magnitude < Second)
        {
            return sign + magnitude switch
            {
                < 1000 => Fraction(magnitude, 1) + "ns",
                < 1_000_000 => Fraction(magnitude, 1000) + "µs",
                _ => Fraction(magnitude, 1_000_000) + "ms",
            };
        }

        var seconds = magnitude / Second;
        var text = new StringBuilder(sign);
        if (seconds >= 3600)
        {
            text.Append(CultureInfo.InvariantCulture, $"{seconds / 3600}h");
        }

        if (seconds >= 60)
        {
            text.Append(CultureInfo.InvariantCulture, $"{seconds / 60 % 60}m");
        }

        return text.Append(Fraction((seconds % 60 * Second) + (magnitude % Second), Second)).Append('s').ToString();
    }

    private static LuaFunction Method(string name, Func<LuaDuration, LuaValue> body) =>
        new LuaFunction1(name, self => body(LuaArguments.CheckUserdata<LuaDuration>(self, 1, name, "time.Duration")));

    private static string Fraction(ulong value, ulong unit)
    {
        var whole = (value / unit).ToString(CultureInfo.InvariantCulture);
        var rest = value % unit;
        if (rest == 0)
        {
            return whole;
        }

        var digits = unit.ToString(CultureInfo.InvariantCulture).Length - 1;
        return whole + "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0').TrimEnd('0');
    }

    private static bool TryReadPart(ref ReadOnlySpan<char> rest, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        Int128 whole = 0;
        Int128 fraction = 0;
        Int128 scale = 1;
        var digits = 0;
        var i = 0;
        for (; i < rest.Length && char.IsAsciiDigit(rest[i]); i++, digits++)
        {
            whole = (whole * 10) + (rest[i] - '0');
            if (whole > (Int128)long.MaxValue + 1)
            {
                return false;
            }
        }

        if (i < rest.Length && rest[i] == '.')
        {
            for (i++; i < rest.Length && char.IsAsciiDigit(rest[i]); i++, digits++)
            {
                if (scale < 1_000_000_000_000_000_000)
                {
                    fraction = (fraction * 10) + (rest[i] - '0');
                    scale *= 10;
                }
            }
        }

        var start = i;
        while (i < rest.Length && rest[i] != '.' && !char.IsAsciiDigit(rest[i]))
        {
            i++;
        }

        long unit = rest[start..i] switch
        {
            "ns" => 1,
            "us" or "µs" or "μs" => 1000,
            "ms" => 1_000_000,
            "s" => Second,
            "m" => 60 * Second,
            "h" => 3600 * Second,
            _ => 0,
        };
        rest = rest[i..];
        nanoseconds = (whole * unit) + (fraction * unit / scale);
        return digits > 0 && unit > 0;
    }
}
