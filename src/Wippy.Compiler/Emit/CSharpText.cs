using System;
using System.Globalization;
using System.Text;

namespace Wippy.Compiler.Emit;

/// <summary>Literals of C#.</summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Quote(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    result.Append("\\\"");
                    break;
                case '\\':
                    result.Append("\\\\");
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                case '\0':
                    result.Append("\\0");
                    break;
                case < ' ' or '\x7f' or '\x85' or '\u2028' or '\u2029' or (>= '\ufff0') or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or '\ufeff':
                    result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.Append('"').ToString();
    }

    /// <summary>An integer of no particular type.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A literal whose value converts to <c>LuaValue</c> and <c>long</c>.</summary>
    public static string Number(long value) => value switch
    {
        long.MinValue => "long.MinValue",
        >= int.MinValue and <= int.MaxValue => value.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture) + "L",
    };

    /// <summary>A literal of type double.</summary>
    public static string Number(double value)
    {
        if (double.IsPositiveInfinity(value))
        {
            return "double.PositiveInfinity";
        }

        if (double.IsNegativeInfinity(value))
        {
            return "double.NegativeInfinity";
        }

        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        for (var digits = 16; digits <= 17 && !SameBits(text, value); digits++)
        {
            text = value.ToString("G" + Number(digits), CultureInfo.InvariantCulture);
        }

        if (value == 0 && BitConverter.DoubleToInt64Bits(value) != 0)
        {
            return "-0.0";
        }

        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }

    /// <summary>A string in UTF-8: <c>"text"u8</c>, cut so that no line is endless.</summary>
    public static string Utf8(string text) => Quote(text) + "u8";

    private static bool SameBits(string text, double value) =>
        BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(value);
}
