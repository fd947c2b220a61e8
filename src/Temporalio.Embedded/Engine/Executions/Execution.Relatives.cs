using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Engine.Executions;

/// <summary>What other runs tell this one: children, and the answers to signals and cancellation requests.</summary>
internal sealed partial class Execution
{
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
}
