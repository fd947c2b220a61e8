using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Exceptions;

namespace Temporalio.Engine.Executions;

/// <summary>Workflow tasks, and the queries and updates that ride on them.</summary>
internal sealed partial class Execution
{
    private const int SuggestContinueAsNewEvents = 4096;
    private const int SuggestContinueAsNewBytes = 4 * 1024 * 1024;
    private const int FailingAttempts = 3;

    /// <summary>Hands the workflow task to a worker.</summary>
    /// <param name="state">The task the worker was sent for.</param>
    /// <param name="identity">The worker.</param>
    /// <returns>The task; null if it is no longer wanted.</returns>
    public WorkflowTask? StartTask(WorkflowTaskState state, string identity)
    {
        lock (gate)
        {
            if (task != state || state.Started || state.Backoff is not null || !Running)
            {
                return null;
            }

            var now = Timestamp.FromDateTime(engine.UtcNow);
            var next = history.Count + 1;
            if (!state.Recorded)
            {
                state.Scheduled = ScheduledEvent(state.Attempt);
                state.Scheduled.EventId = next++;
                state.Scheduled.EventTime = now;
            }

            var reasons = new List<SuggestContinueAsNewReason>();
            if (history.Count >= SuggestContinueAsNewEvents)
            {
                reasons.Add(SuggestContinueAsNewReason.TooManyHistoryEvents);
            }

            if (historySize >= SuggestContinueAsNewBytes)
            {
                reasons.Add(SuggestContinueAsNewReason.HistorySizeTooLarge);
            }

            var startedEvent = new HistoryEvent
            {
                EventId = next,
                EventTime = now,
                EventType = EventType.WorkflowTaskStarted,
                WorkflowTaskStartedEventAttributes = new WorkflowTaskStartedEventAttributes
                {
                    ScheduledEventId = state.Scheduled!.EventId,
                    Identity = identity,
                    HistorySizeBytes = historySize,
                    SuggestContinueAsNew = reasons.Count > 0,
                    SuggestContinueAsNewReasons = { reasons },
                },
            };
            state.StartedEvent = startedEvent;
            state.Started = true;
            if (state.Recorded)
            {
                // Written with the next commit: if the process dies before, the task is simply still scheduled.
                Add(startedEvent);
            }

            state.Timer?.Cancel();
            state.Timer = engine.Timers.Add(engine.UtcNow + TaskTimeout, () => TimeOutTask(state));
            var events = EventsAfter(previousStartedEventId);
            if (!state.Recorded)
            {
                events.Add(state.Scheduled);
                events.Add(startedEvent);
            }

            var carried = new List<Request>();
            foreach (var update in updates.Values.Where(u => !u.Sent))
            {
                update.Sent = true;
                carried.Add(update.Request);
            }

            return new WorkflowTask(Namespace, WorkflowId, RunId, Started.WorkflowType.Name, state.Scheduled.EventId, next, state.Attempt, previousStartedEventId, events, carried, null);
        }
    }

    /// <summary>Hands a query to a worker.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The task.</returns>
    public WorkflowTask StartQuery(PendingQuery query)
    {
        lock (gate)
        {
            var known = EventsAfter(previousStartedEventId);
            return new WorkflowTask(Namespace, WorkflowId, RunId, Started.WorkflowType.Name, 0, 0, 1, previousStartedEventId, known, [], query);
        }
    }

    /// <summary>Gets the history for a worker that has not cached the run.</summary>
    /// <param name="workflowTask">The task.</param>
    /// <returns>The events.</returns>
    public IReadOnlyList<HistoryEvent> TaskHistory(WorkflowTask workflowTask)
    {
        lock (gate)
        {
            var events = history.GetRange(0, (int)workflowTask.PreviousStartedEventId);
            events.AddRange(workflowTask.Events);
            return events;
        }
    }

