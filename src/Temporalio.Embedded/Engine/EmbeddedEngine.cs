using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;
using Temporalio.Engine.Executions;
using Temporalio.Engine.Matching;
using Temporalio.Engine.Schedules;
using Temporalio.Engine.Storage;
using Temporalio.Engine.Timers;
using Temporalio.Exceptions;
using Execution = Temporalio.Engine.Executions.Execution;

namespace Temporalio.Engine;

/// <summary>A Temporal server in the process: namespaces, task queues, runs with their histories, timers.</summary>
internal sealed partial class EmbeddedEngine : IEngine, IDisposable
{
    private const int StartLocks = 64;
    private readonly IExecutionStore? store;
    private readonly ConcurrentDictionary<(string Namespace, string WorkflowId), Execution> latest = new();
    private readonly ConcurrentDictionary<(string Namespace, string WorkflowId, string RunId), Execution> runs = new();
    private readonly ConcurrentDictionary<(string Namespace, string Name), TaskQueue<WorkflowTaskEntry>> workflowQueues = new();
    private readonly ConcurrentDictionary<(string Namespace, string Name), TaskQueue<ActivityTaskEntry>> activityQueues = new();
    private readonly ConcurrentDictionary<RealTimer, bool> realTimers = new();
    private readonly Lock[] startLocks = Enumerable.Range(0, StartLocks).Select(_ => new Lock()).ToArray();
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationToken stopped;
    private readonly ScheduleService schedules;
    private readonly TaskCompletionSource resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RpcException stopReason = new(RpcException.StatusCode.Unavailable, "The engine has been stopped", null);
    private long ids;

    private EmbeddedEngine(IExecutionStore? store, bool skipTime)
    {
        this.store = store;
        stopped = stop.Token;
        store?.Failed = Stop;
        Timers = new TimerQueue(() => workflowQueues.Values.Any(q => q.HasReadyTasks) || activityQueues.Values.Any(q => q.HasReadyTasks), static () => DateTime.UtcNow);
        schedules = new ScheduleService(this, Timers, store, work => _ = Transfer(work));
        if (skipTime)
        {
            Timers.Unlock();
        }
    }

    /// <summary>Gets the clock and the timers.</summary>
    public TimerQueue Timers { get; }

    /// <summary>Gets or sets a value indicating whether waiting for a result skips time.</summary>
    public bool SkipTimeForResults { get; set; }

    /// <summary>Gets or sets the custom search attributes; null allows all names.</summary>
    public IReadOnlySet<string>? SearchAttributes { get; set; }

    /// <inheritdoc/>
    public bool IsPersistent => store is not null;

    /// <inheritdoc/>
    public bool IsServing => !stopped.IsCancellationRequested;

    /// <inheritdoc/>
    public DateTime UtcNow => Timers.UtcNow;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Namespaces => runs.Keys.Select(r => r.Namespace).Concat(store?.ListNamespaces() ?? []).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IScheduleService Schedules => schedules;

    /// <summary>Gets a number not given before.</summary>
    /// <returns>The number.</returns>
    public long NextId() => Interlocked.Increment(ref ids);

    /// <summary>Gets how many timers of real time are waiting.</summary>
    public int RealTimers => realTimers.Count;

    /// <summary>Does something after a while of real time, unless the engine ends before.</summary>
    /// <param name="wait">How long.</param>
    /// <param name="callback">What to do.</param>
    /// <returns>What takes it back.</returns>
    public IDisposable AfterRealTime(TimeSpan wait, Action callback) => new RealTimer(realTimers, wait, callback);

