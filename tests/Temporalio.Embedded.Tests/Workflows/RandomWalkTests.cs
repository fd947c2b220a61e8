using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Embedded.CrashHost;
using Temporalio.Engine;
using Temporalio.Engine.Storage;
using Temporalio.Exceptions;
using Xunit.Abstractions;

namespace Temporalio.Embedded.Tests.Workflows;

/// <summary>
/// Random workflows with random ends of the engine and of its workers: the same results, no completed effect twice, no confirmed call lost,
/// every history replays. The environment variable WALK_SEEDS, such as "100 50" for fifty seeds from 100 on, replaces the seeds of the suite.
/// </summary>
public sealed class RandomWalkTests(ITestOutputHelper output) : IDisposable
{
    private const int Lives = 8;
    private readonly string directory = Directory.CreateTempSubdirectory("embedded").FullName;

    public void Dispose() => Directory.Delete(directory, true);

    [Fact]
    public async Task Whatever_step_the_engine_ends_at_the_plan_is_performed()
    {
        foreach (var seed in Seeds(1, 6))
        {
            output.WriteLine($"seed {seed}");
            await PerformAsync(seed);
        }
    }

    [Fact]
    public async Task Whenever_the_process_is_killed_the_plan_is_performed()
    {
        foreach (var seed in Seeds(1, 1))
        {
            output.WriteLine($"seed {seed}");
            var random = new Random(seed);
            var (database, log) = (Path.Combine(directory, $"process{seed}.db"), Path.Combine(directory, $"process{seed}.txt"));
            var last = string.Empty;
            IReadOnlyList<string> lines = [];
            for (var life = 0; last != "as planned"; life++)
            {
                var completed = life == 0 ? [] : CompletedEffects(database);
                using var process = Process.Start(new ProcessStartInfo(
                    "dotnet",
                    [Path.Combine(AppContext.BaseDirectory, "Temporalio.Embedded.CrashHost.dll"), database, log, "random", seed.ToString(CultureInfo.InvariantCulture)])
                { UseShellExecute = false, RedirectStandardOutput = true })!;
                var known = lines.Count;
                var end = life < 4 ? random.Next(1, 25) : int.MaxValue;
                for (var count = 1; await process.StandardOutput.ReadLineAsync().WaitAsync(TestWorker.Limit) is { } line; count++)
                {
                    last = line;
                    if (count == end)
                    {
                        process.Kill();
                    }
                }

                await process.WaitForExitAsync().WaitAsync(TestWorker.Limit);
                lines = await File.ReadAllLinesAsync(log);
                AssertNotRepeated(seed, life, completed, lines.Skip(known));
                Assert.True(life < 4 || last == "as planned", $"Seed {seed}: {string.Join('\n', lines)}");
            }
        }
    }

    private static IEnumerable<int> Seeds(int first, int count)
    {
        if (Environment.GetEnvironmentVariable("WALK_SEEDS")?.Split(' ') is [var start, var number])
        {
            (first, count) = (int.Parse(start, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture));
        }

        return Enumerable.Range(first, count);
    }

    private static void AssertNotRepeated(int seed, int life, IReadOnlyCollection<string> completed, IEnumerable<string> lines)
    {
        var repeated = lines.Intersect(completed.Select(n => "effect " + n)).ToList();
        Assert.True(repeated.Count == 0, $"Seed {seed}, life {life}: a completed effect was repeated: {string.Join(", ", repeated)}");
    }