    /// <summary>Completes the workflow task.</summary>
    /// <param name="workflowTask">The task.</param>
    /// <param name="completion">The commands.</param>
    /// <returns>What became of it, and a task for the commit.</returns>
    public (WorkflowTaskResult Result, Task Committed) CompleteTask(WorkflowTask workflowTask, WorkflowTaskCompletion completion)
    {
        lock (gate)
        {
            if (Current(workflowTask) is not { } state)
            {
                return (WorkflowTaskResult.Stale, Task.CompletedTask);
            }

            foreach (var (updateId, failure) in completion.RejectedUpdates)
            {
                if (updates.Remove(updateId, out var rejected))
                {
                    effects.Add(() => rejected.Complete(new Outcome { Failure = failure }));
                }
            }

            if (state.Speculative && completion.Commands.Count == 0 && buffered.Count == 0 && !completion.ForceNewTask)
            {
                EndTask(state);
                task = null;
                ScheduleForUpdates();
                DispatchQueries();
                return (WorkflowTaskResult.Discarded, Commit());
            }

            var close = completion.Commands.FirstOrDefault(c => HistoryEvents.IsClose(c.EventType));
            if (close is not null && buffered.Count > 0)
            {
                // Something has come in that the workflow did not see: it must not end without it.
                FailTaskNow(state, WorkflowTaskFailedCause.UnhandledCommand, new Failure { Message = "UnhandledCommand" }, completion.Identity, 1);
                return (WorkflowTaskResult.Stale, Commit());
            }

            if (completion.Commands.Select(BadCron).FirstOrDefault(b => b is not null) is { } badCron)
            {
                FailTaskNow(state, WorkflowTaskFailedCause.BadStartChildExecutionAttributes, new Failure { Message = badCron }, completion.Identity, state.Attempt + 1);
                return (WorkflowTaskResult.Stale, Commit());
            }

            EndTask(state);
            RecordTask(state);
            var completed = Add(new HistoryEvent
            {
                EventType = EventType.WorkflowTaskCompleted,
                WorkflowTaskCompletedEventAttributes = new WorkflowTaskCompletedEventAttributes
                {
                    ScheduledEventId = state.Scheduled!.EventId,
                    StartedEventId = state.StartedEvent!.EventId,
                    Identity = completion.Identity,
                },
            });
            if (completion.Deployment is { WorkerVersioningMode: WorkerVersioningMode.Versioned } deployment)
            {
                versioned = completed.WorkflowTaskCompletedEventAttributes;
                versioned.VersioningBehavior = completion.VersioningBehavior;
                versioned.WorkerDeploymentName = deployment.DeploymentName;
                versioned.DeploymentVersion = new Api.Deployment.V1.WorkerDeploymentVersion { DeploymentName = deployment.DeploymentName, BuildId = deployment.BuildId };
            }

            stickyQueue = completion.StickyQueue;
            Execution? next = null;
            foreach (var command in completion.Commands)
            {
                command.EventId = 0;
                command.EventTime = null;
                HistoryEvents.SetWorkflowTask(command, completed.EventId);
                next = Execute(command, completion) ?? next;
                if (!Running)
                {
                    break;
                }
            }

            if (!Running)
            {
                // What the commands before the last one led to comes too late.
                buffered.Clear();
                AfterClose(history[^1], next);
                return (WorkflowTaskResult.Recorded, next is null ? Commit() : CommitWith(next));
            }

            if (FlushBuffer() || completion.ForceNewTask)
            {
                ScheduleTaskIfNone();
            }

            ScheduleForUpdates();
            DispatchQueries();
            return (WorkflowTaskResult.Recorded, Commit());
        }
    }

    /// <summary>Fails the workflow task; it is tried again.</summary>
    /// <param name="workflowTask">The task.</param>
    /// <param name="cause">The cause.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="identity">The worker.</param>
    /// <returns>A task for the commit.</returns>
    public Task FailTask(WorkflowTask workflowTask, WorkflowTaskFailedCause cause, Failure failure, string identity)
    {
        lock (gate)
        {
            if (Current(workflowTask) is not { } state)
            {
                return Task.CompletedTask;
            }

            FailTaskNow(state, cause, failure, identity, state.Attempt + 1);
            return Commit();
        }
    }

    /// <summary>Asks a query once no workflow task is under way.</summary>
    /// <param name="query">The query.</param>
    /// <param name="reject">In which states to reject.</param>
    /// <returns>The query.</returns>
    public PendingQuery AddQuery(WorkflowQuery query, QueryRejectCondition reject)
    {
        lock (gate)
        {
            if ((reject == QueryRejectCondition.NotOpen && !Running)
                || (reject == QueryRejectCondition.NotCompletedCleanly && Status is not (WorkflowExecutionStatus.Running or WorkflowExecutionStatus.Completed or WorkflowExecutionStatus.ContinuedAsNew)))
            {
                throw new WorkflowQueryRejectedException(Status);
            }

            if (task is { Attempt: >= FailingAttempts })
            {
                throw new RpcException(RpcException.StatusCode.FailedPrecondition, "Cannot query workflow due to Workflow Task in failed state.", null);
            }

            var pending = new PendingQuery(engine.NextId().ToString(CultureInfo.InvariantCulture), query);
            queries.Add(pending);
            if (task is null)
            {
                DispatchQueries();
            }

            _ = Commit();
            return pending;
        }
    }

    /// <summary>Takes a query back.</summary>
    /// <param name="query">The query.</param>
    public void RemoveQuery(PendingQuery query)
    {
        lock (gate)
        {
            queries.Remove(query);
        }
    }

