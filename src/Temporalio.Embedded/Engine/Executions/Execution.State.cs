using System;
using System.Collections.Generic;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Engine.Executions;

/// <summary>How events are added and become state.</summary>
internal sealed partial class Execution
{
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
            Buffer(e);
        }
        else
        {
            Add(e);
        }
    }

    private void Buffer(HistoryEvent e)
    {
        e.EventTime = Timestamp.FromDateTime(engine.UtcNow);
        buffered.Add(e);
        bufferChanged = true;
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
                versioned = e.WorkflowTaskCompletedEventAttributes.DeploymentVersion is null ? versioned : e.WorkflowTaskCompletedEventAttributes;
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
                var wait = timer.StartToFireTimeout.ToTimeSpan();
                timers[timer.TimerId] = new PendingTimer(e.EventId, e.EventTime.ToDateTime() + wait, wait);
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
                    updates[request.Meta.UpdateId] = update = new PendingUpdate(request, RunId) { Sent = true };
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
}