    private async Task PerformAsync(int seed)
    {
        // Every third plan has timers of hours, which are skipped.
        var skip = seed % 3 == 0;
        var plan = new RandomPlan(seed);
        var random = new Random(seed);
        var database = Path.Combine(directory, $"life{seed}.db");
        IReadOnlyList<string> known = [];
        IReadOnlyCollection<string> completed = [];
        for (var life = 0; ; life++)
        {
            var (log, end, next) = (new WalkLog(known), life < Lives ? random.Next(1, 60) : int.MaxValue, Path.Combine(directory, $"life{seed}.{life}.db"));
            EmbeddedEngine? engine = null;
            IReadOnlyList<string>? left = null;
            using (engine = EmbeddedEngine.OpenStore(
                new StepStore(SqliteExecutionStore.Open(database), step =>
                {
                    if (step == end)
                    {
                        // What a process that is killed right now leaves behind: nobody has learned of this step yet.
                        left = log.Close();
                        File.Copy(database, next);
                        File.Copy(database + "-wal", next + "-wal");
                        _ = Task.Run(() => engine!.Stop(new RpcException(RpcException.StatusCode.Unavailable, "killed", null)));
                    }
                }),
                skip))
            {
                var options = new TemporalClientConnectOptions("embedded:");
                TemporalClient Client() => new(TemporalConnection.To(options, engine), options.ToClientOptions());
                try
                {
                    var difference = await new RandomWalk(plan, log, seed + life, skip ? 3_600_000 : 1).RunAsync(Client).WaitAsync(TestWorker.Limit);
                    Assert.True(difference.Length == 0, $"Seed {seed}, life {life}: {difference}");
                    var failed = await RandomWalk.ReplayAsync(Client(), log);
                    Assert.True(failed.Length == 0, $"Seed {seed}: {failed}");
                }
                catch (RpcException e) when (e.Code == RpcException.StatusCode.Unavailable && left is not null)
                {
                    // The next life goes on.
                }
                catch (TimeoutException)
                {
                    Assert.Fail($"Seed {seed}, life {life} hangs, ended: {left is not null}, serving: {engine?.IsServing}, with {engine?.Timers} after {string.Join(", ", log.Lines())}\n{Open(engine!)}");
                }
            }

            AssertNotRepeated(seed, life, completed, (left ?? log.Lines()).Skip(known.Count));
            if (left is null)
            {
                return;
            }

            (known, database) = (left, next);
            completed = CompletedEffects(database);
        }
    }

    private static string Open(EmbeddedEngine engine) => string.Join('\n', engine.ListWorkflowsAsync("default", "ExecutionStatus = 'Running'").Result.Select(run =>
        $"{run.Execution.WorkflowId} {run.Execution.RunId}: {engine.DescribeWorkflowAsync(new WorkflowKey("default", run.Execution.WorkflowId, null)).Result}\n"
        + string.Join('\n', engine.GetHistoryAsync(new WorkflowKey("default", run.Execution.WorkflowId, null), 0, false, default).Result.Events)));

    /// <summary>Gets the names of the effects whose completion is stored.</summary>
    private static HashSet<string> CompletedEffects(string database)
    {
        using var store = SqliteExecutionStore.Open(database);
        var runs = store.LoadOpen().Concat(store.ListClosed("default").Select(c => store.Find("default", c.Execution.WorkflowId, c.Execution.RunId)!));
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in runs)
        {
            foreach (var e in run.Events.Concat(run.Buffered))
            {
                var scheduled = e.ActivityTaskCompletedEventAttributes?.ScheduledEventId ?? e.ActivityTaskFailedEventAttributes?.ScheduledEventId;
                if (scheduled is { } id)
                {
                    result.Add(run.Events[(int)id - 1].ActivityTaskScheduledEventAttributes.Input.Payloads_[0].Data.ToStringUtf8().Trim('"'));
                }
                else if (e.MarkerRecordedEventAttributes is { MarkerName: "core_local_activity" } marker)
                {
                    using var data = JsonDocument.Parse(marker.Details["data"].Payloads_[0].Data.ToStringUtf8());
                    result.Add(data.RootElement.TryGetProperty("activity_id", out var name) ? name.GetString()! : data.RootElement.GetProperty("activityId").GetString()!);
                }
            }
        }

        return result;
    }
}