    /// <summary>Adds an update, or joins one with the same id.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The update.</returns>
    public PendingUpdate AddUpdate(Request request)
    {
        lock (gate)
        {
            if (updates.TryGetValue(request.Meta.UpdateId, out var known))
            {
                return known;
            }

            CheckRunning();
            var update = new PendingUpdate(request, RunId);
            updates[request.Meta.UpdateId] = update;
            ScheduleForUpdates();
            _ = Commit();
            return update;
        }
    }

    /// <summary>Finds an update.</summary>
    /// <param name="updateId">Its id.</param>
    /// <returns>The update, or null.</returns>
    public PendingUpdate? FindUpdate(string updateId)
    {
        lock (gate)
        {
            return updates.GetValueOrDefault(updateId);
        }
    }

    private WorkflowTaskState? Current(WorkflowTask workflowTask) =>
        Running && task is { Started: true } state && state.StartedEvent!.EventId == workflowTask.StartedEventId && state.Attempt == workflowTask.Attempt
            ? state
            : null;

    private HistoryEvent ScheduledEvent(int attempt) => new()
    {
        EventType = EventType.WorkflowTaskScheduled,
        WorkflowTaskScheduledEventAttributes = new WorkflowTaskScheduledEventAttributes
        {
            TaskQueue = new TaskQueue { Name = TaskQueueName, Kind = TaskQueueKind.Normal },
            StartToCloseTimeout = Duration.FromTimeSpan(TaskTimeout),
            Attempt = attempt,
        },
    };

    private void ScheduleTask()
    {
        Add(ScheduledEvent(1));
        DispatchTask();
    }

    private void ScheduleTaskIfNone()
    {
        if (!Running || waitingToStart)
        {
            return;
        }

        if (task is null)
        {
            ScheduleTask();
        }
        else if (task is { Speculative: true, Started: false, Recorded: false } speculative)
        {
            // Something else has come: the task is an ordinary one now.
            Add(ScheduledEvent(1));
            task!.Speculative = false;
            var recorded = task;
            task = speculative;
            speculative.Recorded = true;
            speculative.Speculative = false;
            speculative.Scheduled = recorded.Scheduled;
        }
    }

    private void ScheduleForUpdates()
    {
        if (Running && task is null && !waitingToStart && updates.Values.Any(u => !u.Sent))
        {
            task = new WorkflowTaskState { Recorded = false, Speculative = true, Attempt = 1 };
            DispatchTask();
        }
    }

    /// <summary>Tells whether there are events that no workflow task has seen, after a restart.</summary>
    private bool NeedsTask() => EventsAfter(previousStartedEventId).Exists(e => !HistoryEvents.IsCommand(e.EventType) && e.EventType != EventType.WorkflowTaskCompleted);

    private void DispatchTask()
    {
        var state = task!;
        effects.Add(() => engine.DispatchWorkflowTask(new WorkflowTaskEntry(this, state, null), stickyQueue, TaskQueueName));
    }

    private void DispatchQueries()
    {
        if (queries.Count == 0 || (task is not null && Running) || (Running && previousStartedEventId == 0))
        {
            return;
        }

        foreach (var query in queries)
        {
            effects.Add(() => engine.DispatchWorkflowTask(new WorkflowTaskEntry(this, null, query), stickyQueue, TaskQueueName));
        }

        queries.Clear();
    }

    private void EndTask(WorkflowTaskState state)
    {
        state.Timer?.Cancel();
        exits++;
    }

    /// <summary>Writes the events of a task that were held back.</summary>
    private void RecordTask(WorkflowTaskState state)
    {
        if (state.Recorded || state.StartedEvent is null)
        {
            return;
        }

        state.Recorded = true;
        var startedEvent = state.StartedEvent;
        Add(state.Scheduled!);
        Add(startedEvent);
        task = state;
    }

    private void FailTaskNow(WorkflowTaskState state, WorkflowTaskFailedCause cause, Failure failure, string identity, int nextAttempt)
    {
        EndTask(state);
        if (state.Attempt == 1)
        {
            RecordTask(state);
            Add(new HistoryEvent
            {
                EventType = EventType.WorkflowTaskFailed,
                WorkflowTaskFailedEventAttributes = new WorkflowTaskFailedEventAttributes
                {
                    ScheduledEventId = state.Scheduled!.EventId,
                    StartedEventId = state.StartedEvent!.EventId,
                    Cause = cause,
                    Failure = failure,
                    Identity = identity,
                },
            });
        }

        RetryTask(nextAttempt);
    }

    private void TimeOutTask(WorkflowTaskState state)
    {
        lock (gate)
        {
            if (task != state || !state.Started || !Running)
            {
                return;
            }

            EndTask(state);
            if (state.Attempt == 1)
            {
                RecordTask(state);
                Add(new HistoryEvent
                {
                    EventType = EventType.WorkflowTaskTimedOut,
                    WorkflowTaskTimedOutEventAttributes = new WorkflowTaskTimedOutEventAttributes
                    {
                        ScheduledEventId = state.Scheduled!.EventId,
                        StartedEventId = state.StartedEvent!.EventId,
                        TimeoutType = TimeoutType.StartToClose,
                    },
                });
            }

            RetryTask(state.Attempt + 1);
            _ = Commit();
        }
    }

