using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Workflows;
using ParentClosePolicy = Temporalio.Workflows.ParentClosePolicy;

namespace Temporalio.Embedded.Tests.Workflows;

/// <summary>What reaches a workflow that is being continued, is delayed, or whose sender ends.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Messages_that_come_while_a_run_continues_as_new_go_to_the_next_run()
    {
        await TestWorker.RunAsync(
            o =>
            {
                o.AddWorkflow<Continuing>();
                o.DebugMode = true;
            },
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Continuing w) => w.RunAsync(0), new WorkflowOptions("w", "q"));
                await Continuing.Entered.WaitAsync();
                var first = handle.ResultRunId;
                var update = handle.ExecuteUpdateAsync(w => w.PutAsync("update"));
                Continuing.Leave.Set();
                Assert.Equal("update 1", await update);
                await handle.SignalAsync(w => w.EndAsync());
                Assert.Equal(1, await handle.GetResultAsync());
                Assert.NotEqual(first, (await env.Client.GetWorkflowHandle("w").DescribeAsync()).RunId);
            });
    }

    [Fact]
    public async Task Signals_of_one_task_arrive_in_their_order_even_if_the_sender_has_ended()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Sender>().AddWorkflow<Receiver>().AddWorkflow<Echo>(),
            async env =>
            {
                var receiver = await env.Client.StartWorkflowAsync((Receiver w) => w.RunAsync(50), new WorkflowOptions("receiver", "q"));
                await env.Client.ExecuteWorkflowAsync((Sender w) => w.RunAsync(50), new WorkflowOptions("sender", "q"));
                Assert.Equal(string.Join(' ', Enumerable.Range(0, 50)), await receiver.GetResultAsync());
            });
    }

    [Fact]
    public async Task Signal_with_start_uses_what_runs_ends_its_delay_and_refuses_the_policy_fail()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Receiver>(),
            async env =>
            {
                var options = new WorkflowOptions("w", "q") { StartDelay = TimeSpan.FromDays(1) };
                options.SignalWithStart((Receiver w) => w.AddAsync("1"));
                var first = await env.Client.StartWorkflowAsync((Receiver w) => w.RunAsync(2), options);
                await first.SignalAsync("Add", ["2"]);
                Assert.DoesNotContain((await first.FetchHistoryAsync()).Events, e => e.EventType == EventType.WorkflowTaskScheduled);

                // A signal alone leaves the delay as it is; a signal with start does not.
                var second = await env.Client.StartWorkflowAsync((Receiver w) => w.RunAsync(2), options);
                Assert.Equal(first.ResultRunId, second.ResultRunId);
                await TestWorker.WaitForAsync(second, EventType.WorkflowTaskScheduled);
                Assert.Equal("1 2 1", await env.WithAutoTimeSkippingDisabledAsync(() => second.GetResultAsync()));

                options.IdConflictPolicy = WorkflowIdConflictPolicy.Fail;
                var e = await Assert.ThrowsAsync<RpcException>(() => env.Client.StartWorkflowAsync((Receiver w) => w.RunAsync(2), options));
                Assert.Equal(RpcException.StatusCode.InvalidArgument, e.Code);
            });
    }

    [Workflow]
    public class Continuing
    {
        private bool ended;

        public static SemaphoreSlim Entered { get; } = new(0);

        public static ManualResetEventSlim Leave { get; } = new();

        [WorkflowRun]
        public async Task<int> RunAsync(int round)
        {
            if (round == 0)
            {
                Entered.Release();
                Leave.Wait();
                throw Workflow.CreateContinueAsNewException((Continuing w) => w.RunAsync(1));
            }

            await Workflow.WaitConditionAsync(() => ended);
            return round;
        }

        [WorkflowSignal]
        public Task EndAsync()
        {
            ended = true;
            return Task.CompletedTask;
        }

        [WorkflowUpdate]
        public Task<string> PutAsync(string name) => Task.FromResult($"{name} {(Workflow.Info.ContinuedRunId is null ? 0 : 1)}");
    }

    [Workflow]
    public class Sender
    {
        [WorkflowRun]
        public Task RunAsync(int count)
        {
            var receiver = Workflow.GetExternalWorkflowHandle<Receiver>("receiver");
            for (var i = 0; i < count; i++)
            {
                _ = receiver.SignalAsync(w => w.AddAsync($"{i}"));
            }

            _ = Workflow.StartChildWorkflowAsync((Receiver w) => w.RunAsync(1), new ChildWorkflowOptions { Id = "dropped" });
            _ = Workflow.StartChildWorkflowAsync((Echo w) => w.RunAsync("1"), new ChildWorkflowOptions { Id = "left", ParentClosePolicy = ParentClosePolicy.Abandon });
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Echo
    {
        [WorkflowRun]
        public Task<string> RunAsync(string text) => Task.FromResult(text);
    }

    [Workflow]
    public class Receiver
    {
        private readonly System.Collections.Generic.List<string> entries = [];

        [WorkflowRun]
        public async Task<string> RunAsync(int count)
        {
            await Workflow.WaitConditionAsync(() => entries.Count >= count);
            return string.Join(' ', entries);
        }

        [WorkflowSignal]
        public Task AddAsync(string entry)
        {
            entries.Add(entry);
            return Task.CompletedTask;
        }
    }
}
