using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Wippy.Runtime.Libraries;

/// <summary><c>string.format</c> (spec/lua.md section 8; Lua manual 6.4): C conversions, <c>%q</c> and <c>%a</c>.</summary>
internal static class StringFormat
{
    private const string Name = "format";

    public static LuaValues Format(ReadOnlySpan<LuaValue> args)
    {
        var format = args.CheckString(1, Name).Span;
        var result = ByteBuilder.Rent();
        var argument = 1;
        while (true)
        {
            var mark = format.IndexOf((byte)'%');
            if (mark < 0)
            {
                result.Append(format);
                return new(result.Take());
            }

            if (mark > 0)
            {
                result.Append(format[..mark]);
            }

            format = format[(mark + 1)..];
            if (!format.IsEmpty && format[0] == '%')
            {
                result.Append((byte)'%');
                format = format[1..];
                continue;
            }

            if (format.IsEmpty || !TryConvertPlain(result, (char)format[0], args.At(argument + 1)))
            {
                var specification = ReadSpecification(format, out var length);
                if (argument >= args.Length)
                {
                    throw LuaArguments.Bad(argument + 1, Name, "no value");
                }

                Convert(result, specification, length < format.Length ? (char)format[length] : '\0', args, argument + 1, length > 0);
                format = format[Math.Min(length, format.Length)..];
            }

            format = format[Math.Min(1, format.Length)..];
            argument++;
        }
    }

