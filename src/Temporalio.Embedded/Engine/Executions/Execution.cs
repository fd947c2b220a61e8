using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
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
    private readonly Dictionary<long, PendingActivityInfo?> dirtyActivities = [];
    private readonly List<Action> effects = [];
    private readonly TaskCompletionSource<HistoryEvent> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource moreEvents = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkflowTaskState? task;
    private TimerEntry? runTimer;
    private TimerEntry? startTimer;
    private long previousStartedEventId;
    private long historySize;
    private long cancelRequestedEventId;
    private int persisted;
    private int exits;
    private bool bufferChanged;
    private bool waitingToStart;
    private string? stickyQueue;

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
    /// <returns>The run; its first write is not yet made.</returns>
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
        execution.Collect().Effects();
        if (!execution.Running)
        {
            execution.closed.TrySetResult(execution.history[^1]);
        }

        return execution;
    }

    /// <summary>Sets a run going that was loaded open: what its worker had in hand is lost.</summary>
    public void Resume()
    {
        lock (gate)
        {
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
                engine.ResumeChild(this, initiatedEventId, child);
            }

            foreach (var external in externals.Values)
            {
                engine.DeliverExternal(this, external);
            }

            _ = Commit();
        }
    }

    /// <summary>Takes the write of the last transition and its effects, for a transition over several runs.</summary>
    /// <returns>The write and the effects.</returns>
    public (StoreWrite Write, Action Effects) TakeWrite()
    {
        lock (gate)
        {
            return Collect();
        }
    }

    /// <summary>Adds a signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <returns>A task for the commit.</returns>
    public Task SignalAsync(WorkflowExecutionSignaledEventAttributes signal)
    {
        lock (gate)
        {
            CheckRunning();
            if (signal.RequestId.Length > 0 && !signalRequests.Add(signal.RequestId))
            {
                return Task.CompletedTask;
            }

            AddOrBuffer(new HistoryEvent { EventType = EventType.WorkflowExecutionSignaled, WorkflowExecutionSignaledEventAttributes = signal });
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
            more = moreEvents.Task;
            return new HistoryPage(history.Skip((int)afterEventId).ToList(), !Running);
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

    /// <summary>Records that a child has started or could not be.</summary>
    /// <param name="initiatedEventId">The event that asked for it.</param>
    /// <param name="runId">Its run id; null if it could not be started.</param>
    public void ChildStarted(long initiatedEventId, string? runId)
    {
        lock (gate)
        {
            if (!Running || !children.TryGetValue(initiatedEventId, out var child) || child.RunId is not null)
            {
                return;
            }

            if (runId is null)
            {
                AddOrBuffer(new HistoryEvent
                {
                    EventType = EventType.StartChildWorkflowExecutionFailed,
                    StartChildWorkflowExecutionFailedEventAttributes = new StartChildWorkflowExecutionFailedEventAttributes
                    {
                        Namespace = Namespace,
                        WorkflowId = child.Initiated.WorkflowId,
                        WorkflowType = child.Initiated.WorkflowType,
                        Cause = StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists,
                        InitiatedEventId = initiatedEventId,
                        WorkflowTaskCompletedEventId = child.Initiated.WorkflowTaskCompletedEventId,
                    },
                });
                children.Remove(initiatedEventId);
            }
            else
            {
                child.RunId = runId;
                AddOrBuffer(ChildStartedEvent(initiatedEventId, child));
            }

            ScheduleTaskIfNone();
            _ = Commit();
        }
    }

    /// <summary>Records that a child has ended.</summary>
    /// <param name="initiatedEventId">The event that asked for it.</param>
    /// <param name="execution">The run that ended.</param>
    /// <param name="close">Its last event.</param>
    public void ChildClosed(long initiatedEventId, WorkflowExecution execution, HistoryEvent close)
    {
        lock (gate)
        {
            if (!Running || !children.TryGetValue(initiatedEventId, out var child))
            {
                return;
            }

            if (child.RunId is null)
            {
                child.RunId = execution.RunId;
                AddOrBuffer(ChildStartedEvent(initiatedEventId, child));
            }

            AddOrBuffer(ChildClosedEvent(initiatedEventId, child, execution, close));
            children.Remove(initiatedEventId);
            ScheduleTaskIfNone();
            _ = Commit();
        }
    }

    /// <summary>Records the answer to a signal or cancellation request to another workflow.</summary>
    /// <param name="initiated">The event that asked for it.</param>
    /// <param name="found">Whether the other workflow is running.</param>
    public void ExternalDelivered(HistoryEvent initiated, bool found)
    {
        lock (gate)
        {
            if (!Running || !externals.Remove(initiated.EventId))
            {
                return;
            }

            AddOrBuffer(ExternalEvent(initiated, found));
            ScheduleTaskIfNone();
            _ = Commit();
        }
    }

    private static HistoryEvent ExternalEvent(HistoryEvent initiated, bool found)
    {
        if (initiated.EventType == EventType.SignalExternalWorkflowExecutionInitiated)
        {
            var signal = initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes;
            return found
                ? new HistoryEvent
                {
                    EventType = EventType.ExternalWorkflowExecutionSignaled,
                    ExternalWorkflowExecutionSignaledEventAttributes = new ExternalWorkflowExecutionSignaledEventAttributes
                    {
                        InitiatedEventId = initiated.EventId,
                        Namespace = signal.Namespace,
                        WorkflowExecution = signal.WorkflowExecution,
                    },
                }
                : new HistoryEvent
                {
                    EventType = EventType.SignalExternalWorkflowExecutionFailed,
                    SignalExternalWorkflowExecutionFailedEventAttributes = new SignalExternalWorkflowExecutionFailedEventAttributes
                    {
                        InitiatedEventId = initiated.EventId,
                        Namespace = signal.Namespace,
                        WorkflowExecution = signal.WorkflowExecution,
                        WorkflowTaskCompletedEventId = signal.WorkflowTaskCompletedEventId,
                        Cause = SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound,
                    },
                };
        }

        var cancel = initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes;
        return found
            ? new HistoryEvent
            {
                EventType = EventType.ExternalWorkflowExecutionCancelRequested,
                ExternalWorkflowExecutionCancelRequestedEventAttributes = new ExternalWorkflowExecutionCancelRequestedEventAttributes
                {
                    InitiatedEventId = initiated.EventId,
                    Namespace = cancel.Namespace,
                    WorkflowExecution = cancel.WorkflowExecution,
                },
            }
            : new HistoryEvent
            {
                EventType = EventType.RequestCancelExternalWorkflowExecutionFailed,
                RequestCancelExternalWorkflowExecutionFailedEventAttributes = new RequestCancelExternalWorkflowExecutionFailedEventAttributes
                {
                    InitiatedEventId = initiated.EventId,
                    Namespace = cancel.Namespace,
                    WorkflowExecution = cancel.WorkflowExecution,
                    WorkflowTaskCompletedEventId = cancel.WorkflowTaskCompletedEventId,
                    Cause = CancelExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound,
                },
            };
    }

    private HistoryEvent ChildStartedEvent(long initiatedEventId, PendingChild child) => new()
    {
        EventType = EventType.ChildWorkflowExecutionStarted,
        ChildWorkflowExecutionStartedEventAttributes = new ChildWorkflowExecutionStartedEventAttributes
        {
            Namespace = Namespace,
            InitiatedEventId = initiatedEventId,
            WorkflowExecution = new WorkflowExecution { WorkflowId = child.Initiated.WorkflowId, RunId = child.RunId },
            WorkflowType = child.Initiated.WorkflowType,
            Header = child.Initiated.Header,
        },
    };

    private HistoryEvent ChildClosedEvent(long initiatedEventId, PendingChild child, WorkflowExecution execution, HistoryEvent close)
    {
        var type = child.Initiated.WorkflowType;
        return close.EventType switch
        {
            EventType.WorkflowExecutionCompleted => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionCompleted,
                ChildWorkflowExecutionCompletedEventAttributes = new ChildWorkflowExecutionCompletedEventAttributes
                {
                    Result = close.WorkflowExecutionCompletedEventAttributes.Result,
                    Namespace = Namespace,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiatedEventId,
                },
            },
            EventType.WorkflowExecutionFailed => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionFailed,
                ChildWorkflowExecutionFailedEventAttributes = new ChildWorkflowExecutionFailedEventAttributes
                {
                    Failure = close.WorkflowExecutionFailedEventAttributes.Failure,
                    RetryState = close.WorkflowExecutionFailedEventAttributes.RetryState,
                    Namespace = Namespace,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiatedEventId,
                },
            },
            EventType.WorkflowExecutionCanceled => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionCanceled,
                ChildWorkflowExecutionCanceledEventAttributes = new ChildWorkflowExecutionCanceledEventAttributes
                {
                    Details = close.WorkflowExecutionCanceledEventAttributes.Details,
                    Namespace = Namespace,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiatedEventId,
                },
            },
            EventType.WorkflowExecutionTimedOut => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionTimedOut,
                ChildWorkflowExecutionTimedOutEventAttributes = new ChildWorkflowExecutionTimedOutEventAttributes
                {
                    RetryState = close.WorkflowExecutionTimedOutEventAttributes.RetryState,
                    Namespace = Namespace,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiatedEventId,
                },
            },
            _ => new HistoryEvent
            {
                EventType = EventType.ChildWorkflowExecutionTerminated,
                ChildWorkflowExecutionTerminatedEventAttributes = new ChildWorkflowExecutionTerminatedEventAttributes
                {
                    Namespace = Namespace,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = initiatedEventId,
                },
            },
        };
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

    private HistoryEvent Add(HistoryEvent e)
    {
        e.EventId = history.Count + 1;
        e.EventTime ??= Timestamp.FromDateTime(engine.UtcNow);
        SetStartedEvent(e);
        history.Add(e);
        historySize += e.CalculateSize();
        Apply(e);
        return e;
    }

    private void AddOrBuffer(HistoryEvent e)
    {
        if (task is { Started: true })
        {
            e.EventTime = Timestamp.FromDateTime(engine.UtcNow);
            buffered.Add(e);
            bufferChanged = true;
        }
        else
        {
            Add(e);
        }
    }

    private bool FlushBuffer()
    {
        if (buffered.Count == 0)
        {
            return false;
        }

        foreach (var e in buffered)
        {
            Add(e);
        }

        buffered.Clear();
        bufferChanged = true;
        return true;
    }

    private void SetStartedEvent(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.ActivityTaskCompleted:
                e.ActivityTaskCompletedEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ActivityTaskCompletedEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskFailed:
                e.ActivityTaskFailedEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ActivityTaskFailedEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskTimedOut:
                e.ActivityTaskTimedOutEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ActivityTaskTimedOutEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskCanceled:
                e.ActivityTaskCanceledEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ActivityTaskCanceledEventAttributes.ScheduledEventId);
                break;
            case EventType.ChildWorkflowExecutionCompleted:
                e.ChildWorkflowExecutionCompletedEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionFailed:
                e.ChildWorkflowExecutionFailedEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionCanceled:
                e.ChildWorkflowExecutionCanceledEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionTimedOut:
                e.ChildWorkflowExecutionTimedOutEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ChildWorkflowExecutionTimedOutEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionTerminated:
                e.ChildWorkflowExecutionTerminatedEventAttributes.StartedEventId = startedActivities.GetValueOrDefault(e.ChildWorkflowExecutionTerminatedEventAttributes.InitiatedEventId);
                break;
            default:
                break;
        }
    }

    /// <summary>Changes the state as an event says: the one way in which history becomes state, live and after a restart.</summary>
    private void Apply(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.WorkflowExecutionStarted:
                var started = e.WorkflowExecutionStartedEventAttributes;
                Merge(memo, started.Memo?.Fields);
                Merge(searchAttributes, started.SearchAttributes?.IndexedFields);
                waitingToStart = PendingActivity.Limit(started.FirstWorkflowTaskBackoff) is not null;
                break;
            case EventType.WorkflowTaskScheduled:
                waitingToStart = false;
                task = new WorkflowTaskState { Recorded = true, Attempt = Math.Max(e.WorkflowTaskScheduledEventAttributes.Attempt, 1), Scheduled = e };
                break;
            case EventType.WorkflowTaskStarted:
                if (task is not null)
                {
                    task.Started = true;
                    task.StartedEvent = e;
                }

                break;
            case EventType.WorkflowTaskCompleted:
                previousStartedEventId = e.WorkflowTaskCompletedEventAttributes.StartedEventId;
                task = null;
                break;
            case EventType.WorkflowTaskFailed:
            case EventType.WorkflowTaskTimedOut:
                task = null;
                break;
            case EventType.ActivityTaskScheduled:
                activities[e.EventId] = new PendingActivity(e);
                break;
            case EventType.ActivityTaskStarted:
                startedActivities[e.ActivityTaskStartedEventAttributes.ScheduledEventId] = e.EventId;
                break;
            case EventType.ActivityTaskCompleted:
                RemoveActivity(e.ActivityTaskCompletedEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskFailed:
                RemoveActivity(e.ActivityTaskFailedEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskTimedOut:
                RemoveActivity(e.ActivityTaskTimedOutEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskCanceled:
                RemoveActivity(e.ActivityTaskCanceledEventAttributes.ScheduledEventId);
                break;
            case EventType.ActivityTaskCancelRequested:
                if (activities.TryGetValue(e.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId, out var canceled))
                {
                    canceled.CancelRequestedEventId = e.EventId;
                }

                break;
            case EventType.TimerStarted:
                var timer = e.TimerStartedEventAttributes;
                timers[timer.TimerId] = new PendingTimer(e.EventId, e.EventTime.ToDateTime() + timer.StartToFireTimeout.ToTimeSpan());
                break;
            case EventType.TimerFired:
                timers.Remove(e.TimerFiredEventAttributes.TimerId);
                break;
            case EventType.TimerCanceled:
                if (timers.Remove(e.TimerCanceledEventAttributes.TimerId, out var canceledTimer))
                {
                    canceledTimer.Entry?.Cancel();
                }

                break;
            case EventType.WorkflowExecutionSignaled:
                if (e.WorkflowExecutionSignaledEventAttributes.RequestId.Length > 0)
                {
                    signalRequests.Add(e.WorkflowExecutionSignaledEventAttributes.RequestId);
                }

                break;
            case EventType.WorkflowExecutionCancelRequested:
                cancelRequestedEventId = e.EventId;
                break;
            case EventType.StartChildWorkflowExecutionInitiated:
                children[e.EventId] = new PendingChild(e.StartChildWorkflowExecutionInitiatedEventAttributes) { Event = e };
                break;
            case EventType.StartChildWorkflowExecutionFailed:
                children.Remove(e.StartChildWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionStarted:
                startedActivities[e.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId] = e.EventId;
                if (children.TryGetValue(e.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId, out var child))
                {
                    child.RunId = e.ChildWorkflowExecutionStartedEventAttributes.WorkflowExecution.RunId;
                    child.StartedEventId = e.EventId;
                }

                break;
            case EventType.ChildWorkflowExecutionCompleted:
                children.Remove(e.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionFailed:
                children.Remove(e.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionCanceled:
                children.Remove(e.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionTimedOut:
                children.Remove(e.ChildWorkflowExecutionTimedOutEventAttributes.InitiatedEventId);
                break;
            case EventType.ChildWorkflowExecutionTerminated:
                children.Remove(e.ChildWorkflowExecutionTerminatedEventAttributes.InitiatedEventId);
                break;
            case EventType.SignalExternalWorkflowExecutionInitiated:
            case EventType.RequestCancelExternalWorkflowExecutionInitiated:
                externals[e.EventId] = e;
                break;
            case EventType.SignalExternalWorkflowExecutionFailed:
                externals.Remove(e.SignalExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.ExternalWorkflowExecutionSignaled:
                externals.Remove(e.ExternalWorkflowExecutionSignaledEventAttributes.InitiatedEventId);
                break;
            case EventType.RequestCancelExternalWorkflowExecutionFailed:
                externals.Remove(e.RequestCancelExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.ExternalWorkflowExecutionCancelRequested:
                externals.Remove(e.ExternalWorkflowExecutionCancelRequestedEventAttributes.InitiatedEventId);
                break;
            case EventType.UpsertWorkflowSearchAttributes:
                Merge(searchAttributes, e.UpsertWorkflowSearchAttributesEventAttributes.SearchAttributes?.IndexedFields);
                break;
            case EventType.WorkflowPropertiesModified:
                Merge(memo, e.WorkflowPropertiesModifiedEventAttributes.UpsertedMemo?.Fields);
                break;
            case EventType.WorkflowExecutionUpdateAccepted:
                var request = e.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequest;
                if (!updates.TryGetValue(request.Meta.UpdateId, out var update))
                {
                    updates[request.Meta.UpdateId] = update = new PendingUpdate(request) { Sent = true };
                }

                update.AcceptedEventId = e.EventId;
                effects.Add(() => update.Accepted.TrySetResult());

                break;
            case EventType.WorkflowExecutionUpdateCompleted:
                var completed = e.WorkflowExecutionUpdateCompletedEventAttributes;
                if (updates.TryGetValue(completed.Meta.UpdateId, out var ended))
                {
                    completed.AcceptedEventId = ended.AcceptedEventId;
                    effects.Add(() => ended.Complete(completed.Outcome));
                }

                break;
            default:
                if (HistoryEvents.IsClose(e.EventType))
                {
                    Status = HistoryEvents.StatusAfter(e.EventType);
                }

                break;
        }
    }

    private static void Merge(SortedDictionary<string, Payload> target, IEnumerable<KeyValuePair<string, Payload>>? changes)
    {
        foreach (var (key, value) in changes ?? [])
        {
            // A null payload removes the key.
            if (value.Data.Length == 0 || value.Data.ToStringUtf8() is "null" or "[]")
            {
                target.Remove(key);
            }
            else
            {
                target[key] = value;
            }
        }
    }

    private void StartTimers()
    {
        if (!Running)
        {
            return;
        }

        if (waitingToStart && FirstTaskTime is { } first)
        {
            startTimer = engine.Timers.Add(first, () =>
            {
                lock (gate)
                {
                    waitingToStart = false;
                    ScheduleTaskIfNone();
                    _ = Commit();
                }
            });
        }

        DateTime? end = Started.WorkflowExecutionExpirationTime?.ToDateTime();
        if (PendingActivity.Limit(Started.WorkflowRunTimeout) is { } runTimeout)
        {
            var runEnd = (FirstTaskTime ?? StartTime) + runTimeout;
            end = end is { } e && e < runEnd ? e : runEnd;
        }

        if (end is { } due)
        {
            runTimer = engine.Timers.Add(due, TimeOut);
        }
    }

    private void TimeOut()
    {
        lock (gate)
        {
            if (!Running)
            {
                return;
            }

            var close = new WorkflowExecutionTimedOutEventAttributes { RetryState = RetryState.Timeout };
            var next = engine.NextRunAfterTimeout(this, close);
            CloseNow(new HistoryEvent { EventType = EventType.WorkflowExecutionTimedOut, WorkflowExecutionTimedOutEventAttributes = close });
            _ = next is null ? Commit() : CommitWith(next);
        }
    }

    private void CloseNow(HistoryEvent close)
    {
        if (task is { } current)
        {
            current.Timer?.Cancel();
            if (current.Started)
            {
                RecordTask(current);
                exits++;
            }

            task = null;
        }

        FlushBuffer();
        Add(close);
        AfterClose(close);
    }

    private void AfterClose(HistoryEvent close)
    {
        runTimer?.Cancel();
        startTimer?.Cancel();
        foreach (var timer in timers.Values)
        {
            timer.Entry?.Cancel();
        }

        timers.Clear();
        foreach (var id in activities.Keys.ToList())
        {
            RemoveActivity(id);
        }

        foreach (var update in updates.Values)
        {
            if (!update.Outcome.Task.IsCompleted)
            {
                effects.Add(() => update.Complete(new Outcome
                {
                    Failure = new Failure
                    {
                        Message = update.AcceptedEventId > 0
                            ? "Workflow Update failed because the Workflow completed before the Update completed."
                            : "Workflow Update was rejected because the Workflow completed before it was accepted.",
                        ApplicationFailureInfo = new ApplicationFailureInfo { Type = "AcceptedUpdateCompletedWorkflow", NonRetryable = true },
                    },
                }));
            }
        }

        var orphans = children.Where(c => c.Value.RunId is not null).Select(c => c.Value).ToList();
        children.Clear();
        externals.Clear();
        effects.Add(() =>
        {
            closed.TrySetResult(close);
            engine.ExecutionClosed(this, close, orphans);
        });
        DispatchQueries();
    }

    private Task Commit()
    {
        var (write, after) = Collect();
        return engine.CommitAsync([write], after);
    }

    private Task CommitWith(Execution next)
    {
        var (write, after) = Collect();
        var (nextWrite, afterNext) = next.TakeWrite();
        return engine.CommitAsync([write, nextWrite], () =>
        {
            engine.Register(next);
            after();
            afterNext();
        });
    }

    private (StoreWrite Write, Action Effects) Collect()
    {
        var write = new StoreWrite(
            Info(),
            Namespace,
            persisted == history.Count ? [] : history.GetRange(persisted, history.Count - persisted),
            bufferChanged ? [.. buffered] : null,
            [.. dirtyActivities]);
        if (write.Events.Count > 0)
        {
            var signal = moreEvents;
            moreEvents = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            effects.Add(() => signal.TrySetResult());
        }

        persisted = history.Count;
        bufferChanged = false;
        dirtyActivities.Clear();
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
}
