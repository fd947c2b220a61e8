using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Wippy.Benchmarks;

/// <summary>What one process of a contestant has told.</summary>
/// <param name="Result">The result of the program; the same for all contestants.</param>
/// <param name="First">Processor seconds of the first pass in the process.</param>
/// <param name="Settled">Processor seconds of a later pass; null for a contestant that has only one.</param>
internal sealed record Measurement(string Result, double First, double? Settled)
{
    /// <summary>Reads the lines <c>RESULT name ...</c>, <c>TIME name seconds</c> and <c>SETTLED name seconds</c>; null when one is missing.</summary>
    public static Measurement? Parse(string program, IEnumerable<string> lines)
    {
        string? result = null;
        double? first = null, settled = null;
        foreach (var line in lines)
        {
            if (Value(line, "RESULT", program) is { } text)
            {
                result = text;
            }
            else if (Value(line, "TIME", program) is { } time)
            {
                first = double.Parse(time, CultureInfo.InvariantCulture);
            }
            else if (Value(line, "SETTLED", program) is { } later)
            {
                settled = double.Parse(later, CultureInfo.InvariantCulture);
            }
        }

        return result is not null && first is { } seconds ? new Measurement(result, seconds, settled) : null;
    }

    /// <summary>The middle value.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string? Value(string line, string kind, string program)
    {
        var prefix = kind + " " + program + " ";
        return line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..] : null;
    }
}
