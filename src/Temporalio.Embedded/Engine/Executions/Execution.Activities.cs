using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Engine.Storage;
using Temporalio.Exceptions;

namespace Temporalio.Engine.Executions;

/// <summary>Activities: attempts, timeouts, heartbeats, cancellation.</summary>
internal sealed partial class Execution
{
    private static readonly TimeSpan DefaultInitialInterval = TimeSpan.FromSeconds(1);

    /// <summary>Hands an activity to a worker.</summary>
    /// <param name="entry">The activity the worker was sent for.</param>
    /// <param name="identity">The worker.</param>
    /// <returns>The task and a task for the commit; null if it is no longer wanted.</returns>
    public (ActivityTask Task, Task Committed)? StartActivity(ActivityTaskEntry entry, string identity)
    {
        lock (gate)
        {
            var activity = entry.Activity;
            if (!IsPending(activity) || activity.Started || activity.Attempt != entry.Attempt)
            {
                return null;
            }

            var now = engine.UtcNow;
            activity.Started = true;
            activity.StartedTime = now;
            activity.Identity = identity;
            activity.AttemptTimer?.Cancel();

            // Where the limit over all attempts comes no later, it is the one that ends the attempt.
            if (PendingActivity.Limit(activity.Attributes.StartToCloseTimeout) is { } limit
                && !(PendingActivity.Limit(activity.Attributes.ScheduleToCloseTimeout) is { } total && activity.ScheduledTime + total <= now + limit))
            {
                activity.AttemptTimer = engine.Timers.Add(now + limit, () => TimeOutActivity(activity, entry.Attempt, TimeoutType.StartToClose));
            }

            WatchHeartbeat(activity, now);
            MarkDirty(activity);
            var token = new ActivityToken(Namespace, WorkflowId, RunId, activity.ScheduledEventId, activity.Attempt, activity.Attributes.ActivityId);
            var result = new ActivityTask(token, Started.WorkflowType.Name, activity.Attributes, activity.ScheduledTime, activity.AttemptScheduledTime, now, activity.HeartbeatDetails);
            return (result, Commit());
        }
    }

    /// <summary>Completes an activity.</summary>
    /// <param name="token">The activity.</param>
    /// <param name="result">The result.</param>
    /// <param name="identity">The worker.</param>
    /// <returns>A task for the commit.</returns>
    public Task CompleteActivity(ActivityToken token, Payloads result, string identity)
    {
        lock (gate)
        {
            var activity = FindActivity(token);
            EndActivity(activity, new HistoryEvent
            {
                EventType = EventType.ActivityTaskCompleted,
                ActivityTaskCompletedEventAttributes = new ActivityTaskCompletedEventAttributes
                {
                    Result = result,
                    ScheduledEventId = activity.ScheduledEventId,
                    Identity = identity,
                },
            });
            return Commit();
        }
    }

    /// <summary>Fails an attempt.</summary>
    /// <param name="token">The activity.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="identity">The worker.</param>
    /// <returns>A task for the commit.</returns>
    public Task FailActivity(ActivityToken token, Failure failure, string identity)
    {
        lock (gate)
        {
            var activity = FindActivity(token);
            var state = RetryOrNot(activity, failure);
            if (state == RetryState.InProgress)
            {
                return Commit();
            }

            EndActivity(activity, new HistoryEvent
            {
                EventType = EventType.ActivityTaskFailed,
                ActivityTaskFailedEventAttributes = new ActivityTaskFailedEventAttributes
                {
                    Failure = failure,
                    ScheduledEventId = activity.ScheduledEventId,
                    Identity = identity,
                    RetryState = state,
                },
            });
            return Commit();
        }
    }

