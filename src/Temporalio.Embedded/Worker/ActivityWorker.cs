using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Engine;
using Temporalio.Engine.Executions;
using Temporalio.Engine.Matching;
using Temporalio.Exceptions;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker;

/// <summary>Runs activity tasks.</summary>
/// <param name="engine">The engine.</param>
/// <param name="context">What the worker works with.</param>
/// <param name="activities">The activities.</param>
internal sealed class ActivityWorker(IEngine engine, WorkerContext context, ActivityRegistry activities)
{
    private readonly ConcurrentDictionary<ActivityRun, bool> running = new();
    private readonly RateLimit? limit = context.Options.MaxActivitiesPerSecond is { } rate ? new RateLimit(rate) : null;
    private readonly ILogger logger = context.LoggerFactory.CreateLogger<TemporalWorker>();

    /// <summary>Polls until it is told to stop, then waits for the activities in hand, cancelling them when the grace period is over.</summary>
    /// <param name="slots">How many activities may be in hand.</param>
    /// <param name="stop">Tells to stop.</param>
    /// <returns>A task for the end.</returns>
    public async Task PollAsync(TaskSlots slots, CancellationToken stop)
    {
        var tasks = new RunningTasks();
        try
        {
            while (true)
            {
                var slot = await slots.ReserveAsync(false, stop).ConfigureAwait(false);
                ActivityTask task;
                try
                {
                    task = await engine.PollActivityTaskAsync(context.Namespace, context.TaskQueue, context.Identity, limit, stop).ConfigureAwait(false);
                }
                catch
                {
                    slot.Release();
                    throw;
                }

                tasks.Add(async () =>
                {
                    try
                    {
                        slot.MarkUsed(new SlotInfo.ActivitySlotInfo(task.Scheduled.ActivityType.Name));
                        await HandleAsync(task, stop).ConfigureAwait(false);
                    }
                    finally
                    {
                        slot.Release();
                    }
                });
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            var ended = tasks.WaitAsync();
            if (context.Options.GracefulShutdownTimeout > TimeSpan.Zero)
            {
                await Task.WhenAny(ended, Task.Delay(context.Options.GracefulShutdownTimeout, CancellationToken.None)).ConfigureAwait(false);
            }

            foreach (var run in running.Keys)
            {
                run.Cancel(ActivityCancelReason.WorkerShutdown, new ActivityCancellationDetails { IsWorkerShutdown = true });
            }

            await ended.ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(ActivityTask task, CancellationToken stop)
    {
        var info = Info(task);
        var metrics = context.Metrics.IsEnabled ? context.Metrics.Activity(info.ActivityType) : null;
        metrics?.ScheduleToStartLatency.Record(task.StartedTime - task.AttemptScheduledTime);
        var begin = TimeProvider.System.GetTimestamp();
        var heartbeats = new Heartbeats(engine, context, task.Token, PendingActivity.Limit(task.Scheduled.HeartbeatTimeout));
        using var run = new ActivityRun(context, info, stop, heartbeats.Send);
        heartbeats.Run = run;
        running[run] = true;
        try
        {
            Payloads result;
            try
            {
                var definition = activities.Find(info.ActivityType);
                var value = await run.ExecuteAsync(definition, task.Scheduled.Input, Headers(task.Scheduled.Header), true).ConfigureAwait(false);
                result = await PayloadConversion.ToPayloadsAsync(run.Converter, [value]).ConfigureAwait(false);
            }
            catch (CompleteAsyncException)
            {
                // Somebody else will complete it.
                await heartbeats.FlushAsync().ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (run.CancelRequested)
            {
                metrics?.ExecutionCanceled.Add(1);
                await heartbeats.FlushAsync().ConfigureAwait(false);
                await engine.RespondActivityTaskCanceledAsync(task.Token, null, context.Identity).ConfigureAwait(false);
                return;
            }
            catch (Exception e)
            {
                // Every other exception fails the attempt; the retry policy decides what follows.
                if (e is not ApplicationFailureException { Category: Api.Enums.V1.ApplicationErrorCategory.Benign })
                {
                    metrics?.ExecutionFailed.Add(1);
                    logger.LogWarning(e, "Completing activity {ActivityType} {ActivityId} of workflow {WorkflowId} as failed", info.ActivityType, info.ActivityId, info.WorkflowId);
                }

                await heartbeats.FlushAsync().ConfigureAwait(false);
                await engine.RespondActivityTaskFailedAsync(task.Token, await run.Converter.ToFailureAsync(e).ConfigureAwait(false), context.Identity).ConfigureAwait(false);
                return;
            }

            await engine.RespondActivityTaskCompletedAsync(task.Token, result, context.Identity).ConfigureAwait(false);
            metrics?.SucceedEndToEndLatency.Record(engine.UtcNow - task.ScheduledTime);
        }
        catch (RpcException e)
        {
            // It has timed out or its workflow has ended: nobody waits for the answer.
            logger.LogDebug(e, "The end of activity {ActivityId} of workflow {WorkflowId} was not wanted", info.ActivityId, info.WorkflowId);
        }
        finally
        {
            running.TryRemove(run, out _);
            metrics?.ExecutionLatency.Record(TimeProvider.System.GetElapsedTime(begin));
        }
    }

    private static IReadOnlyDictionary<string, Payload>? Headers(Header? header) => header is null || header.Fields.Count == 0 ? null : new Dictionary<string, Payload>(header.Fields, StringComparer.Ordinal);

    private ActivityInfo Info(ActivityTask task) =>
        new(
            task.Scheduled.ActivityId,
            task.Scheduled.ActivityType.Name,
            task.Token.Attempt,
            task.AttemptScheduledTime,
            context.Converter,
            task.HeartbeatDetails?.Payloads_ ?? (IReadOnlyCollection<Payload>)[],
            PendingActivity.Limit(task.Scheduled.HeartbeatTimeout),
            false,
            context.Namespace,
            Common.Priority.FromProto(task.Scheduled.Priority),
            task.Scheduled.RetryPolicy is null ? null : Common.RetryPolicy.FromProto(task.Scheduled.RetryPolicy),
            PendingActivity.Limit(task.Scheduled.ScheduleToCloseTimeout),
            task.ScheduledTime,
            PendingActivity.Limit(task.Scheduled.StartToCloseTimeout),
            task.StartedTime,
            context.TaskQueue,
            task.Token.ToBytes(),
            task.Token.WorkflowId,
            context.Namespace,
            task.Token.RunId,
            task.WorkflowType);
}
