using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Wippy.Runtime;

/// <summary>Numbers: conversions between the subtypes, to text and from text (spec/lua.md section 4; Lua manual 3.4.3).</summary>
public static class LuaNumber
{
    private const double TwoTo63 = 9223372036854775808.0;

    // Integers of so many digits are exact floats.
    private const int LongestShort = 15;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

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

    /// <summary>
    /// The hash of an integer. Neighbours have neighbouring hashes, so that loops over keys walk through memory in order; the upper bits are added in for integers that
    /// lie far apart (see <see cref="LuaShape"/>).
    /// </summary>
    [MethodImpl(JitOptions.Accessor)]
    internal static int Hash(long integer) => (int)(integer + ((integer >> 16) * 3) + ((integer >> 32) * 31));

    /// <summary>The hash of a float that is no integer.</summary>
    internal static int Hash(double number)
    {
        var mixed = BitConverter.DoubleToUInt64Bits(number) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 32);
    }

    /// <summary>The number as text in the format of the running program.</summary>
    public static string ToText(LuaValue number) => ToText(number, LuaState.CurrentNumberFormat);

    /// <summary>The number as text.</summary>
    public static string ToText(LuaValue number, NumberFormat format) =>
        number.IsInteger ? number.AsInteger().ToString(CultureInfo.InvariantCulture) : ToText(number.AsFloat(), format);

    /// <summary>The float as text: "%.14g" with ".0" (PUC), or the shortest round-trip text, integral ones without ".0" (Wippy).</summary>
    [SkipLocalsInit]
    public static string ToText(double number, NumberFormat format)
    {
        Span<byte> text = stackalloc byte[FloatText.NumberLength];
        return Encoding.ASCII.GetString(text[..FloatText.Write(text, number, format)]);
    }

    /// <summary>Writes the number in the format of the running program to a target with room for <see cref="FloatText.NumberLength"/> bytes.</summary>
    internal static int Write(Span<byte> target, LuaValue number) =>
        number.IsInteger ? FloatText.Write(target, number.Bits) : FloatText.Write(target, number.AsFloat(), LuaState.CurrentNumberFormat);

    /// <summary>The number in a numeral, with the rules of the lexer and surrounding spaces allowed (Lua manual 3.4.3); nil if it is none.</summary>
    public static LuaValue Parse(ReadOnlySpan<byte> text)
    {
        if (TryParseShort(text, out var number))
        {
            return number;
        }

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

    /// <summary>
    /// Digits, and perhaps a point, so few of them that the integer and the power of ten are exact floats and one division rounds right.
    /// </summary>
    private static bool TryParseShort(ReadOnlySpan<byte> text, out LuaValue number)
    {
        number = default;
        var i = !text.IsEmpty && text[0] == '-' ? 1 : 0;
        var negative = i > 0;
        if (text.Length - i is 0 or > LongestShort)
        {
            return false;
        }

        long value = 0;
        var point = -1;
        for (; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                value = (value * 10) + digit;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        if (point < 0)
        {
            number = negative ? -value : value;
            return true;
        }

        // Without a digit it is no number.
        if (text.Length - (negative ? 1 : 0) == 1)
        {
            return false;
        }

        var magnitude = value / PowersOfTen[text.Length - point - 1];
        number = negative ? -magnitude : magnitude;
        return true;
    }

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
