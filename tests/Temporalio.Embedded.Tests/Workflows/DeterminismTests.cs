using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class DeterminismTests
{
    [Fact]
    public async Task Changed_code_fails_the_task_names_both_sides_and_leaves_the_workflow_running()
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync();
        var handle = await StartAsync(env, WorkflowDefinition.Create(typeof(One), "Changing", null));
        var failure = new TaskCompletionSource<Exception>();
        var options = new TemporalWorkerOptions("q").AddWorkflow(WorkflowDefinition.Create(typeof(Two), "Changing", null));
        options.WorkflowTaskCompleted += (_, args) => failure.TrySetResult(args.TaskFailureException!);
        using (var worker = new TemporalWorker(env.Client, options))
        {
            await worker.ExecuteAsync(async () =>
            {
                await handle.SignalAsync("Go", []);
                var e = Assert.IsType<WorkflowNondeterminismException>(await failure.Task.WaitAsync(TestWorker.Limit));
                Assert.Contains("TimerStarted 1", e.Message, StringComparison.Ordinal);
                Assert.Contains("ActivityTaskScheduled 1 'none'", e.Message, StringComparison.Ordinal);
            });
        }

        Assert.Equal(WorkflowExecutionStatus.Running, (await handle.DescribeAsync()).Status);
        var events = (await handle.FetchHistoryAsync()).Events;
        Assert.Equal(WorkflowTaskFailedCause.NonDeterministicError, events.First(e => e.EventType == EventType.WorkflowTaskFailed).WorkflowTaskFailedEventAttributes.Cause);
        var replay = await new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow(WorkflowDefinition.Create(typeof(Two), "Changing", null)))
            .ReplayWorkflowAsync(await handle.FetchHistoryAsync(), throwOnReplayFailure: false);
        Assert.IsType<WorkflowNondeterminismException>(replay.ReplayFailure);

        // The old code mends it.
        using var old = new TemporalWorker(env.Client, new TemporalWorkerOptions("q").AddWorkflow(WorkflowDefinition.Create(typeof(One), "Changing", null)));
        await old.ExecuteAsync(async () => Assert.Equal("one", await handle.GetResultAsync<string>().WaitAsync(TestWorker.Limit)));
    }

    [Fact]
    public async Task A_patch_keeps_old_runs_on_the_old_branch_and_new_ones_on_the_new()
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync();
        var old = await StartAsync(env, WorkflowDefinition.Create(typeof(One), "Changing", null));
        var options = new TemporalWorkerOptions("q") { MaxCachedWorkflows = 0 }.AddWorkflow(WorkflowDefinition.Create(typeof(Patched), "Changing", null));
        using var worker = new TemporalWorker(env.Client, options);
        await worker.ExecuteAsync(async () =>
        {
            await old.SignalAsync("Go", []);
            Assert.Equal("old", await old.GetResultAsync<string>().WaitAsync(TestWorker.Limit));
            var fresh = await env.Client.StartWorkflowAsync("Changing", [], new WorkflowOptions("fresh", "q"));
            await fresh.SignalAsync("Go", []);
            Assert.Equal("new", await fresh.GetResultAsync<string>().WaitAsync(TestWorker.Limit));
            Assert.Contains((await fresh.FetchHistoryAsync()).Events, e => e.EventType == EventType.MarkerRecorded);
        });
    }

    [Theory]
    [InlineData("Task.Run")]
    [InlineData("Task.Delay")]
    public async Task Leaving_the_scheduler_fails_the_task(string how)
    {
        var e = await FirstFailureAsync<Slip>(how, () => { });
        Assert.IsType<InvalidWorkflowSchedulerException>(e);
    }

    [Fact]
    public async Task Code_that_does_not_yield_is_a_deadlock()
    {
        var e = await FirstFailureAsync<Stuck>(null, Stuck.Release.Set);
        Assert.Contains("[TMPRL1101]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_that_is_no_failure_fails_the_task_until_the_code_is_mended()
    {
        Mended.Broken = true;
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Mended>(),
            async env => Assert.Equal("mended", await env.Client.ExecuteWorkflowAsync((Mended w) => w.RunAsync(), new WorkflowOptions("w", "q"))));
    }

    private static async Task<Exception> FirstFailureAsync<T>(string? argument, Action ended)
    {
        var failure = new TaskCompletionSource<Exception>();
        await TestWorker.RunAsync(
            o =>
            {
                o.AddWorkflow<T>();
                o.WorkflowTaskCompleted += (_, args) => failure.TrySetResult(args.TaskFailureException!);
            },
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync(typeof(T).Name, argument is null ? [] : [argument], new WorkflowOptions("w", "q"));
                await failure.Task.WaitAsync(TestWorker.Limit);
                Assert.Equal(WorkflowExecutionStatus.Running, (await handle.DescribeAsync()).Status);
                await handle.TerminateAsync();
                ended();
            });
        return await failure.Task;
    }

    private static async Task<WorkflowHandle> StartAsync(WorkflowEnvironment env, WorkflowDefinition definition)
    {
        using var worker = new TemporalWorker(env.Client, new TemporalWorkerOptions("q").AddWorkflow(definition));
        return await worker.ExecuteAsync(async () =>
        {
            var handle = await env.Client.StartWorkflowAsync("Changing", [], new WorkflowOptions("w", "q"));
            await TestWorker.WaitForAsync(handle, EventType.TimerFired);
            Assert.True(await handle.QueryAsync<bool>("Ready", []));
            return handle;
        });
    }

    public abstract class Changing
    {
        private bool go;

        [WorkflowQuery]
        public bool Ready { get; private set; }

        [WorkflowSignal]
        public Task GoAsync()
        {
            go = true;
            return Task.CompletedTask;
        }

        protected Task WaitAsync()
        {
            Ready = true;
            return Workflow.WaitConditionAsync(() => go);
        }
    }

    [Workflow]
    public class One : Changing
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.DelayAsync(1);
            await WaitAsync();
            return "one";
        }
    }

    [Workflow]
    public class Two : Changing
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            await Workflow.ExecuteActivityAsync("none", [], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(1) });
            await WaitAsync();
            return "two";
        }
    }

    [Workflow]
    public class Patched : Changing
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var fresh = Workflow.Patched("change");
            if (!fresh)
            {
                await Workflow.DelayAsync(1);
            }

            await WaitAsync();
            return Workflow.Patched("change") ? "new" : "old";
        }
    }

    [Workflow]
    public class Slip
    {
        [WorkflowRun]
        public async Task RunAsync(string how)
        {
            if (how == "Task.Run")
            {
                await Task.Run(() => { });
            }
            else
            {
                await Task.Delay(1);
            }
        }
    }

    [Workflow]
    public class Stuck
    {
        public static ManualResetEventSlim Release { get; } = new();

        [WorkflowRun]
        public Task RunAsync()
        {
            Release.Wait();
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Mended
    {
        public static bool Broken { get; set; }

        [WorkflowRun]
        public Task<string> RunAsync()
        {
            if (Broken)
            {
                Broken = false;
                throw new InvalidOperationException("broken");
            }

            return Task.FromResult("mended");
        }
    }
}
