using System;

namespace Wippy.Compiler.Entries;

/// <summary>
/// Durations as text (spec/temporal.md section 10): an optional sign and a sequence of decimals with a unit of
/// <c>ns us µs ms s m h</c>, or <c>0</c>.
/// </summary>
public static class DurationText
{
    /// <summary>The duration in nanoseconds; false when the text is none or does not fit.</summary>
    public static bool TryParse(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        var negative = text.StartsWith("-", StringComparison.Ordinal);
        var position = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        if (position == text.Length)
        {
            return false;
        }

        if (string.CompareOrdinal(text, position, "0", 0, int.MaxValue) == 0)
        {
            return true;
        }

        var total = 0m;
        while (position < text.Length)
        {
            var number = 0m;
            var scale = 1m;
            var digits = 0;
            var fraction = false;
            for (; position < text.Length && text[position] is (>= '0' and <= '9') or '.'; position++)
            {
                if (text[position] == '.')
                {
                    if (fraction)
                    {
                        return false;
                    }

                    fraction = true;
                    continue;
                }

                // More digits than these are beyond range on the left and below a nanosecond on the right.
                digits++;
                if (fraction)
                {
                    scale /= 10;
                    number += scale < 0.000_000_000_000_000_1m ? 0 : (text[position] - '0') * scale;
                }
                else if ((number = (number * 10) + (text[position] - '0')) > long.MaxValue)
                {
                    return false;
                }
            }

            var unit = UnitAt(text, position, out var length);
            if (digits == 0 || unit == 0)
            {
                return false;
            }

            position += length;
            total += number * unit;
            if (total > long.MaxValue)
            {
                return false;
            }
        }

        nanoseconds = (long)(negative ? -total : total);
        return true;
    }

    private static long UnitAt(string text, int position, out int length)
    {
        length = 0;
        while (position + length < text.Length && text[position + length] is not ((>= '0' and <= '9') or '.'))
        {
            length++;
        }

        return text.Substring(position, length) switch
        {
            "ns" => 1,
            "us" or "\u00B5s" or "\u03BCs" => 1_000,
            "ms" => 1_000_000,
            "s" => 1_000_000_000,
            "m" => 60_000_000_000,
            "h" => 3_600_000_000_000,
            _ => 0,
        };
    }
}
