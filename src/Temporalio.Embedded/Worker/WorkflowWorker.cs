using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Converters;
using Temporalio.Engine;
using Temporalio.Exceptions;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker;

/// <summary>Runs workflow tasks: keeps runs in a cache and replays those it does not have.</summary>
internal sealed class WorkflowWorker
{
    /// <summary>The time after which a task with local activities is answered: well before the default task timeout of ten seconds.</summary>
    private static readonly TimeSpan LocalActivityHeartbeat = TimeSpan.FromSeconds(5);
    private readonly IEngine engine;
    private readonly WorkerContext context;
    private readonly LocalActivityRunner localActivities;
    private readonly WorkflowRunner runner;
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string RunId, WorkflowRun Run)>> cache = new(StringComparer.Ordinal);
    private readonly LinkedList<(string RunId, WorkflowRun Run)> leastRecent = new();
    private readonly ILogger logger;

    /// <summary>Initializes a new instance of the <see cref="WorkflowWorker"/> class.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="context">What the worker works with.</param>
    /// <param name="activities">The activities that may be called locally.</param>
    public WorkflowWorker(IEngine engine, WorkerContext context, ActivityRegistry activities)
    {
        this.engine = engine;
        this.context = context;
        localActivities = new LocalActivityRunner(engine, context, activities);
        logger = context.LoggerFactory.CreateLogger<TemporalWorker>();
        runner = new WorkflowRunner(context);
    }

    /// <summary>Polls a queue until it is told to stop, then waits for the tasks in hand.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="slots">How many tasks may be in hand.</param>
    /// <param name="stop">Tells to stop.</param>
    /// <returns>A task for the end.</returns>
    public async Task PollAsync(string queue, TaskSlots slots, CancellationToken stop)
    {
        var running = new RunningTasks();
        var isSticky = queue != context.TaskQueue;
        try
        {
            while (true)
            {
                var slot = await slots.ReserveAsync(isSticky, stop).ConfigureAwait(false);
                WorkflowTask task;
                try
                {
                    task = await engine.PollWorkflowTaskAsync(context.Namespace, queue, context.Identity, stop).ConfigureAwait(false);
                }
                catch
                {
                    slot.Release();
                    throw;
                }

                running.Add(async () =>
                {
                    try
                    {
                        slot.MarkUsed(new SlotInfo.WorkflowSlotInfo(task.WorkflowType, isSticky));
                        await HandleAsync(task).ConfigureAwait(false);
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
            await running.WaitAsync().ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(WorkflowTask task)
    {
        var run = Take(task);
        await run.Gate.WaitAsync().ConfigureAwait(false);
        while (run.Evicted)
        {
            // Another task dropped the run while this one waited, and more may wait for it still.
            run.Gate.Release();
            run = Take(task);
            await run.Gate.WaitAsync().ConfigureAwait(false);
        }

        try
        {
            if (task.Query is not null)
            {
                await AnswerAsync(run, task, task.Query).ConfigureAwait(false);
            }
            else
            {
                await PerformAsync(run, task).ConfigureAwait(false);
            }
        }
        catch (RpcException e)
        {
            // The engine no longer wants the answer; what is cached may not be what the history says.
            logger.LogWarning(e, "Could not answer the task of workflow {WorkflowId}", task.WorkflowId);
            Evict(task.RunId, run);
        }
        finally
        {
            run.Gate.Release();
        }

        if (context.Options.MaxCachedWorkflows <= 0)
        {
            Evict(task.RunId, run);
        }
    }

    private async Task AnswerAsync(WorkflowRun run, WorkflowTask task, PendingQuery query)
    {
        WorkflowQueryResult result;
        try
        {
            var events = await EventsAsync(run, task).ConfigureAwait(false);
            var asked = await context.DecodeAsync(query.Query, ContextsOf(run, task)).ConfigureAwait(false);
            result = runner.Guard(
                task.WorkflowId,
                () =>
                {
                    run.Apply(events, 0, []);
                    return run.Query(query.Id, asked);
                },
                e => query.Answer.TrySetResult(new WorkflowQueryResult { ResultType = QueryResultType.Failed, ErrorMessage = e.Message }));
            result = await context.EncodeAsync(result, ContextsOf(run, task)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever goes wrong is the answer; the run is replayed when it is needed again.
            Evict(task.RunId, run);
            result = new WorkflowQueryResult { ResultType = QueryResultType.Failed, ErrorMessage = e.Message };
        }

        engine.RespondQuery(query, result);
    }

    private async Task PerformAsync(WorkflowRun run, WorkflowTask task)
    {
        var starting = true;
        var metrics = context.Metrics.IsEnabled ? context.Metrics.Workflow(task.WorkflowType) : null;
        metrics?.TaskQueuePollSucceed.Add(1);
        if (context.Options.MaxCachedWorkflows > 0)
        {
            (run.HasInstance ? metrics?.StickyCacheHit : metrics?.StickyCacheMiss)?.Add(1);
        }

        var begin = TimeProvider.System.GetTimestamp();
        try
        {
            var events = await EventsAsync(run, task).ConfigureAwait(false);
            var updates = await context.DecodeAsync(task.Updates, ContextsOf(run, task)).ConfigureAwait(false);
            Guard(run, task, () =>
            {
                run.Prepare(events);
                context.Options.OnTaskStarting(run.Instance, new WorkflowTaskStartingEventArgs(run.Instance.Info, run.Instance.Definition));
                run.Apply(events, task.StartedEventId, updates);
            });
            starting = false;
            await RunLocalActivitiesAsync(run, task).ConfigureAwait(false);
            var nextRetryPolicy = run.Instance.NextRetryPolicy;
            var completed = run.Instance.Completed;
            var commands = await context.EncodeAsync(run.TakeCommands(), ContextsOf(run, task)).ConfigureAwait(false);
            var rejected = await context.EncodeAsync(run.Instance.TakeRejectedUpdates(), ContextsOf(run, task)).ConfigureAwait(false);
            var result = await engine.RespondWorkflowTaskCompletedAsync(task, new WorkflowTaskCompletion(
                commands,
                rejected,
                context.Identity,
                context.Options.MaxCachedWorkflows > 0 ? context.StickyQueue : null,
                run.LocalActivities.Count > 0 && !completed,
                nextRetryPolicy,
                context.Deployment,
                (Api.Enums.V1.VersioningBehavior)run.Instance.VersioningBehavior)).ConfigureAwait(false);
            if (result == WorkflowTaskResult.Stale || completed)
            {
                Evict(task.RunId, run);
            }
            else if (result == WorkflowTaskResult.Discarded)
            {
                run.Discard(task.ScheduledEventId - 1);
            }

            if (metrics is not null && result == WorkflowTaskResult.Recorded && completed)
            {
                Count(metrics, commands[^1].EventType, run);
            }

            Raise(run, null);
        }
        catch (Exception e) when (e is not RpcException)
        {
            // Every other exception fails the task, which is tried again (spec/temporalio-notes.md section 5).
            metrics?.TaskExecutionFailed.Add(1, [new("failure_reason", e is WorkflowNondeterminismException ? "NonDeterminismError" : "WorkflowError")]);
            await FailAsync(run, task, e, starting).ConfigureAwait(false);
        }
        finally
        {
            metrics?.TaskExecutionLatency.Record(TimeProvider.System.GetElapsedTime(begin));
        }
    }

    private void Count(WorkerMetrics.WorkflowMetrics metrics, EventType end, WorkflowRun run)
    {
        (end switch
        {
            EventType.WorkflowExecutionCompleted => metrics.Completed,
            EventType.WorkflowExecutionFailed => metrics.Failed,
            EventType.WorkflowExecutionCanceled => metrics.Canceled,
            _ => metrics.ContinuedAsNew,
        }).Add(1);
        metrics.EndToEndLatency.Record(engine.UtcNow - run.Instance.Info.WorkflowStartTime);
    }

    /// <summary>Runs local activities until none is left or the task has to be answered to keep it.</summary>
    private async Task RunLocalActivitiesAsync(WorkflowRun run, WorkflowTask task)
    {
        var deadline = Task.Delay(LocalActivityHeartbeat, CancellationToken.None);
        while (!run.Instance.Completed)
        {
            run.StartLocalActivities();
            foreach (var call in run.LocalActivities)
            {
                if (!run.RunningLocalActivities.ContainsKey(call))
                {
                    run.RunningLocalActivities[call] = localActivities.RunAsync(call, task);
                }
            }

            if (run.RunningLocalActivities.Count == 0)
            {
                return;
            }

            await Task.WhenAny(run.RunningLocalActivities.Values.Append(deadline)).ConfigureAwait(false);
            if (run.RunningLocalActivities.FirstOrDefault(r => r.Value.IsCompleted) is not { Key: { } ended, Value: { } result })
            {
                return;
            }

            run.RunningLocalActivities.Remove(ended);
            var end = await result.ConfigureAwait(false);
            Guard(run, task, () => run.EndLocalActivity(ended, end));
        }
    }

    private async Task FailAsync(WorkflowRun run, WorkflowTask task, Exception e, bool starting)
    {
        Evict(task.RunId, run);
        logger.LogWarning(e, "Failed {Part} of the task of workflow {WorkflowType} {WorkflowId}", starting ? "activation" : "completion", task.WorkflowType, task.WorkflowId);
        if (run.HasInstance)
        {
            Raise(run, e);
            if (e is WorkflowNondeterminismException && run.Instance.NondeterminismFailsWorkflow())
            {
                await engine.RespondWorkflowTaskCompletedAsync(task, new WorkflowTaskCompletion(
                    await context.EncodeAsync([run.Instance.FailureEvent(e)], ContextsOf(run, task)).ConfigureAwait(false), [], context.Identity, null, false)).ConfigureAwait(false);
                return;
            }
        }

        Failure failure;
        try
        {
            failure = await context.Converter.WithSerializationContext(ContextsOf(run, task).Own).ToFailureAsync(e).ConfigureAwait(false);
        }
        catch (Exception conversion)
        {
            // A converter that fails must not keep the task from failing.
            failure = new Failure { Message = $"{e.Message} (and its conversion failed: {conversion.Message})", ApplicationFailureInfo = new ApplicationFailureInfo { Type = e.GetType().Name } };
        }

        await engine.RespondWorkflowTaskFailedAsync(
            task,
            e is WorkflowNondeterminismException ? WorkflowTaskFailedCause.NonDeterministicError : WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure,
            failure,
            context.Identity).ConfigureAwait(false);
    }

    private void Raise(WorkflowRun run, Exception? failure) =>
        context.Options.OnTaskCompleted(run.Instance, new WorkflowTaskCompletedEventArgs(run.Instance.Info, run.Instance.Definition, failure));

    /// <summary>Runs workflow code for a task; one that deadlocks fails the task while its thread is stuck.</summary>
    private void Guard(WorkflowRun run, WorkflowTask task, Action work) => runner.Guard(
        task.WorkflowId,
        () =>
        {
            work();
            return true;
        },
        e => _ = FailAsync(run, task, e, true));

    private static SerializationContexts ContextsOf(WorkflowRun run, WorkflowTask task) =>
        run.SerializationContexts ??= new SerializationContexts(task.Namespace, task.WorkflowId, task.WorkflowType);

    private async Task<IReadOnlyList<HistoryEvent>> EventsAsync(WorkflowRun run, WorkflowTask task)
    {
        var events = run.HasInstance && run.LastEventId >= task.PreviousStartedEventId && task.PreviousStartedEventId > 0
            ? task.Events
            : await engine.GetTaskHistoryAsync(task).ConfigureAwait(false);
        return await context.DecodeAsync(events, ContextsOf(run, task)).ConfigureAwait(false);
    }

    private WorkflowRun Take(WorkflowTask task)
    {
        var runId = task.RunId;
        lock (gate)
        {
            if (cache.TryGetValue(runId, out var node))
            {
                leastRecent.Remove(node);
                leastRecent.AddLast(node);
                return node.Value.Run;
            }

            var run = runner.Create(task.WorkflowId, runId);
            cache[runId] = leastRecent.AddLast((runId, run));
            while (cache.Count > Math.Max(context.Options.MaxCachedWorkflows, 1) && leastRecent.First!.Value.Run.Gate.CurrentCount > 0)
            {
                var oldest = leastRecent.First.Value;
                leastRecent.RemoveFirst();
                cache.Remove(oldest.RunId);
                oldest.Run.Evicted = true;
            }

            return run;
        }
    }

    private void Evict(string runId, WorkflowRun run)
    {
        lock (gate)
        {
            run.Evicted = true;
            if (cache.TryGetValue(runId, out var node) && node.Value.Run == run)
            {
                cache.Remove(runId);
                leastRecent.Remove(node);
            }
        }
    }
}