    /// <summary>The frequent conversions without modifiers; false for everything else.</summary>
    private static bool TryConvertPlain(ByteBuilder result, char conversion, LuaValue value)
    {
        if (conversion == 's')
        {
            if (value.TryGetString(out var text))
            {
                result.Append(text.Span);
                return true;
            }

            if (value.IsNumber)
            {
                result.AppendNumber(value);
                return true;
            }
        }
        else if (conversion == 'd' && value.IsInteger)
        {
            result.AppendNumber(value);
            return true;
        }

        return false;
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

    private static Specification ReadSpecification(ReadOnlySpan<byte> format, out int length)
    {
        var specification = new Specification { Precision = -1 };
        var i = 0;
        while (i < format.Length && (char)format[i] is '-' or '+' or ' ' or '#' or '0')
        {
            specification.Add((char)format[i++]);
        }

        if (i > 5)
        {
            throw new LuaException("invalid format (repeated flags)");
        }

        specification.Width = ReadNumber(format, ref i);
        if (i < format.Length && format[i] == '.')
        {
            i++;
            specification.Precision = ReadNumber(format, ref i);
        }

        length = i;
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
        ByteBuilder result, in Specification specification, char conversion, ReadOnlySpan<LuaValue> args, int argument, bool hasModifiers)
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
                Quote(result, args.At(argument), argument);
                break;
            case 's':
                {
                    var value = LuaOperators.ToDisplayString(args.At(argument));
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

    private static void FormatInteger(ByteBuilder result, long value, in Specification specification)
    {
        Span<byte> buffer = stackalloc byte[20];
        var length = FloatText.Write(buffer, value);
        var negative = value < 0;
        var digits = buffer[(negative ? 1 : 0)..length];
        if (specification.Precision == 0 && value == 0)
        {
            digits = default;
        }

        PadNumber(
            result, Sign(negative, specification), digits, Math.Max(specification.Precision - digits.Length, 0), specification, specification.Precision < 0);
    }

    private static void FormatUnsigned(ByteBuilder result, ulong value, char conversion, in Specification specification)
    {
        // 64 bits have at most 22 octal digits.
        Span<byte> buffer = stackalloc byte[22];
        var start = buffer.Length;
        var shift = conversion switch
        {
            'x' or 'X' => 4,
            'o' => 3,
            _ => 0,
        };
        var letters = (conversion == 'X' ? 'A' : 'a') - 10;
        for (var rest = value; rest != 0 || start == buffer.Length;)
        {
            var digit = (int)(shift == 0 ? rest % 10 : rest & ((1UL << shift) - 1));
            buffer[--start] = (byte)(digit < 10 ? digit + '0' : digit + letters);
            rest = shift == 0 ? rest / 10 : rest >> shift;
        }

        ReadOnlySpan<byte> digits = specification.Precision == 0 && value == 0 ? default : buffer[start..];
        var zeros = Math.Max(specification.Precision - digits.Length, 0);
        ReadOnlySpan<byte> prefix = default;
        if (specification.Alternative && conversion == 'o' && zeros == 0 && (digits.IsEmpty || digits[0] != '0'))
        {
            zeros = 1;
        }
        else if (specification.Alternative && value != 0 && shift == 4)
        {
            prefix = conversion == 'x' ? "0x"u8 : "0X"u8;
        }

        PadNumber(result, prefix, digits, zeros, specification, specification.Precision < 0);
    }

    [SkipLocalsInit]
    private static void FormatFloat(ByteBuilder result, double value, char conversion, in Specification specification)
    {
        var upper = char.IsAsciiLetterUpper(conversion);
        var sign = Sign(double.IsNegative(value), specification);
        if (!double.IsFinite(value))
        {
            PadNumber(result, sign, double.IsNaN(value) ? (upper ? "NAN"u8 : "nan"u8) : upper ? "INF"u8 : "inf"u8, 0, specification, false);
            return;
        }

        var magnitude = Math.Abs(value);
        if (conversion is 'a' or 'A')
        {
            var text = FormatHexadecimal(magnitude, specification.Precision, upper, specification.Alternative);
            byte[] prefix = [.. sign, (byte)text[0], (byte)text[1]];
            PadNumber(result, prefix, Encoding.ASCII.GetBytes(text[2..]), 0, specification, true);
            return;
        }

        Span<byte> buffer = stackalloc byte[FloatText.MaximumLength];
        var precision = specification.Precision < 0 ? 6 : specification.Precision;
        var digits = buffer[..((conversion | ' ') switch
        {
            'e' => FloatText.WriteScientific(buffer, magnitude, precision, specification.Alternative),
            'f' => FloatText.WriteFixed(buffer, magnitude, precision, specification.Alternative),
            _ => FloatText.WriteGeneral(buffer, magnitude, precision, specification.Alternative),
        })];
        if (upper)
        {
            digits.Replace((byte)'e', (byte)'E');
        }

        PadNumber(result, sign, digits, 0, specification, true);
    }

    private static string NonFinite(double value, bool upper)
    {
        var text = double.IsNaN(value) ? (double.IsNegative(value) ? "-nan" : "nan") : value < 0 ? "-inf" : "inf";
        return upper ? text.ToUpperInvariant() : text;
    }

    private static ReadOnlySpan<byte> Sign(bool negative, in Specification specification) =>
        negative ? "-"u8 : specification.Plus ? "+"u8 : specification.Space ? " "u8 : default;

    private static void Pad(ByteBuilder result, ReadOnlySpan<byte> text, in Specification specification)
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

    private static void PadNumber(
        ByteBuilder result, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> digits, int leadingZeros, in Specification specification, bool mayFillWithZeros)
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
                if (value.AsInteger() == long.MinValue)
                {
                    result.Append("0x8000000000000000");
                }
                else
                {
                    result.AppendNumber(value);
                }

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
        var copied = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            var isControl = b < 32 || b == 127;
            if (!isControl && b is not ((byte)'"' or (byte)'\\'))
            {
                continue;
            }

            result.Append(text[copied..i]);
            result.Append((byte)'\\');
            copied = i + 1;
            if (!isControl || b == '\n')
            {
                result.Append(b);
                continue;
            }

            var digitFollows = i + 1 < text.Length && char.IsAsciiDigit((char)text[i + 1]);
            result.Append(b.ToString(digitFollows ? "000" : "0", CultureInfo.InvariantCulture));
        }

        result.Append(text[copied..]);
        result.Append((byte)'"');
    }

    // Fields: accessors of properties would be as many methods for a new process to compile.
    private struct Specification
    {
        public bool Left;
        public bool Plus;
        public bool Space;
        public bool Alternative;
        public bool Zero;
        public int Width;
        public int Precision;

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
