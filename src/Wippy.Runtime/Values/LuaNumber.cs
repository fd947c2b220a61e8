using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Wippy.Runtime;

/// <summary>Numbers: conversions between the subtypes, to text and from text (spec/lua.md section 4; Lua manual 3.4.3).</summary>
public static class LuaNumber
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <summary>The float as an integer, if it has an exact integer representation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryToInteger(double number, out long integer)
    {
        if (number >= -TwoTo63 && number < TwoTo63)
        {
            integer = (long)number;
            return integer == number;
        }

        integer = 0;
        return false;
    }

    /// <summary>Mathematically exact equality.</summary>
    internal static bool Equal(long integer, double number) => TryToInteger(number, out var converted) && converted == integer;

    /// <summary>Mathematically exact <c>integer &lt; number</c>.</summary>
    internal static bool LessThan(long integer, double number) => number >= TwoTo63 || (number > -TwoTo63 && integer < (long)Math.Ceiling(number));

    /// <summary>Mathematically exact <c>integer &lt;= number</c>.</summary>
    internal static bool LessOrEqual(long integer, double number) => number >= TwoTo63 || (number >= -TwoTo63 && integer <= (long)Math.Floor(number));

    /// <summary>Mathematically exact <c>number &lt; integer</c>.</summary>
    internal static bool LessThan(double number, long integer) => number < -TwoTo63 || (number < TwoTo63 && (long)Math.Floor(number) < integer);

    /// <summary>Mathematically exact <c>number &lt;= integer</c>.</summary>
    internal static bool LessOrEqual(double number, long integer) => number < -TwoTo63 || (number < TwoTo63 && (long)Math.Ceiling(number) <= integer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Hash(long bits)
    {
        var mixed = (ulong)bits * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 32);
    }

    /// <summary>The number as text in the format of the running program.</summary>
    public static string ToText(LuaValue number) => ToText(number, LuaState.CurrentNumberFormat);

    /// <summary>The number as text.</summary>
    public static string ToText(LuaValue number, NumberFormat format) =>
        number.IsInteger ? number.AsInteger().ToString(CultureInfo.InvariantCulture) : ToText(number.AsFloat(), format);

    /// <summary>The float as text: "%.14g" with ".0" (PUC), or the shortest round-trip text, integral ones without ".0" (Wippy).</summary>
    public static string ToText(double number, NumberFormat format)
    {
        if (double.IsNaN(number))
        {
            return double.IsNegative(number) ? "-nan" : "nan";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "inf" : "-inf";
        }

        if (format == NumberFormat.Puc)
        {
            var text = FormatGeneral(number, 14, false);
            return LooksLikeInteger(text) ? text + ".0" : text;
        }

        if (number == 0)
        {
            return double.IsNegative(number) ? "-0" : "0";
        }

        // "R" gives the shortest digits; the exponent form is used below 1e-4 and from 1e21 on.
        var magnitude = Math.Abs(number);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        SplitDigits(shortest, out var negative, out var digits, out var exponent);
        var sign = negative ? "-" : "";
        if (magnitude < 1e-4 || magnitude >= 1e21)
        {
            var mantissa = digits.Length > 1 ? digits[..1] + "." + digits[1..] : digits;
            return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        }

        if (exponent < 0)
        {
            return sign + "0." + new string('0', -exponent - 1) + digits;
        }

        return digits.Length <= exponent + 1
            ? sign + digits + new string('0', exponent + 1 - digits.Length)
            : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    /// <summary>C's <c>%.{precision}g</c>; with <paramref name="alternative"/> (flag #) trailing zeros stay.</summary>
    internal static string FormatGeneral(double number, int precision, bool alternative)
    {
        precision = precision == 0 ? 1 : precision;
        var scientific = number.ToString("E" + (precision - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var mark = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent < -4 || exponent >= precision)
        {
            var mantissa = scientific[..mark];
            return (alternative ? mantissa : TrimFraction(mantissa)) + FormatExponent(exponent);
        }

        // The digits are already rounded to the precision; only the point moves. Formatting again with F would round the same value the same way.
        var plain = number.ToString("F" + (precision - 1 - exponent).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return alternative ? plain : TrimFraction(plain);
    }

    /// <summary>C's <c>%.{precision}e</c>.</summary>
    internal static string FormatScientific(double number, int precision)
    {
        var scientific = number.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var mark = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return scientific[..mark] + FormatExponent(exponent);
    }

    /// <summary>The number in a numeral, with the rules of the lexer and surrounding spaces allowed (Lua manual 3.4.3); nil if it is none.</summary>
    public static LuaValue Parse(ReadOnlySpan<byte> text)
    {
        text = Trim(text);
        if (text.IsEmpty)
        {
            return default;
        }

        var negative = text[0] == '-';
        var digits = negative || text[0] == '+' ? text[1..] : text;
        if (digits.IsEmpty)
        {
            return default;
        }

        if (digits.Length >= 2 && digits[0] == '0' && (digits[1] | 0x20) == 'x')
        {
            return ParseHexadecimal(digits[2..], negative);
        }

        return ParseDecimal(text, digits, negative);
    }

    /// <summary>The value of a hexadecimal digit, -1 for another byte.</summary>
    internal static int HexDigit(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };

    internal static bool IsSpace(byte value) => value == ' ' || (value >= 9 && value <= 13);

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && IsSpace(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsSpace(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    /// <summary>Splits a round-trip text into its digits (without leading or trailing zeros) and the exponent of the first one.</summary>
    internal static void SplitDigits(string text, out bool negative, out string digits, out int exponent)
    {
        negative = text[0] == '-';
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var power = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = text.AsSpan(negative ? 1 : 0, (mark < 0 ? text.Length : mark) - (negative ? 1 : 0));
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa.Length : point;
        var all = new StringBuilder(mantissa.Length);
        foreach (var c in mantissa)
        {
            if (c != '.')
            {
                all.Append(c);
            }
        }

        var start = 0;
        while (start < all.Length - 1 && all[start] == '0')
        {
            start++;
        }

        exponent = power + whole - 1 - start;
        digits = all.ToString(start, all.Length - start).TrimEnd('0');
        digits = digits.Length == 0 ? "0" : digits;
    }

    private static bool LooksLikeInteger(string text)
    {
        foreach (var c in text)
        {
            if (c != '-' && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string TrimFraction(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;

    private static string FormatExponent(int exponent) =>
        (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);

    private static LuaValue ParseDecimal(ReadOnlySpan<byte> text, ReadOnlySpan<byte> digits, bool negative)
    {
        ulong value = 0;
        var overflow = false;
        var integral = true;
        var sawDigit = false;
        var i = 0;
        for (; i < digits.Length && digits[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            var digit = (uint)(digits[i] - '0');
            sawDigit = true;
            overflow |= value > (ulong.MaxValue - digit) / 10;
            value = (value * 10) + digit;
        }

        if (i < digits.Length && digits[i] == '.')
        {
            integral = false;
            for (i++; i < digits.Length && digits[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                sawDigit = true;
            }
        }

        if (!sawDigit)
        {
            return default;
        }

        if (i < digits.Length && (digits[i] | 0x20) == 'e')
        {
            integral = false;
            i++;
            if (i < digits.Length && (digits[i] == '+' || digits[i] == '-'))
            {
                i++;
            }

            var first = i;
            for (; i < digits.Length && digits[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
            }

            if (i == first)
            {
                return default;
            }
        }

        if (i != digits.Length)
        {
            return default;
        }

        if (integral && !overflow && value <= (ulong)long.MaxValue + (negative ? 1UL : 0UL))
        {
            return negative ? unchecked(-(long)value) : (long)value;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : default(LuaValue);
    }

    private static LuaValue ParseHexadecimal(ReadOnlySpan<byte> digits, bool negative)
    {
        ulong integer = 0;
        var mantissa = 0.0;
        var exponent = 0;
        var integral = true;
        var significant = 0;
        var sawDigit = false;
        var i = 0;
        for (; i < digits.Length; i++)
        {
            if (digits[i] == '.')
            {
                if (!integral)
                {
                    break;
                }

                integral = false;
                continue;
            }

            var digit = HexDigit(digits[i]);
            if (digit < 0)
            {
                break;
            }

            sawDigit = true;
            integer = (integer << 4) | (uint)digit;
            if (significant > 0 || digit != 0)
            {
                significant++;
            }

            // 30 digits are more than a double can tell apart; later ones only move the point.
            if (significant <= 30)
            {
                mantissa = (mantissa * 16) + digit;
                exponent -= integral ? 0 : 4;
            }
            else
            {
                exponent += integral ? 4 : 0;
            }
        }

        if (!sawDigit)
        {
            return default;
        }

        if (i < digits.Length && (digits[i] | 0x20) == 'p')
        {
            integral = false;
            i++;
            var negativeExponent = i < digits.Length && digits[i] == '-';
            if (i < digits.Length && (digits[i] == '+' || digits[i] == '-'))
            {
                i++;
            }

            var first = i;
            var power = 0;
            for (; i < digits.Length && digits[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                power = Math.Min((power * 10) + digits[i] - '0', 1_000_000);
            }

            if (i == first)
            {
                return default;
            }

            exponent += negativeExponent ? -power : power;
        }

        if (i != digits.Length)
        {
            return default;
        }

        if (integral)
        {
            return unchecked(negative ? -(long)integer : (long)integer);
        }

        var value = Math.ScaleB(mantissa, exponent);
        return negative ? -value : value;
    }
}
