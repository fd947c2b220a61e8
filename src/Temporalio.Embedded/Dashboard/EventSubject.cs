using Temporalio.Api.History.V1;

namespace Temporalio.Dashboard;

/// <summary>What an event is about, in a few words.</summary>
internal static class EventSubject
{
    /// <summary>Gets it.</summary>
    /// <param name="e">The event.</param>
    /// <returns>The words; empty if the type of the event says all.</returns>
    public static string Of(HistoryEvent e) => e.AttributesCase switch
    {
        HistoryEvent.AttributesOneofCase.WorkflowExecutionStartedEventAttributes => e.WorkflowExecutionStartedEventAttributes.WorkflowType.Name,
        HistoryEvent.AttributesOneofCase.WorkflowExecutionFailedEventAttributes => Texts.Failure(e.WorkflowExecutionFailedEventAttributes.Failure),
        HistoryEvent.AttributesOneofCase.WorkflowExecutionTerminatedEventAttributes => e.WorkflowExecutionTerminatedEventAttributes.Reason,
        HistoryEvent.AttributesOneofCase.WorkflowExecutionSignaledEventAttributes => e.WorkflowExecutionSignaledEventAttributes.SignalName,
        HistoryEvent.AttributesOneofCase.WorkflowTaskFailedEventAttributes => Texts.Failure(e.WorkflowTaskFailedEventAttributes.Failure),
        HistoryEvent.AttributesOneofCase.ActivityTaskScheduledEventAttributes => e.ActivityTaskScheduledEventAttributes.ActivityType.Name,
        HistoryEvent.AttributesOneofCase.ActivityTaskStartedEventAttributes when e.ActivityTaskStartedEventAttributes.Attempt > 1 => $"attempt {e.ActivityTaskStartedEventAttributes.Attempt}",
        HistoryEvent.AttributesOneofCase.ActivityTaskCompletedEventAttributes => Texts.Payloads(e.ActivityTaskCompletedEventAttributes.Result) ?? string.Empty,
        HistoryEvent.AttributesOneofCase.ActivityTaskFailedEventAttributes => Texts.Failure(e.ActivityTaskFailedEventAttributes.Failure),
        HistoryEvent.AttributesOneofCase.ActivityTaskTimedOutEventAttributes => Texts.Failure(e.ActivityTaskTimedOutEventAttributes.Failure),
        HistoryEvent.AttributesOneofCase.TimerStartedEventAttributes => Texts.Duration(e.TimerStartedEventAttributes.StartToFireTimeout.ToTimeSpan()),
        HistoryEvent.AttributesOneofCase.MarkerRecordedEventAttributes => Timeline.Of([e])[0].Name,
        HistoryEvent.AttributesOneofCase.StartChildWorkflowExecutionInitiatedEventAttributes =>
            $"{e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowType.Name} {e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId}",
        HistoryEvent.AttributesOneofCase.ChildWorkflowExecutionFailedEventAttributes => Texts.Failure(e.ChildWorkflowExecutionFailedEventAttributes.Failure),
        HistoryEvent.AttributesOneofCase.WorkflowExecutionUpdateAcceptedEventAttributes => e.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequest?.Input?.Name ?? string.Empty,
        HistoryEvent.AttributesOneofCase.SignalExternalWorkflowExecutionInitiatedEventAttributes =>
            $"{e.SignalExternalWorkflowExecutionInitiatedEventAttributes.SignalName} to {e.SignalExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution.WorkflowId}",
        _ => string.Empty,
    };
}