    /// <summary>Tries again: later attempts are not in the history until one completes.</summary>
    private void RetryTask(int attempt)
    {
        stickyQueue = null;
        task = null;
        foreach (var update in updates.Values.Where(u => u.AcceptedEventId == 0))
        {
            update.Sent = false;
        }

        FlushBuffer();
        var state = new WorkflowTaskState { Recorded = false, Attempt = attempt };
        task = state;
        if (attempt >= FailingAttempts)
        {
            foreach (var query in queries)
            {
                effects.Add(() => query.Answer.TrySetException(new RpcException(
                    RpcException.StatusCode.FailedPrecondition, "Cannot query workflow due to Workflow Task in failed state.", null)));
            }

            queries.Clear();

            // Real time on purpose: skipping to the next attempt of a task that keeps failing would only spin.
            var seconds = Math.Min(5 * Math.Pow(2, attempt - FailingAttempts), 600);
            state.Backoff = engine.AfterRealTime(TimeSpan.FromSeconds(seconds), () => EndBackoff(state));
            return;
        }

        if (attempt == 1)
        {
            task = null;
            ScheduleTask();
            return;
        }

        DispatchTask();
    }

    private void EndBackoff(WorkflowTaskState state)
    {
        lock (gate)
        {
            if (task == state && Running)
            {
                state.Backoff = null;
                DispatchTask();
                _ = Commit();
            }
        }
    }

    private static string? BadCron(HistoryEvent command) =>
        command.StartChildWorkflowExecutionInitiatedEventAttributes?.CronSchedule is { Length: > 0 } cron ? CronSchedule.Validate(cron) : null;

    private Execution? Execute(HistoryEvent command, WorkflowTaskCompletion completion)
    {
        switch (command.EventType)
        {
            case EventType.ActivityTaskScheduled:
                Normalize(command.ActivityTaskScheduledEventAttributes);
                ScheduleActivity(Add(command).EventId);
                return null;
            case EventType.ActivityTaskCancelRequested:
                CancelActivity(Add(command));
                return null;
            case EventType.TimerStarted:
                Add(command);
                StartTimer(command.TimerStartedEventAttributes.TimerId, timers[command.TimerStartedEventAttributes.TimerId]);
                return null;
            case EventType.TimerCanceled:
                var timerId = command.TimerCanceledEventAttributes.TimerId;
                command.TimerCanceledEventAttributes.StartedEventId = timers.TryGetValue(timerId, out var timer) ? timer.StartedEventId : 0;
                buffered.RemoveAll(e => e.EventType == EventType.TimerFired && string.Equals(e.TimerFiredEventAttributes.TimerId, timerId, StringComparison.Ordinal));
                bufferChanged = true;
                Add(command);
                return null;
            case EventType.StartChildWorkflowExecutionInitiated:
                var initiated = Add(command);
                effects.Add(() => Settle(initiated, false));
                return null;
            case EventType.SignalExternalWorkflowExecutionInitiated:
            case EventType.RequestCancelExternalWorkflowExecutionInitiated:
                var external = Add(command);
                effects.Add(() => Settle(external, false));
                return null;
            case EventType.WorkflowExecutionContinuedAsNew:
                var next = engine.ContinueAsNew(this, command.WorkflowExecutionContinuedAsNewEventAttributes, completion.NextRetryPolicy);
                Add(command);
                return next;
            case EventType.WorkflowExecutionFailed:
                var retry = engine.NextRunAfterFailure(this, command.WorkflowExecutionFailedEventAttributes);
                Add(command);
                return retry;
            case EventType.WorkflowExecutionCompleted:
                var repeat = engine.NextRunAfterCompletion(this, command.WorkflowExecutionCompletedEventAttributes);
                Add(command);
                return repeat;
            default:
                Add(command);
                return null;
        }
    }

    private void StartTimer(string timerId, PendingTimer timer) =>
        timer.Entry = engine.Timers.Add(AtMost(timer.Due, timer.Wait), () =>
        {
            lock (gate)
            {
                if (!Running || !timers.TryGetValue(timerId, out var current) || current != timer)
                {
                    return;
                }

                AddOrBuffer(new HistoryEvent
                {
                    EventType = EventType.TimerFired,
                    TimerFiredEventAttributes = new TimerFiredEventAttributes { TimerId = timerId, StartedEventId = timer.StartedEventId },
                });
                ScheduleTaskIfNone();
                _ = Commit();
            }
        });
}
