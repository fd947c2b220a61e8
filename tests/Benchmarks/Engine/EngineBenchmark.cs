using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Client;
using Temporalio.Testing;
using Temporalio.Worker;
using static Wippy.Benchmarks.Engine.EngineWorkflows;

namespace Wippy.Benchmarks.Engine;

/// <summary>Measures the embedded engine: throughput, open workflows, replay, memory, growth.</summary>
internal static class EngineBenchmark
{
    private const int InFlight = 200;

    /// <summary>Runs the measurements whose name contains a text and prints them as Markdown.</summary>
    /// <param name="filter">The text.</param>
    public static async Task RunAsync(string filter)
    {
        await Console.Out.WriteLineAsync("| measurement | wanted | wall clock | of two busy cores |\n|---|---:|---:|---:|");
        foreach (var (name, measure) in Measurements())
        {
            if (name.Contains(filter, StringComparison.Ordinal))
            {
                await measure();
            }
        }
    }

    private static IEnumerable<(string Name, Func<Task> Measure)> Measurements()
    {
        yield return ("throughput in memory", () => InMemoryAsync(client => ThroughputAsync(client, "workflows/s in memory", "5 000", 30_000)));
        yield return ("throughput on file", () => OnFileAsync(client => ThroughputAsync(client, "workflows/s on file", "1 000", 15_000)));
        foreach (var count in (int[])[1_000, 10_000, 100_000])
        {
            yield return ("open in memory", () => InMemoryAsync(client => OpenAsync(client, "in memory", count)));
        }

        foreach (var count in (int[])[1_000, 10_000, 100_000])
        {
            yield return ("open on file", () => OnFileAsync(client => OpenAsync(client, "on file", count)));
        }

        yield return ("replay", () => InMemoryAsync(ReplayAsync));
        yield return ("idle", () => InMemoryAsync(IdleAsync));
        yield return ("growth", () => OnFileAsync(GrowthAsync));
    }

    private static async Task InMemoryAsync(Func<ITemporalClient, Task> measure)
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync();
        await WithWorkerAsync(env.Client, measure);
    }

    private static async Task OnFileAsync(Func<ITemporalClient, Task> measure)
    {
        var directory = Directory.CreateTempSubdirectory("engine");
        try
        {
            await using var env = await WorkflowEnvironment.StartLocalAsync(new WorkflowEnvironmentStartLocalOptions
            {
                DevServerOptions = new DevServerOptions { DatabaseFilename = Path.Combine(directory.FullName, "engine.db") },
            });
            await WithWorkerAsync(env.Client, measure);
        }
        finally
        {
            directory.Delete(true);
        }
    }

    private static async Task WithWorkerAsync(ITemporalClient client, Func<ITemporalClient, Task> measure)
    {
        using var worker = new TemporalWorker(client, Options());
        await worker.ExecuteAsync(async () =>
        {
            // Settles the code, so that it is not the compiler that is measured.
            await EachAsync(10_000, i => client.ExecuteWorkflowAsync((OneActivity w) => w.RunAsync(i), new WorkflowOptions($"warm-up {i}", TaskQueue)));
            await measure(client);
        });
    }

    private static async Task ThroughputAsync(ITemporalClient client, string name, string wanted, int count)
    {
        var (wall, processor) = await TimeAsync(() => ManyAsync(client, "w", count));
        await RowAsync(name, wanted, $"{count / wall:N0}", $"{count / processor * 2:N0}");
    }

    private static async Task OpenAsync(ITemporalClient client, string where, int count)
    {
        var handles = new WorkflowHandle<Idle, int>[count];
        var (wall, processor) = await TimeAsync(() => EachAsync(count, async i => handles[i] = await client.StartWorkflowAsync((Idle w) => w.RunAsync(i), new WorkflowOptions($"idle {i}", TaskQueue))));
        var (endWall, endProcessor) = await TimeAsync(() => EachAsync(count, async i =>
        {
            await handles[i].SignalAsync(w => w.GoAsync());
            await handles[i].GetResultAsync();
        }));
        await RowAsync($"{count:N0} open {where}: start, signal and end, workflows/s", "linear", $"{count / (wall + endWall):N0}", $"{count / (processor + endProcessor) * 2:N0}");
    }

    private static async Task ReplayAsync(ITemporalClient client)
    {
        // Six events for an activity.
        var handle = await client.StartWorkflowAsync((Long w) => w.RunAsync(10_000 / 6), new WorkflowOptions("long", TaskQueue));
        await handle.GetResultAsync();
        var history = await handle.FetchHistoryAsync();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<Long>());
        await replayer.ReplayWorkflowAsync(history);
        var (wall, processor) = await TimeAsync(() => replayer.ReplayWorkflowAsync(history));
        await RowAsync($"replay of {history.Events.Count:N0} events, seconds", "0.5", $"{wall:F3}", $"{processor:F3} on one core");
    }

    private static async Task IdleAsync(ITemporalClient client)
    {
        const int Count = 10_000;
        var before = GC.GetTotalMemory(true);
        await EachAsync(Count, async i =>
        {
            var handle = await client.StartWorkflowAsync((Idle w) => w.RunAsync(i), new WorkflowOptions($"idle {i}", TaskQueue));
            await handle.QueryAsync(w => w.Ready);
        });
        var bytes = (GC.GetTotalMemory(true) - before) / (double)Count;
        await RowAsync("an idle cached workflow with its history, KB", "20", $"{bytes / 1024:F1}", "-");
        before = GC.GetTotalMemory(true);
        await ManyAsync(client, "closed", Count);
        bytes = (GC.GetTotalMemory(true) - before) / (double)Count;
        await RowAsync("a closed run in memory with its history, KB", "-", $"{bytes / 1024:F1}", "-");
    }

    private static async Task GrowthAsync(ITemporalClient client)
    {
        // Eleven events for a workflow.
        const int Batches = 10;
        const int Batch = 1_000_000 / 11 / Batches;
        var times = new List<(double Wall, double Processor)>();
        for (var i = 0; i < Batches; i++)
        {
            times.Add(await TimeAsync(() => ManyAsync(client, $"batch {i}", Batch)));
        }

        await RowAsync(
            "the last 100 000 of 1 000 000 events on file, time relative to the first",
            "1.5",
            $"{times[^1].Wall / times[0].Wall:F2}",
            $"{times[^1].Processor / times[0].Processor:F2}");
    }

    private static Task ManyAsync(ITemporalClient client, string name, int count) => EachAsync(count, async i =>
    {
        if (await client.ExecuteWorkflowAsync((OneActivity w) => w.RunAsync(i), new WorkflowOptions($"{name} {i}", TaskQueue)) != i * 2)
        {
            throw new InvalidOperationException("Wrong result");
        }
    });

    private static async Task EachAsync(int count, Func<int, Task> action)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(InFlight, count)).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                await action(i);
            }
        })));
    }

    private static async Task<(double Wall, double Processor)> TimeAsync(Func<Task> action)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await action();
        watch.Stop();
        process.Refresh();
        return (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static Task RowAsync(string name, string wanted, string wall, string processor) => Console.Out.WriteLineAsync($"| {name} | {wanted} | {wall} | {processor} |");
}
