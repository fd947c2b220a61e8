using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/scan.lua by hand.</summary>
internal static partial class Scan
{
    private static readonly string[] Levels = ["INFO", "WARN", "ERROR", "DEBUG"];

    public static string Run(int n)
    {
        long seed = 31;
        var lines = new string[n];
        for (var i = 1; i <= n; i++)
        {
            seed = seed * 16807 % 2147483647;
            lines[i - 1] = string.Create(
                CultureInfo.InvariantCulture,
                $"2024-{seed % 12 + 1:D2}-{seed % 28 + 1:D2} {Levels[seed % 4]} [task-{i % 17}] user=u{seed % 500} cost={seed % 9973} items={i % 7},{i % 11},{i % 13}");
        }

        long months = 0, errors = 0, cost = 0, items = 0, words = 0, users = 0;
        foreach (var line in lines)
        {
            var head = Head().Match(line);
            months += Number(head.Groups[2]) * Number(head.Groups[3]) + head.Groups[1].Length;
            if (head.Groups[4].ValueSpan is "ERROR")
            {
                errors += Number(head.Groups[5]);
            }

            cost += Number(Cost().Match(line).Groups[1]);
            var list = Items().Match(line).Groups[1].ValueSpan;
            foreach (var range in list.Split(','))
            {
                items += long.Parse(list[range], CultureInfo.InvariantCulture);
            }

            for (var pair = Pair().Match(line); pair.Success; pair = pair.NextMatch())
            {
                words += pair.Groups[1].Length * pair.Groups[2].Length;
            }

            var replaced = 0;
            var masked = User().Replace(line, _ =>
            {
                replaced++;
                return "*";
            });
            users += masked.Length > 0 ? replaced : 0;
            if (line.Contains("task-1", StringComparison.Ordinal) && !line.Contains("DEBUG", StringComparison.Ordinal))
            {
                users++;
            }
        }

        return Text.Of(months, errors, cost, items, words, users);
    }

    private static long Number(Group group) => long.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]+)-([0-9]+)-([0-9]+) ([A-Z]+) \[task-([0-9]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex("cost=([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Cost();

    [GeneratedRegex(@"items=(\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Items();

    [GeneratedRegex("([A-Za-z]+)=([A-Za-z0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex("u[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex User();
}
