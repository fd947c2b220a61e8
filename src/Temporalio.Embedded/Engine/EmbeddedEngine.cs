using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Engine.Executions;
using Temporalio.Engine.Matching;
using Temporalio.Engine.Storage;
using Temporalio.Engine.Timers;
using Temporalio.Exceptions;
using Execution = Temporalio.Engine.Executions.Execution;

namespace Temporalio.Engine;

/// <summary>A Temporal server in the process: namespaces, task queues, runs with their histories, timers.</summary>
internal sealed class EmbeddedEngine : IEngine, IDisposable
{
    private const int StartLocks = 64;

    /// <summary>Obsolete in the API, but what clients may still send.</summary>
    private const WorkflowIdReusePolicy TerminateIfRunning = (WorkflowIdReusePolicy)4;
    private readonly IExecutionStore? store;
    private readonly ConcurrentDictionary<(string Namespace, string WorkflowId), Execution> latest = new();
    private readonly ConcurrentDictionary<(string Namespace, string WorkflowId, string RunId), Execution> runs = new();
    private readonly ConcurrentDictionary<(string Namespace, string Name), TaskQueue<WorkflowTaskEntry>> workflowQueues = new();
    private readonly ConcurrentDictionary<(string Namespace, string Name), TaskQueue<ActivityTaskEntry>> activityQueues = new();
    private readonly ConcurrentDictionary<Timer, bool> kept = new();
    private readonly Lock[] startLocks = Enumerable.Range(0, StartLocks).Select(_ => new Lock()).ToArray();
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationToken stopped;
    private long ids;

    private EmbeddedEngine(IExecutionStore? store, bool skipTime)
    {
        this.store = store;
        stopped = stop.Token;
        Timers = new TimerQueue(() => workflowQueues.Values.Any(q => q.HasReadyTasks) || activityQueues.Values.Any(q => q.HasReadyTasks));
        if (skipTime)
        {
            Timers.Unlock();
        }
    }

    /// <summary>Gets the clock and the timers.</summary>
    public TimerQueue Timers { get; }

    /// <summary>Gets or sets a value indicating whether waiting for a result skips time.</summary>
    public bool SkipTimeForResults { get; set; }

    /// <summary>Gets a value indicating whether runs outlive the process.</summary>
    public bool IsPersistent => store is not null;

    /// <inheritdoc/>
    public bool IsServing => !stopped.IsCancellationRequested;

    /// <inheritdoc/>
    public DateTime UtcNow => Timers.UtcNow;

    /// <summary>Starts an engine.</summary>
    /// <param name="file">The database; null means memory.</param>
    /// <param name="skipTime">Whether time is skipped whenever nothing is running.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be opened or another engine uses it.</exception>
    public static EmbeddedEngine Open(string? file, bool skipTime)
    {
        var engine = new EmbeddedEngine(file is null ? null : SqliteExecutionStore.Open(file), skipTime);
        engine.Resume();
        return engine;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        Timers.Dispose();
        foreach (var timer in kept.Keys)
        {
            timer.Dispose();
        }

        store?.Dispose();
        stop.Dispose();
    }

    /// <summary>Gets a number not given before.</summary>
    /// <returns>The number.</returns>
    public long NextId() => Interlocked.Increment(ref ids);

    /// <summary>Keeps a timer from being collected until the engine ends.</summary>
    /// <param name="timer">The timer.</param>
    public void Keep(Timer timer) => kept[timer] = true;

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
    public Task SignalWorkflowAsync(WorkflowKey key, WorkflowExecutionSignaledEventAttributes signal) => Find(key).SignalAsync(signal);

    /// <inheritdoc/>
    public Task RequestCancelWorkflowAsync(WorkflowKey key, string? firstExecutionRunId, WorkflowExecutionCancelRequestedEventAttributes request) =>
        Find(key, firstExecutionRunId).RequestCancelAsync(request);

