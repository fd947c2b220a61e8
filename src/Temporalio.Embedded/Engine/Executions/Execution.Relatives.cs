using System;
using System.Globalization;
using System.Threading.Tasks;
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
    /// <returns>False if this run has ended before.</returns>
    public bool ChildStarted(long initiatedEventId, string? runId)
    {
        lock (gate)
        {
            if (!Running)
            {
                PayOff(initiatedEventId);
                return false;
            }

            ForgetStart(initiatedEventId);

            if (!children.TryGetValue(initiatedEventId, out var child) || child.RunId is not null)
            {
                return true;
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
            return true;
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
            if (!Running)
            {
                PayOff(initiated.EventId);
                return;
            }

            if (!externals.Remove(initiated.EventId))
            {
                return;
            }

            AddOrBuffer(ExternalEvent(initiated, found));
            ScheduleTaskIfNone();
            _ = Commit();
        }
    }

    /// <summary>Tells whether a signal or cancellation request of another run has arrived.</summary>
    /// <param name="sender">The other run.</param>
    /// <param name="initiated">The event that asked for it.</param>
    /// <returns>True if it has.</returns>
    public bool Received(Execution sender, HistoryEvent initiated)
    {
        lock (gate)
        {
            return initiated.EventType == EventType.SignalExternalWorkflowExecutionInitiated
                ? signalRequests.Contains(SignalRequestId(sender, initiated))
                : history.Exists(e => e.WorkflowExecutionCancelRequestedEventAttributes is { } request
                    && request.ExternalInitiatedEventId == initiated.EventId
                    && string.Equals(request.ExternalWorkflowExecution?.RunId, sender.RunId, StringComparison.Ordinal));
        }
    }

    /// <summary>Gets the id by which a signal that is sent twice is recognised.</summary>
    /// <param name="sender">The run that sends it.</param>
    /// <param name="initiated">The event that asks for it.</param>
    /// <returns>The id.</returns>
    public static string SignalRequestId(Execution sender, HistoryEvent initiated) =>
        string.Create(CultureInfo.InvariantCulture, $"{sender.RunId}/{initiated.EventId}");

    /// <summary>
    /// Does what an event asks for in another run. Signals and cancellation requests go out one after the other, in their order, and to a child
    /// only when it has started: it would not be found before.
    /// </summary>
    private void Settle(HistoryEvent e, bool again)
    {
        lock (gate)
        {
            if (e.StartChildWorkflowExecutionInitiatedEventAttributes is { } child)
            {
                childStarts[child.WorkflowId] = engine.StartChild(this, e, again);
                return;
            }

            var target = e.SignalExternalWorkflowExecutionInitiatedEventAttributes?.WorkflowExecution ?? e.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes.WorkflowExecution;
            var before = childStarts.TryGetValue(target.WorkflowId, out var start) ? Task.WhenAll(deliveries, start) : deliveries;
            deliveries = engine.DeliverExternal(this, e, before, again);
        }
    }

    private void ForgetStart(long initiatedEventId)
    {
        if (children.TryGetValue(initiatedEventId, out var child))
        {
            childStarts.Remove(child.Initiated.WorkflowId);
        }
    }

    /// <summary>Notes that a closed run no longer owes something.</summary>
    private void PayOff(long eventId)
    {
        if (owed.Remove(eventId))
        {
            owedChanges.Add(new(eventId, false));
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
