using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Embedded.CrashHost;
using Temporalio.Engine;
using Temporalio.Engine.Storage;
using Xunit.Abstractions;

namespace Temporalio.Embedded.Tests.Workflows;

/// <summary>Ends the process at every step that is stored and looks at what comes out when the next one goes on.</summary>
public sealed class KillWalkTests(ITestOutputHelper output) : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("embedded").FullName;

    public void Dispose() => Directory.Delete(directory, true);

    [Fact]
    public async Task Every_stored_step_is_a_place_to_go_on_from()
    {
        var database = Path.Combine(directory, "walk.db");
        var log = new WalkLog();
        var known = new List<IReadOnlyList<string>>();
        var store = new StepStore(SqliteExecutionStore.Open(database), step =>
        {
            // What a process that is killed right now leaves behind: nobody has learned of this step yet.
            File.Copy(database, Snapshot(step));
            File.Copy(database + "-wal", Snapshot(step) + "-wal");
            known.Add(log.Lines());
        });
        Assert.Equal(Walk.Expected, await RunAsync(store, log, _ => { }));
        output.WriteLine($"{known.Count} steps");
        Assert.True(known.Count > 50);
        for (var step = 1; step <= known.Count; step++)
        {
            var world = new WalkLog();
            foreach (var line in known[step - 1])
            {
                world.Add(line);
            }

            IReadOnlyList<string> completed = [];
            var result = await RunAsync(SqliteExecutionStore.Open(Snapshot(step)), world, engine => completed = Completed(engine));
            Assert.True(result == Walk.Expected, $"Killed after step {step}: {result}");
            Assert.True(!world.Lines().Skip(known[step - 1].Count).Intersect(completed).Any(), $"Killed after step {step}: a completed effect was repeated: {string.Join(", ", world.Lines())}");
        }
    }

    [Fact]
    public async Task A_process_that_is_killed_again_and_again_gets_to_the_same_end()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var (database, log) = (Path.Combine(directory, "walk.db"), Path.Combine(directory, "walk.txt"));
        for (var life = 0; life < 4; life++)
        {
            using var process = Start(database, log, random.Next(5, 18));
            await process.WaitForExitAsync().WaitAsync(TestWorker.Limit);
            Assert.Equal(137, process.ExitCode);
        }

        using var last = Start(database, log, int.MaxValue);
        await last.WaitForExitAsync().WaitAsync(TestWorker.Limit);
        Assert.Equal("result " + Walk.Expected, (await File.ReadAllLinesAsync(log))[^1]);
    }

    private static Process Start(string database, string log, int steps) =>
        Process.Start(new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Temporalio.Embedded.CrashHost.dll"), database, log, "walk", steps.ToString(CultureInfo.InvariantCulture)])
        { UseShellExecute = false })!;

    private static async Task<string> RunAsync(IExecutionStore store, WalkLog log, Action<EmbeddedEngine> opened)
    {
        using var engine = EmbeddedEngine.OpenStore(store, false);
        opened(engine);
        var options = new TemporalClientConnectOptions("embedded:");
        return await Walk.RunAsync(new TemporalClient(TemporalConnection.To(options, engine), options.ToClientOptions()), log).WaitAsync(TestWorker.Limit);
    }

    /// <summary>Gets the effects whose completion is stored, as the log calls them.</summary>
    private static IReadOnlyList<string> Completed(EmbeddedEngine engine)
    {
        var result = new List<string>();
        foreach (var run in engine.ListWorkflowsAsync("default", string.Empty).Result)
        {
            var history = engine.GetHistoryAsync(new WorkflowKey("default", run.Execution.WorkflowId, run.Execution.RunId), 0, false, default).Result.Events;
            result.AddRange(history.Where(e => e.EventType == EventType.ActivityTaskCompleted).Select(e => "effect " + Name(history[(int)e.ActivityTaskCompletedEventAttributes.ScheduledEventId - 1])));
            result.AddRange(history.Where(e => e.EventType == EventType.MarkerRecorded).Select(_ => "effect local"));
        }

        return result;
    }

    private static string Name(HistoryEvent scheduled) => scheduled.ActivityTaskScheduledEventAttributes.Input.Payloads_[0].Data.ToStringUtf8().Trim('"');

    private string Snapshot(int step) => Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"step{step}.db"));
}