    /// <inheritdoc/>
    public async Task<StartWorkflowResult> StartWorkflowAsync(StartWorkflowRequest request)
    {
        StartWorkflowResult result;
        Task committed;
        lock (StartLock(request.Started.WorkflowId))
        {
            (result, committed) = Start(request);
        }

        await committed.ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public Task SignalWorkflowAsync(WorkflowKey key, WorkflowExecutionSignaledEventAttributes signal) => OnOpenRun(key, null, e => e.SignalAsync(signal, false));

    /// <inheritdoc/>
    public Task RequestCancelWorkflowAsync(WorkflowKey key, string? firstExecutionRunId, WorkflowExecutionCancelRequestedEventAttributes request) =>
        OnOpenRun(key, firstExecutionRunId, e => e.RequestCancelAsync(request));

    /// <inheritdoc/>
    public Task TerminateWorkflowAsync(WorkflowKey key, string? firstExecutionRunId, WorkflowExecutionTerminatedEventAttributes request) =>
        OnOpenRun(key, firstExecutionRunId, e => e.TerminateAsync(request));

    /// <inheritdoc/>
    public async Task<WorkflowQueryResult> QueryWorkflowAsync(WorkflowKey key, WorkflowQuery query, QueryRejectCondition reject, CancellationToken cancellationToken)
    {
        var execution = Find(key);
        var pending = execution.AddQuery(query, reject);
        try
        {
            return await WaitAsync(pending.Answer.Task, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            execution.RemoveQuery(pending);
        }
    }

    /// <inheritdoc/>
    public async Task<UpdateWorkflowResult> UpdateWorkflowAsync(WorkflowKey key, string? firstExecutionRunId, Request request, bool waitForCompletion, CancellationToken cancellationToken)
    {
        var update = OnOpenRun(key, firstExecutionRunId, e => e.AddUpdate(request));
        return await WaitForUpdateAsync(update, waitForCompletion, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<(StartWorkflowResult Start, UpdateWorkflowResult Update)> UpdateWithStartAsync(StartWorkflowRequest start, Request request, bool waitForCompletion, CancellationToken cancellationToken)
    {
        StartWorkflowResult result;
        Task committed;
        PendingUpdate update;
        lock (StartLock(start.Started.WorkflowId))
        {
            // A repeated call finds its update, even if the workflow has ended meanwhile.
            if (start.ConflictPolicy != WorkflowIdConflictPolicy.TerminateExisting
                && TryFind(new WorkflowKey(start.Namespace, start.Started.WorkflowId, null)) is { } current
                && current.FindUpdate(request.Meta.UpdateId) is { } known)
            {
                (result, committed) = (new StartWorkflowResult(current.RunId, current.Started.FirstExecutionRunId, false), Task.CompletedTask);
                update = known;
            }
            else
            {
                (result, committed) = Start(start, request);
                update = Find(new WorkflowKey(start.Namespace, start.Started.WorkflowId, result.RunId)).AddUpdate(request);
            }
        }

        await committed.ConfigureAwait(false);
        return (result, await WaitForUpdateAsync(update, waitForCompletion, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<Outcome> PollUpdateAsync(WorkflowKey key, string updateId, CancellationToken cancellationToken)
    {
        var update = Find(key).FindUpdate(updateId)
            ?? throw new RpcException(RpcException.StatusCode.NotFound, $"update {updateId} not found", null);
        return await WaitAsync(update.Outcome.Task, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<HistoryEvent> WaitForCloseAsync(WorkflowKey key, CancellationToken cancellationToken)
    {
        var execution = Find(key);
        if (!SkipTimeForResults || !execution.SkipTimeUntilClosed())
        {
            return await WaitAsync(execution.Closed, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await WaitAsync(execution.Closed, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            execution.EndSkip();
        }
    }

    /// <inheritdoc/>
    public async Task<HistoryPage> GetHistoryAsync(WorkflowKey key, long afterEventId, bool wait, CancellationToken cancellationToken)
    {
        var execution = Find(key);
        while (true)
        {
            var page = execution.Events(afterEventId, out var more);
            if (!wait || page.Events.Count > 0 || page.Closed)
            {
                return page;
            }

            await WaitAsync(more, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<DescribeWorkflowExecutionResponse> DescribeWorkflowAsync(WorkflowKey key) => Task.FromResult(Find(key).Describe());

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkflowExecutionInfo>> ListWorkflowsAsync(string workflowNamespace, string query)
    {
        var filter = ListFilter.Parse(query, SearchAttributes);
        return filter.GroupBy is null
            ? Task.FromResult(filter.Apply(All(workflowNamespace)))
            : throw new RpcException(RpcException.StatusCode.InvalidArgument, "invalid query: GROUP BY is only supported in counts", null);
    }

    /// <inheritdoc/>
    public Task<CountWorkflowExecutionsResponse> CountWorkflowsAsync(string workflowNamespace, string query)
    {
        var filter = ListFilter.Parse(query, SearchAttributes);
        var found = filter.Apply(All(workflowNamespace));
        var result = new CountWorkflowExecutionsResponse { Count = found.Count };
        if (filter.GroupBy is { } name)
        {
            var key = SearchAttributeKey.CreateKeyword(name);
            result.Groups.AddRange(found.GroupBy(i => i.Status).OrderBy(g => g.Key).Select(g => new CountWorkflowExecutionsResponse.Types.AggregationGroup
            {
                GroupValues = { SearchAttributePayload.Encode(key, g.Key.ToString()) },
                Count = g.Count(),
            }));
        }

        return Task.FromResult(result);
    }

    /// <inheritdoc/>
    public IDisposable RegisterWorker(WorkerRegistration worker)
    {
        if (worker.Workflows)
        {
            WorkflowQueue(worker.Namespace, worker.TaskQueue).AddWorker();
            if (worker.StickyQueue is not null)
            {
                WorkflowQueue(worker.Namespace, worker.StickyQueue).AddWorker();
            }
        }

        if (worker.Activities)
        {
            var queue = ActivityQueue(worker.Namespace, worker.TaskQueue);
            queue.AddWorker();
            if (worker.QueueActivitiesPerSecond is { } rate)
            {
                queue.Limit = new RateLimit(rate);
            }
        }

        Registration registration = null!;
        registration = new Registration(() =>
        {
            workers.TryRemove(registration, out _);
            Unregister(worker);
        });
        workers[registration] = worker;
        return registration;
    }

    /// <inheritdoc/>
    public async Task<WorkflowTask> PollWorkflowTaskAsync(string workflowNamespace, string taskQueue, string identity, CancellationToken cancellationToken)
    {
        var queue = WorkflowQueue(workflowNamespace, taskQueue);
        while (true)
        {
            if (stopped.IsCancellationRequested)
            {
                throw Stopped();
            }

            var entry = await queue.PollAsync(cancellationToken).ConfigureAwait(false);
            var task = entry.Query is not null ? entry.Execution.StartQuery(entry.Query) : entry.Execution.StartTask(entry.Task!, identity);
            if (task is not null)
            {
                return task;
            }

            Timers.Exit();
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HistoryEvent>> GetTaskHistoryAsync(WorkflowTask task) =>
        Task.FromResult(Find(new WorkflowKey(task.Namespace, task.WorkflowId, task.RunId)).TaskHistory(task));

    /// <inheritdoc/>
    public async Task<WorkflowTaskResult> RespondWorkflowTaskCompletedAsync(WorkflowTask task, WorkflowTaskCompletion completion)
    {
        var (result, committed) = Find(new WorkflowKey(task.Namespace, task.WorkflowId, task.RunId)).CompleteTask(task, completion);
        await committed.ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public Task RespondWorkflowTaskFailedAsync(WorkflowTask task, WorkflowTaskFailedCause cause, Failure failure, string identity) =>
        Find(new WorkflowKey(task.Namespace, task.WorkflowId, task.RunId)).FailTask(task, cause, failure, identity);

    /// <inheritdoc/>
    public void RespondQuery(PendingQuery query, WorkflowQueryResult result)
    {
        query.Answer.TrySetResult(result);
        Timers.Exit();
    }

    /// <inheritdoc/>
    public async Task<ActivityTask> PollActivityTaskAsync(string workflowNamespace, string taskQueue, string identity, RateLimit? limit, CancellationToken cancellationToken)
    {
        var queue = ActivityQueue(workflowNamespace, taskQueue);
        while (true)
        {
            if (stopped.IsCancellationRequested)
            {
                throw Stopped();
            }

            var entry = await queue.PollAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await WaitForTurnAsync(queue.Limit, cancellationToken).ConfigureAwait(false);
                await WaitForTurnAsync(limit, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                queue.TryAdd(entry);
                Timers.Exit();
                throw;
            }

            if (entry.Execution.StartActivity(entry, identity) is { } started)
            {
                await started.Committed.ConfigureAwait(false);
                return started.Task;
            }

            Timers.Exit();
        }
    }

    /// <inheritdoc/>
    public Task RespondActivityTaskCompletedAsync(ActivityToken token, Payloads result, string identity) => Find(token).CompleteActivity(token, result, identity);

    /// <inheritdoc/>
    public Task RespondActivityTaskFailedAsync(ActivityToken token, Failure failure, string identity) => Find(token).FailActivity(token, failure, identity);

    /// <inheritdoc/>
    public Task RespondActivityTaskCanceledAsync(ActivityToken token, Payloads? details, string identity) => Find(token).CancelActivity(token, details, identity);

    /// <inheritdoc/>
    public async Task<ActivityHeartbeatResult> RecordActivityTaskHeartbeatAsync(ActivityToken token, Payloads details)
    {
        var (result, committed) = Find(token).Heartbeat(token, details);
        await committed.ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public ActivityHeartbeatResult CheckActivity(ActivityToken token) => Find(token).Heartbeat(token, null).Result;

    /// <summary>Stores transitions, then makes their effects.</summary>
    /// <param name="writes">The transitions.</param>
    /// <param name="effects">The effects.</param>
    /// <returns>A task for the commit.</returns>
    public Task CommitAsync(IReadOnlyList<StoreWrite> writes, Action effects)
    {
        if (stopped.IsCancellationRequested)
        {
            return Task.FromException(Stopped());
        }

        // Until its effects are made a transition is under way: time must not be skipped past what follows from it.
        Timers.Enter();
        if (store is not null && writes.Count > 0)
        {
            return store.WriteAsync(writes, () =>
            {
                effects();
                Timers.Exit();
            });
        }

        effects();
        Timers.Exit();
        return Task.CompletedTask;
    }

    /// <summary>Makes a run known under its ids.</summary>
    /// <param name="execution">The run.</param>
    public void Register(Execution execution)
    {
        runs[(execution.Namespace, execution.WorkflowId, execution.RunId)] = execution;
        latest[(execution.Namespace, execution.WorkflowId)] = execution;
    }

    /// <summary>Puts a workflow task or query into a queue: the sticky one while its worker is there.</summary>
    /// <param name="entry">The task.</param>
    /// <param name="stickyQueue">The sticky queue, or null.</param>
    /// <param name="taskQueue">The shared queue.</param>
    public void DispatchWorkflowTask(WorkflowTaskEntry entry, string? stickyQueue, string taskQueue)
    {
        if (stickyQueue is null || !workflowQueues.TryGetValue((entry.Execution.Namespace, stickyQueue), out var sticky) || !sticky.TryAdd(entry))
        {
            WorkflowQueue(entry.Execution.Namespace, taskQueue).TryAdd(entry);
        }
    }

    /// <summary>Puts an activity task into a queue.</summary>
    /// <param name="entry">The task.</param>
    /// <param name="taskQueue">The queue.</param>
    public void DispatchActivityTask(ActivityTaskEntry entry, string taskQueue) => ActivityQueue(entry.Execution.Namespace, taskQueue).TryAdd(entry);

    private async Task<UpdateWorkflowResult> WaitForUpdateAsync(PendingUpdate update, bool waitForCompletion, CancellationToken cancellationToken)
    {
        await WaitAsync(update.Accepted.Task, cancellationToken).ConfigureAwait(false);
        if (waitForCompletion)
        {
            await WaitAsync(update.Outcome.Task, cancellationToken).ConfigureAwait(false);
        }

        return new UpdateWorkflowResult(update.RunId, update.Outcome.Task.IsCompletedSuccessfully ? await update.Outcome.Task.ConfigureAwait(false) : null);
    }

    private static async Task WaitForTurnAsync(RateLimit? limit, CancellationToken cancellationToken)
    {
        // Real time on purpose: a limit protects what the activities call.
        if (limit?.Take(Stopwatch.GetElapsedTime(0)) is { } wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does something to a run that must be open; one that was continued meanwhile makes way for the run that follows.</summary>
    private T OnOpenRun<T>(WorkflowKey key, string? firstExecutionRunId, Func<Execution, T> operation)
    {
        while (true)
        {
            var execution = Find(key, firstExecutionRunId);
            try
            {
                return operation(execution);
            }
            catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound && !string.Equals(Find(key, firstExecutionRunId).RunId, execution.RunId, StringComparison.Ordinal))
            {
                // Once more with that run.
            }
        }
    }

    private IEnumerable<WorkflowExecutionInfo> All(string workflowNamespace)
    {
        // In this order: a run that closes in between is in both, and in the list once.
        var known = runs.Values.Where(r => string.Equals(r.Namespace, workflowNamespace, StringComparison.Ordinal)).Select(r => r.ToInfo()).ToList();
        return (store?.ListClosed(workflowNamespace) ?? []).Concat(known).DistinctBy(i => i.Execution.RunId, StringComparer.Ordinal);
    }

    private Execution Find(ActivityToken token) => Find(new WorkflowKey(token.Namespace, token.WorkflowId, token.RunId));

    private Execution Find(WorkflowKey key, string? firstExecutionRunId = null)
    {
        var execution = TryFind(key);
        return execution is null || (firstExecutionRunId is not null && !string.Equals(execution.Started.FirstExecutionRunId, firstExecutionRunId, StringComparison.Ordinal))
            ? throw new RpcException(RpcException.StatusCode.NotFound, $"workflow not found for ID: {key.WorkflowId}", null)
            : execution;
    }

    private Execution? TryFind(WorkflowKey key)
    {
        var runId = string.IsNullOrEmpty(key.RunId) ? null : key.RunId;
        while (true)
        {
            if (stopped.IsCancellationRequested)
            {
                throw Stopped();
            }

            var found = runId is null ? latest.GetValueOrDefault((key.Namespace, key.WorkflowId)) : runs.GetValueOrDefault((key.Namespace, key.WorkflowId, runId));

            // A transition may be on its way that ends the run and makes the next one known.
            if (found is not null && (runId is not null || found.IsOpen() || found == latest.GetValueOrDefault((key.Namespace, key.WorkflowId))))
            {
                return found;
            }

            if (found is null)
            {
                var stored = store?.Find(key.Namespace, key.WorkflowId, runId) is { } row ? Execution.Load(this, row) : null;
                if (stored is not { Running: true })
                {
                    return stored;
                }

                // It became known while the store was asked.
            }
        }
    }

    private TaskQueue<WorkflowTaskEntry> WorkflowQueue(string workflowNamespace, string name) =>
        workflowQueues.GetOrAdd((workflowNamespace, name), static (_, clock) => new TaskQueue<WorkflowTaskEntry>(clock), Timers);

    private TaskQueue<ActivityTaskEntry> ActivityQueue(string workflowNamespace, string name) =>
        activityQueues.GetOrAdd((workflowNamespace, name), static (_, clock) => new TaskQueue<ActivityTaskEntry>(clock), Timers);

    private void Unregister(WorkerRegistration worker)
    {
        if (worker.Workflows)
        {
            WorkflowQueue(worker.Namespace, worker.TaskQueue).RemoveWorker();
            if (worker.StickyQueue is not null && workflowQueues.TryRemove((worker.Namespace, worker.StickyQueue), out var sticky))
            {
                sticky.RemoveWorker();
                var shared = WorkflowQueue(worker.Namespace, worker.TaskQueue);
                foreach (var entry in sticky.Close())
                {
                    shared.TryAdd(entry);
                }
            }
        }

        if (worker.Activities)
        {
            ActivityQueue(worker.Namespace, worker.TaskQueue).RemoveWorker();
        }

        Timers.Skip();
    }

    private async Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        await WaitAsync((Task)task, cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    private async Task WaitAsync(Task task, CancellationToken cancellationToken)
    {
        if (task.IsCompleted)
        {
            await task.ConfigureAwait(false);
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped, cancellationToken);
        try
        {
            await task.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            throw Stopped();
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new RpcTimeoutOrCanceledException("The call was cancelled", e);
        }
    }

    private sealed class Registration(Action end) : IDisposable
    {
        private Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
