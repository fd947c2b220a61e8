using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Wippy.Runtime.Libraries;

/// <summary><c>string.format</c> (spec/lua.md section 8; Lua manual 6.4): C conversions, <c>%q</c> and <c>%a</c>.</summary>
internal static class StringFormat
{
    private const string Name = "format";

    private static readonly string[] FixedFormats =
        [.. Enumerable.Range(0, 100).Select(static n => "F" + n.ToString(CultureInfo.InvariantCulture))];

    public static LuaValue Format(LuaValues args)
    {
        var format = args.CheckString(1, Name).Span;
        var result = ByteBuilder.Rent();
        var argument = 1;
        for (var i = 0; i < format.Length; i++)
        {
            var mark = format[i..].IndexOf((byte)'%');
            if (mark != 0)
            {
                var end = mark < 0 ? format.Length : i + mark;
                result.Append(format[i..end]);
                i = end - 1;
                continue;
            }

            i++;
            if (i < format.Length && format[i] == '%')
            {
                result.Append((byte)'%');
                continue;
            }

            var start = i;
            var specification = ReadSpecification(format, ref i);
            argument++;
            if (argument > args.Count)
            {
                throw LuaArguments.Bad(argument, Name, "no value");
            }

            Convert(result, specification, i < format.Length ? (char)format[i] : '\0', args, argument, i > start);
        }

        return result.Take();
    }

