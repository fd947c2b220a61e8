using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Engine.Storage;
using Temporalio.Engine.Timers;
using Temporalio.Exceptions;

namespace Temporalio.Engine.Executions;

/// <summary>
/// A run: its history and the state that follows from it. Every operation is one transition under the lock of the run: it adds
/// events, hands them to the store and leaves everything that others can see to the moment after the commit.
/// </summary>
internal sealed partial class Execution
{
    private static readonly TimeSpan DefaultTaskTimeout = TimeSpan.FromSeconds(10);
    private readonly EmbeddedEngine engine;
    private readonly Lock gate = new();
    private readonly List<HistoryEvent> history = [];
    private readonly List<HistoryEvent> buffered = [];
    private readonly Dictionary<long, PendingActivity> activities = [];
    private readonly Dictionary<string, PendingTimer> timers = new(StringComparer.Ordinal);
    private readonly Dictionary<long, PendingChild> children = [];
    private readonly Dictionary<long, HistoryEvent> externals = [];
    private readonly Dictionary<long, long> startedActivities = [];
    private readonly HashSet<string> signalRequests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PendingUpdate> updates = new(StringComparer.Ordinal);
    private readonly List<PendingQuery> queries = [];
    private readonly SortedDictionary<string, Payload> memo = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Payload> searchAttributes = new(StringComparer.Ordinal);
    private readonly Dictionary<long, byte[]?> dirtyActivities = [];
    private readonly Dictionary<long, HistoryEvent> owed = [];
    private readonly List<KeyValuePair<long, bool>> owedChanges = [];
    private readonly List<Action> effects = [];
    private readonly TaskCompletionSource<HistoryEvent> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? moreEvents;
    private readonly Dictionary<string, Task> childStarts = new(StringComparer.Ordinal);
    private Task deliveries = Task.CompletedTask;
    private WorkflowTaskState? task;
    private TimerEntry? runTimer;
    private TimerEntry? startTimer;
    private long previousStartedEventId;
    private long historySize;
    private long cancelRequestedEventId;
    private int persisted;
    private int exits;
    private int skips;
    private bool bufferChanged;
    private bool waitingToStart;
    private string? stickyQueue;
    private WorkflowTaskCompletedEventAttributes? versioned;

    private Execution(EmbeddedEngine engine, string workflowNamespace, string runId)
    {
        this.engine = engine;
        Namespace = workflowNamespace;
        RunId = runId;
    }

    /// <summary>Gets the namespace.</summary>
    public string Namespace { get; }

    /// <summary>Gets the run id.</summary>
    public string RunId { get; }

    /// <summary>Gets the workflow id.</summary>
    public string WorkflowId => Started.WorkflowId;

    /// <summary>Gets the status.</summary>
    public WorkflowExecutionStatus Status { get; private set; } = WorkflowExecutionStatus.Running;

    /// <summary>Gets a value indicating whether it is open.</summary>
    public bool Running => Status == WorkflowExecutionStatus.Running;

    /// <summary>Gets what it was started with.</summary>
    public WorkflowExecutionStartedEventAttributes Started => history[0].WorkflowExecutionStartedEventAttributes;

    /// <summary>Gets when it was started.</summary>
    public DateTime StartTime => history[0].EventTime.ToDateTime();

    /// <summary>Gets the last event.</summary>
    public HistoryEvent LastEvent
    {
        get
        {
            lock (gate)
            {
                return history[^1];
            }
        }
    }

    /// <summary>Gets the event that ended it, to come.</summary>
    public Task<HistoryEvent> Closed => closed.Task;

    private string TaskQueueName => Started.TaskQueue.Name;

    private TimeSpan TaskTimeout => PendingActivity.Limit(Started.WorkflowTaskTimeout) ?? DefaultTaskTimeout;

    /// <summary>Starts a run.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="runId">The run id.</param>
    /// <param name="started">The first event.</param>
    /// <param name="signal">A signal to start with.</param>
    /// <returns>The run; <see cref="CommitStart"/> makes it known.</returns>
    public static Execution Start(EmbeddedEngine engine, string workflowNamespace, string runId, HistoryEvent started, WorkflowExecutionSignaledEventAttributes? signal)
    {
        var execution = new Execution(engine, workflowNamespace, runId);
        execution.Add(started);
        if (signal is not null)
        {
            execution.Add(new HistoryEvent { EventType = EventType.WorkflowExecutionSignaled, WorkflowExecutionSignaledEventAttributes = signal });
        }

        if (execution.FirstTaskTime is null)
        {
            execution.ScheduleTask();
        }

        execution.StartTimers();
        return execution;
    }

