using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Wippy.Runtime;

namespace Wippy.Benchmarks;

/// <summary>The programs under BenchmarkDotNet: distribution of the times, allocation and collections.</summary>
public class DetailBenchmarks
{
    private static string _filter = "";

    private Func<LuaState, LuaModule>? _compiled;
    private Func<LuaState, LuaModule>? _typed;
    private BenchmarkProgram? _current;

    /// <summary>Names of the programs to run.</summary>
    public static IEnumerable<string> Names => BenchmarkProgram.All.Select(static p => p.Name).Where(static n => n.Contains(_filter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The program that runs.</summary>
    [ParamsSource(nameof(Names))]
    public string Program { get; set; } = "";

    internal static void Run(string filter)
    {
        _filter = filter;
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "detail"));
        BenchmarkRunner.Run<DetailBenchmarks>(config);
    }

    /// <summary>Compiles the program.</summary>
    [GlobalSetup]
    public void Compile()
    {
        _current = BenchmarkProgram.All.First(p => p.Name == Program);
        _compiled = Compile(_current.LuaPath);
        _typed = Compile(_current.TypedPath);
    }

    /// <summary>C# by hand.</summary>
    [Benchmark(Baseline = true)]
    public object HandWritten() => _current!.HandWritten(_current.Size);

    /// <summary>The compiled program.</summary>
    [Benchmark]
    public object Compiled() => ScriptRunner.Run(_compiled!, _current!.Size);

    /// <summary>The compiled program with annotations.</summary>
    [Benchmark]
    public object Typed() => ScriptRunner.Run(_typed!, _current!.Size);

    private static Func<LuaState, LuaModule> Compile(string path) =>
        CompiledProgram.Build(path) is { Problem: { } problem } ? throw new InvalidOperationException(problem) : CompiledProgram.Load(path);
}
