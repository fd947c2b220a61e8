using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Engine;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public sealed class DurabilityTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("embedded").FullName;

    private string Host => "embedded:" + Path.Combine(directory, "engine.db");

    public void Dispose()
    {
        EngineRegistry.Close(Host);
        Directory.Delete(directory, true);
    }

    [Fact]
    public async Task A_workflow_goes_on_after_the_engine_was_stopped_in_the_middle()
    {
        var client = await ConnectAsync();
        using (var worker = new TemporalWorker(client, Options()))
        {
            await worker.ExecuteAsync(async () =>
            {
                var handle = await client.StartWorkflowAsync((Journey w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                await handle.SignalAsync(w => w.GoAsync("one"));
                await TestWorker.WaitForAsync(handle, EventType.TimerFired);
                Assert.Equal(1, await handle.QueryAsync(w => w.Count));
            });
        }

        await client.GetWorkflowHandle("w").SignalAsync("Go", ["two"]);
        EngineRegistry.Close(Host);

        client = await ConnectAsync();
        using (var worker = new TemporalWorker(client, Options()))
        {
            await worker.ExecuteAsync(async () =>
            {
                var handle = client.GetWorkflowHandle<Journey, string>("w");
                await TestWorker.WaitForAsync(handle, EventType.TimerFired, 2);
                Assert.Equal(2, await handle.QueryAsync(w => w.Count));
                await handle.SignalAsync(w => w.GoAsync("three"));
                Assert.Equal("Hello one two three", await handle.GetResultAsync());
            });
        }

        EngineRegistry.Close(Host);
        client = await ConnectAsync();
        var closed = client.GetWorkflowHandle<Journey, string>("w");
        Assert.Equal("Hello one two three", await closed.GetResultAsync());
        Assert.Equal(WorkflowExecutionStatus.Completed, (await closed.DescribeAsync()).Status);
        Assert.Equal("w", (await client.ListWorkflowsAsync(string.Empty).SingleAsync()).Id);
        var replay = await new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<Journey>()).ReplayWorkflowAsync(await closed.FetchHistoryAsync());
        Assert.Null(replay.ReplayFailure);
    }

    [Fact]
    public async Task Timers_that_were_due_while_nothing_ran_fire_on_start()
    {
        var client = await ConnectAsync();
        using (var worker = new TemporalWorker(client, new TemporalWorkerOptions("q").AddWorkflow<Short>()))
        {
            await worker.ExecuteAsync(async () =>
            {
                var handle = await client.StartWorkflowAsync((Short w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                await TestWorker.WaitForAsync(handle, EventType.TimerStarted);
            });
        }

        EngineRegistry.Close(Host);
        client = await ConnectAsync();
        using var second = new TemporalWorker(client, new TemporalWorkerOptions("q").AddWorkflow<Short>());
        await second.ExecuteAsync(() => client.GetWorkflowHandle("w").GetResultAsync()).WaitAsync(TestWorker.Limit);
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_no_finished_step_and_repeats_the_one_it_was_in()
    {
        var database = Path.Combine(directory, "crash.db");
        var log = Path.Combine(directory, "log.txt");
        using (var first = Start(database, log, "hang"))
        {
            await WaitForAsync(log, "step 2 attempt 1");
            var inUse = await Assert.ThrowsAsync<InvalidOperationException>(() => TemporalClient.ConnectAsync(new TemporalClientConnectOptions("embedded:" + database)));
            Assert.Contains("in use by another engine", inUse.Message, StringComparison.Ordinal);
            first.Kill();
            await first.WaitForExitAsync();
        }

        using var second = Start(database, log, "finish");
        await second.WaitForExitAsync().WaitAsync(TestWorker.Limit);
        Assert.Equal(
            ["step 1 attempt 1", "step 2 attempt 1", "step 2 attempt 2", "step 3 attempt 1", "result 1.1 2.2 3.1"],
            await File.ReadAllLinesAsync(log));
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Temporalio.Embedded.CrashHost.dll"), .. arguments]) { UseShellExecute = false })!;

    private static async Task WaitForAsync(string file, string line)
    {
        using var timeout = new System.Threading.CancellationTokenSource(TestWorker.Limit);
        using var timer = new System.Threading.PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!File.Exists(file) || !(await File.ReadAllLinesAsync(file, timeout.Token)).Contains(line))
        {
            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    private static TemporalWorkerOptions Options() =>
        new TemporalWorkerOptions("q").AddWorkflow<Journey>().AddActivity(ActivityDefinition.Create("greet", typeof(string), [typeof(string)], 1, args => $"Hello {args[0]}"));

    private Task<TemporalClient> ConnectAsync() => TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));

    [Workflow]
    public class Journey
    {
        private string text = string.Empty;

        [WorkflowQuery]
        public int Count { get; private set; }

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => Count == 3);
            return await Workflow.ExecuteActivityAsync<string>("greet", [text.Trim()], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        }

        [WorkflowSignal]
        public async Task GoAsync(string where)
        {
            await Workflow.DelayAsync(1);
            text += where + " ";
            Count++;
        }
    }

    [Workflow]
    public class Short
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.DelayAsync(300);
    }
}