    /// <inheritdoc/>
    public Task TerminateWorkflowAsync(WorkflowKey key, string? firstExecutionRunId, WorkflowExecutionTerminatedEventAttributes request) =>
        Find(key, firstExecutionRunId).TerminateAsync(request);

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
        var execution = Find(key, firstExecutionRunId);
        return await WaitForUpdateAsync(execution, execution.AddUpdate(request), waitForCompletion, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<(StartWorkflowResult Start, UpdateWorkflowResult Update)> UpdateWithStartAsync(StartWorkflowRequest start, Request request, bool waitForCompletion, CancellationToken cancellationToken)
    {
        StartWorkflowResult result;
        Task committed;
        Execution execution;
        PendingUpdate update;
        lock (StartLock(start.Started.WorkflowId))
        {
            // A repeated call finds its update, even if the workflow has ended meanwhile.
            if (start.ConflictPolicy != WorkflowIdConflictPolicy.TerminateExisting
                && TryFind(new WorkflowKey(start.Namespace, start.Started.WorkflowId, null)) is { } current
                && current.FindUpdate(request.Meta.UpdateId) is { } known)
            {
                (result, committed) = (new StartWorkflowResult(current.RunId, current.Started.FirstExecutionRunId, false), Task.CompletedTask);
                (execution, update) = (current, known);
            }
            else
            {
                (result, committed) = Start(start);
                execution = Find(new WorkflowKey(start.Namespace, start.Started.WorkflowId, result.RunId));
                update = execution.AddUpdate(request);
            }
        }

        await committed.ConfigureAwait(false);
        return (result, await WaitForUpdateAsync(execution, update, waitForCompletion, cancellationToken).ConfigureAwait(false));
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
        if (!SkipTimeForResults || execution.Closed.IsCompleted)
        {
            return await WaitAsync(execution.Closed, cancellationToken).ConfigureAwait(false);
        }

        Timers.Unlock();
        try
        {
            return await WaitAsync(execution.Closed, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Timers.Relock();
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
        var filter = ListFilter.Parse(query);
        var all = store is null
            ? runs.Values.Where(r => string.Equals(r.Namespace, workflowNamespace, StringComparison.Ordinal)).Select(r => r.ToInfo()).ToList()
            : store.List(workflowNamespace);
        return Task.FromResult(filter.Apply(all));
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
            ActivityQueue(worker.Namespace, worker.TaskQueue).AddWorker();
        }

        return new Registration(() => Unregister(worker));
    }

    /// <inheritdoc/>
    public async Task<WorkflowTask> PollWorkflowTaskAsync(string workflowNamespace, string taskQueue, string identity, CancellationToken cancellationToken)
    {
        var queue = WorkflowQueue(workflowNamespace, taskQueue);
        while (true)
        {
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
    public async Task<ActivityTask> PollActivityTaskAsync(string workflowNamespace, string taskQueue, string identity, CancellationToken cancellationToken)
    {
        var queue = ActivityQueue(workflowNamespace, taskQueue);
        while (true)
        {
            var entry = await queue.PollAsync(cancellationToken).ConfigureAwait(false);
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
            return Task.FromException(new RpcException(RpcException.StatusCode.Unavailable, "The engine has been stopped", null));
        }

        if (store is not null && writes.Any(w => w.Events.Count > 0 || w.Buffered is not null || w.Activities.Count > 0))
        {
            return store.WriteAsync(writes, effects);
        }

        effects();
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

    /// <summary>Starts a child, outside the transition of its parent.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="initiated">The event that asks for it.</param>
    public void StartChild(Execution parent, HistoryEvent initiated) => Transfer(async () =>
    {
        var child = initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        var started = new WorkflowExecutionStartedEventAttributes
        {
            WorkflowType = child.WorkflowType,
            WorkflowId = child.WorkflowId,
            ParentWorkflowNamespace = parent.Namespace,
            ParentWorkflowExecution = new WorkflowExecution { WorkflowId = parent.WorkflowId, RunId = parent.RunId },
            ParentInitiatedEventId = initiated.EventId,
            RootWorkflowExecution = parent.Started.RootWorkflowExecution,
            TaskQueue = child.TaskQueue,
            Input = child.Input,
            WorkflowExecutionTimeout = child.WorkflowExecutionTimeout,
            WorkflowRunTimeout = child.WorkflowRunTimeout,
            WorkflowTaskTimeout = child.WorkflowTaskTimeout,
            RetryPolicy = child.RetryPolicy,
            CronSchedule = child.CronSchedule,
            Header = child.Header,
            Memo = child.Memo,
            SearchAttributes = child.SearchAttributes,
            Priority = child.Priority,
        };
        try
        {
            var result = await StartWorkflowAsync(new StartWorkflowRequest(
                parent.Namespace, started, initiated.UserMetadata, child.WorkflowIdReusePolicy, WorkflowIdConflictPolicy.Fail, null)).ConfigureAwait(false);
            parent.ChildStarted(initiated.EventId, result.RunId);
        }
        catch (WorkflowAlreadyStartedException e)
        {
            // After a crash between the two transitions the child is there already.
            var existing = TryFind(new WorkflowKey(parent.Namespace, child.WorkflowId, e.RunId));
            var mine = existing?.Started is { } s && s.ParentInitiatedEventId == initiated.EventId && string.Equals(s.ParentWorkflowExecution?.RunId, parent.RunId, StringComparison.Ordinal);
            parent.ChildStarted(initiated.EventId, mine ? e.RunId : null);
        }
    });

    /// <summary>Goes on with a child after a restart.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="initiatedEventId">The event that asked for it.</param>
    /// <param name="child">The child.</param>
    public void ResumeChild(Execution parent, long initiatedEventId, PendingChild child)
    {
        if (child.RunId is null)
        {
            StartChild(parent, child.Event);
            return;
        }

        Transfer(async () =>
        {
            // The last run of the chain tells, if it ended before it could tell the parent.
            var execution = TryFind(new WorkflowKey(parent.Namespace, child.Initiated.WorkflowId, null));
            if (execution is { Running: false })
            {
                var close = await execution.Closed.ConfigureAwait(false);
                parent.ChildClosed(initiatedEventId, new WorkflowExecution { WorkflowId = execution.WorkflowId, RunId = execution.RunId }, close);
            }
        });
    }

    /// <summary>Delivers a signal or cancellation request to another workflow, outside the transition of its sender.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="initiated">The event that asks for it.</param>
    public void DeliverExternal(Execution sender, HistoryEvent initiated) => Transfer(async () =>
    {
        var found = true;
        try
        {
            if (initiated.EventType == EventType.SignalExternalWorkflowExecutionInitiated)
            {
                var signal = initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes;
                await Find(new WorkflowKey(sender.Namespace, signal.WorkflowExecution.WorkflowId, signal.WorkflowExecution.RunId)).SignalAsync(new WorkflowExecutionSignaledEventAttributes
                {
                    SignalName = signal.SignalName,
                    Input = signal.Input,
                    Header = signal.Header,
                    ExternalWorkflowExecution = new WorkflowExecution { WorkflowId = sender.WorkflowId, RunId = sender.RunId },
                    RequestId = string.Create(CultureInfo.InvariantCulture, $"{sender.RunId}/{initiated.EventId}"),
                }).ConfigureAwait(false);
            }
            else
            {
                var cancel = initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes;
                await Find(new WorkflowKey(sender.Namespace, cancel.WorkflowExecution.WorkflowId, cancel.WorkflowExecution.RunId)).RequestCancelAsync(new WorkflowExecutionCancelRequestedEventAttributes
                {
                    Cause = cancel.Reason,
                    ExternalInitiatedEventId = initiated.EventId,
                    ExternalWorkflowExecution = new WorkflowExecution { WorkflowId = sender.WorkflowId, RunId = sender.RunId },
                }).ConfigureAwait(false);
            }
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            found = false;
        }

        sender.ExternalDelivered(initiated, found);
    });

    /// <summary>Tells the parent and the children of a run that it has ended.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="close">Its last event.</param>
    /// <param name="children">Its children that have not ended.</param>
    public void ExecutionClosed(Execution execution, HistoryEvent close, IReadOnlyList<PendingChild> children)
    {
        if (store is not null)
        {
            // It is read from the store when somebody asks for it.
            runs.TryRemove((execution.Namespace, execution.WorkflowId, execution.RunId), out _);
            latest.TryRemove(new KeyValuePair<(string, string), Execution>((execution.Namespace, execution.WorkflowId), execution));
        }

        if (execution.Started.ParentWorkflowExecution is { } parent && !HasNextRun(close))
        {
            Transfer(() =>
            {
                TryFind(new WorkflowKey(execution.Namespace, parent.WorkflowId, parent.RunId))?.ChildClosed(
                    execution.Started.ParentInitiatedEventId,
                    new WorkflowExecution { WorkflowId = execution.WorkflowId, RunId = execution.RunId },
                    close);
                return Task.CompletedTask;
            });
        }

        foreach (var child in children)
        {
            ApplyParentClosePolicy(execution, child);
        }
    }

    /// <summary>Makes the run that continues another one as new.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="command">What the new run starts with; the new run id is filled in.</param>
    /// <param name="retryPolicy">The new retry policy; null inherits.</param>
    /// <returns>The new run.</returns>
    public Execution ContinueAsNew(Execution execution, WorkflowExecutionContinuedAsNewEventAttributes command, RetryPolicy? retryPolicy)
    {
        var old = execution.Started;
        command.NewExecutionRunId = Guid.NewGuid().ToString();
        command.WorkflowRunTimeout ??= old.WorkflowRunTimeout;
        command.WorkflowTaskTimeout ??= old.WorkflowTaskTimeout;
        var info = execution.ToInfo();
        command.Memo ??= info.Memo;
        command.SearchAttributes ??= info.SearchAttributes;
        command.Header ??= old.Header;
        var started = Next(execution, command.NewExecutionRunId, command.Initiator);
        started.WorkflowType = command.WorkflowType;
        started.TaskQueue = command.TaskQueue;
        started.Input = command.Input;
        started.WorkflowRunTimeout = command.WorkflowRunTimeout;
        started.WorkflowTaskTimeout = command.WorkflowTaskTimeout;
        started.FirstWorkflowTaskBackoff = command.BackoffStartInterval;
        started.Memo = command.Memo;
        started.SearchAttributes = command.SearchAttributes;
        started.Header = command.Header;
        started.RetryPolicy = retryPolicy ?? old.RetryPolicy;
        started.Attempt = 1;
        return MakeNext(execution, command.NewExecutionRunId, started);
    }

    /// <summary>Makes the next attempt of a failed run if its retry policy allows one.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="close">How it failed; the new run id and the retry state are filled in.</param>
    /// <returns>The next run, or null.</returns>
    public Execution? NextRunAfterFailure(Execution execution, WorkflowExecutionFailedEventAttributes close)
    {
        var (state, delay) = Retries.Next(execution.Started.RetryPolicy, Math.Max(execution.Started.Attempt, 1), close.Failure);
        var next = Retry(execution, ref state, delay, close.Failure) ?? NextCronRun(execution, null, close.Failure);
        close.RetryState = state;
        close.NewExecutionRunId = next?.RunId ?? string.Empty;
        return next;
    }

    /// <summary>Makes the next attempt of a run that timed out if its retry policy allows one.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="close">How it ended; the new run id and the retry state are filled in.</param>
    /// <returns>The next run, or null.</returns>
    public Execution? NextRunAfterTimeout(Execution execution, WorkflowExecutionTimedOutEventAttributes close)
    {
        var failure = new Failure { Message = "workflow timeout", TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose } };
        var (state, delay) = Retries.Next(execution.Started.RetryPolicy, Math.Max(execution.Started.Attempt, 1), failure);
        var next = Retry(execution, ref state, delay, failure) ?? NextCronRun(execution, null, failure);
        close.RetryState = state == RetryState.RetryPolicyNotSet ? RetryState.RetryPolicyNotSet : state;
        close.NewExecutionRunId = next?.RunId ?? string.Empty;
        return next;
    }

    /// <summary>Makes the next run of a cron schedule.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="close">How it completed; the new run id is filled in.</param>
    /// <returns>The next run, or null.</returns>
    public Execution? NextRunAfterCompletion(Execution execution, WorkflowExecutionCompletedEventAttributes close)
    {
        var next = NextCronRun(execution, close.Result, null);
        close.NewExecutionRunId = next?.RunId ?? string.Empty;
        return next;
    }

    private static bool HasNextRun(HistoryEvent close) => close.EventType switch
    {
        EventType.WorkflowExecutionContinuedAsNew => true,
        EventType.WorkflowExecutionFailed => close.WorkflowExecutionFailedEventAttributes.NewExecutionRunId.Length > 0,
        EventType.WorkflowExecutionTimedOut => close.WorkflowExecutionTimedOutEventAttributes.NewExecutionRunId.Length > 0,
        EventType.WorkflowExecutionCompleted => close.WorkflowExecutionCompletedEventAttributes.NewExecutionRunId.Length > 0,
        _ => false,
    };

    private Execution? Retry(Execution execution, ref RetryState state, TimeSpan delay, Failure failure)
    {
        if (state != RetryState.InProgress)
        {
            return null;
        }

        if (execution.Started.WorkflowExecutionExpirationTime is { } expiration && UtcNow + delay >= expiration.ToDateTime())
        {
            state = RetryState.Timeout;
            return null;
        }

        var runId = Guid.NewGuid().ToString();
        var started = Next(execution, runId, ContinueAsNewInitiator.Retry);
        started.Attempt = Math.Max(execution.Started.Attempt, 1) + 1;
        started.FirstWorkflowTaskBackoff = Duration.FromTimeSpan(delay);
        started.ContinuedFailure = failure;
        return MakeNext(execution, runId, started);
    }

    private Execution? NextCronRun(Execution execution, Payloads? result, Failure? failure)
    {
        var now = UtcNow;
        if (execution.Started.CronSchedule.Length == 0
            || CronSchedule.Parse(execution.Started.CronSchedule).Next(now) is not { } time
            || (execution.Started.WorkflowExecutionExpirationTime is { } expiration && time >= expiration.ToDateTime()))
        {
            return null;
        }

        var runId = Guid.NewGuid().ToString();
        var started = Next(execution, runId, ContinueAsNewInitiator.CronSchedule);
        started.Attempt = 1;
        started.FirstWorkflowTaskBackoff = Duration.FromTimeSpan(time - now);
        started.ContinuedFailure = failure;

        // After a failure the last good result stays known.
        started.LastCompletionResult = result ?? started.LastCompletionResult;
        return MakeNext(execution, runId, started);
    }

    private static WorkflowExecutionStartedEventAttributes Next(Execution execution, string runId, ContinueAsNewInitiator initiator)
    {
        var started = execution.Started.Clone();
        started.ContinuedExecutionRunId = execution.RunId;
        started.OriginalExecutionRunId = runId;
        started.Initiator = initiator;
        started.FirstWorkflowTaskBackoff = null;
        started.ContinuedFailure = null;
        return started;
    }

    private Execution MakeNext(Execution execution, string runId, WorkflowExecutionStartedEventAttributes started) =>
        Execution.Start(
            this,
            execution.Namespace,
            runId,
            new HistoryEvent { EventType = EventType.WorkflowExecutionStarted, WorkflowExecutionStartedEventAttributes = started },
            null);

    private Lock StartLock(string workflowId) => startLocks[(uint)string.GetHashCode(workflowId, StringComparison.Ordinal) % StartLocks];

    private async Task<UpdateWorkflowResult> WaitForUpdateAsync(Execution execution, PendingUpdate update, bool waitForCompletion, CancellationToken cancellationToken)
    {
        await WaitAsync(update.Accepted.Task, cancellationToken).ConfigureAwait(false);
        if (waitForCompletion)
        {
            await WaitAsync(update.Outcome.Task, cancellationToken).ConfigureAwait(false);
        }

        return new UpdateWorkflowResult(execution.RunId, update.Outcome.Task.IsCompletedSuccessfully ? await update.Outcome.Task.ConfigureAwait(false) : null);
    }

    private (StartWorkflowResult Result, Task Committed) Start(StartWorkflowRequest request)
    {
        var started = request.Started;
        if (started.CronSchedule.Length > 0)
        {
            if (CronSchedule.Validate(started.CronSchedule) is { } wrong)
            {
                throw new RpcException(RpcException.StatusCode.InvalidArgument, wrong, null);
            }

            var now = UtcNow;
            started.FirstWorkflowTaskBackoff = Duration.FromTimeSpan(CronSchedule.Parse(started.CronSchedule).Next(now)!.Value - now);
        }

        var current = TryFind(new WorkflowKey(request.Namespace, started.WorkflowId, null));
        if (current is { Running: true })
        {
            var conflict = request.ReusePolicy == TerminateIfRunning ? WorkflowIdConflictPolicy.TerminateExisting : request.ConflictPolicy;
            if (request.ReusePolicy == TerminateIfRunning && request.ConflictPolicy != WorkflowIdConflictPolicy.Unspecified)
            {
                throw new RpcException(RpcException.StatusCode.InvalidArgument, "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING cannot be used together with a WorkflowIDConflictPolicy.", null);
            }

            if (conflict == WorkflowIdConflictPolicy.TerminateExisting)
            {
                _ = current.TerminateAsync(new WorkflowExecutionTerminatedEventAttributes { Reason = "TerminateIfRunning WorkflowIdReusePolicy Policy", Identity = "history-service" });
            }
            else if (conflict == WorkflowIdConflictPolicy.UseExisting || request.Signal is not null)
            {
                var result = new StartWorkflowResult(current.RunId, current.Started.FirstExecutionRunId, false);
                return (result, request.Signal is null ? Task.CompletedTask : current.SignalAsync(request.Signal));
            }
            else
            {
                throw AlreadyStarted(current);
            }
        }
        else if (current is not null)
        {
            var allowed = request.ReusePolicy switch
            {
                WorkflowIdReusePolicy.RejectDuplicate => false,
                WorkflowIdReusePolicy.AllowDuplicateFailedOnly => current.Status is not WorkflowExecutionStatus.Completed,
                _ => true,
            };
            if (!allowed)
            {
                throw AlreadyStarted(current);
            }
        }

        var runId = Guid.NewGuid().ToString();
        started.OriginalExecutionRunId = runId;
        started.FirstExecutionRunId = runId;
        started.Attempt = 1;
        started.RootWorkflowExecution ??= new WorkflowExecution { WorkflowId = started.WorkflowId, RunId = runId };
        if (PendingActivity.Limit(started.WorkflowExecutionTimeout) is { } timeout)
        {
            started.WorkflowExecutionExpirationTime = Timestamp.FromDateTime(UtcNow + (PendingActivity.Limit(started.FirstWorkflowTaskBackoff) ?? TimeSpan.Zero) + timeout);
        }

        if (started.RetryPolicy is { } retry && PendingActivity.Limit(retry.InitialInterval) is null)
        {
            retry.InitialInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(1));
        }

        var execution = Execution.Start(
            this,
            request.Namespace,
            runId,
            new HistoryEvent { EventType = EventType.WorkflowExecutionStarted, WorkflowExecutionStartedEventAttributes = started, UserMetadata = request.Metadata },
            request.Signal);
        Register(execution);
        var (write, effects) = execution.TakeWrite();
        return (new StartWorkflowResult(runId, runId, true), CommitAsync([write], effects));
    }

    private static WorkflowAlreadyStartedException AlreadyStarted(Execution current) =>
        new("Workflow execution already started", current.WorkflowId, current.Started.WorkflowType.Name, current.RunId);

    private void ApplyParentClosePolicy(Execution parent, PendingChild child)
    {
        var policy = child.Initiated.ParentClosePolicy;
        if (policy == ParentClosePolicy.Abandon || TryFind(new WorkflowKey(parent.Namespace, child.Initiated.WorkflowId, null)) is not { Running: true } execution)
        {
            return;
        }

        Transfer(async () =>
        {
            try
            {
                var sender = new WorkflowExecution { WorkflowId = parent.WorkflowId, RunId = parent.RunId };
                await (policy == ParentClosePolicy.RequestCancel
                    ? execution.RequestCancelAsync(new WorkflowExecutionCancelRequestedEventAttributes { Cause = "by parent close policy", ExternalWorkflowExecution = sender })
                    : execution.TerminateAsync(new WorkflowExecutionTerminatedEventAttributes { Reason = "by parent close policy", Identity = "history-service" })).ConfigureAwait(false);
            }
            catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
            {
                // It has ended meanwhile: nothing is left to do.
            }
        });
    }

    private void Resume()
    {
        if (store is null)
        {
            return;
        }

        var open = store.LoadOpen().Select(s => Execution.Load(this, s)).ToList();
        foreach (var execution in open)
        {
            Register(execution);
        }

        foreach (var execution in open)
        {
            execution.Resume();
            if (execution.Started.ParentWorkflowExecution is { } parentKey
                && TryFind(new WorkflowKey(execution.Namespace, parentKey.WorkflowId, parentKey.RunId)) is { Running: false } parent
                && parent.Events(0, out _).Events.FirstOrDefault(e => e.EventId == execution.Started.ParentInitiatedEventId)?.StartChildWorkflowExecutionInitiatedEventAttributes is { } initiated)
            {
                ApplyParentClosePolicy(parent, new PendingChild(initiated) { Event = new HistoryEvent() });
            }
        }
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
        var found = string.IsNullOrEmpty(key.RunId)
            ? latest.GetValueOrDefault((key.Namespace, key.WorkflowId))
            : runs.GetValueOrDefault((key.Namespace, key.WorkflowId, key.RunId));
        if (found is not null || store?.Find(key.Namespace, key.WorkflowId, string.IsNullOrEmpty(key.RunId) ? null : key.RunId) is not { } stored)
        {
            return found;
        }

        return Execution.Load(this, stored);
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

    /// <summary>Runs what follows from a transition but touches another run. It is repeated after a crash, so it may happen twice.</summary>
    private void Transfer(Func<Task> work)
    {
        Timers.Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (RpcException e) when (e.Code == RpcException.StatusCode.Unavailable)
            {
                // The engine was stopped; the work is done when it is opened again.
            }
            finally
            {
                Timers.Exit();
            }
        });
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
            throw new RpcException(RpcException.StatusCode.Unavailable, "The engine has been stopped", null);
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
