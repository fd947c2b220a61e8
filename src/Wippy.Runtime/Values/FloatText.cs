using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// Finite floats as ASCII digits, rounded as C does: exactly, ties to even. The usual magnitudes take one multiplication of 64 by 64 bits; the others go
/// through the formatting of .NET, which rounds the same way.
/// </summary>
internal static class FloatText
{
    /// <summary>Room for any text of this class: 309 digits, a point and 99 decimals, an exponent.</summary>
    public const int MaximumLength = 420;

    /// <summary>Room for the text of a number as <c>tostring</c> gives it.</summary>
    public const int NumberLength = 32;

    private const int LargestPrecision = 99;

    // A product with one more bit than this many decimals still fits into 64 bits.
    private const int LargestScale = 18;
    private const int LargestDigits = 17;
    private const ulong MantissaBits = 0xFFFFFFFFFFFFF;

    private static ReadOnlySpan<ulong> Powers =>
    [
        1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
        100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
    ];

    private static readonly string?[] FixedFormats = new string?[LargestPrecision + 1];
    private static readonly string?[] ScientificFormats = new string?[LargestPrecision + 1];

    /// <summary>C's <c>%.{precision}f</c>; with <paramref name="alternative"/> (flag #) the point always stays.</summary>
    public static int WriteFixed(Span<byte> target, double magnitude, int precision, bool alternative)
    {
        int length;
        if (TrySplit(magnitude, precision, out var whole, out var decimals))
        {
            length = Write(target, whole);
            if (precision > 0)
            {
                target[length] = (byte)'.';
                WritePadded(target.Slice(length + 1, precision), decimals);
                return length + 1 + precision;
            }
        }
        else
        {
            magnitude.TryFormat(target, out length, FixedFormats[precision] ??= "F" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        if (alternative && precision == 0)
        {
            target[length++] = (byte)'.';
        }

        return length;
    }

    /// <summary>C's <c>%.{precision}e</c>; with <paramref name="alternative"/> (flag #) the point always stays.</summary>
    [SkipLocalsInit]
    public static int WriteScientific(Span<byte> target, double magnitude, int precision, bool alternative)
    {
        Span<byte> digits = stackalloc byte[LargestPrecision + 1];
        digits = digits[..(precision + 1)];
        return WriteMantissa(target, digits, Round(magnitude, digits), alternative);
    }

    /// <summary>C's <c>%.{precision}g</c>; with <paramref name="alternative"/> (flag #) the point and trailing zeros stay.</summary>
    [SkipLocalsInit]
    public static int WriteGeneral(Span<byte> target, double magnitude, int precision, bool alternative)
    {
        Span<byte> buffer = stackalloc byte[LargestPrecision + 1];
        var digits = buffer[..Math.Max(precision, 1)];
        var exponent = Round(magnitude, digits);
        var isScientific = exponent < -4 || exponent >= digits.Length;
        var whole = isScientific ? 1 : Math.Max(exponent + 1, 0);
        var count = digits.Length;
        while (!alternative && count > whole && count > 1 && digits[count - 1] == '0')
        {
            count--;
        }

        digits = digits[..count];
        return isScientific ? WriteMantissa(target, digits, exponent, alternative) : WritePlain(target, digits, exponent, alternative);
    }

    /// <summary>The float as <c>tostring</c> gives it, with sign and names of what is not finite; see <see cref="LuaNumber.ToText(double, NumberFormat)"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Write(Span<byte> target, double number, NumberFormat format)
    {
        if (!double.IsFinite(number))
        {
            var name = double.IsNaN(number) ? (double.IsNegative(number) ? "-nan"u8 : "nan"u8) : number > 0 ? "inf"u8 : "-inf"u8;
            name.CopyTo(target);
            return name.Length;
        }

        var start = 0;
        if (double.IsNegative(number))
        {
            target[start++] = (byte)'-';
            number = -number;
        }

        if (format == NumberFormat.Wippy)
        {
            return start + WriteShortest(target[start..], number);
        }

        var length = start + WriteGeneral(target[start..], number, 14, false);
        foreach (var b in target[start..length])
        {
            if (b is (byte)'.' or (byte)'e')
            {
                return length;
            }
        }

        target[length] = (byte)'.';
        target[length + 1] = (byte)'0';
        return length + 2;
    }

    /// <summary>The shortest digits that give the same float; the exponent form below 1e-4 and from 1e21 on.</summary>
    [SkipLocalsInit]
    private static int WriteShortest(Span<byte> target, double magnitude)
    {
        const double Exact = 1L << 53;
        if (magnitude < Exact && magnitude == Math.Floor(magnitude))
        {
            return Write(target, (ulong)magnitude);
        }

        Span<byte> digits = stackalloc byte[NumberLength];
        int count;
        int exponent;

        // Few decimals are the usual case. Up to 15 digits no two decimals are the same float, so one that gives the float is the shortest.
        const double Scale = 1e6;
        const double LargestScaled = 1e15;
        var scaled = Math.Round(magnitude * Scale);
        if (magnitude >= 1e-4 && scaled < LargestScaled && scaled / Scale == magnitude)
        {
            count = Write(digits, (ulong)scaled);
            exponent = count - 7;
        }
        else
        {
            Span<byte> text = stackalloc byte[NumberLength];
            magnitude.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            if ((BitConverter.DoubleToUInt64Bits(magnitude) & MantissaBits) == 0 && double.Parse(text[..length], CultureInfo.InvariantCulture) != magnitude)
            {
                // A power of two: the float below is nearer than the one above, which .NET overlooks.
                magnitude.TryFormat(text, out length, "E16", CultureInfo.InvariantCulture);
            }

            count = Collect(text[..length], digits, out exponent);
        }

        while (count > 1 && digits[count - 1] == '0')
        {
            count--;
        }

        digits = digits[..count];
        if (magnitude < 1e-4 || magnitude >= 1e21)
        {
            return WriteMantissa(target, digits, exponent, false);
        }

        // The zeros up to the point.
        if (exponent + 1 > count)
        {
            digits.CopyTo(target);
            target[count..(exponent + 1)].Fill((byte)'0');
            return exponent + 1;
        }

        return WritePlain(target, digits, exponent, false);
    }

    /// <summary>Splits a text of .NET into its digits without leading zeros and the exponent of the first one.</summary>
    private static int Collect(ReadOnlySpan<byte> text, Span<byte> digits, out int exponent)
    {
        var count = 0;
        var point = -1;
        exponent = 0;
        var leading = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == '.')
            {
                point = count + leading;
            }
            else if (b == 'E')
            {
                exponent = int.Parse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            else if (count == 0 && b == '0')
            {
                leading++;
            }
            else
            {
                digits[count++] = b;
            }
        }

        exponent += (point < 0 ? count + leading : point) - leading - 1;
        return count;
    }

    private static int WritePlain(Span<byte> target, ReadOnlySpan<byte> digits, int exponent, bool alternative)
    {
        var length = 0;
        if (exponent < 0)
        {
            target[length++] = (byte)'0';
            target[length++] = (byte)'.';
            target.Slice(length, -exponent - 1).Fill((byte)'0');
            length += -exponent - 1;
            digits.CopyTo(target[length..]);
            return length + digits.Length;
        }

        length = exponent + 1;
        digits[..length].CopyTo(target);
        if (digits.Length > length || alternative)
        {
            target[length++] = (byte)'.';
            digits[(exponent + 1)..].CopyTo(target[length..]);
            length += digits.Length - exponent - 1;
        }

        return length;
    }

    private static int WriteMantissa(Span<byte> target, ReadOnlySpan<byte> digits, int exponent, bool alternative)
    {
        var length = 0;
        target[length++] = digits[0];
        if (digits.Length > 1 || alternative)
        {
            target[length++] = (byte)'.';
            digits[1..].CopyTo(target[length..]);
            length += digits.Length - 1;
        }

        target[length++] = (byte)'e';
        target[length++] = exponent < 0 ? (byte)'-' : (byte)'+';
        var size = (uint)Math.Abs(exponent);
        if (size < 10)
        {
            target[length++] = (byte)'0';
        }

        return length + Write(target[length..], size);
    }

    /// <summary>Writes an integer to a target with room for 20 bytes. Compiled once and called from everywhere: most programs make texts of integers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int Write(Span<byte> target, long value)
    {
        if (value >= 0)
        {
            return Write(target, (ulong)value);
        }

        target[0] = (byte)'-';
        return 1 + Write(target[1..], 0 - (ulong)value);
    }

    /// <summary>Writes a number without leading zeros.</summary>
    private static int Write(Span<byte> target, ulong value)
    {
        var count = 1;
        while (count < Powers.Length && value >= Powers[count])
        {
            count++;
        }

        if (count == Powers.Length && value / 10 >= Powers[^1])
        {
            count++;
        }

        WritePadded(target[..count], value);
        return count;
    }

    private static void WritePadded(Span<byte> target, ulong value)
    {
        for (var i = target.Length - 1; i >= 0; i--)
        {
            var rest = value / 10;
            target[i] = (byte)('0' + (value - (rest * 10)));
            value = rest;
        }
    }

    /// <summary>The number is <paramref name="mantissa"/> / 2^<paramref name="shift"/>.</summary>
    private static void Decompose(double magnitude, out ulong mantissa, out int shift)
    {
        var bits = BitConverter.DoubleToUInt64Bits(magnitude);
        var exponent = (int)(bits >> 52);
        mantissa = bits & MantissaBits;
        mantissa |= exponent == 0 ? 0 : 1UL << 52;
        shift = 1075 - Math.Max(exponent, 1);
    }

    /// <summary><paramref name="value"/> * 10^<paramref name="scale"/> / 2^<paramref name="shift"/>, rounded down, and with the next bit.</summary>
    private static ulong Scale(ulong value, int scale, int shift, out bool isExact)
    {
        var high = Math.BigMul(value, Powers[scale], out var low);

        // One bit more than the result, for the rounding.
        shift--;
        var zeros = low != 0 ? BitOperations.TrailingZeroCount(low) : high != 0 ? 64 + BitOperations.TrailingZeroCount(high) : int.MaxValue;
        isExact = zeros >= shift;
        return shift == 0 ? low
            : shift < 64 ? (high << (64 - shift)) | (low >> shift)
            : shift < 128 ? high >> (shift - 64)
            : 0;
    }

    private static ulong RoundHalf(ulong doubled, bool isExact, ulong parity) =>
        (doubled >> 1) + ((doubled & 1) != 0 && (!isExact || (parity & 1) != 0) ? 1UL : 0UL);

    private static bool TrySplit(double magnitude, int precision, out ulong whole, out ulong decimals)
    {
        whole = 0;
        decimals = 0;
        Decompose(magnitude, out var mantissa, out var shift);
        if (precision > LargestScale || shift < -10)
        {
            return false;
        }

        if (shift <= 0)
        {
            whole = mantissa << -shift;
            return true;
        }

        whole = shift < 64 ? mantissa >> shift : 0;
        var fraction = shift < 64 ? mantissa & ((1UL << shift) - 1) : mantissa;
        var doubled = Scale(fraction, precision, shift, out var isExact);
        decimals = RoundHalf(doubled, isExact, precision == 0 ? whole : doubled >> 1);
        if (decimals == Powers[precision])
        {
            decimals = 0;
            whole++;
        }

        return true;
    }

    /// <summary>Rounds to as many significant digits as there is room for and gives the exponent of the first.</summary>
    [SkipLocalsInit]
    private static int Round(double magnitude, Span<byte> digits)
    {
        if (magnitude == 0)
        {
            digits.Fill((byte)'0');
            return 0;
        }

        if (digits.Length <= LargestDigits && TryRound(magnitude, digits.Length, out var rounded, out var exponent))
        {
            WritePadded(digits, rounded);
            return exponent;
        }

        Span<byte> text = stackalloc byte[LargestPrecision + 16];
        var format = ScientificFormats[digits.Length - 1] ??= "E" + (digits.Length - 1).ToString(CultureInfo.InvariantCulture);
        magnitude.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        Collect(text[..length], digits, out exponent);
        return exponent;
    }

    private static bool TryRound(double magnitude, int count, out ulong rounded, out int exponent)
    {
        Decompose(magnitude, out var mantissa, out var shift);

        // The exponent of 2 times log10(2) gives the exponent of 10, or one less.
        var exponentOfTwo = 63 - BitOperations.LeadingZeroCount(mantissa) - shift;
        exponent = (exponentOfTwo * 78913) >> 18;
        while (true)
        {
            var scale = count - 1 - exponent;
            if (scale > LargestScale || scale < -LargestScale || shift < -10)
            {
                rounded = 0;
                return false;
            }

            if (scale < 0)
            {
                var whole = shift > 0 ? mantissa >> shift : mantissa << -shift;
                var divisor = Powers[-scale];
                var quotient = whole / divisor;
                var rest = whole - (quotient * divisor);
                var isTie = rest == divisor / 2 && (shift <= 0 || (mantissa & ((1UL << shift) - 1)) == 0);
                rounded = quotient + (rest >= divisor / 2 && (!isTie || (quotient & 1) != 0) ? 1UL : 0UL);
            }
            else if (shift <= 0)
            {
                rounded = (mantissa << -shift) * Powers[scale];
            }
            else
            {
                var doubled = Scale(mantissa, scale, shift, out var isExact);
                rounded = RoundHalf(doubled, isExact, doubled >> 1);
            }

            if (rounded < Powers[count])
            {
                return true;
            }

            exponent++;
        }
    }
}
