using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class WorkflowFeatureTests
{
    [Fact]
    public async Task Cancellation_reaches_a_timer_and_the_workflow_ends_cancelled()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Sleeper>(),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                await handle.CancelAsync();
                await handle.CancelAsync();
                var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
                Assert.IsType<CanceledFailureException>(e.InnerException);
                Assert.Equal(WorkflowExecutionStatus.Canceled, (await handle.DescribeAsync()).Status);
                await Assert.ThrowsAsync<RpcException>(() => handle.SignalAsync("x", []));
            });
    }

    [Fact]
    public async Task Termination_ends_the_workflow_at_once()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Sleeper>(),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                await handle.TerminateAsync("enough");
                var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
                Assert.Contains("enough", Assert.IsType<TerminatedFailureException>(e.InnerException).Message, StringComparison.Ordinal);
            });
    }

    [Fact]
    public async Task Continue_as_new_is_followed_by_the_result()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Countdown>(),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Countdown w) => w.RunAsync(3), new WorkflowOptions("w", "q"));
                Assert.Equal("done", await handle.GetResultAsync());
                await Assert.ThrowsAsync<WorkflowContinuedAsNewException>(() => handle.GetResultAsync(followRuns: false));
                Assert.Equal(4, await env.Client.ListWorkflowsAsync("WorkflowType = 'Countdown'").CountAsync());
            });
    }

    [Fact]
    public async Task A_parent_gets_results_and_failures_of_children_and_signals_them()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Parent>().AddWorkflow<Child>(),
            async env =>
            {
                Assert.Equal("child got hi", await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync("signal"), new WorkflowOptions("p1", "q")));
                var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync("fail"), new WorkflowOptions("p2", "q")));
                Assert.Equal("child failed", Assert.IsType<ChildWorkflowFailureException>(e.InnerException).InnerException!.Message);
                Assert.Equal("duplicate", await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync("duplicate"), new WorkflowOptions("p3", "q")));
                Assert.Equal("cancelled", await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync("cancel"), new WorkflowOptions("p4", "q")));
            });
    }

    [Fact]
    public async Task Children_are_terminated_with_their_parent()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Parent>().AddWorkflow<Child>(),
            async env =>
            {
                Assert.Equal("left", await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync("leave"), new WorkflowOptions("p", "q")));
                var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => env.Client.GetWorkflowHandle("p-child").GetResultAsync());
                Assert.IsType<TerminatedFailureException>(e.InnerException);
            });
    }

    [Fact]
    public async Task A_signal_to_a_workflow_that_is_not_there_fails()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Parent>(),
            async env => Assert.Equal(
                "Unable to signal external workflow because it was not found",
                await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync("nobody"), new WorkflowOptions("p", "q"))));
    }

    [Fact]
    public async Task Updates_are_validated_accepted_and_answered()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Account>(),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Account w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                Assert.Equal(5, await handle.ExecuteUpdateAsync(w => w.DepositAsync(5)));
                var before = (await handle.FetchHistoryAsync()).Events.Count;
                var rejected = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.DepositAsync(-1)));
                Assert.Equal("must be positive", rejected.InnerException!.Message);
                Assert.Equal(before, (await handle.FetchHistoryAsync()).Events.Count);
                var slow = await handle.StartUpdateAsync(w => w.SlowAsync(), new WorkflowUpdateStartOptions(WorkflowUpdateStage.Accepted));
                Assert.Equal(7, await handle.ExecuteUpdateAsync(w => w.DepositAsync(2)));
                await handle.SignalAsync(w => w.CloseAsync());
                Assert.Equal(7, await handle.GetResultAsync());
                Assert.Equal("slow 7", await slow.GetResultAsync());
            });
    }

    [Fact]
    public async Task Conflict_and_reuse_policies_decide_over_a_second_start()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Sleeper>(),
            async env =>
            {
                var first = await env.Client.StartWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                var e = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => env.Client.StartWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q")));
                Assert.Equal(first.ResultRunId, e.RunId);
                var same = await env.Client.StartWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q") { IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting });
                Assert.Equal(first.ResultRunId, same.ResultRunId);
                var next = await env.Client.StartWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q") { IdConflictPolicy = WorkflowIdConflictPolicy.TerminateExisting });
                Assert.NotEqual(first.ResultRunId, next.ResultRunId);
                Assert.IsType<TerminatedFailureException>((await Assert.ThrowsAsync<WorkflowFailedException>(() => first.GetResultAsync())).InnerException);
                await next.GetResultAsync();
                await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => env.Client.StartWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q") { IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate }));
                await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => env.Client.StartWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q") { IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicateFailedOnly }));
                await env.Client.ExecuteWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("w", "q"));
            });
    }

    [Fact]
    public async Task Signal_with_start_delivers_the_signal_before_the_run_method()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Order>(),
            async env =>
            {
                var options = new WorkflowOptions("w", "q");
                options.SignalWithStart((Order w) => w.NoteAsync("first"));
                Assert.Equal(["constructor", "signal first", "run"], await env.Client.ExecuteWorkflowAsync((Order w) => w.RunAsync(), options));
            });
    }

    [Fact]
    public async Task Workflow_retries_timeouts_and_start_delay_follow_virtual_time()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Flaky>().AddWorkflow<Sleeper>(),
            async env =>
            {
                var result = await env.Client.ExecuteWorkflowAsync((Flaky w) => w.RunAsync(), new WorkflowOptions("w", "q")
                {
                    RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromHours(1) },
                    StartDelay = TimeSpan.FromHours(2),
                });
                Assert.Equal("attempt 3", result);
                var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => env.Client.ExecuteWorkflowAsync((Sleeper w) => w.RunAsync(), new WorkflowOptions("t", "q") { RunTimeout = TimeSpan.FromMinutes(1) }));
                Assert.IsType<TimeoutFailureException>(e.InnerException);
            });
    }

    [Fact]
    public async Task Local_activities_run_with_retries_and_survive_replay()
    {
        var calls = 0;
        await TestWorker.RunAsync(
            o =>
            {
                o.MaxCachedWorkflows = 0;
                o.AddWorkflow<LocalCaller>().AddActivity(ActivityDefinition.Create("local", typeof(int), [typeof(int)], 1, args =>
                {
                    calls++;
                    return calls == 1 ? throw new InvalidOperationException("again") : (int)args[0]! * 2;
                }));
            },
            async env => Assert.Equal(
                "2 4",
                await env.Client.ExecuteWorkflowAsync((LocalCaller w) => w.RunAsync(), new WorkflowOptions("w", "q"))));
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task Memo_search_attributes_random_and_time_are_visible()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Facts>(),
            async env =>
            {
                var key = SearchAttributeKey.CreateKeyword("Customer");
                var handle = await env.Client.StartWorkflowAsync((Facts w) => w.RunAsync(), new WorkflowOptions("w", "q")
                {
                    Memo = new Dictionary<string, object> { ["note"] = "hello" },
                    TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(key, "ann").ToSearchAttributeCollection(),
                });
                Assert.Equal("hello ann", await handle.GetResultAsync());
                var description = await handle.DescribeAsync();
                Assert.Equal("bob", description.TypedSearchAttributes.Get(key));
                Assert.Equal("changed", await description.Memo["note"].ToValueAsync<string>());
                Assert.Equal("w", (await env.Client.ListWorkflowsAsync("Customer = 'bob' AND ExecutionStatus = 'Completed'").SingleAsync()).Id);
            });
    }

    [Fact]
    public async Task Every_step_is_replayed_from_history_when_nothing_is_cached()
    {
        await TestWorker.RunAsync(
            o =>
            {
                o.MaxCachedWorkflows = 0;
                o.AddWorkflow<Account>().AddWorkflow<Parent>().AddWorkflow<Child>();
            },
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Account w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                Assert.Equal(5, await handle.ExecuteUpdateAsync(w => w.DepositAsync(5)));
                Assert.Equal(7, await handle.ExecuteUpdateAsync(w => w.DepositAsync(2)));
                Assert.Equal(7, await handle.QueryAsync(w => w.Balance));
                await handle.SignalAsync(w => w.CloseAsync());
                Assert.Equal(7, await handle.GetResultAsync());
                Assert.Equal("child got hi", await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync("signal"), new WorkflowOptions("p1", "q")));
                Assert.Equal("cancelled", await env.Client.ExecuteWorkflowAsync((Parent w) => w.RunAsync("cancel"), new WorkflowOptions("p4", "q")));
            });
    }

    [Workflow]
    public class Sleeper
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.DelayAsync(TimeSpan.FromDays(10));
    }

    [Workflow]
    public class Countdown
    {
        [WorkflowRun]
        public async Task<string> RunAsync(int left)
        {
            await Workflow.DelayAsync(1000);
            return left == 0 ? "done" : throw Workflow.CreateContinueAsNewException((Countdown w) => w.RunAsync(left - 1));
        }
    }

    [Workflow]
    public class Child
    {
        private string? message;

        [WorkflowRun]
        public async Task<string> RunAsync(string what)
        {
            if (what == "fail")
            {
                throw new ApplicationFailureException("child failed");
            }

            await Workflow.WaitConditionAsync(() => message is not null);
            return $"child got {message}";
        }

        [WorkflowSignal]
        public Task TellAsync(string text)
        {
            message = text;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Parent
    {
        [WorkflowRun]
        public async Task<string> RunAsync(string what)
        {
            if (what == "nobody")
            {
                try
                {
                    await Workflow.GetExternalWorkflowHandle("nobody").SignalAsync("x", []);
                }
                catch (ApplicationFailureException e)
                {
                    return e.Message;
                }
            }

            using var cancel = new CancellationTokenSource();
            var options = new ChildWorkflowOptions { Id = Workflow.Info.WorkflowId + "-child", CancellationToken = cancel.Token };
            var child = await Workflow.StartChildWorkflowAsync((Child c) => c.RunAsync(what), options);
            switch (what)
            {
                case "leave":
                    return "left";
                case "fail":
                    // Not signaled: it may have ended before the signal arrives.
                    return await child.GetResultAsync();
                case "duplicate":
                    try
                    {
                        await Workflow.ExecuteChildWorkflowAsync((Child c) => c.RunAsync(what), options);
                        return "started twice";
                    }
                    catch (WorkflowAlreadyStartedException)
                    {
                        return "duplicate";
                    }

                case "cancel":
                    cancel.Cancel();
                    try
                    {
                        return await child.GetResultAsync();
                    }
                    catch (ChildWorkflowFailureException e) when (e.InnerException is CanceledFailureException)
                    {
                        return "cancelled";
                    }

                default:
                    await child.SignalAsync(c => c.TellAsync("hi"));
                    return await child.GetResultAsync();
            }
        }
    }

    [Workflow]
    public class Account
    {
        private bool closed;

        [WorkflowQuery]
        public int Balance { get; private set; }

        [WorkflowRun]
        public async Task<int> RunAsync()
        {
            await Workflow.WaitConditionAsync(() => closed && Workflow.AllHandlersFinished);
            return Balance;
        }

        [WorkflowUpdate]
        public Task<int> DepositAsync(int amount)
        {
            Balance += amount;
            return Task.FromResult(Balance);
        }

        [WorkflowUpdateValidator(nameof(DepositAsync))]
        public void ValidateDeposit(int amount)
        {
            if (amount <= 0)
            {
                throw new ApplicationFailureException("must be positive");
            }
        }

        [WorkflowUpdate]
        public async Task<string> SlowAsync()
        {
            await Workflow.WaitConditionAsync(() => closed);
            return $"slow {Balance}";
        }

        [WorkflowSignal]
        public Task CloseAsync()
        {
            closed = true;
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Order
    {
        private readonly List<string> log = ["constructor"];

        [WorkflowRun]
        public Task<List<string>> RunAsync()
        {
            log.Add("run");
            return Task.FromResult(log);
        }

        [WorkflowSignal]
        public Task NoteAsync(string text)
        {
            log.Add("signal " + text);
            return Task.CompletedTask;
        }
    }

    [Workflow]
    public class Flaky
    {
        [WorkflowRun]
        public Task<string> RunAsync() => Workflow.Info.Attempt < 3
            ? throw new ApplicationFailureException("again")
            : Task.FromResult($"attempt {Workflow.Info.Attempt}");
    }

    [Workflow]
    public class LocalCaller
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            var options = new LocalActivityOptions
            {
                StartToCloseTimeout = TimeSpan.FromSeconds(5),
                RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(1) },
            };
            var first = await Workflow.ExecuteLocalActivityAsync<int>("local", [1], options);
            await Workflow.DelayAsync(1000);
            var second = await Workflow.ExecuteLocalActivityAsync<int>("local", [2], options);
            await Workflow.DelayAsync(1000);
            return $"{first} {second}";
        }
    }

    [Workflow]
    public class Facts
    {
        [WorkflowRun]
        public Task<string> RunAsync()
        {
            var key = SearchAttributeKey.CreateKeyword("Customer");
            var result = $"{Workflow.PayloadConverter.ToValue(Workflow.Memo["note"].Payload, typeof(string))} {Workflow.TypedSearchAttributes.Get(key)}";
            Workflow.UpsertMemo(MemoUpdate.ValueSet("note", "changed"));
            Workflow.UpsertTypedSearchAttributes(key.ValueSet("bob"));
            Assert.Equal("bob", Workflow.TypedSearchAttributes.Get(key));
            Assert.NotEqual(Workflow.NewGuid(), Workflow.NewGuid());
            Assert.Equal(DateTimeKind.Utc, Workflow.UtcNow.Kind);
            return Task.FromResult(result);
        }
    }
}
