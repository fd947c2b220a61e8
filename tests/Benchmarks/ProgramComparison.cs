using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace Wippy.Benchmarks;

/// <summary>All contestants on all programs: they take turns, and only ratios of one run are told.</summary>
internal static class ProgramComparison
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Measures and prints; false when two contestants disagree about a result or a program does not compile.</summary>
    public static async Task<bool> RunAsync(BenchmarkOptions options)
    {
        var programs = BenchmarkProgram.All.Where(p => p.Name.Contains(options.Filter, StringComparison.OrdinalIgnoreCase)).ToList();
        var broken = new HashSet<(string Contestant, string Program)>();
        var agreed = true;
        var luaLines = 0;
        var generatedLines = 0;
        foreach (var program in programs)
        {
            foreach (var (contestant, path) in new[] { ("compiled", program.LuaPath), ("typed", program.TypedPath) })
            {
                var (text, problem) = CompiledProgram.Build(path);
                if (text is null)
                {
                    await Console.Error.WriteLineAsync($"{Path.GetFileName(path)} does not compile: {problem}");
                    broken.Add((contestant, program.Name));
                    agreed = false;
                    continue;
                }

                luaLines += CodeLines(await File.ReadAllTextAsync(path));
                generatedLines += CodeLines(text);
            }
        }

        var measurements = new Dictionary<(string Contestant, string Program), List<Measurement>>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var program in programs)
            {
                await Console.Error.WriteLineAsync($"round {round}: {program.Name}");
                foreach (var contestant in Contestant.All.Where(c => !broken.Contains((c.Key, program.Name))))
                {
                    var (measurement, problem) = await MeasureAsync(contestant, program);
                    if (measurement is null)
                    {
                        broken.Add((contestant.Key, program.Name));
                        await Console.Error.WriteLineAsync($"  {contestant.Key}: {problem}");
                        agreed &= contestant.Kind == ContestantKind.Interpreter;
                        continue;
                    }

                    if (!measurements.TryGetValue((contestant.Key, program.Name), out var list))
                    {
                        measurements.Add((contestant.Key, program.Name), list = []);
                    }

                    list.Add(measurement);
                }
            }
        }

        foreach (var program in programs)
        {
            var results = measurements.Where(m => m.Key.Program == program.Name)
                .SelectMany(static m => m.Value.Select(v => (m.Key.Contestant, v.Result))).Distinct()
                .GroupBy(static r => r.Result).ToList();
            if (results.Count > 1)
            {
                agreed = false;
                await Console.Error.WriteLineAsync($"{program.Name}: the results differ: "
                    + string.Join("; ", results.Select(static g => string.Join(", ", g.Select(static r => r.Contestant)) + " -> " + g.Key)));
            }
        }

        await RatioTable.WriteAsync(Console.Out, programs, measurements);
        await Console.Out.WriteLineAsync($"Generated C#: {(double)generatedLines / luaLines:F1} lines for a line of Lua.");
        if (options.Json is { } file)
        {
            await using var stream = File.Create(file);
            await JsonSerializer.SerializeAsync(
                stream,
                measurements.Select(static m => new { m.Key.Program, m.Key.Contestant, First = m.Value.Select(static v => v.First), Settled = m.Value.Select(static v => v.Settled) }),
                Json);
        }

        return agreed;
    }

    private static async Task<(Measurement? Measurement, string Problem)> MeasureAsync(Contestant contestant, BenchmarkProgram program)
    {
        var (lines, problem) = contestant.Kind == ContestantKind.Interpreter
            ? await ChildProcess.RunAsync(contestant.Key, program.PeerPath, program.Size.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : await ChildProcess.RunSelfAsync("contestant", contestant.Key, program.Name);
        return lines is null ? (null, problem) : (Measurement.Parse(program.Name, lines), "it has printed no result");
    }

    private static int CodeLines(string text) =>
        text.Split('\n').Count(static l => l.Trim() is { Length: > 0 } line && !line.StartsWith("--", StringComparison.Ordinal) && !line.StartsWith("//", StringComparison.Ordinal));
}
