using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Wippy.Benchmarks;

/// <summary>The table of ratios, as Markdown.</summary>
internal static class RatioTable
{
    private static readonly (string Title, string Contestant, bool Settled)[] Columns =
    [
        ("lua5.4", "lua5.4", false),
        ("LuaJIT", "luajit", false),
        ("KeraLua", "keralua", true),
        ("C# first", "csharp", false),
        ("C# settled", "csharp", true),
        ("Lua first", "compiled", false),
        ("Lua settled", "compiled", true),
        ("typed first", "typed", false),
        ("typed settled", "typed", true),
    ];

    /// <summary>Writes speed relative to lua5.4, or to native Lua in process when lua5.4 is not installed; and the share of C# by hand.</summary>
    public static async Task WriteAsync(
        TextWriter output,
        IReadOnlyList<BenchmarkProgram> programs,
        IReadOnlyDictionary<(string Contestant, string Program), List<Measurement>> measurements)
    {
        double? Seconds(string contestant, bool settled, string program) =>
            measurements.TryGetValue((contestant, program), out var list)
                ? Math.Max(Measurement.Median(list.Select(m => settled ? m.Settled ?? m.First : m.First)), 0.00005)
                : null;

        var one = programs.Any(p => Seconds("lua5.4", false, p.Name) is not null) ? ("lua5.4", false) : ("keralua", true);
        var titles = Columns.Select(static c => c.Title).Concat(["Lua / C#", "typed / C#"]).ToList();
        var rows = programs.Select(p => (p.Name, Cells: Columns
            .Select(c => Seconds(one.Item1, one.Item2, p.Name) / Seconds(c.Contestant, c.Settled, p.Name))
            .Concat([
                Seconds("csharp", true, p.Name) / Seconds("compiled", true, p.Name),
                Seconds("csharp", true, p.Name) / Seconds("typed", true, p.Name),
            ]).ToList())).ToList();
        await output.WriteLineAsync($"Speed relative to {one.Item1} = 1, higher is faster; the last two columns relative to settled C# by hand = 1.");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| program | " + string.Join(" | ", titles) + " |");
        await output.WriteLineAsync("|---|" + string.Concat(Enumerable.Repeat("---:|", titles.Count)));
        foreach (var (name, cells) in rows)
        {
            await output.WriteLineAsync("| " + name + " | " + string.Join(" | ", cells.Select(Format)) + " |");
        }

        // Only programs that every contestant of the means has run, or the means could not be compared with each other.
        var whole = rows.Where(static r => r.Cells.Select(static (value, column) => (value, column)).All(static c => c.value is not null || Columns.ElementAtOrDefault(c.column).Contestant == "luajit")).ToList();
        await output.WriteLineAsync("| geometric mean | " + string.Join(" | ", titles.Select((_, column) => Format(GeometricMean(whole.Select(r => r.Cells[column]))))) + " |");
        await output.WriteLineAsync();
    }

    private static double? GeometricMean(IEnumerable<double?> values)
    {
        var present = values.OfType<double>().ToList();
        return present.Count == 0 ? null : Math.Exp(present.Average(Math.Log));
    }

    private static string Format(double? ratio) => ratio switch
    {
        null => "-",
        < 10 => ratio.Value.ToString("F2", CultureInfo.InvariantCulture),
        _ => ratio.Value.ToString("F1", CultureInfo.InvariantCulture),
    };
}
