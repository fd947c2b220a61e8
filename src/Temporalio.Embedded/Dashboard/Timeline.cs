using System.Collections.Generic;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker;

namespace Temporalio.Dashboard;

/// <summary>Reads from a history what happened when.</summary>
internal sealed class Timeline
{
    private readonly List<TimelineRow> rows = [];
    private readonly Dictionary<long, TimelineRow> open = [];

    private Timeline()
    {
    }

    /// <summary>Reads a history.</summary>
    /// <param name="history">The events.</param>
    /// <returns>The rows; the first one is the workflow.</returns>
    public static IReadOnlyList<TimelineRow> Of(IEnumerable<HistoryEvent> history)
    {
        var timeline = new Timeline();
        foreach (var e in history)
        {
            timeline.Read(e);
        }

        return timeline.rows;
    }

    private void Read(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.WorkflowExecutionStarted:
                Begin(e, "workflow", e.WorkflowExecutionStartedEventAttributes.WorkflowType.Name);
                break;
            case EventType.ActivityTaskScheduled:
                Begin(e, "activity", e.ActivityTaskScheduledEventAttributes.ActivityType.Name);
                break;
            case EventType.ActivityTaskStarted:
                var started = e.ActivityTaskStartedEventAttributes;
                if (open.TryGetValue(started.ScheduledEventId, out var activity))
                {
                    activity.Begin = e.EventTime.ToDateTime();
                    activity.Remark = started.Attempt > 1 ? $"attempt {started.Attempt}" : null;
                }

                break;
            case EventType.ActivityTaskCompleted:
                End(e.ActivityTaskCompletedEventAttributes.ScheduledEventId, e, TimelineState.Completed);
                break;
            case EventType.ActivityTaskFailed:
                End(e.ActivityTaskFailedEventAttributes.ScheduledEventId, e, TimelineState.Failed, e.ActivityTaskFailedEventAttributes.Failure);
                break;
            case EventType.ActivityTaskTimedOut:
                End(e.ActivityTaskTimedOutEventAttributes.ScheduledEventId, e, TimelineState.Failed, e.ActivityTaskTimedOutEventAttributes.Failure);
                break;
            case EventType.ActivityTaskCanceled:
                End(e.ActivityTaskCanceledEventAttributes.ScheduledEventId, e, TimelineState.Canceled);
                break;
            case EventType.TimerStarted:
                var timer = e.TimerStartedEventAttributes;
                Begin(e, "timer", Texts.Duration(timer.StartToFireTimeout.ToTimeSpan()));
                break;
            case EventType.TimerFired:
                End(e.TimerFiredEventAttributes.StartedEventId, e, TimelineState.Completed);
                break;
            case EventType.TimerCanceled:
                End(e.TimerCanceledEventAttributes.StartedEventId, e, TimelineState.Canceled);
                break;
            case EventType.WorkflowExecutionSignaled:
                Moment(e, "signal", e.WorkflowExecutionSignaledEventAttributes.SignalName, TimelineState.Completed);
                break;
            case EventType.WorkflowExecutionCancelRequested:
                Moment(e, "cancel", "cancellation requested", TimelineState.Canceled);
                break;
            case EventType.WorkflowExecutionUpdateAccepted:
                Begin(e, "update", e.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequest?.Input?.Name ?? e.WorkflowExecutionUpdateAcceptedEventAttributes.ProtocolInstanceId);
                break;
            case EventType.WorkflowExecutionUpdateCompleted:
                var update = e.WorkflowExecutionUpdateCompletedEventAttributes;
                End(update.AcceptedEventId, e, update.Outcome?.Failure is null ? TimelineState.Completed : TimelineState.Failed, update.Outcome?.Failure);
                break;
            case EventType.MarkerRecorded:
                var marker = e.MarkerRecordedEventAttributes;
                var (kind, name) = Markers.LocalActivityOf(e) is { } call ? ("local", call.ActivityType)
                    : Markers.IsPatch(e, out var patch, out _) ? ("patch", patch)
                    : ("marker", marker.MarkerName);
                Moment(e, kind, name, marker.Failure is null ? TimelineState.Completed : TimelineState.Failed, marker.Failure);
                break;
            case EventType.WorkflowTaskFailed:
                Moment(e, "task", "workflow task failed", TimelineState.Failed, e.WorkflowTaskFailedEventAttributes.Failure);
                break;
            case EventType.WorkflowTaskTimedOut:
                Moment(e, "task", "workflow task timed out", TimelineState.Failed);
                break;
            default:
                if (!ReadRelative(e))
                {
                    ReadClose(e);
                }

                break;
        }
    }

    private bool ReadRelative(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.StartChildWorkflowExecutionInitiated:
                Begin(e, "child", e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowType.Name);
                return true;
            case EventType.ChildWorkflowExecutionStarted:
                if (open.TryGetValue(e.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId, out var child))
                {
                    child.Begin = e.EventTime.ToDateTime();
                }

                return true;
            case EventType.StartChildWorkflowExecutionFailed:
                End(e.StartChildWorkflowExecutionFailedEventAttributes.InitiatedEventId, e, TimelineState.Failed);
                return true;
            case EventType.ChildWorkflowExecutionCompleted:
                End(e.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId, e, TimelineState.Completed);
                return true;
            case EventType.ChildWorkflowExecutionFailed:
                End(e.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId, e, TimelineState.Failed, e.ChildWorkflowExecutionFailedEventAttributes.Failure);
                return true;
            case EventType.ChildWorkflowExecutionCanceled:
                End(e.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId, e, TimelineState.Canceled);
                return true;
            case EventType.ChildWorkflowExecutionTimedOut:
                End(e.ChildWorkflowExecutionTimedOutEventAttributes.InitiatedEventId, e, TimelineState.Failed);
                return true;
            case EventType.ChildWorkflowExecutionTerminated:
                End(e.ChildWorkflowExecutionTerminatedEventAttributes.InitiatedEventId, e, TimelineState.Failed);
                return true;
            case EventType.SignalExternalWorkflowExecutionInitiated:
                Begin(e, "signal to", e.SignalExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution.WorkflowId);
                return true;
            case EventType.ExternalWorkflowExecutionSignaled:
                End(e.ExternalWorkflowExecutionSignaledEventAttributes.InitiatedEventId, e, TimelineState.Completed);
                return true;
            case EventType.SignalExternalWorkflowExecutionFailed:
                End(e.SignalExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId, e, TimelineState.Failed);
                return true;
            case EventType.RequestCancelExternalWorkflowExecutionInitiated:
                Begin(e, "cancel of", e.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution.WorkflowId);
                return true;
            case EventType.ExternalWorkflowExecutionCancelRequested:
                End(e.ExternalWorkflowExecutionCancelRequestedEventAttributes.InitiatedEventId, e, TimelineState.Completed);
                return true;
            case EventType.RequestCancelExternalWorkflowExecutionFailed:
                End(e.RequestCancelExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId, e, TimelineState.Failed);
                return true;
            default:
                return false;
        }
    }

    private void ReadClose(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.WorkflowExecutionCompleted or EventType.WorkflowExecutionContinuedAsNew:
                Close(e, TimelineState.Completed, e.EventType == EventType.WorkflowExecutionContinuedAsNew ? "continued as new" : null);
                break;
            case EventType.WorkflowExecutionFailed:
                Close(e, TimelineState.Failed, e.WorkflowExecutionFailedEventAttributes.Failure.Message);
                break;
            case EventType.WorkflowExecutionTimedOut:
                Close(e, TimelineState.Failed, "timed out");
                break;
            case EventType.WorkflowExecutionTerminated:
                Close(e, TimelineState.Failed, "terminated");
                break;
            case EventType.WorkflowExecutionCanceled:
                Close(e, TimelineState.Canceled, null);
                break;
            default:
                break;
        }
    }

    private TimelineRow Begin(HistoryEvent e, string kind, string name)
    {
        var row = new TimelineRow(kind, name, e.EventId, e.EventTime.ToDateTime());
        rows.Add(row);
        open[e.EventId] = row;
        return row;
    }

    private void Moment(HistoryEvent e, string kind, string name, TimelineState state, Failure? failure = null) => rows.Add(
        new TimelineRow(kind, name, e.EventId, e.EventTime.ToDateTime()) { End = e.EventTime.ToDateTime(), State = state, Remark = failure?.Message });

    private void End(long began, HistoryEvent e, TimelineState state, Failure? failure = null)
    {
        if (open.Remove(began, out var row))
        {
            Close(row, e.EventTime, state, failure is null ? row.Remark : failure.Cause?.Message ?? failure.Message);
        }
    }

    private void Close(HistoryEvent e, TimelineState state, string? remark)
    {
        // What was open in the workflow ends with it.
        foreach (var row in open.Values)
        {
            Close(row, e.EventTime, row == rows[0] ? state : TimelineState.Canceled, row == rows[0] ? remark : "the workflow ended");
        }

        open.Clear();
    }

    private static void Close(TimelineRow row, Timestamp time, TimelineState state, string? remark)
    {
        row.End = time.ToDateTime();
        row.State = state;
        row.Remark = remark;
    }
}
