using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class BasicWorkflowTests
{
    [Fact]
    public async Task Runs_an_activity_a_timer_and_returns_the_result()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        using var worker = new TemporalWorker(env.Client, new TemporalWorkerOptions("q").AddWorkflow<Greeting>().AddActivity(Greeting.Greet));
        await worker.ExecuteAsync(async () =>
        {
            var before = await env.GetCurrentTimeAsync();
            var result = await env.Client.ExecuteWorkflowAsync((Greeting w) => w.RunAsync("Ann"), new WorkflowOptions("w", "q"));
            Assert.Equal("Hello, Ann", result);
            Assert.True(await env.GetCurrentTimeAsync() - before >= TimeSpan.FromHours(24));
        });
    }

    [Fact]
    public async Task Signals_queries_and_conditions_work_in_order()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        using var worker = new TemporalWorker(env.Client, new TemporalWorkerOptions("q").AddWorkflow<Mailbox>());
        await worker.ExecuteAsync(async () =>
        {
            var handle = await env.Client.StartWorkflowAsync((Mailbox w) => w.RunAsync(3), new WorkflowOptions("w", "q"));
            await handle.SignalAsync(w => w.AddAsync("a"));
            await handle.SignalAsync(w => w.AddAsync("b"));
            Assert.Equal(2, await handle.QueryAsync(w => w.Count));
            Assert.Equal("a", await handle.QueryAsync(w => w.At(0)));
            await handle.SignalAsync("Add", ["c"]);
            Assert.Equal(["a", "b", "c"], await handle.GetResultAsync());
            Assert.Equal(3, await handle.QueryAsync(w => w.Count));
            Assert.Equal(WorkflowExecutionStatus.Completed, (await handle.DescribeAsync()).Status);
        });
    }

    [Fact]
    public async Task A_failure_reaches_the_client_with_its_cause()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        using var worker = new TemporalWorker(env.Client, new TemporalWorkerOptions("q").AddWorkflow<Failing>());
        await worker.ExecuteAsync(async () =>
        {
            var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => env.Client.ExecuteWorkflowAsync((Failing w) => w.RunAsync(), new WorkflowOptions("w", "q")));
            var cause = Assert.IsType<ApplicationFailureException>(e.InnerException);
            Assert.Equal("broken", cause.Message);
            Assert.Equal("Kind", cause.ErrorType);
        });
    }

    [Workflow]
    public class Greeting
    {
        [Activity]
        public static string Greet(string name) => $"Hello, {name}";

        [WorkflowRun]
        public async Task<string> RunAsync(string name)
        {
            await Workflow.DelayAsync(TimeSpan.FromHours(24));
            return await Workflow.ExecuteActivityAsync(() => Greet(name), new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        }
    }

    [Workflow]
    public class Mailbox
    {
        private readonly List<string> items = [];

        [WorkflowQuery]
        public int Count => items.Count;

        [WorkflowRun]
        public async Task<IReadOnlyList<string>> RunAsync(int count)
        {
            await Workflow.WaitConditionAsync(() => items.Count >= count);
            return items;
        }

        [WorkflowSignal]
        public Task AddAsync(string item)
        {
            items.Add(item);
            return Task.CompletedTask;
        }

        [WorkflowQuery]
        public string At(int index) => items[index];
    }

    [Workflow]
    public class Failing
    {
        [WorkflowRun]
        public Task RunAsync() => throw new ApplicationFailureException("broken", "Kind");
    }
}
