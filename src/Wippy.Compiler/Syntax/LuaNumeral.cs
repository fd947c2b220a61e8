using System;
using System.Numerics;

namespace Wippy.Compiler.Syntax;

/// <summary>
/// Reads numerals (Lua manual 3.1). Floats are rounded here, exactly, so that the result does not depend on the
/// framework that hosts the compiler.
/// </summary>
internal static class LuaNumeral
{
    // No double is decided by more significant decimal digits than this; a non-zero rest is folded into one more digit.
    private const int MaxSignificantDigits = 800;

    /// <summary>Reads a numeral: a <see cref="long"/>, a <see cref="double"/>, or null when it is malformed.</summary>
    public static object? Parse(string text) =>
        text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X' ? ParseHexadecimal(text) : ParseDecimal(text);

    private static object? ParseDecimal(string text)
    {
        var digits = new char[Math.Min(text.Length, MaxSignificantDigits + 1)];
        var count = 0;
        var exponent = 0L;
        var dot = false;
        var any = false;
        var sticky = false;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '.' && !dot)
            {
                dot = true;
                continue;
            }

            if (c is < '0' or > '9')
            {
                break;
            }

            any = true;
            exponent -= dot ? 1 : 0;
            if (count == 0 && c == '0')
            {
                continue;
            }

            if (count < MaxSignificantDigits)
            {
                digits[count++] = c;
            }
            else
            {
                sticky |= c != '0';
                exponent++;
            }
        }

        if (!any)
        {
            return null;
        }

        var isFloat = dot;
        if (i < text.Length)
        {
            if (text[i] is not ('e' or 'E') || !TryReadExponent(text, i + 1, out var written))
            {
                return null;
            }

            isFloat = true;
            exponent += written;
        }

        if (count == 0)
        {
            return isFloat ? 0.0 : (object)0L;
        }

        if (sticky)
        {
            digits[count++] = '1';
            exponent--;
        }

        if (!isFloat && count <= 19 && !sticky && ulong.Parse(new string(digits, 0, count)) is var integer and <= long.MaxValue)
        {
            return (long)integer;
        }

        if (exponent + count > 400)
        {
            return double.PositiveInfinity;
        }

        if (exponent + count < -400)
        {
            return 0.0;
        }

        var numerator = BigInteger.Parse(new string(digits, 0, count));
        var denominator = BigInteger.One;
        if (exponent >= 0)
        {
            numerator *= BigInteger.Pow(10, (int)exponent);
        }
        else
        {
            denominator = BigInteger.Pow(10, (int)-exponent);
        }

        // Scale so that the quotient has 64 bits or a few more.
        var shift = 66 - (BitLength(numerator) - BitLength(denominator));
        if (shift >= 0)
        {
            numerator <<= shift;
        }
        else
        {
            denominator <<= -shift;
        }

        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var excess = Math.Max(0, BitLength(quotient) - 64);
        var rest = !remainder.IsZero || !(quotient & ((BigInteger.One << excess) - 1)).IsZero;
        return Round((ulong)(quotient >> excess), excess - shift, rest);
    }

    private static object? ParseHexadecimal(string text)
    {
        var mantissa = 0UL;
        var wrapped = 0UL;
        var exponent = 0L;
        var significant = 0;
        var dot = false;
        var any = false;
        var sticky = false;
        var i = 2;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '.' && !dot)
            {
                dot = true;
                continue;
            }

            var digit = HexValue(c);
            if (digit < 0)
            {
                break;
            }

            any = true;
            wrapped = unchecked((wrapped << 4) | (uint)digit);
            exponent -= dot ? 4 : 0;
            if (significant == 0 && digit == 0)
            {
                continue;
            }

            if (significant < 16)
            {
                mantissa = (mantissa << 4) | (uint)digit;
                significant++;
            }
            else
            {
                sticky |= digit != 0;
                exponent += 4;
            }
        }

        if (!any)
        {
            return null;
        }

        if (i == text.Length && !dot)
        {
            return unchecked((long)wrapped);
        }

        if (i < text.Length)
        {
            if (text[i] is not ('p' or 'P') || !TryReadExponent(text, i + 1, out var written))
            {
                return null;
            }

            exponent += written;
        }

        return mantissa == 0 ? 0.0 : Round(mantissa, (int)Math.Max(-100_000, Math.Min(100_000, exponent)), sticky);
    }

    private static bool TryReadExponent(string text, int start, out long value)
    {
        value = 0;
        var i = start;
        var negative = i < text.Length && text[i] == '-';
        if (i < text.Length && text[i] is '+' or '-')
        {
            i++;
        }

        var first = i;
        for (; i < text.Length && text[i] is >= '0' and <= '9'; i++)
        {
            value = Math.Min(1_000_000_000, (value * 10) + (text[i] - '0'));
        }

        value = negative ? -value : value;
        return i == text.Length && i > first;
    }

    /// <summary>The double nearest to <c>mantissa * 2^exponent</c>, half to even; <paramref name="sticky"/>: a non-zero rest follows.</summary>
    private static double Round(ulong mantissa, int exponent, bool sticky)
    {
        while ((mantissa & 0x8000_0000_0000_0000UL) == 0)
        {
            mantissa <<= 1;
            exponent--;
        }

        // The value is 1.xxx * 2^top.
        var top = exponent + 63;
        if (top > 1023)
        {
            return double.PositiveInfinity;
        }

        var precision = top >= -1022 ? 53 : 53 - (-1022 - top);
        if (precision < 0)
        {
            return 0.0;
        }

        var drop = 64 - precision;
        var kept = drop == 64 ? 0 : mantissa >> drop;
        var half = 1UL << (drop - 1);
        var tail = drop == 64 ? mantissa : mantissa & ((1UL << drop) - 1);
        if (tail > half || (tail == half && (sticky || (kept & 1) == 1)))
        {
            kept++;
        }

        // For normal numbers the implicit bit of "kept" adds one to the exponent field; a carry does the right thing.
        var bits = top >= -1022 ? ((ulong)(top + 1022) << 52) + kept : kept;
        return BitConverter.Int64BitsToDouble((long)bits);
    }

    private static int BitLength(BigInteger value)
    {
        var bytes = value.ToByteArray();
        var last = bytes.Length - 1;
        while (last > 0 && bytes[last] == 0)
        {
            last--;
        }

        var length = last * 8;
        for (var top = (int)bytes[last]; top != 0; top >>= 1)
        {
            length++;
        }

        return length;
    }

    /// <summary>Value of a hexadecimal digit, or -1.</summary>
    public static int HexValue(int c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
