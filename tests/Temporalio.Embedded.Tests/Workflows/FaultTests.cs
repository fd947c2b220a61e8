using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Engine;
using Temporalio.Engine.Storage;
using Temporalio.Engine.Timers;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

/// <summary>The faults of README.md beside the engine: each behaves as it says there.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("embedded").FullName;

    private string Database => Path.Combine(directory, "engine.db");

    private string Host => "embedded:" + Database;

    public void Dispose()
    {
        EngineRegistry.Close(Host);
        Directory.Delete(directory, true);
    }

    [Fact]
    public async Task A_full_disk_stops_the_engine_and_loses_nothing_that_was_confirmed()
    {
        var confirmed = 0;
        using (var store = SqliteExecutionStore.Open(Database, "PRAGMA max_page_count = 100"))
        {
            using var engine = EmbeddedEngine.OpenStore(store, false);
            var client = Client(engine);
            using var worker = new TemporalWorker(client, new TemporalWorkerOptions("q").AddWorkflow<Collector>());
            var stopped = await Assert.ThrowsAsync<RpcException>(() => worker.ExecuteAsync(async () =>
            {
                var handle = await client.StartWorkflowAsync((Collector w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                while (true)
                {
                    await handle.SignalAsync(w => w.AddAsync(new string('x', 1000)));
                    confirmed++;
                }
            })).WaitAsync(TestWorker.Limit);
            Assert.Equal(RpcException.StatusCode.Unavailable, stopped.Code);
            Assert.Contains("database or disk is full", stopped.Message, StringComparison.Ordinal);
            Assert.Same(stopped.GetType(), (await Assert.ThrowsAsync<RpcException>(() => client.GetWorkflowHandle("w").DescribeAsync())).GetType());
        }

        Assert.True(confirmed > 10);
        Assert.True(await CountAfterRestartAsync() >= confirmed);
    }

    [Fact]
    public async Task Connecting_again_opens_an_engine_that_had_to_stop()
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        await client.StartWorkflowAsync((Collector w) => w.RunAsync(), new WorkflowOptions("w", "q"));
        var engine = (EmbeddedEngine)EngineRegistry.Get(Host);
        engine.Stop(new RpcException(RpcException.StatusCode.Unavailable, "full", null));
        Assert.Equal("full", (await Assert.ThrowsAsync<RpcException>(() => client.GetWorkflowHandle("w").DescribeAsync())).Message);
        client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        Assert.Equal(WorkflowExecutionStatus.Running, (await client.GetWorkflowHandle("w").DescribeAsync()).Status);
    }

    [Theory]
    [InlineData("A page of SQLite", true)]
    [InlineData("Bytes of a history", false)]
    public async Task A_damaged_database_is_refused_and_left_as_it_is(string what, bool page)
    {
        Assert.NotEmpty(what);
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        var handle = await client.StartWorkflowAsync((Collector w) => w.RunAsync(), new WorkflowOptions("w", "q"));
        for (var i = 0; i < 20; i++)
        {
            await handle.SignalAsync(w => w.AddAsync("marker" + new string('x', 2000)));
        }

        EngineRegistry.Close(Host);
        var bytes = await File.ReadAllBytesAsync(Database);
        if (page)
        {
            for (var at = 4096; at < bytes.Length; at += 4096)
            {
                Array.Fill(bytes, (byte)0xEE, at, 512);
            }
        }
        else
        {
            Flip(bytes, "marker"u8);
        }

        await File.WriteAllBytesAsync(Database, bytes);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host)));
        Assert.Contains(Database, refused.Message, StringComparison.Ordinal);
        Assert.Contains(page ? "malformed" : "of workflow 'w' cannot be read", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_damaged_closed_run_fails_what_asks_for_it_and_nothing_else()
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        foreach (var id in (string[])["damaged", "sound"])
        {
            var handle = await client.StartWorkflowAsync((Collector w) => w.RunAsync(), new WorkflowOptions(id, "q"));
            await handle.SignalAsync(w => w.AddAsync("marker of " + id));
            await handle.TerminateAsync();
        }

        EngineRegistry.Close(Host);
        var bytes = await File.ReadAllBytesAsync(Database);
        Flip(bytes, "marker of damaged"u8);
        await File.WriteAllBytesAsync(Database, bytes);
        client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        var e = await Assert.ThrowsAsync<RpcException>(() => client.GetWorkflowHandle("damaged").FetchHistoryAsync());
        Assert.Equal(RpcException.StatusCode.DataLoss, e.Code);
        Assert.Equal(WorkflowExecutionStatus.Terminated, (await client.GetWorkflowHandle("sound").DescribeAsync()).Status);
    }

    [Fact]
    public async Task Time_is_not_skipped_when_a_task_is_taken_while_the_queues_are_asked()
    {
        TimerQueue? timers = null;
        var taken = false;
        using (timers = new TimerQueue(
            () =>
            {
                if (!taken)
                {
                    taken = true;
                    timers!.Enter();
                }

                return false;
            },
            static () => DateTime.UtcNow))
        {
            var fired = new TaskCompletionSource();
            timers.Add(timers.UtcNow.AddDays(1), fired.SetResult);
            timers.Unlock();
            Assert.True(taken);
            Assert.True(timers.UtcNow < DateTime.UtcNow.AddHours(1));

            timers.Exit();
            Assert.True(timers.UtcNow > DateTime.UtcNow.AddHours(23));
            await fired.Task;
        }
    }

    [Fact]
    public void The_clock_of_the_engine_does_not_go_back_with_that_of_the_system()
    {
        var system = new DateTime(2030, 1, 1, 12, 0, 0, DateTimeKind.Utc);
        using var timers = new TimerQueue(() => false, () => system);
        var before = timers.UtcNow;
        using var fired = new ManualResetEventSlim();
        timers.Add(before + TimeSpan.FromMilliseconds(50), fired.Set);
        system -= TimeSpan.FromHours(1);
        Assert.True(timers.UtcNow >= before);
        Assert.True(fired.Wait(TestWorker.Limit));
        system += TimeSpan.FromHours(3);
        Assert.True(timers.UtcNow >= before + TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task A_timer_waits_no_longer_than_its_time_when_the_clock_was_set_back_before_a_restart()
    {
        using (var engine = EmbeddedEngine.OpenStore(SqliteExecutionStore.Open(Database), false))
        {
            engine.Timers.Advance(TimeSpan.FromDays(30));
            var client = Client(engine);
            using var worker = new TemporalWorker(client, Options());
            await worker.ExecuteAsync(async () =>
            {
                var handle = await client.StartWorkflowAsync((Waiter w) => w.RunAsync(300), new WorkflowOptions("w", "q"));
                await TestWorker.WaitForAsync(handle, EventType.TimerStarted);
            });
        }

        // Now the clock shows a time a month before the start of the timer.
        using var second = EmbeddedEngine.OpenStore(SqliteExecutionStore.Open(Database), false);
        using var next = new TemporalWorker(Client(second), Options());
        await next.ExecuteAsync(() => Client(second).GetWorkflowHandle("w").GetResultAsync()).WaitAsync(TestWorker.Limit);
    }

    [Fact]
    public async Task An_activity_goes_to_another_worker_when_its_own_has_vanished()
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync();
        var client = (TemporalClient)env.Client;
        var engine = (EmbeddedEngine)TemporalClient.EngineOf(client);
        using var worker = new TemporalWorker(client, Options());
        await worker.ExecuteAsync(async () =>
        {
            // A worker that takes the task and is never heard of again.
            using var vanishing = engine.RegisterWorker(new WorkerRegistration("default", "activities", null, false, true));
            var poll = engine.PollActivityTaskAsync("default", "activities", "vanishing", null, CancellationToken.None);
            var handle = await client.StartWorkflowAsync((Caller w) => w.RunAsync("activities"), new WorkflowOptions("w", "q"));
            Assert.Equal(1, (await poll.WaitAsync(TestWorker.Limit)).Token.Attempt);
            engine.Timers.Advance(TimeSpan.FromMinutes(11));
            using var other = new TemporalWorker(client, new TemporalWorkerOptions("activities").AddActivity(
                ActivityDefinition.Create("act", typeof(int), [], 0, _ => ActivityExecutionContext.Current.Info.Attempt)));
            Assert.Equal(2, await other.ExecuteAsync(() => handle.GetResultAsync()).WaitAsync(TestWorker.Limit));
        });
    }

    [Fact]
    public async Task A_workflow_task_goes_to_another_worker_when_its_own_has_vanished()
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync();
        var client = (TemporalClient)env.Client;
        var engine = (EmbeddedEngine)TemporalClient.EngineOf(client);
        var poll = engine.PollWorkflowTaskAsync("default", "q", "vanishing", CancellationToken.None);
        var handle = await client.StartWorkflowAsync((Waiter w) => w.RunAsync(1), new WorkflowOptions("w", "q"));
        Assert.Equal("w", (await poll.WaitAsync(TestWorker.Limit)).WorkflowId);
        engine.Timers.Advance(TimeSpan.FromSeconds(11));
        using var worker = new TemporalWorker(client, Options());
        await worker.ExecuteAsync(() => handle.GetResultAsync()).WaitAsync(TestWorker.Limit);
        Assert.Contains((await handle.FetchHistoryAsync()).Events, e => e.EventType == EventType.WorkflowTaskTimedOut);
    }

    [Fact]
    public async Task The_time_limit_over_all_attempts_outlives_a_restart()
    {
        using var release = new SemaphoreSlim(0);
        using var begun = new SemaphoreSlim(0);
        TemporalWorkerOptions Blocking() => Options().AddActivity(ActivityDefinition.Create("act", typeof(Task<int>), [], 0, _ => BlockAsync()));
        using (var engine = EmbeddedEngine.OpenStore(SqliteExecutionStore.Open(Database), false))
        {
            var client = Client(engine);
            using var worker = new TemporalWorker(client, Blocking());
            await client.StartWorkflowAsync((Bounded w) => w.RunAsync(), new WorkflowOptions("w", "q"));
            var running = worker.ExecuteAsync(CancellationToken.None);
            await begun.WaitAsync();
            engine.Stop(new RpcException(RpcException.StatusCode.Unavailable, "killed", null));
            release.Release();
            await Assert.ThrowsAsync<RpcException>(() => running);
        }

        using var second = EmbeddedEngine.OpenStore(SqliteExecutionStore.Open(Database), false);
        using var next = new TemporalWorker(Client(second), Blocking());
        await next.ExecuteAsync(async () =>
        {
            await begun.WaitAsync();
            second.Timers.Advance(TimeSpan.FromMinutes(30));
            var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => Client(second).GetWorkflowHandle("w").GetResultAsync());
            release.Release();
            Assert.Equal(TimeoutType.ScheduleToClose, Assert.IsType<TimeoutFailureException>(e.InnerException!.InnerException).TimeoutType);
        }).WaitAsync(TestWorker.Limit);

        async Task<int> BlockAsync()
        {
            begun.Release();
            await release.WaitAsync();
            return 0;
        }
    }

    [Fact]
    public async Task A_payload_of_ten_megabytes_passes_through_every_border()
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        var large = new byte[10 * 1024 * 1024];
        Random.Shared.NextBytes(large);
        var options = new TemporalWorkerOptions("q").AddWorkflow<Carrier>().AddActivity(ActivityDefinition.Create("echo", typeof(byte[]), [typeof(byte[])], 1, args => args[0]));
        using (var worker = new TemporalWorker(client, options))
        {
            Assert.Equal(large, await worker.ExecuteAsync(() => client.ExecuteWorkflowAsync((Carrier w) => w.RunAsync(large), new WorkflowOptions("w", "q"))).WaitAsync(TestWorker.Limit));
        }

        EngineRegistry.Close(Host);
        client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        Assert.Equal(large, await client.GetWorkflowHandle("w").GetResultAsync<byte[]>());
    }

    [Fact]
    public async Task Ten_thousand_signals_to_one_workflow_all_arrive()
    {
        const int Count = 10_000;
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        var handle = await client.StartWorkflowAsync((Collector w) => w.RunAsync(), new WorkflowOptions("w", "q"));
        using (var worker = new TemporalWorker(client, Options()))
        {
            await worker.ExecuteAsync(() => Task.WhenAll(Enumerable.Range(0, Count).Select(i => handle.SignalAsync(w => w.AddAsync($"{i}"))))).WaitAsync(TestWorker.Limit);
        }

        EngineRegistry.Close(Host);
        Assert.Equal(Count, await CountAfterRestartAsync());
    }

    [Fact]
    public async Task A_poison_workflow_task_holds_up_its_workflow_alone()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Poison>().AddWorkflow<Waiter>(),
            async env =>
            {
                Poison.Broken = true;
                var poison = await env.Client.StartWorkflowAsync((Poison w) => w.RunAsync(), new WorkflowOptions("poison", "q"));
                await Poison.Attempts.WaitAsync();
                await Poison.Attempts.WaitAsync();

                // Others go on, the workflow is open and takes messages, its history holds one failure and not one per attempt.
                await env.Client.ExecuteWorkflowAsync((Waiter w) => w.RunAsync(1), new WorkflowOptions("sound", "q"));
                await poison.SignalAsync(w => w.MendAsync());
                Assert.Equal(WorkflowExecutionStatus.Running, (await poison.DescribeAsync()).Status);
                Assert.Single((await poison.FetchHistoryAsync()).Events, e => e.EventType == EventType.WorkflowTaskFailed);
                Poison.Broken = false;
                Assert.Equal("mended", await poison.GetResultAsync());
            });
    }

    [Fact]
    public async Task A_poison_workflow_task_that_is_given_up_leaves_nothing_behind()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Bad>(),
            async env =>
            {
                var engine = (EmbeddedEngine)TemporalClient.EngineOf(env.Client);
                var handle = await env.Client.StartWorkflowAsync((Bad w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                while (engine.RealTimers == 0)
                {
                    await Task.Yield();
                }

                await handle.TerminateAsync();
                Assert.Equal(0, engine.RealTimers);
            });
    }

    private static TemporalWorkerOptions Options() => new TemporalWorkerOptions("q").AddWorkflow<Collector>().AddWorkflow<Waiter>().AddWorkflow<Caller>().AddWorkflow<Bounded>();

    private static TemporalClient Client(EmbeddedEngine engine)
    {
        var options = new TemporalClientConnectOptions("embedded:");
        return new TemporalClient(TemporalConnection.To(options, engine), options.ToClientOptions());
    }

    /// <summary>Changes a bit wherever the text stands: SQLite leaves copies in unused places.</summary>
    private static void Flip(byte[] bytes, ReadOnlySpan<byte> text)
    {
        for (var at = bytes.AsSpan().IndexOf(text); at >= 0; at = bytes.AsSpan().IndexOf(text))
        {
            bytes[at] ^= 1;
        }
    }

    /// <summary>Opens the database as the next process would and counts the signals of the workflow.</summary>
    private async Task<int> CountAfterRestartAsync()
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions(Host));
        using var worker = new TemporalWorker(client, Options());
        return await worker.ExecuteAsync(async () =>
        {
            var handle = client.GetWorkflowHandle<Collector, int>("w");
            await handle.SignalAsync(w => w.EndAsync());
            return await handle.GetResultAsync();
        }).WaitAsync(TestWorker.Limit);
    }

    [Workflow]
    public class Collector
    {
        private int count;
        private bool ended;

        [WorkflowRun]
        public async Task<int> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => ended);
            return count;
        }

        [WorkflowSignal]
        public Task AddAsync(string entry)
        {
            count += entry.Length > 0 ? 1 : 0;
            return Task.CompletedTask;
        }

        [WorkflowSignal]
        public Task EndAsync()
        {
            ended = true;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Waiter
    {
        [WorkflowRun]
        public Task RunAsync(int milliseconds) => Workflow.DelayAsync(milliseconds);
    }

    [Workflow]
    public class Caller
    {
        [WorkflowRun]
        public Task<int> RunAsync(string taskQueue) => Workflow.ExecuteActivityAsync<int>(
            "act",
            [],
            new ActivityOptions
            {
                TaskQueue = taskQueue,
                StartToCloseTimeout = TimeSpan.FromMinutes(10),
                RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(1), MaximumAttempts = 2 },
            });
    }

    [Workflow]
    public class Bounded
    {
        [WorkflowRun]
        public Task<int> RunAsync() => Workflow.ExecuteActivityAsync<int>("act", [], new ActivityOptions { ScheduleToCloseTimeout = TimeSpan.FromMinutes(30) });
    }

    [Workflow]
    public class Carrier
    {
        [WorkflowRun]
        public Task<byte[]> RunAsync(byte[] data) => Workflow.ExecuteActivityAsync<byte[]>("echo", [data], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(5) });
    }

    [Workflow]
    public class Bad
    {
        [WorkflowRun]
        public Task RunAsync() => throw new InvalidOperationException("bad");
    }

    [Workflow]
    public class Poison
    {
        private bool mended;

        public static bool Broken { get; set; }

        public static SemaphoreSlim Attempts { get; } = new(0);

        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            if (Broken)
            {
                Attempts.Release();
                throw new InvalidOperationException("poison");
            }

            await Workflow.WaitConditionAsync(() => mended);
            return "mended";
        }

        [WorkflowSignal]
        public Task MendAsync()
        {
            mended = true;
            return Task.CompletedTask;
        }
    }
}
