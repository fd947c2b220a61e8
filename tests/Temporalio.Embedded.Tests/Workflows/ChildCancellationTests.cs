using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class ChildCancellationTests
{
    [Theory]
    [InlineData(ChildWorkflowCancellationType.WaitCancellationCompleted, "cancelled after clean-up", WorkflowExecutionStatus.Canceled)]
    [InlineData(ChildWorkflowCancellationType.WaitCancellationRequested, "cancelled at once", WorkflowExecutionStatus.Canceled)]
    [InlineData(ChildWorkflowCancellationType.TryCancel, "cancelled at once", WorkflowExecutionStatus.Canceled)]
    [InlineData(ChildWorkflowCancellationType.Abandon, "cancelled at once", WorkflowExecutionStatus.Completed)]
    public async Task The_cancellation_type_says_what_the_parent_waits_for(ChildWorkflowCancellationType type, string expected, WorkflowExecutionStatus child)
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Parent>().AddWorkflow<Child>(),
            async env =>
            {
                var result = await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync(type, false), new WorkflowOptions("w", "q"));
                Assert.Equal(expected, result);
                var handle = env.Client.GetWorkflowHandle("child");
                await Record.ExceptionAsync(() => handle.GetResultAsync());
                Assert.Equal(child, (await handle.DescribeAsync()).Status);
            });
    }

    [Fact]
    public async Task A_child_that_is_cancelled_in_the_task_that_starts_it_is_never_started()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Parent>().AddWorkflow<Child>(),
            async env =>
            {
                Assert.Equal("cancelled early", await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync(ChildWorkflowCancellationType.WaitCancellationCompleted, true), new WorkflowOptions("w", "q")));
                var e = await Assert.ThrowsAsync<RpcException>(() => env.Client.GetWorkflowHandle("child").DescribeAsync());
                Assert.Equal(RpcException.StatusCode.NotFound, e.Code);
            });
    }

    [Fact]
    public async Task Children_that_are_cancelled_while_they_are_being_started_end()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Hasty>().AddWorkflow<Endless>(),
            async env => Assert.Equal(200, await env.Client.ExecuteWorkflowAsync((Hasty w) => w.RunAsync(200), new WorkflowOptions("w", "q"))));
    }

    [Workflow]
    public class Hasty
    {
        [WorkflowRun]
        public async Task<int> RunAsync(int count) => (await Workflow.WhenAllAsync(Enumerable.Range(0, count).Select(CancelAsync))).Sum();

        private static async Task<int> CancelAsync(int number)
        {
            using var source = new CancellationTokenSource();
            var child = Workflow.ExecuteChildWorkflowAsync((Endless w) => w.RunAsync(), new ChildWorkflowOptions { CancellationToken = source.Token });
            await Workflow.DelayAsync(1 + number);
            source.Cancel();
            try
            {
                await child;
                return 0;
            }
            catch (ChildWorkflowFailureException e) when (e.InnerException is CanceledFailureException)
            {
                return 1;
            }
        }
    }

    [Workflow]
    public class Endless
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.WaitConditionAsync(() => false);
    }

    [Workflow]
    public class Parent
    {
        [WorkflowRun]
        public async Task<string> RunAsync(ChildWorkflowCancellationType type, bool early)
        {
            using var source = new CancellationTokenSource();
            var start = Workflow.StartChildWorkflowAsync((Child w) => w.RunAsync(), new ChildWorkflowOptions
            {
                Id = "child",
                CancellationType = type,
                CancellationToken = source.Token,
                ParentClosePolicy = Temporalio.Workflows.ParentClosePolicy.Abandon,
            });
            var begin = Workflow.UtcNow;
            try
            {
                if (early)
                {
                    Cancel(source);
                }

                var child = await start;
                begin = Workflow.UtcNow;
                Cancel(source);
                await child.GetResultAsync();
                return "not cancelled";
            }
            catch (CanceledFailureException)
            {
                return "cancelled early";
            }
            catch (ChildWorkflowFailureException e) when (TemporalException.IsCanceledException(e))
            {
                return Workflow.UtcNow - begin >= TimeSpan.FromHours(1) ? "cancelled after clean-up" : "cancelled at once";
            }
        }

        private static void Cancel(CancellationTokenSource source) => source.Cancel();
    }

    [Workflow]
    public class Child
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            try
            {
                await Workflow.DelayAsync(TimeSpan.FromDays(1));
            }
            catch (OperationCanceledException)
            {
                await Workflow.DelayAsync(TimeSpan.FromHours(1), CancellationToken.None);
                throw;
            }
        }
    }
}