    /// <summary>Ends an activity as cancelled.</summary>
    /// <param name="token">The activity.</param>
    /// <param name="details">The details.</param>
    /// <param name="identity">The worker.</param>
    /// <returns>A task for the commit.</returns>
    public Task CancelActivity(ActivityToken token, Payloads? details, string identity)
    {
        lock (gate)
        {
            var activity = FindActivity(token);
            if (activity.CancelRequestedEventId == 0)
            {
                throw new RpcException(RpcException.StatusCode.InvalidArgument, "Cancellation of the activity was not requested", null);
            }

            EndActivity(activity, CanceledEvent(activity, details, identity));
            return Commit();
        }
    }

    /// <summary>Records a heartbeat.</summary>
    /// <param name="token">The activity.</param>
    /// <param name="details">The details; null only asks.</param>
    /// <returns>What the activity should know, and a task for the commit.</returns>
    public (ActivityHeartbeatResult Result, Task Committed) Heartbeat(ActivityToken token, Payloads? details)
    {
        lock (gate)
        {
            if (TryFindActivity(token) is not { } activity)
            {
                return (ActivityHeartbeatResult.NotFound, Task.CompletedTask);
            }

            var committed = Task.CompletedTask;
            if (details is not null)
            {
                activity.HeartbeatDetails = details;
                WatchHeartbeat(activity, engine.UtcNow);
                MarkDirty(activity);
                committed = Commit();
            }

            return (activity.CancelRequestedEventId > 0 ? ActivityHeartbeatResult.CancelRequested : ActivityHeartbeatResult.Ok, committed);
        }
    }

    private static HistoryEvent CanceledEvent(PendingActivity activity, Payloads? details, string identity) => new()
    {
        EventType = EventType.ActivityTaskCanceled,
        ActivityTaskCanceledEventAttributes = new ActivityTaskCanceledEventAttributes
        {
            Details = details,
            LatestCancelRequestedEventId = activity.CancelRequestedEventId,
            ScheduledEventId = activity.ScheduledEventId,
            Identity = identity,
        },
    };