    /// <summary>C's <c>%a</c>.</summary>
    internal static string FormatHexadecimal(double number, int precision, bool upper, bool alternative)
    {
        if (!double.IsFinite(number))
        {
            return NonFinite(number, upper);
        }

        var bits = BitConverter.DoubleToInt64Bits(number);
        var mantissa = (ulong)bits & 0xFFFFFFFFFFFFF;
        var exponent = (int)((bits >> 52) & 0x7FF);
        ulong lead = exponent == 0 ? 0UL : 1UL;
        exponent = exponent == 0 ? (mantissa == 0 ? 0 : -1022) : exponent - 1023;
        if (precision is >= 0 and < 13)
        {
            var all = (lead << 52) | mantissa;
            var shift = 52 - (4 * precision);
            var half = 1UL << (shift - 1);
            var rest = all & ((1UL << shift) - 1);
            all >>= shift;
            if (rest > half || (rest == half && (all & 1) == 1))
            {
                all++;
            }

            all <<= shift;
            lead = all >> 52;
            mantissa = all & 0xFFFFFFFFFFFFF;
        }

        var digits = mantissa.ToString("x13", CultureInfo.InvariantCulture);
        digits = precision < 0 ? digits.TrimEnd('0') : digits.PadRight(Math.Max(precision, 13), '0')[..precision];
        var text = (double.IsNegative(number) ? "-" : "") + "0x" + lead.ToString(CultureInfo.InvariantCulture)
            + (digits.Length > 0 || alternative ? "." : "") + digits
            + "p" + (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        return upper ? text.ToUpperInvariant() : text;
    }

    private static Specification ReadSpecification(ReadOnlySpan<byte> format, ref int i)
    {
        var specification = new Specification();
        var flags = i;
        while (i < format.Length && (char)format[i] is '-' or '+' or ' ' or '#' or '0')
        {
            specification.Add((char)format[i++]);
        }

        if (i - flags > 5)
        {
            throw new LuaException("invalid format (repeated flags)");
        }

        specification.Width = ReadNumber(format, ref i);
        if (i < format.Length && format[i] == '.')
        {
            i++;
            specification.Precision = ReadNumber(format, ref i);
        }
        else
        {
            specification.Precision = -1;
        }

        return i < format.Length && char.IsAsciiDigit((char)format[i])
            ? throw new LuaException("invalid format (width or precision too long)")
            : specification;
    }

    private static int ReadNumber(ReadOnlySpan<byte> format, ref int i)
    {
        var value = 0;
        for (var digits = 0; digits < 2 && i < format.Length && char.IsAsciiDigit((char)format[i]); digits++)
        {
            value = (value * 10) + format[i++] - '0';
        }

        return value;
    }

    private static void Convert(
        ByteBuilder result, Specification specification, char conversion, in LuaValues args, int argument, bool hasModifiers)
    {
        switch (conversion)
        {
            case 'c':
                Pad(result, [(byte)args.CheckInteger(argument, Name)], specification);
                break;
            case 'd' or 'i':
                FormatInteger(result, args.CheckInteger(argument, Name), specification);
                break;
            case 'u' or 'o' or 'x' or 'X':
                FormatUnsigned(result, unchecked((ulong)args.CheckInteger(argument, Name)), conversion, specification);
                break;
            case 'e' or 'E' or 'f' or 'g' or 'G' or 'a' or 'A':
                FormatFloat(result, args.CheckNumber(argument, Name), conversion, specification);
                break;
            case 'q':
                Quote(result, args[argument - 1], argument);
                break;
            case 's':
                {
                    var value = LuaOperators.ToDisplayString(args[argument - 1]);
                    if (hasModifiers && value.Span.Contains((byte)0))
                    {
                        throw LuaArguments.Bad(argument, Name, "string contains zeros");
                    }

                    var bytes = value.Span;
                    Pad(result, specification.Precision >= 0 && specification.Precision < bytes.Length ? bytes[..specification.Precision] : bytes, specification);
                    break;
                }

            default:
                {
                    var shown = conversion is >= ' ' and < (char)127 ? conversion.ToString() : string.Create(CultureInfo.InvariantCulture, $"<\\{(int)conversion}>");
                    throw new LuaException($"invalid option '%{shown}' to 'format'");
                }
        }
    }

    private static void FormatInteger(ByteBuilder result, long value, Specification specification)
    {
        Span<byte> buffer = stackalloc byte[20];
        value.TryFormat(buffer, out var length, default, CultureInfo.InvariantCulture);
        var negative = value < 0;
        var digits = buffer[(negative ? 1 : 0)..length];
        if (specification.Precision == 0 && value == 0)
        {
            digits = default;
        }

        PadNumber(
            result, Sign(negative, specification), digits, Math.Max(specification.Precision - digits.Length, 0), specification, specification.Precision < 0);
    }

    private static void FormatUnsigned(ByteBuilder result, ulong value, char conversion, Specification specification)
    {
        var digits = conversion switch
        {
            'x' => value.ToString("x", CultureInfo.InvariantCulture),
            'X' => value.ToString("X", CultureInfo.InvariantCulture),
            'o' => ToOctal(value),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
        if (specification.Precision == 0 && value == 0)
        {
            digits = "";
        }

        digits = digits.PadLeft(Math.Max(specification.Precision, 0), '0');
        var prefix = "";
        if (specification.Alternative && conversion == 'o' && (digits.Length == 0 || digits[0] != '0'))
        {
            digits = "0" + digits;
        }
        else if (specification.Alternative && value != 0 && conversion is 'x' or 'X')
        {
            prefix = "0" + conversion;
        }

        PadNumber(result, prefix, digits, specification, specification.Precision < 0);
    }

    private static string ToOctal(ulong value)
    {
        var digits = new StringBuilder();
        do
        {
            digits.Insert(0, (char)('0' + (value & 7)));
            value >>= 3;
        }
        while (value != 0);

        return digits.ToString();
    }

    private static void FormatFloat(ByteBuilder result, double value, char conversion, Specification specification)
    {
        var upper = char.IsAsciiLetterUpper(conversion);
        if (!double.IsFinite(value))
        {
            var name = NonFinite(Math.Abs(value), upper);
            PadNumber(result, Sign(double.IsNegative(value), specification), name, specification, false);
            return;
        }

        var magnitude = Math.Abs(value);
        var precision = specification.Precision < 0 ? 6 : specification.Precision;
        if (conversion == 'f' && !specification.Alternative)
        {
            // Up to 309 digits, a point and 99 decimals.
            Span<byte> buffer = stackalloc byte[420];
            magnitude.TryFormat(buffer, out var length, FixedFormats[precision], CultureInfo.InvariantCulture);
            PadNumber(result, Sign(double.IsNegative(value), specification), buffer[..length], 0, specification, true);
            return;
        }

        var text = char.ToLowerInvariant(conversion) switch
        {
            'e' => LuaNumber.FormatScientific(magnitude, precision),
            'f' => magnitude.ToString(FixedFormats[precision], CultureInfo.InvariantCulture),
            'g' => LuaNumber.FormatGeneral(magnitude, precision, specification.Alternative),
            _ => FormatHexadecimal(magnitude, specification.Precision, false, specification.Alternative),
        };
        if (specification.Alternative && conversion is not ('a' or 'A') && !text.Contains('.', StringComparison.Ordinal))
        {
            var mark = text.IndexOf('e', StringComparison.Ordinal);
            text = mark < 0 ? text + "." : text.Insert(mark, ".");
        }

        if (upper)
        {
            text = text.ToUpperInvariant();
        }

        var sign = Sign(double.IsNegative(value), specification);
        if (conversion is 'a' or 'A')
        {
            sign += text[..2];
            text = text[2..];
        }

        PadNumber(result, sign, text, specification, true);
    }

    private static string NonFinite(double value, bool upper)
    {
        var text = double.IsNaN(value) ? (double.IsNegative(value) ? "-nan" : "nan") : value < 0 ? "-inf" : "inf";
        return upper ? text.ToUpperInvariant() : text;
    }

    private static string Sign(bool negative, Specification specification) =>
        negative ? "-" : specification.Plus ? "+" : specification.Space ? " " : "";

    private static void Pad(ByteBuilder result, ReadOnlySpan<byte> text, Specification specification)
    {
        var padding = Math.Max(specification.Width - text.Length, 0);
        if (!specification.Left)
        {
            result.Append((byte)' ', padding);
        }

        result.Append(text);
        if (specification.Left)
        {
            result.Append((byte)' ', padding);
        }
    }

    private static void PadNumber(ByteBuilder result, string prefix, string digits, Specification specification, bool mayFillWithZeros)
    {
        Span<byte> bytes = stackalloc byte[512];
        bytes = digits.Length <= bytes.Length ? bytes[..digits.Length] : new byte[digits.Length];
        Encoding.ASCII.GetBytes(digits, bytes);
        PadNumber(result, prefix, bytes, 0, specification, mayFillWithZeros);
    }

    private static void PadNumber(
        ByteBuilder result, string prefix, ReadOnlySpan<byte> digits, int leadingZeros, Specification specification, bool mayFillWithZeros)
    {
        var padding = Math.Max(specification.Width - prefix.Length - leadingZeros - digits.Length, 0);
        var zeros = specification.Zero && mayFillWithZeros && !specification.Left;
        if (!specification.Left && !zeros)
        {
            result.Append((byte)' ', padding);
        }

        result.Append(prefix);
        result.Append((byte)'0', leadingZeros + (zeros ? padding : 0));
        result.Append(digits);
        if (specification.Left)
        {
            result.Append((byte)' ', padding);
        }
    }

    /// <summary>A text that the Lua reader turns into the same value.</summary>
    private static void Quote(ByteBuilder result, LuaValue value, int argument)
    {
        switch (value.Kind)
        {
            case LuaKind.String:
                QuoteString(result, value.AsString().Span);
                break;
            case LuaKind.Integer:
                result.Append(value.AsInteger() == long.MinValue ? "0x8000000000000000" : value.AsInteger().ToString(CultureInfo.InvariantCulture));
                break;
            case LuaKind.Float:
                result.Append(FormatHexadecimal(value.AsFloat(), -1, false, false));
                break;
            case LuaKind.Nil or LuaKind.Boolean:
                result.Append(LuaOperators.ToLuaString(value));
                break;
            default:
                throw LuaArguments.Bad(argument, Name, "value has no literal form");
        }
    }

    private static void QuoteString(ByteBuilder result, ReadOnlySpan<byte> text)
    {
        result.Append((byte)'"');
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b is (byte)'"' or (byte)'\\' or (byte)'\n')
            {
                result.Append((byte)'\\');
                result.Append(b);
            }
            else if (b < 32 || b == 127)
            {
                var digitFollows = i + 1 < text.Length && char.IsAsciiDigit((char)text[i + 1]);
                result.Append((byte)'\\');
                result.Append(b.ToString(digitFollows ? "000" : "0", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(b);
            }
        }

        result.Append((byte)'"');
    }

    private record struct Specification(bool Left, bool Plus, bool Space, bool Alternative, bool Zero, int Width, int Precision)
    {
        public void Add(char flag)
        {
            Left |= flag == '-';
            Plus |= flag == '+';
            Space |= flag == ' ';
            Alternative |= flag == '#';
            Zero |= flag == '0';
        }
    }
}
