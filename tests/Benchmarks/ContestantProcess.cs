using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime;
using System.Threading;

namespace Wippy.Benchmarks;

/// <summary>The body of a fresh process that measures one contestant on one program: the first pass, then passes with settled code.</summary>
internal static class ContestantProcess
{
    private const int SettledPasses = 3;
    private const int WarmPasses = 500;
    private const int Bursts = 4;
    private static readonly TimeSpan SettledTime = TimeSpan.FromSeconds(0.4);

    public static void Run(string contestant, string programName)
    {
        var program = BenchmarkProgram.All.First(p => p.Name == programName);
        var pass = Pass(Contestant.All.First(c => c.Key == contestant).Kind, program);
        var first = Measurement.Parse(program.Name, pass(program.Size)) ?? throw new InvalidOperationException("The program has printed no result.");
        Console.Out.WriteLine("RESULT " + program.Name + " " + first.Result);
        Write("TIME", program.Name, first.First);
        Settle(pass, program.WarmSize);
        var later = new List<double>();
        for (var start = Stopwatch.StartNew(); later.Count < SettledPasses || start.Elapsed < SettledTime;)
        {
            later.Add(Measurement.Parse(program.Name, pass(program.Size))!.First);
        }

        // The later half: on a busy machine the last tier may come in between.
        Write("SETTLED", program.Name, Measurement.Median(later.Skip(later.Count / 2)));
    }

    /// <summary>One pass of a program: gives the lines that it prints.</summary>
    private static Func<int, IReadOnlyList<string>> Pass(ContestantKind kind, BenchmarkProgram program)
    {
        switch (kind)
        {
            case ContestantKind.NativeLua:
                return size => NativeLuaRunner.Run(program.PeerPath, size);
            case ContestantKind.HandWritten:
                return size =>
                {
                    var start = Environment.CpuUsage.TotalTime;
                    var result = program.HandWritten(size);
                    var time = Environment.CpuUsage.TotalTime - start;
                    return ["RESULT " + program.Name + " " + result, "TIME " + program.Name + " " + time.TotalSeconds.ToString("F4", CultureInfo.InvariantCulture)];
                };
            default:
                var create = CompiledProgram.Load(kind == ContestantKind.Typed ? program.TypedPath : program.LuaPath);
                return size => ScriptRunner.Run(create, size);
        }
    }

    // Short passes until every method has been called often enough to be compiled at the last tier, and that compilation is done.
    private static void Settle(Func<int, IReadOnlyList<string>> pass, int size)
    {
        for (var burst = 0; burst < Bursts; burst++)
        {
            for (var i = 0; i < WarmPasses; i++)
            {
                pass(size);
            }

            long methods;
            do
            {
                methods = JitInfo.GetCompiledMethodCount();
                Thread.Sleep(150);
            }
            while (JitInfo.GetCompiledMethodCount() != methods);
        }
    }

    private static void Write(string kind, string program, double seconds) =>
        Console.Out.WriteLine(kind + " " + program + " " + seconds.ToString("F4", CultureInfo.InvariantCulture));
}
