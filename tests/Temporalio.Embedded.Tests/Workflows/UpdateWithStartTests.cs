using System;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Engine;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class UpdateWithStartTests
{
    [Fact]
    public async Task The_first_call_starts_the_workflow_and_the_next_ones_use_it()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Cart>(),
            async env =>
            {
                var first = Start(WorkflowIdConflictPolicy.UseExisting);
                Assert.Equal(2, await env.Client.ExecuteUpdateWithStartWorkflowAsync((Cart w) => w.AddAsync(2), new WorkflowUpdateWithStartOptions(first)));
                var second = Start(WorkflowIdConflictPolicy.UseExisting);
                var update = await env.Client.StartUpdateWithStartWorkflowAsync<int>("Add", [3], new WorkflowStartUpdateWithStartOptions("once", second, WorkflowUpdateStage.Accepted));
                Assert.Equal(5, await update.GetResultAsync());
                var again = await env.Client.StartUpdateWithStartWorkflowAsync<int>("Add", [3], new WorkflowStartUpdateWithStartOptions("once", Start(WorkflowIdConflictPolicy.Fail), WorkflowUpdateStage.Completed));
                Assert.Equal(5, await again.GetResultAsync());
                var handle = await first.GetHandleAsync();
                Assert.Equal(handle.ResultRunId, (await second.GetHandleAsync()).ResultRunId);
                await handle.SignalAsync(w => w.CloseAsync());
                Assert.Equal(5, await handle.GetResultAsync());
            });
    }

    [Fact]
    public async Task A_rejected_update_leaves_the_workflow_and_a_forbidden_start_fails_both()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Cart>(),
            async env =>
            {
                var start = Start(WorkflowIdConflictPolicy.Fail);
                await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => env.Client.ExecuteUpdateWithStartWorkflowAsync((Cart w) => w.AddAsync(-1), new WorkflowUpdateWithStartOptions(start)));
                Assert.Equal(WorkflowExecutionStatus.Running, (await (await start.GetHandleAsync()).DescribeAsync()).Status);

                var second = Start(WorkflowIdConflictPolicy.Fail);
                await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => env.Client.ExecuteUpdateWithStartWorkflowAsync((Cart w) => w.AddAsync(1), new WorkflowUpdateWithStartOptions(second)));
                await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(second.GetHandleAsync);
                await Assert.ThrowsAsync<InvalidOperationException>(() => env.Client.ExecuteUpdateWithStartWorkflowAsync((Cart w) => w.AddAsync(1), new WorkflowUpdateWithStartOptions(second)));
            });
    }

    [Fact]
    public async Task The_first_workflow_task_delivers_the_update_of_the_start()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Cart>(),
            async env =>
            {
                for (var i = 0; i < 50; i++)
                {
                    var start = WithStartWorkflowOperation.Create((Cart w) => w.RunAsync(), new WorkflowOptions($"cart {i}", "q") { IdConflictPolicy = WorkflowIdConflictPolicy.Fail });
                    await env.Client.ExecuteUpdateWithStartWorkflowAsync((Cart w) => w.AddAsync(1), new WorkflowUpdateWithStartOptions(start));
                    var history = await (await start.GetHandleAsync()).FetchHistoryAsync();
                    Assert.Equal(EventType.WorkflowExecutionUpdateAccepted, history.Events.ElementAt(4).EventType);
                }
            });
    }

    [Fact]
    public async Task A_query_and_another_update_follow_a_rejected_one()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Cart>(),
            async env =>
            {
                var start = Start(WorkflowIdConflictPolicy.Fail);
                await env.Client.ExecuteUpdateWithStartWorkflowAsync((Cart w) => w.AddAsync(2), new WorkflowUpdateWithStartOptions(start));
                var handle = await start.GetHandleAsync();
                await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.AddAsync(-1)));
                Assert.Equal(2, await handle.QueryAsync(w => w.Total));
                await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.AddAsync(-1)));
                Assert.Equal(5, await handle.ExecuteUpdateAsync(w => w.AddAsync(3)));
                Assert.Equal(5, await handle.QueryAsync(w => w.Total));
                await handle.SignalAsync(w => w.CloseAsync());
                Assert.Equal(5, await handle.GetResultAsync());
                Assert.DoesNotContain((await handle.FetchHistoryAsync()).Events, e => e.EventType == EventType.WorkflowTaskFailed);
            });
    }

    [Fact]
    public async Task Options_that_do_not_fit_are_refused()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Cart>(),
            async env =>
            {
                Task Send(WithStartWorkflowOperation? start) => env.Client.ExecuteUpdateWithStartWorkflowAsync("Add", [1], new WorkflowUpdateWithStartOptions { StartWorkflowOperation = start });
                await Assert.ThrowsAsync<ArgumentException>(() => Send(null));
                await Assert.ThrowsAsync<ArgumentException>(() => Send(Start(WorkflowIdConflictPolicy.Unspecified)));
                var signal = Start(WorkflowIdConflictPolicy.Fail);
                signal.Options.SignalWithStart("Close", []);
                await Assert.ThrowsAsync<ArgumentException>(() => Send(signal));
            });
    }

    [Fact]
    public async Task Health_tells_whether_the_engine_is_open()
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions("health:7233"));
        Assert.True(await client.Connection.CheckHealthAsync());
        EngineRegistry.Close("health:7233");
        Assert.False(await client.Connection.CheckHealthAsync());
    }

    private static WithStartWorkflowOperation<WorkflowHandle<Cart, int>> Start(WorkflowIdConflictPolicy policy) =>
        WithStartWorkflowOperation.Create((Cart w) => w.RunAsync(), new WorkflowOptions("cart", "q") { IdConflictPolicy = policy });

    [Workflow]
    public class Cart
    {
        private int total;
        private bool closed;

        [WorkflowQuery]
        public int Total => total;

        [WorkflowRun]
        public async Task<int> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => closed);
            return total;
        }

        [WorkflowUpdate]
        public Task<int> AddAsync(int count) => Task.FromResult(total += count);

        [WorkflowUpdateValidator(nameof(AddAsync))]
        public void CheckAdd(int count)
        {
            if (count < 0)
            {
                throw new ApplicationFailureException("negative");
            }
        }

        [WorkflowSignal]
        public Task CloseAsync()
        {
            closed = true;
            return Task.CompletedTask;
        }
    }
}