    /// <summary>Rebuilds a run from the store; <see cref="Resume"/> sets it going.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="stored">What was stored.</param>
    /// <returns>The run.</returns>
    public static Execution Load(EmbeddedEngine engine, StoredExecution stored)
    {
        var execution = new Execution(engine, stored.Namespace, stored.RunId);
        foreach (var e in stored.Events)
        {
            execution.history.Add(e);
            execution.historySize += e.CalculateSize();
            execution.Apply(e);
        }

        execution.persisted = execution.history.Count;
        execution.buffered.AddRange(stored.Buffered);
        foreach (var (id, info) in stored.Activities)
        {
            if (execution.activities.TryGetValue(id, out var activity))
            {
                activity.Restore(info);
            }
        }

        // The updates that have an outcome may be asked for again.
        execution.dirtyActivities.Clear();
        execution.Collect().Effects();
        if (!execution.Running)
        {
            execution.closed.TrySetResult(execution.history[^1]);
            execution.ForgetPending();
            foreach (var eventId in stored.Owed)
            {
                execution.owed[eventId] = execution.history[(int)eventId - 1];
            }
        }

        return execution;
    }

    /// <summary>Sets a run going that was loaded open, or one that owes something to others: what its worker had in hand is lost.</summary>
    public void Resume()
    {
        lock (gate)
        {
            foreach (var e in owed.Values)
            {
                Settle(e, true);
            }

            if (!Running)
            {
                return;
            }

            if (task is { Started: true })
            {
                Add(new HistoryEvent
                {
                    EventType = EventType.WorkflowTaskTimedOut,
                    WorkflowTaskTimedOutEventAttributes = new WorkflowTaskTimedOutEventAttributes
                    {
                        ScheduledEventId = task.Scheduled!.EventId,
                        StartedEventId = task.StartedEvent!.EventId,
                        TimeoutType = TimeoutType.StartToClose,
                    },
                });
            }

            var flushed = FlushBuffer();
            StartTimers();
            if (task is not null)
            {
                DispatchTask();
            }
            else if (!waitingToStart && (flushed || NeedsTask()))
            {
                ScheduleTask();
            }

            foreach (var timer in timers)
            {
                StartTimer(timer.Key, timer.Value);
            }

            foreach (var activity in activities.Values.ToList())
            {
                ResumeActivity(activity);
            }

            foreach (var (initiatedEventId, child) in children)
            {
                if (child.RunId is null)
                {
                    Settle(child.Event, true);
                }
                else
                {
                    engine.ResumeChild(this, initiatedEventId, child);
                }
            }

            foreach (var external in externals.Values)
            {
                Settle(external, true);
            }

            _ = Commit();
        }
    }

    /// <summary>Makes a run that has been started known. Others that find it wait until its first write is on its way.</summary>
    /// <param name="update">An update to start with: the first workflow task delivers it.</param>
    /// <returns>A task for the commit.</returns>
    public Task CommitStart(Request? update = null)
    {
        lock (gate)
        {
            engine.Register(this);
            if (update is not null)
            {
                updates[update.Meta.UpdateId] = new PendingUpdate(update, RunId);
            }

            return Commit();
        }
    }

    /// <summary>Tells whether the run is open, when no transition is under way.</summary>
    /// <returns>True if it is.</returns>
    public bool IsOpen()
    {
        lock (gate)
        {
            return Running;
        }
    }

    /// <summary>Lets time be skipped until the run has ended or <see cref="EndSkip"/> is called, once for each call.</summary>
    /// <returns>False if it has ended.</returns>
    public bool SkipTimeUntilClosed()
    {
        lock (gate)
        {
            if (closed.Task.IsCompleted)
            {
                return false;
            }

            skips++;
        }

        engine.Timers.Unlock();
        return true;
    }

    /// <summary>Takes a <see cref="SkipTimeUntilClosed"/> back, unless the end of the run has.</summary>
    public void EndSkip()
    {
        lock (gate)
        {
            if (skips == 0)
            {
                return;
            }

            skips--;
        }

        engine.Timers.Relock();
    }

