using System;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Engine.Executions;

/// <summary>Facts about kinds of events.</summary>
internal static class HistoryEvents
{
    /// <summary>Tells whether an event ends its run.</summary>
    /// <param name="type">The kind.</param>
    /// <returns>True if it does.</returns>
    public static bool IsClose(EventType type) => StatusAfter(type) != WorkflowExecutionStatus.Running;

    /// <summary>Gets the status of a run whose last event is of a kind.</summary>
    /// <param name="type">The kind.</param>
    /// <returns>The status.</returns>
    public static WorkflowExecutionStatus StatusAfter(EventType type) => type switch
    {
        EventType.WorkflowExecutionCompleted => WorkflowExecutionStatus.Completed,
        EventType.WorkflowExecutionFailed => WorkflowExecutionStatus.Failed,
        EventType.WorkflowExecutionCanceled => WorkflowExecutionStatus.Canceled,
        EventType.WorkflowExecutionTerminated => WorkflowExecutionStatus.Terminated,
        EventType.WorkflowExecutionTimedOut => WorkflowExecutionStatus.TimedOut,
        EventType.WorkflowExecutionContinuedAsNew => WorkflowExecutionStatus.ContinuedAsNew,
        _ => WorkflowExecutionStatus.Running,
    };

    /// <summary>Tells whether an event is made by a command of a workflow.</summary>
    /// <param name="type">The kind.</param>
    /// <returns>True if it is.</returns>
    public static bool IsCommand(EventType type) => type is
        EventType.ActivityTaskScheduled or EventType.ActivityTaskCancelRequested
        or EventType.TimerStarted or EventType.TimerCanceled
        or EventType.MarkerRecorded
        or EventType.StartChildWorkflowExecutionInitiated
        or EventType.SignalExternalWorkflowExecutionInitiated
        or EventType.RequestCancelExternalWorkflowExecutionInitiated
        or EventType.UpsertWorkflowSearchAttributes or EventType.WorkflowPropertiesModified
        or EventType.WorkflowExecutionUpdateAccepted or EventType.WorkflowExecutionUpdateCompleted
        or EventType.WorkflowExecutionCompleted or EventType.WorkflowExecutionFailed
        or EventType.WorkflowExecutionCanceled or EventType.WorkflowExecutionContinuedAsNew;

    /// <summary>Says which workflow task an event comes from.</summary>
    /// <param name="e">The event.</param>
    /// <param name="completedEventId">The event that completed the task.</param>
    public static void SetWorkflowTask(HistoryEvent e, long completedEventId)
    {
        switch (e.EventType)
        {
            case EventType.ActivityTaskScheduled:
                e.ActivityTaskScheduledEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.ActivityTaskCancelRequested:
                e.ActivityTaskCancelRequestedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.TimerStarted:
                e.TimerStartedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.TimerCanceled:
                e.TimerCanceledEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.MarkerRecorded:
                e.MarkerRecordedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.StartChildWorkflowExecutionInitiated:
                e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.SignalExternalWorkflowExecutionInitiated:
                e.SignalExternalWorkflowExecutionInitiatedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.RequestCancelExternalWorkflowExecutionInitiated:
                e.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.UpsertWorkflowSearchAttributes:
                e.UpsertWorkflowSearchAttributesEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.WorkflowPropertiesModified:
                e.WorkflowPropertiesModifiedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.WorkflowExecutionCompleted:
                e.WorkflowExecutionCompletedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.WorkflowExecutionFailed:
                e.WorkflowExecutionFailedEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.WorkflowExecutionCanceled:
                e.WorkflowExecutionCanceledEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.WorkflowExecutionContinuedAsNew:
                e.WorkflowExecutionContinuedAsNewEventAttributes.WorkflowTaskCompletedEventId = completedEventId;
                break;
            case EventType.WorkflowExecutionUpdateAccepted:
            case EventType.WorkflowExecutionUpdateCompleted:
                break;
            default:
                throw new ArgumentException($"{e.EventType} is not made by a command", nameof(e));
        }
    }
}
