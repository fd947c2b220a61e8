using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Wippy.Benchmarks;

/// <summary>Single operations of compiled Lua beside lua5.4.</summary>
internal static class MicroComparison
{
    private const string Peer = """
        local path, names = arg[1], arg[2]
        local micro = dofile(path)
        local n = 200000
        local function identity(x) return x end
        for name in names:gmatch("[^,]+") do
          local best = math.huge
          for _ = 1, 4 do
            local start = os.clock()
            micro[name](n, identity)
            best = math.min(best, os.clock() - start)
          end
          print(name .. " " .. string.format("%.2f", best / n * 1e9))
        end
        """;

    public static async Task RunAsync()
    {
        await Console.Out.WriteLineAsync("| operation | ns | bytes allocated | speed relative to lua5.4 |");
        await Console.Out.WriteLineAsync("|---|---:|---:|---:|");
        await RunAsync(false, MicroProcess.Operations, "");
        await RunAsync(true, MicroProcess.WaitingOperations, ", may wait");
        await Console.Out.WriteLineAsync();
    }

    private static async Task RunAsync(bool waiting, string[] operations, string suffix)
    {
        var path = MicroProcess.LuaPath(waiting);
        var (text, problem) = CompiledProgram.Build(path);
        var (lines, failure) = text is null ? (null, problem) : await ChildProcess.RunSelfAsync("micro-process", waiting ? "waiting" : "plain");
        if (lines is null)
        {
            await Console.Error.WriteLineAsync(Path.GetFileName(path) + ": " + failure);
            return;
        }

        var peer = await PeerAsync(path, operations);
        foreach (var line in lines)
        {
            if (line.Split(' ') is ["MICRO", var name, var time, var bytes])
            {
                var ratio = peer.TryGetValue(name, out var other) && double.TryParse(time, CultureInfo.InvariantCulture, out var own) && own > 0
                    ? (other / own).ToString("F1", CultureInfo.InvariantCulture)
                    : "-";
                await Console.Out.WriteLineAsync($"| {name.Replace('_', ' ')}{suffix} | {time} | {bytes} | {ratio} |");
            }
        }
    }

    private static async Task<IReadOnlyDictionary<string, double>> PeerAsync(string path, string[] operations)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Peer);
            var (lines, _) = await ChildProcess.RunAsync("lua5.4", script, path, string.Join(',', operations));
            return (lines ?? []).Select(static l => l.Split(' ')).ToDictionary(static p => p[0], static p => double.Parse(p[1], CultureInfo.InvariantCulture));
        }
        finally
        {
            File.Delete(script);
        }
    }
}
