using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Engine.Executions;
using Temporalio.Exceptions;
using Execution = Temporalio.Engine.Executions.Execution;

namespace Temporalio.Engine;

/// <summary>What follows from a transition of one run in another one.</summary>
internal sealed partial class EmbeddedEngine
{
    /// <summary>Starts a child, outside the transition of its parent.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="initiated">The event that asks for it.</param>
    public void StartChild(Execution parent, HistoryEvent initiated) => Transfer(async () =>
    {
        var child = initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        var started = new WorkflowExecutionStartedEventAttributes
        {
            WorkflowType = child.WorkflowType,
            WorkflowId = child.WorkflowId,
            ParentWorkflowNamespace = parent.Namespace,
            ParentWorkflowExecution = new WorkflowExecution { WorkflowId = parent.WorkflowId, RunId = parent.RunId },
            ParentInitiatedEventId = initiated.EventId,
            RootWorkflowExecution = parent.Started.RootWorkflowExecution,
            TaskQueue = child.TaskQueue,
            Input = child.Input,
            WorkflowExecutionTimeout = child.WorkflowExecutionTimeout,
            WorkflowRunTimeout = child.WorkflowRunTimeout,
            WorkflowTaskTimeout = child.WorkflowTaskTimeout,
            RetryPolicy = child.RetryPolicy,
            CronSchedule = child.CronSchedule,
            Header = child.Header,
            Memo = child.Memo,
            SearchAttributes = child.SearchAttributes,
            Priority = child.Priority,
        };
        try
        {
            var result = await StartWorkflowAsync(new StartWorkflowRequest(
                parent.Namespace, started, initiated.UserMetadata, child.WorkflowIdReusePolicy, WorkflowIdConflictPolicy.Fail, null)).ConfigureAwait(false);
            parent.ChildStarted(initiated.EventId, result.RunId);
        }
        catch (WorkflowAlreadyStartedException e)
        {
            // After a crash between the two transitions the child is there already.
            var existing = TryFind(new WorkflowKey(parent.Namespace, child.WorkflowId, e.RunId));
            var mine = existing?.Started is { } s && s.ParentInitiatedEventId == initiated.EventId && string.Equals(s.ParentWorkflowExecution?.RunId, parent.RunId, StringComparison.Ordinal);
            parent.ChildStarted(initiated.EventId, mine ? e.RunId : null);
        }
    });

    /// <summary>Goes on with a child after a restart.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="initiatedEventId">The event that asked for it.</param>
    /// <param name="child">The child.</param>
    public void ResumeChild(Execution parent, long initiatedEventId, PendingChild child)
    {
        if (child.RunId is null)
        {
            StartChild(parent, child.Event);
            return;
        }

        Transfer(async () =>
        {
            // The last run of the chain tells, if it ended before it could tell the parent.
            var execution = TryFind(new WorkflowKey(parent.Namespace, child.Initiated.WorkflowId, null));
            if (execution is { Running: false })
            {
                var close = await execution.Closed.ConfigureAwait(false);
                parent.ChildClosed(initiatedEventId, new WorkflowExecution { WorkflowId = execution.WorkflowId, RunId = execution.RunId }, close);
            }
        });
    }

    /// <summary>Delivers a signal or cancellation request to another workflow, outside the transition of its sender.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="initiated">The event that asks for it.</param>
    public void DeliverExternal(Execution sender, HistoryEvent initiated) => Transfer(async () =>
    {
        var found = true;
        try
        {
            if (initiated.EventType == EventType.SignalExternalWorkflowExecutionInitiated)
            {
                var signal = initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes;
                await Find(new WorkflowKey(sender.Namespace, signal.WorkflowExecution.WorkflowId, signal.WorkflowExecution.RunId)).SignalAsync(new WorkflowExecutionSignaledEventAttributes
                {
                    SignalName = signal.SignalName,
                    Input = signal.Input,
                    Header = signal.Header,
                    ExternalWorkflowExecution = new WorkflowExecution { WorkflowId = sender.WorkflowId, RunId = sender.RunId },
                    RequestId = string.Create(CultureInfo.InvariantCulture, $"{sender.RunId}/{initiated.EventId}"),
                }).ConfigureAwait(false);
            }
            else
            {
                var cancel = initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes;
                await Find(new WorkflowKey(sender.Namespace, cancel.WorkflowExecution.WorkflowId, cancel.WorkflowExecution.RunId)).RequestCancelAsync(new WorkflowExecutionCancelRequestedEventAttributes
                {
                    Cause = cancel.Reason,
                    ExternalInitiatedEventId = initiated.EventId,
                    ExternalWorkflowExecution = new WorkflowExecution { WorkflowId = sender.WorkflowId, RunId = sender.RunId },
                }).ConfigureAwait(false);
            }
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            found = false;
        }

        sender.ExternalDelivered(initiated, found);
    });

    /// <summary>Tells the parent and the children of a run that it has ended.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="close">Its last event.</param>
    /// <param name="children">Its children that have not ended.</param>
    public void ExecutionClosed(Execution execution, HistoryEvent close, IReadOnlyList<PendingChild> children)
    {
        if (store is not null)
        {
            // It is read from the store when somebody asks for it.
            runs.TryRemove((execution.Namespace, execution.WorkflowId, execution.RunId), out _);
            latest.TryRemove(new KeyValuePair<(string, string), Execution>((execution.Namespace, execution.WorkflowId), execution));
        }

        if (execution.Started.ParentWorkflowExecution is { } parent && !HasNextRun(close))
        {
            Transfer(() =>
            {
                TryFind(new WorkflowKey(execution.Namespace, parent.WorkflowId, parent.RunId))?.ChildClosed(
                    execution.Started.ParentInitiatedEventId,
                    new WorkflowExecution { WorkflowId = execution.WorkflowId, RunId = execution.RunId },
                    close);
                return Task.CompletedTask;
            });
        }

        if (!HasNextRun(close))
        {
            schedules.WorkflowClosed(execution.Namespace, execution.WorkflowId, execution.Started.FirstExecutionRunId, close);
        }

        foreach (var child in children)
        {
            ApplyParentClosePolicy(execution, child);
        }
    }

    private void ApplyParentClosePolicy(Execution parent, PendingChild child)
    {
        var policy = child.Initiated.ParentClosePolicy;
        if (policy == ParentClosePolicy.Abandon || TryFind(new WorkflowKey(parent.Namespace, child.Initiated.WorkflowId, null)) is not { Running: true } execution)
        {
            return;
        }

        Transfer(async () =>
        {
            try
            {
                var sender = new WorkflowExecution { WorkflowId = parent.WorkflowId, RunId = parent.RunId };
                await (policy == ParentClosePolicy.RequestCancel
                    ? execution.RequestCancelAsync(new WorkflowExecutionCancelRequestedEventAttributes { Cause = "by parent close policy", ExternalWorkflowExecution = sender })
                    : execution.TerminateAsync(new WorkflowExecutionTerminatedEventAttributes { Reason = "by parent close policy", Identity = "history-service" })).ConfigureAwait(false);
            }
            catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
            {
                // It has ended meanwhile: nothing is left to do.
            }
        });
    }

    /// <summary>Runs what follows from a transition but touches another run. It is repeated after a crash, so it may happen twice.</summary>
    private void Transfer(Func<Task> work)
    {
        Timers.Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (RpcException e) when (e.Code == RpcException.StatusCode.Unavailable)
            {
                // The engine was stopped; the work is done when it is opened again.
            }
            finally
            {
                Timers.Exit();
            }
        });
    }
}