    /// <summary>Adds a signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="endsDelay">Whether a run that waits for its start starts now.</param>
    /// <returns>A task for the commit.</returns>
    public Task SignalAsync(WorkflowExecutionSignaledEventAttributes signal, bool endsDelay)
    {
        lock (gate)
        {
            if (signalRequests.Contains(signal.RequestId))
            {
                return Task.CompletedTask;
            }

            CheckRunning();
            if (signal.RequestId.Length > 0)
            {
                signalRequests.Add(signal.RequestId);
            }

            AddOrBuffer(new HistoryEvent { EventType = EventType.WorkflowExecutionSignaled, WorkflowExecutionSignaledEventAttributes = signal });
            if (endsDelay)
            {
                startTimer?.Cancel();
                waitingToStart = false;
            }

            ScheduleTaskIfNone();
            return Commit();
        }
    }

    /// <summary>Adds a cancellation request, the first time.</summary>
    /// <param name="request">The request.</param>
    /// <returns>A task for the commit.</returns>
    public Task RequestCancelAsync(WorkflowExecutionCancelRequestedEventAttributes request)
    {
        lock (gate)
        {
            CheckRunning();
            if (cancelRequestedEventId != 0)
            {
                return Task.CompletedTask;
            }

            cancelRequestedEventId = -1;
            AddOrBuffer(new HistoryEvent { EventType = EventType.WorkflowExecutionCancelRequested, WorkflowExecutionCancelRequestedEventAttributes = request });
            ScheduleTaskIfNone();
            return Commit();
        }
    }

    /// <summary>Terminates the run.</summary>
    /// <param name="request">The request.</param>
    /// <returns>A task for the commit.</returns>
    public Task TerminateAsync(WorkflowExecutionTerminatedEventAttributes request)
    {
        lock (gate)
        {
            CheckRunning();
            CloseNow(new HistoryEvent { EventType = EventType.WorkflowExecutionTerminated, WorkflowExecutionTerminatedEventAttributes = request });
            return Commit();
        }
    }

