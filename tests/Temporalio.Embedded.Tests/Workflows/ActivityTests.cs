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

public class ActivityTests
{
    private static readonly ActivityOptions OneMinute = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task A_failing_activity_is_retried_with_backoff_until_it_succeeds()
    {
        var attempts = new List<int>();
        var times = new List<DateTime>();
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(ActivityDefinition.Create("act", typeof(string), [], 0, _ =>
            {
                var info = ActivityExecutionContext.Current.Info;
                attempts.Add(info.Attempt);
                times.Add(info.StartedTime);
                return info.Attempt < 4 ? throw new InvalidOperationException("not yet") : "done";
            })),
            async env =>
            {
                var result = await env.Client.ExecuteWorkflowAsync((Caller w) => w.RunAsync(new CallerInput()), new WorkflowOptions("w", "q"));
                Assert.Equal("done", result);
            });
        Assert.Equal([1, 2, 3, 4], attempts);
        var gaps = times.Zip(times.Skip(1), (a, b) => Math.Round((b - a).TotalSeconds)).ToArray();
        Assert.Equal([1, 2, 4], gaps);
    }

    [Fact]
    public async Task Maximum_attempts_and_non_retryable_errors_end_the_retries()
    {
        var attempts = 0;
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(ActivityDefinition.Create("act", typeof(string), [], 0, _ =>
            {
                attempts++;
                throw new ApplicationFailureException("no", "Kind");
            })),
            async env =>
            {
                var failure = await FailureAsync(env.Client, "w1", new CallerInput { MaximumAttempts = 3 });
                Assert.Equal(RetryState.MaximumAttemptsReached, failure.RetryState);
                Assert.Equal("Kind", Assert.IsType<ApplicationFailureException>(failure.InnerException).ErrorType);
                Assert.Equal(3, attempts);
                attempts = 0;
                failure = await FailureAsync(env.Client, "w2", new CallerInput { NonRetryable = "Kind" });
                Assert.Equal(RetryState.NonRetryableFailure, failure.RetryState);
                Assert.Equal(1, attempts);
            });
    }

    [Fact]
    public async Task Next_retry_delay_overrides_the_policy()
    {
        var times = new List<DateTime>();
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(ActivityDefinition.Create("act", typeof(string), [], 0, _ =>
            {
                times.Add(ActivityExecutionContext.Current.Info.StartedTime);
                return times.Count == 1 ? throw new ApplicationFailureException("later", nextRetryDelay: TimeSpan.FromHours(5)) : "done";
            })),
            async env => await env.Client.ExecuteWorkflowAsync((Caller w) => w.RunAsync(new CallerInput()), new WorkflowOptions("w", "q")));
        Assert.Equal(5, Math.Round((times[1] - times[0]).TotalHours));
    }

    [Fact]
    public async Task An_activity_nobody_runs_times_out_from_schedule_to_start()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>(),
            async env =>
            {
                var failure = await FailureAsync(env.Client, "w", new CallerInput { ScheduleToStart = TimeSpan.FromHours(1) });
                Assert.Equal(TimeoutType.ScheduleToStart, Assert.IsType<TimeoutFailureException>(failure.InnerException).TimeoutType);
            });
    }

    [Fact]
    public async Task Retries_end_with_the_schedule_to_close_timeout()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(ActivityDefinition.Create("act", typeof(string), [], 0, _ => throw new InvalidOperationException("no"))),
            async env =>
            {
                var failure = await FailureAsync(env.Client, "w", new CallerInput { ScheduleToClose = TimeSpan.FromSeconds(20) });
                Assert.Equal(RetryState.Timeout, failure.RetryState);
                Assert.IsType<ApplicationFailureException>(failure.InnerException);
            });
    }

    [Fact]
    public async Task What_follows_from_a_command_stands_after_all_commands_of_its_task()
    {
        await TestWorker.RunAsync(
            o =>
            {
                o.MaxCachedWorkflows = 0;
                o.AddWorkflow<CancelAndGoOn>().AddActivity(ActivityDefinition.Create("act", typeof(string), [], 0, _ => "done"));
            },
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((CancelAndGoOn w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                Assert.Equal("done", await handle.GetResultAsync());
                var events = (await handle.FetchHistoryAsync()).Events.Select(e => e.EventType).ToList();
                var cancel = events.IndexOf(EventType.ActivityTaskCancelRequested);
                Assert.Equal([EventType.MarkerRecorded, EventType.TimerStarted, EventType.ActivityTaskCanceled, EventType.WorkflowTaskScheduled], events[(cancel + 1)..(cancel + 5)]);
            });
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_times_out()
    {
        var release = new TaskCompletionSource();
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(ActivityDefinition.Create("act", typeof(Task), [], 0, _ => release.Task)),
            async env =>
            {
                var failure = await FailureAsync(env.Client, "w", new CallerInput { StartToClose = TimeSpan.FromMilliseconds(20), MaximumAttempts = 1 });
                Assert.Equal(TimeoutType.StartToClose, Assert.IsType<TimeoutFailureException>(failure.InnerException).TimeoutType);
                release.SetResult();
            });
    }

    [Fact]
    public async Task A_missing_heartbeat_times_out_and_the_next_attempt_sees_the_details()
    {
        var release = new TaskCompletionSource();
        var seen = 0;
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(Act(async () =>
            {
                var context = ActivityExecutionContext.Current;
                if (context.Info.Attempt == 1)
                {
                    context.Heartbeat(42);
                    await release.Task;
                }

                seen = await context.Info.HeartbeatDetailAtAsync<int>(0);
                return "done";
            })),
            async env =>
            {
                var result = await env.Client.ExecuteWorkflowAsync((Caller w) => w.RunAsync(new CallerInput { Heartbeat = TimeSpan.FromSeconds(1) }), new WorkflowOptions("w", "q"));
                Assert.Equal("done", result);
                release.SetResult();
            });
        Assert.Equal(42, seen);
    }

    [Fact]
    public async Task A_heartbeat_tells_of_cancellation_and_the_workflow_can_wait_for_it()
    {
        var started = new TaskCompletionSource();
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(Act(async () =>
            {
                var context = ActivityExecutionContext.Current;
                started.TrySetResult();
                while (!context.CancellationToken.IsCancellationRequested)
                {
                    context.Heartbeat();
                    await Task.Yield();
                }

                Assert.Equal(ActivityCancelReason.CancelRequested, context.CancelReason);
                context.CancellationToken.ThrowIfCancellationRequested();
                return "unreached";
            })),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Caller w) => w.RunAsync(new CallerInput { Wait = true }), new WorkflowOptions("w", "q"));
                await started.Task;
                await handle.CancelAsync();
                var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
                Assert.IsType<CanceledFailureException>(e.InnerException);
                var types = (await handle.FetchHistoryAsync()).Events.Select(h => h.EventType).ToList();
                Assert.Contains(EventType.ActivityTaskCancelRequested, types);
                Assert.Contains(EventType.ActivityTaskCanceled, types);
            });
    }

    [Fact]
    public async Task An_activity_can_be_completed_from_outside()
    {
        var token = new TaskCompletionSource<byte[]>();
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(ActivityDefinition.Create("act", typeof(string), [], 0, _ =>
            {
                token.SetResult(ActivityExecutionContext.Current.Info.TaskToken);
                throw new CompleteAsyncException();
            })),
            async env =>
            {
                var handle = await env.Client.StartWorkflowAsync((Caller w) => w.RunAsync(new CallerInput()), new WorkflowOptions("w", "q"));
                await env.Client.GetAsyncActivityHandle(await token.Task).CompleteAsync("outside");
                Assert.Equal("outside", await handle.GetResultAsync());
            });
    }

    [Fact]
    public async Task An_unknown_activity_fails_retryably_and_options_without_timeout_are_refused()
    {
        await TestWorker.RunAsync(
            o => o.AddWorkflow<Caller>().AddActivity(ActivityDefinition.Create("other", typeof(string), [], 0, _ => "x")),
            async env =>
            {
                var failure = await FailureAsync(env.Client, "w", new CallerInput { MaximumAttempts = 1 });
                Assert.Contains("act is not registered", failure.InnerException!.Message, StringComparison.Ordinal);
            });
    }

    private static ActivityDefinition Act(Func<Task<string>> body) => ActivityDefinition.Create("act", typeof(Task<string>), [], 0, _ => body());

    private static async Task<ActivityFailureException> FailureAsync(ITemporalClient client, string id, CallerInput input)
    {
        var e = await Assert.ThrowsAsync<WorkflowFailedException>(() => client.ExecuteWorkflowAsync((Caller w) => w.RunAsync(input), new WorkflowOptions(id, "q")));
        return Assert.IsType<ActivityFailureException>(e.InnerException);
    }

    public record CallerInput
    {
        public int MaximumAttempts { get; init; }

        public string? NonRetryable { get; init; }

        public TimeSpan? StartToClose { get; init; }

        public TimeSpan? ScheduleToClose { get; init; }

        public TimeSpan? ScheduleToStart { get; init; }

        public TimeSpan? Heartbeat { get; init; }

        public bool Wait { get; init; }
    }

    [Workflow]
    public class Caller
    {
        [WorkflowRun]
        public Task<string> RunAsync(CallerInput input) => Workflow.ExecuteActivityAsync<string>("act", [], new ActivityOptions
        {
            StartToCloseTimeout = input.StartToClose ?? OneMinute.StartToCloseTimeout,
            ScheduleToCloseTimeout = input.ScheduleToClose,
            ScheduleToStartTimeout = input.ScheduleToStart,
            HeartbeatTimeout = input.Heartbeat,
            CancellationType = input.Wait ? ActivityCancellationType.WaitCancellationCompleted : ActivityCancellationType.TryCancel,
            RetryPolicy = new RetryPolicy
            {
                MaximumAttempts = input.MaximumAttempts,
                NonRetryableErrorTypes = input.NonRetryable is null ? null : [input.NonRetryable],
            },
        });
    }

    [Workflow]
    public class CancelAndGoOn
    {
        [WorkflowRun]
        public async Task<string> RunAsync()
        {
            using var source = new CancellationTokenSource();
            var options = new ActivityOptions { TaskQueue = "nobody", ScheduleToCloseTimeout = TimeSpan.FromDays(1), CancellationToken = source.Token };
            var unstarted = Workflow.ExecuteActivityAsync<string>("act", [], options);
            await Workflow.DelayAsync(1);
            source.Cancel();
            var result = await Workflow.ExecuteLocalActivityAsync<string>("act", [], new LocalActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
            await Workflow.DelayAsync(1);
            try
            {
                return await unstarted;
            }
            catch (ActivityFailureException)
            {
                return result;
            }
        }
    }
}
