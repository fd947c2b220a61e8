using System;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Engine;
using Temporalio.Engine.Executions;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker;

/// <summary>Runs local activities while their workflow task is in hand.</summary>
/// <param name="engine">The engine.</param>
/// <param name="context">What the worker works with.</param>
/// <param name="activities">The activities.</param>
internal sealed class LocalActivityRunner(IEngine engine, WorkerContext context, ActivityRegistry activities)
{
    private static readonly TimeSpan DefaultRetryThreshold = TimeSpan.FromMinutes(1);
    private readonly TaskSlots slots = TaskSlots.Create(context.Options.LocalActivitySlots, SlotType.LocalActivity, context);

    /// <summary>Runs a call with its retries.</summary>
    /// <param name="call">The call.</param>
    /// <param name="task">The workflow task.</param>
    /// <returns>How it ended.</returns>
    public Task<LocalActivityEnd> RunAsync(LocalActivityCall call, WorkflowTask task) => Task.Run(() => AttemptsAsync(call, task));

    private async Task<LocalActivityEnd> AttemptsAsync(LocalActivityCall call, WorkflowTask task)
    {
        var metrics = context.Metrics.IsEnabled ? context.Metrics.LocalActivity(call.ActivityType) : null;
        var policy = (call.Options.RetryPolicy ?? new Common.RetryPolicy()).ToProto();
        for (var attempt = call.Attempt; ; attempt++)
        {
            var begin = TimeProvider.System.GetTimestamp();
            var slot = await slots.ReserveAsync(false, CancellationToken.None).ConfigureAwait(false);
            Payload? result;
            Failure? cause;
            try
            {
                slot.MarkUsed(new SlotInfo.LocalActivitySlotInfo(call.ActivityType));
                (result, cause) = await AttemptAsync(call, task, attempt).ConfigureAwait(false);
            }
            finally
            {
                slot.Release();
                metrics?.ExecutionLatency.Record(TimeProvider.System.GetElapsedTime(begin));
            }

            if (cause is null)
            {
                metrics?.SucceedEndToEndLatency.Record(engine.UtcNow - call.OriginalScheduleTime);
                return new LocalActivityEnd(result, null, null, attempt, engine.UtcNow);
            }

            (cause.CanceledFailureInfo is null ? metrics?.ExecutionFailed : metrics?.ExecutionCanceled)?.Add(1);

            var (state, delay) = call.Cancellation.IsCancellationRequested ? (RetryState.CancelRequested, default) : Retries.Next(policy, attempt, cause);
            if (state == RetryState.InProgress && call.Options.ScheduleToCloseTimeout is { } total && engine.UtcNow + delay >= call.OriginalScheduleTime + total)
            {
                state = RetryState.Timeout;
            }

            if (state != RetryState.InProgress)
            {
                return new LocalActivityEnd(null, Wrap(call, cause, state), null, attempt, engine.UtcNow);
            }

            if (delay > (call.Options.LocalRetryThreshold ?? DefaultRetryThreshold))
            {
                return new LocalActivityEnd(null, Wrap(call, cause, state), delay, attempt, engine.UtcNow);
            }

            try
            {
                await Task.Delay(delay, call.Cancellation.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return new LocalActivityEnd(null, Wrap(call, Canceled(), RetryState.CancelRequested), null, attempt, engine.UtcNow);
            }
        }
    }

    private static Failure Canceled() => new() { Message = "Activity cancelled", CanceledFailureInfo = new CanceledFailureInfo() };

    private static Failure Wrap(LocalActivityCall call, Failure cause, RetryState state) => new()
    {
        Message = "Activity task failed",
        Cause = cause,
        ActivityFailureInfo = new ActivityFailureInfo
        {
            ActivityId = call.ActivityId,
            ActivityType = new ActivityType { Name = call.ActivityType },
            RetryState = state,
        },
    };

    private async Task<(Payload? Result, Failure? Failure)> AttemptAsync(LocalActivityCall call, WorkflowTask task, int attempt)
    {
        var now = engine.UtcNow;
        var info = new ActivityInfo(
            call.ActivityId,
            call.ActivityType,
            attempt,
            now,
            context.Converter,
            [],
            null,
            true,
            context.Namespace,
            Common.Priority.Default,
            call.Options.RetryPolicy,
            call.Options.ScheduleToCloseTimeout,
            call.OriginalScheduleTime,
            call.Options.StartToCloseTimeout,
            now,
            context.TaskQueue,
            [],
            task.WorkflowId,
            context.Namespace,
            task.RunId,
            task.WorkflowType);
        using var run = new ActivityRun(context, info, CancellationToken.None, _ => { });
        await using var registration = call.Cancellation.Token.Register(() =>
            run.Cancel(ActivityCancelReason.CancelRequested, new ActivityCancellationDetails { IsCancelRequested = true })).ConfigureAwait(false);
        var limit = call.Options.StartToCloseTimeout ?? call.Options.ScheduleToCloseTimeout;
        try
        {
            // Arguments of a local activity never leave the process: no codec was applied to them.
            var execution = run.ExecuteAsync(activities.Find(call.ActivityType), call.Input, call.Headers, false);
            if (limit is { } timeout && await Task.WhenAny(execution, Task.Delay(timeout, CancellationToken.None)).ConfigureAwait(false) != execution)
            {
                run.Cancel(ActivityCancelReason.Timeout, new ActivityCancellationDetails { IsTimedOut = true });
                return (null, new Failure
                {
                    Message = "activity StartToClose timeout",
                    TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose },
                });
            }

            return (run.Converter.PayloadConverter.ToPayload(await execution.ConfigureAwait(false)), null);
        }
        catch (OperationCanceledException) when (run.CancelRequested)
        {
            return (null, Canceled());
        }
        catch (Exception e)
        {
            // Every other exception fails the attempt.
            return (null, run.Converter.FailureConverter.ToFailure(e, run.Converter.PayloadConverter));
        }
    }
}
