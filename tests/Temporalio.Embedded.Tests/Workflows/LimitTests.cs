using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Engine.Matching;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

/// <summary>Options that hold workers and calls back.</summary>
public sealed class LimitTests
{
    [Fact]
    public void Turns_are_spread_and_a_late_one_is_made_up_for()
    {
        var limit = new RateLimit(20);
        var start = TimeSpan.FromDays(3);
        Assert.Equal(0, limit.Take(start).TotalMilliseconds);
        Assert.Equal(50, limit.Take(start).TotalMilliseconds);
        Assert.Equal(100, limit.Take(start).TotalMilliseconds);
        Assert.Equal(40, limit.Take(start + TimeSpan.FromMilliseconds(110)).TotalMilliseconds);

        // After a pause at most a tenth of a second is made up for.
        var later = start + TimeSpan.FromHours(1);
        Assert.Equal([0, 0, 0, 50], Enumerable.Range(0, 4).Select(_ => limit.Take(later).TotalMilliseconds));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Activities_start_no_faster_than_the_limits_of_worker_and_queue(bool queue)
    {
        var watch = Stopwatch.StartNew();
        await TestWorker.RunAsync(
            o =>
            {
                o.MaxTaskQueueActivitiesPerSecond = queue ? 20 : null;
                o.MaxActivitiesPerSecond = queue ? null : 20;
                o.AddWorkflow<Fan>().AddActivity(ActivityDefinition.Create("act", typeof(string), [], 0, _ => "x"));
            },
            env => env.Client.ExecuteWorkflowAsync((Fan w) => w.RunAsync(8, false), new WorkflowOptions("w", "q")));

        // Eight starts are seven intervals of 50 ms, of which a tenth of a second may be made up for.
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public async Task Local_activities_run_no_more_at_once_than_the_worker_has_slots()
    {
        var (running, most) = (0, 0);
        await TestWorker.RunAsync(
            o =>
            {
                o.MaxConcurrentLocalActivities = 2;
                o.AddWorkflow<Fan>().AddActivity(ActivityDefinition.Create("act", typeof(Task<string>), [], 0, _ => ActAsync()));
            },
            env => env.Client.ExecuteWorkflowAsync((Fan w) => w.RunAsync(10, true), new WorkflowOptions("w", "q")));
        Assert.Equal(2, most);

        async Task<string> ActAsync()
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            while (Volatile.Read(ref most) < 2)
            {
                await Task.Yield();
            }

            Interlocked.Decrement(ref running);
            return "x";
        }
    }

    [Fact]
    public async Task A_call_ends_with_its_timeout()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Waiting>(),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Waiting w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                var rpc = new RpcOptions { Timeout = TimeSpan.FromMilliseconds(20) };
                await Assert.ThrowsAsync<RpcTimeoutOrCanceledException>(() => handle.GetResultAsync(rpcOptions: rpc));
                await Assert.ThrowsAsync<WorkflowUpdateRpcTimeoutOrCanceledException>(() => handle.ExecuteUpdateAsync(w => w.WaitAsync(), new WorkflowUpdateOptions { Rpc = rpc }));
                var update = await handle.StartUpdateAsync(w => w.WaitAsync(), new WorkflowUpdateStartOptions(WorkflowUpdateStage.Accepted));
                await Assert.ThrowsAsync<WorkflowUpdateRpcTimeoutOrCanceledException>(() => update.GetResultAsync(rpc));

                // A query that no worker answers.
                var other = await env.Client.StartWorkflowAsync("Other", [], new WorkflowOptions("other", "nobody"));
                await Assert.ThrowsAsync<RpcTimeoutOrCanceledException>(() => other.QueryAsync<int>("x", [], new WorkflowQueryOptions { Rpc = rpc }));
            });
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var current = Volatile.Read(ref target); current < value; current = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, current);
        }
    }

    [Workflow]
    public class Fan
    {
        [WorkflowRun]
        public Task RunAsync(int count, bool local) => Workflow.WhenAllAsync(Enumerable.Range(0, count).Select(_ => local
            ? Workflow.ExecuteLocalActivityAsync<string>("act", [], new LocalActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) })
            : Workflow.ExecuteActivityAsync<string>("act", [], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) })));
    }

    [Workflow]
    public class Waiting
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.WaitConditionAsync(() => false);

        [WorkflowUpdate]
        public Task WaitAsync() => Workflow.WaitConditionAsync(() => false);
    }
}