    /// <summary>Gets events.</summary>
    /// <param name="afterEventId">Only those after this one.</param>
    /// <param name="more">The moment at which there are more, if there are none yet.</param>
    /// <returns>The events.</returns>
    public HistoryPage Events(long afterEventId, out Task more)
    {
        lock (gate)
        {
            more = (moreEvents ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            return new HistoryPage(EventsAfter(afterEventId), !Running);
        }
    }

    /// <summary>Shows the run as a list does.</summary>
    /// <returns>The information.</returns>
    public WorkflowExecutionInfo ToInfo()
    {
        lock (gate)
        {
            return Info();
        }
    }

    /// <summary>Describes the run.</summary>
    /// <returns>The description.</returns>
    public DescribeWorkflowExecutionResponse Describe()
    {
        lock (gate)
        {
            var result = new DescribeWorkflowExecutionResponse
            {
                ExecutionConfig = new WorkflowExecutionConfig
                {
                    TaskQueue = Started.TaskQueue,
                    WorkflowExecutionTimeout = Started.WorkflowExecutionTimeout,
                    WorkflowRunTimeout = Started.WorkflowRunTimeout,
                    DefaultWorkflowTaskTimeout = Started.WorkflowTaskTimeout,
                    UserMetadata = history[0].UserMetadata,
                },
                WorkflowExecutionInfo = Info(),
                WorkflowExtendedInfo = new WorkflowExecutionExtendedInfo { CancelRequested = cancelRequestedEventId != 0 },
            };
            result.PendingActivities.AddRange(activities.Values.Select(a => a.ToInfo()));
            result.PendingChildren.AddRange(children.Select(c => new PendingChildExecutionInfo
            {
                WorkflowId = c.Value.Initiated.WorkflowId,
                RunId = c.Value.RunId ?? string.Empty,
                WorkflowTypeName = c.Value.Initiated.WorkflowType.Name,
                InitiatedId = c.Key,
                ParentClosePolicy = c.Value.Initiated.ParentClosePolicy,
            }));
            if (task is not null)
            {
                result.PendingWorkflowTask = new PendingWorkflowTaskInfo
                {
                    State = task.Started ? PendingWorkflowTaskState.Started : PendingWorkflowTaskState.Scheduled,
                    ScheduledTime = task.Scheduled?.EventTime,
                    StartedTime = task.StartedEvent?.EventTime,
                    Attempt = task.Attempt,
                };
            }

            return result;
        }
    }

    private DateTime? FirstTaskTime =>
        PendingActivity.Limit(Started.FirstWorkflowTaskBackoff) is { } backoff ? StartTime + backoff : null;

    private WorkflowExecutionInfo Info()
    {
        var info = new WorkflowExecutionInfo
        {
            Execution = new WorkflowExecution { WorkflowId = WorkflowId, RunId = RunId },
            Type = Started.WorkflowType,
            StartTime = history[0].EventTime,
            ExecutionTime = Timestamp.FromDateTime(FirstTaskTime ?? StartTime),
            CloseTime = Running ? null : history[^1].EventTime,
            Status = Status,
            HistoryLength = history.Count,
            HistorySizeBytes = historySize,
            ParentExecution = Started.ParentWorkflowExecution,
            RootExecution = Started.RootWorkflowExecution,
            TaskQueue = TaskQueueName,
            FirstRunId = Started.FirstExecutionRunId,
        };
        if (versioned is not null || Started.VersioningOverride is not null)
        {
            info.VersioningInfo = new WorkflowExecutionVersioningInfo
            {
                Behavior = versioned?.VersioningBehavior ?? VersioningBehavior.Unspecified,
                DeploymentVersion = versioned?.DeploymentVersion,
                VersioningOverride = Started.VersioningOverride,
            };
        }

        if (memo.Count > 0)
        {
            info.Memo = new Memo { Fields = { memo } };
        }

        if (searchAttributes.Count > 0)
        {
            info.SearchAttributes = new SearchAttributes { IndexedFields = { searchAttributes } };
        }

        return info;
    }

    private void CheckRunning()
    {
        if (!Running)
        {
            throw new RpcException(RpcException.StatusCode.NotFound, "workflow execution already completed", null);
        }
    }

    private List<HistoryEvent> EventsAfter(long eventId) => eventId >= history.Count ? [] : history.GetRange((int)eventId, history.Count - (int)eventId);

    private Task Commit()
    {
        var (write, after) = Collect();
        return engine.CommitAsync(write is null ? [] : [write], after);
    }

    /// <summary>Commits the end of this run and the start of the one that follows it as one transition.</summary>
    private Task CommitWith(Execution next)
    {
        var (write, after) = Collect();
        lock (next.gate)
        {
            engine.Register(next);
            var (nextWrite, afterNext) = next.Collect();
            return engine.CommitAsync(write is null || nextWrite is null ? [] : [write, nextWrite], () =>
            {
                after();
                afterNext();
            });
        }
    }

    private (StoreWrite? Write, Action Effects) Collect()
    {
        var write = engine.IsPersistent ? TakeWrite() : null;
        if (moreEvents is { } signal && persisted < history.Count)
        {
            moreEvents = null;
            effects.Add(() => signal.TrySetResult());
        }

        persisted = history.Count;
        bufferChanged = false;
        dirtyActivities.Clear();
        owedChanges.Clear();
        if (effects.Count == 0 && exits == 0)
        {
            return (write, static () => { });
        }

        var after = effects.ToArray();
        var ended = exits;
        effects.Clear();
        exits = 0;
        return (write, () =>
        {
            foreach (var effect in after)
            {
                effect();
            }

            // Last, so that time is not skipped before what follows is in its queue.
            for (; ended > 0; ended--)
            {
                engine.Timers.Exit();
            }
        }
        );
    }

    private StoreWrite? TakeWrite()
    {
        var added = history.Count - persisted;
        return added == 0 && !bufferChanged && dirtyActivities.Count == 0 && owedChanges.Count == 0
            ? null
            : new StoreWrite(Namespace, WorkflowId, RunId, Status)
            {
                Info = added > 0 && (persisted == 0 || !Running) ? StoredBlob.Write(Info()) : null,
                FirstEventId = persisted + 1,
                Events = added > 0 ? StoredBlob.Write(new History { Events = { history.GetRange(persisted, added) } }) : null,
                Buffered = !bufferChanged ? null : buffered.Count == 0 ? [] : StoredBlob.Write(new History { Events = { buffered } }),
                Activities = dirtyActivities.Count == 0 ? [] : [.. dirtyActivities],
                Owed = owedChanges.Count == 0 ? [] : [.. owedChanges],
            };
    }
}
