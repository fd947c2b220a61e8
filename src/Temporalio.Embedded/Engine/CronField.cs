using System;
using System.Collections.Generic;
using System.Globalization;

namespace Temporalio.Engine;

/// <summary>What the cron expressions of workflows and of schedules share: shorthands, and fields of lists, ranges, steps and English names.</summary>
internal static class CronField
{
    /// <summary>The names of the months, from 1 on.</summary>
    public static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The names of the days of the week, from 0 on.</summary>
    public static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The five fields that a shorthand such as @daily stands for; other texts as they are.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The fields.</returns>
    public static string Expand(string text) => text switch
    {
        "@yearly" or "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" or "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => text,
    };

    /// <summary>Reads a field.</summary>
    /// <param name="field">The text.</param>
    /// <param name="what">What it is, for errors.</param>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    /// <param name="names">Names of the values from the least on.</param>
    /// <param name="openEnd">Where * and a start with a step end, if not at the greatest value.</param>
    /// <returns>The ranges, both ends included.</returns>
    /// <exception cref="FormatException">It is no such field; the message says why.</exception>
    public static List<(int First, int Last, int Step)> Parse(string field, string what, int minimum, int maximum, string[] names, int? openEnd = null)
    {
        var ranges = new List<(int First, int Last, int Step)>();
        foreach (var item in field.Split(','))
        {
            var parts = item.Split('/');
            var step = 1;
            if (parts.Length > 2 || (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0)))
            {
                throw new FormatException($"bad step in {what} \"{item}\"");
            }

            var (first, last) = (minimum, openEnd ?? maximum);
            if (parts[0] is not ("*" or "?"))
            {
                var bounds = parts[0].Split('-');
                first = Value(bounds[0]);
                last = bounds.Length switch
                {
                    1 => parts.Length == 2 ? last : first,
                    2 => Value(bounds[1]),
                    _ => throw new FormatException($"bad range in {what} \"{item}\""),
                };
            }

            if (first > last)
            {
                throw new FormatException($"{what} \"{item}\" ends before it begins");
            }

            ranges.Add((first, last, step));
        }

        return ranges;

        int Value(string text)
        {
            var name = Array.FindIndex(names, n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
            return name >= 0 ? name + minimum
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum ? value
                : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{what} \"{text}\" is not between {minimum} and {maximum}"));
        }
    }
}
