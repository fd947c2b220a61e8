using System.Collections.Generic;
using Temporalio.Api.History.V1;
using Temporalio.Converters;

namespace Temporalio.Worker;

/// <summary>Finds what the payloads of events are for: an activity, a child or another workflow, or the workflow itself.</summary>
/// <param name="workflowNamespace">The namespace.</param>
/// <param name="workflowId">The workflow.</param>
/// <param name="workflowType">Its type.</param>
internal sealed class SerializationContexts(string workflowNamespace, string workflowId, string workflowType)
{
    private readonly Dictionary<long, ISerializationContext> activities = [];

    /// <summary>Gets the context of the workflow itself.</summary>
    public ISerializationContext Own { get; } = new ISerializationContext.Workflow(workflowNamespace, workflowId);

    /// <summary>Finds the context of an event. Those that schedule activities must come before those that end them.</summary>
    /// <param name="e">The event.</param>
    /// <returns>The context.</returns>
    public ISerializationContext Of(HistoryEvent e) => e.AttributesCase switch
    {
        HistoryEvent.AttributesOneofCase.ActivityTaskScheduledEventAttributes => Scheduled(e),
        HistoryEvent.AttributesOneofCase.ActivityTaskCompletedEventAttributes => Activity(e.ActivityTaskCompletedEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.ActivityTaskFailedEventAttributes => Activity(e.ActivityTaskFailedEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.ActivityTaskTimedOutEventAttributes => Activity(e.ActivityTaskTimedOutEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.ActivityTaskCanceledEventAttributes => Activity(e.ActivityTaskCanceledEventAttributes.ScheduledEventId),
        HistoryEvent.AttributesOneofCase.StartChildWorkflowExecutionInitiatedEventAttributes => Other(e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId),
        HistoryEvent.AttributesOneofCase.ChildWorkflowExecutionCompletedEventAttributes => Other(e.ChildWorkflowExecutionCompletedEventAttributes.WorkflowExecution.WorkflowId),
        HistoryEvent.AttributesOneofCase.ChildWorkflowExecutionFailedEventAttributes => Other(e.ChildWorkflowExecutionFailedEventAttributes.WorkflowExecution.WorkflowId),
        HistoryEvent.AttributesOneofCase.ChildWorkflowExecutionCanceledEventAttributes => Other(e.ChildWorkflowExecutionCanceledEventAttributes.WorkflowExecution.WorkflowId),
        HistoryEvent.AttributesOneofCase.SignalExternalWorkflowExecutionInitiatedEventAttributes => Other(e.SignalExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution.WorkflowId),
        _ => Own,
    };

    private ISerializationContext Scheduled(HistoryEvent e)
    {
        var scheduled = e.ActivityTaskScheduledEventAttributes;
        var context = new ISerializationContext.Activity(
            workflowNamespace, scheduled.ActivityId, workflowId, workflowType, scheduled.ActivityType.Name, scheduled.TaskQueue.Name, false);
        if (e.EventId > 0)
        {
            activities[e.EventId] = context;
        }

        return context;
    }

    private ISerializationContext Activity(long scheduledEventId) => activities.GetValueOrDefault(scheduledEventId, Own);

    private ISerializationContext.Workflow Other(string id) => new(workflowNamespace, id);
}