    private static Failure TimeoutFailure(TimeoutType type, Payloads? heartbeatDetails, Failure? cause) => new()
    {
        Message = $"activity {type switch
        {
            TimeoutType.StartToClose => "StartToClose",
            TimeoutType.ScheduleToStart => "ScheduleToStart",
            TimeoutType.ScheduleToClose => "ScheduleToClose",
            _ => "Heartbeat",
        }} timeout",
        Cause = cause,
        TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = type, LastHeartbeatDetails = heartbeatDetails },
    };

    /// <summary>Fills in what the engine decides, as the server does.</summary>
    private void Normalize(ActivityTaskScheduledEventAttributes attributes)
    {
        var total = PendingActivity.Limit(attributes.ScheduleToCloseTimeout);
        if (PendingActivity.Limit(attributes.StartToCloseTimeout) is not { } attempt)
        {
            attributes.StartToCloseTimeout = attributes.ScheduleToCloseTimeout;
        }
        else if (attempt > total)
        {
            attributes.StartToCloseTimeout = attributes.ScheduleToCloseTimeout;
        }

        if (total is { } t && !(PendingActivity.Limit(attributes.ScheduleToStartTimeout) < t))
        {
            attributes.ScheduleToStartTimeout = attributes.ScheduleToCloseTimeout;
        }

        var retry = attributes.RetryPolicy ??= new RetryPolicy();
        if (PendingActivity.Limit(retry.InitialInterval) is null)
        {
            retry.InitialInterval = Duration.FromTimeSpan(DefaultInitialInterval);
        }

        if (retry.BackoffCoefficient < 1)
        {
            retry.BackoffCoefficient = 2;
        }

        if (PendingActivity.Limit(retry.MaximumInterval) is null)
        {
            retry.MaximumInterval = Duration.FromTimeSpan(retry.InitialInterval.ToTimeSpan() * 100);
        }
    }

    private bool IsPending(PendingActivity activity) =>
        Running && activities.TryGetValue(activity.ScheduledEventId, out var current) && current == activity;

    private PendingActivity? TryFindActivity(ActivityToken token)
    {
        if (!Running)
        {
            return null;
        }

        var activity = token.ScheduledEventId > 0
            ? activities.GetValueOrDefault(token.ScheduledEventId)
            : activities.Values.FirstOrDefault(a => string.Equals(a.Attributes.ActivityId, token.ActivityId, StringComparison.Ordinal));
        return activity is { Started: true } && (token.Attempt == 0 || token.Attempt == activity.Attempt) ? activity : null;
    }

    private PendingActivity FindActivity(ActivityToken token) =>
        TryFindActivity(token)
        ?? throw new RpcException(RpcException.StatusCode.NotFound, "invalid activityID or activity already timed out or invoking workflow is completed", null);

    private void ScheduleActivity(long scheduledEventId)
    {
        var activity = activities[scheduledEventId];
        LimitAllAttempts(activity);
        DispatchActivity(activity);
    }

    private void LimitAllAttempts(PendingActivity activity)
    {
        if (PendingActivity.Limit(activity.Attributes.ScheduleToCloseTimeout) is { } total)
        {
            activity.TotalTimer = engine.Timers.Add(AtMost(activity.ScheduledTime + total, total), () => TimeOutActivity(activity, 0, TimeoutType.ScheduleToClose));
        }
    }

    private void DispatchActivity(PendingActivity activity)
    {
        var attempt = activity.Attempt;
        if (PendingActivity.Limit(activity.Attributes.ScheduleToStartTimeout) is { } limit)
        {
            activity.AttemptTimer = engine.Timers.Add(activity.AttemptScheduledTime + limit, () => TimeOutActivity(activity, attempt, TimeoutType.ScheduleToStart));
        }

        effects.Add(() => engine.DispatchActivityTask(new ActivityTaskEntry(this, activity, attempt), activity.Attributes.TaskQueue.Name));
    }

    /// <summary>Sets an activity going after a restart: an attempt that a worker had is lost with it.</summary>
    private void ResumeActivity(PendingActivity activity)
    {
        LimitAllAttempts(activity);
        if (activity.Started)
        {
            var failure = new Failure
            {
                Message = "activity worker lost: the process ended during the attempt",
                Cause = activity.LastFailure,
                TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose, LastHeartbeatDetails = activity.HeartbeatDetails },
            };
            engine.Timers.Enter();
            var state = RetryOrNot(activity, failure, TimeSpan.Zero);
            if (state != RetryState.InProgress)
            {
                EndActivity(activity, TimedOutEvent(activity, failure, state));
            }

            return;
        }

        if (activity.AttemptScheduledTime > engine.UtcNow)
        {
            WaitForRetry(activity);
        }
        else
        {
            DispatchActivity(activity);
        }
    }

    private void CancelActivity(HistoryEvent requested)
    {
        if (!activities.TryGetValue(requested.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId, out var activity))
        {
            return;
        }

        if (!activity.Started)
        {
            // Nobody has it: it can end at once, but the commands of a task stand together in the history.
            Buffer(CanceledEvent(activity, null, string.Empty));
            RemoveActivity(activity.ScheduledEventId);
        }
    }

    private void RemoveActivity(long scheduledEventId)
    {
        if (activities.Remove(scheduledEventId, out var activity))
        {
            activity.CancelTimers();
            if (activity.Started)
            {
                activity.Started = false;
                exits++;
            }

            dirtyActivities[scheduledEventId] = null;
        }
    }

    private void EndActivity(PendingActivity activity, HistoryEvent end)
    {
        AddOrBuffer(new HistoryEvent
        {
            EventType = EventType.ActivityTaskStarted,
            EventTime = activity.StartedTime == default ? null : Timestamp.FromDateTime(activity.StartedTime),
            ActivityTaskStartedEventAttributes = new ActivityTaskStartedEventAttributes
            {
                ScheduledEventId = activity.ScheduledEventId,
                Identity = activity.Identity,
                Attempt = activity.Attempt,
                LastFailure = activity.LastFailure,
            },
        });
        AddOrBuffer(end);
        RemoveActivity(activity.ScheduledEventId);
        ScheduleTaskIfNone();
    }

    private static HistoryEvent TimedOutEvent(PendingActivity activity, Failure failure, RetryState state) => new()
    {
        EventType = EventType.ActivityTaskTimedOut,
        ActivityTaskTimedOutEventAttributes = new ActivityTaskTimedOutEventAttributes
        {
            Failure = failure,
            ScheduledEventId = activity.ScheduledEventId,
            RetryState = state,
        },
    };

    private void TimeOutActivity(PendingActivity activity, int attempt, TimeoutType type)
    {
        lock (gate)
        {
            var startedOnly = type is TimeoutType.StartToClose or TimeoutType.Heartbeat;
            if (!IsPending(activity) || (attempt != 0 && attempt != activity.Attempt) || (startedOnly && !activity.Started) || (type == TimeoutType.ScheduleToStart && activity.Started))
            {
                return;
            }

            var failure = TimeoutFailure(type, activity.HeartbeatDetails, activity.LastFailure);
            var state = startedOnly ? RetryOrNot(activity, failure) : RetryState.Timeout;
            if (state == RetryState.InProgress)
            {
                _ = Commit();
                return;
            }

            if (activity.Started)
            {
                EndActivity(activity, TimedOutEvent(activity, failure, state));
            }
            else
            {
                AddOrBuffer(TimedOutEvent(activity, failure, state));
                RemoveActivity(activity.ScheduledEventId);
                ScheduleTaskIfNone();
            }

            _ = Commit();
        }
    }

    /// <summary>Schedules the next attempt if the policy allows one.</summary>
    private RetryState RetryOrNot(PendingActivity activity, Failure failure, TimeSpan? delay = null)
    {
        if (activity.CancelRequestedEventId > 0)
        {
            return RetryState.CancelRequested;
        }

        var now = engine.UtcNow;
        var (state, wait) = Retries.Next(activity.Attributes.RetryPolicy, activity.Attempt, failure);
        if (state != RetryState.InProgress)
        {
            return state;
        }

        wait = delay ?? wait;
        if (PendingActivity.Limit(activity.Attributes.ScheduleToCloseTimeout) is { } total && now + wait >= activity.ScheduledTime + total)
        {
            return RetryState.Timeout;
        }

        activity.AttemptTimer?.Cancel();
        activity.HeartbeatTimer?.Cancel();
        activity.LastFailure = failure;
        activity.Attempt++;
        activity.Started = false;
        exits++;
        activity.AttemptScheduledTime = now + wait;
        activity.RetryDelay = wait;
        MarkDirty(activity);
        if (wait <= TimeSpan.Zero)
        {
            DispatchActivity(activity);
        }
        else
        {
            WaitForRetry(activity);
        }

        return RetryState.InProgress;
    }

    private void WaitForRetry(PendingActivity activity)
    {
        var attempt = activity.Attempt;
        activity.AttemptTimer = engine.Timers.Add(AtMost(activity.AttemptScheduledTime, activity.RetryDelay), () =>
        {
            lock (gate)
            {
                if (IsPending(activity) && activity.Attempt == attempt && !activity.Started)
                {
                    DispatchActivity(activity);
                    _ = Commit();
                }
            }
        });
    }

    private void WatchHeartbeat(PendingActivity activity, DateTime now)
    {
        activity.LastHeartbeat = now;
        activity.HeartbeatTimer?.Cancel();
        if (PendingActivity.Limit(activity.Attributes.HeartbeatTimeout) is { } limit)
        {
            var attempt = activity.Attempt;
            activity.HeartbeatTimer = engine.Timers.Add(now + limit, () => TimeOutActivity(activity, attempt, TimeoutType.Heartbeat));
        }
    }

    private void MarkDirty(PendingActivity activity)
    {
        if (engine.IsPersistent)
        {
            dirtyActivities[activity.ScheduledEventId] = StoredBlob.Write(activity.ToInfo());
        }
    }
}
