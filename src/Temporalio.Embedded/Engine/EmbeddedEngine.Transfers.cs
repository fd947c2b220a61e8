using System;
using System.Collections.Generic;
using System.Linq;
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
    /// <param name="again">Whether it may have been done before a restart.</param>
    /// <returns>A task for the moment when it has started or could not be.</returns>
    public Task StartChild(Execution parent, HistoryEvent initiated, bool again) => Transfer(async () =>
    {
        var child = initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        if (again && TryFind(new WorkflowKey(parent.Namespace, child.WorkflowId, null)) is { } before && IsChild(before, parent, initiated.EventId))
        {
            // Started before the restart, and perhaps ended since: it must not run twice.
            parent.ChildStarted(initiated.EventId, before.Started.FirstExecutionRunId);
            await TellParentAsync(parent, initiated.EventId, before).ConfigureAwait(false);
            return;
        }

        if (child.ParentClosePolicy != ParentClosePolicy.Abandon && !parent.IsOpen())
        {
            return;
        }

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
            if (!parent.ChildStarted(initiated.EventId, result.RunId) && TryFind(new WorkflowKey(parent.Namespace, child.WorkflowId, result.RunId)) is { } orphan)
            {
                await ApplyParentClosePolicyAsync(parent, child.ParentClosePolicy, orphan).ConfigureAwait(false);
            }
        }
        catch (WorkflowAlreadyStartedException)
        {
            parent.ChildStarted(initiated.EventId, null);
        }
    });

    /// <summary>Goes on with a child after a restart.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="initiatedEventId">The event that asked for it.</param>
    /// <param name="child">The child, which has started.</param>
    public void ResumeChild(Execution parent, long initiatedEventId, PendingChild child)
    {
        // The last run of the chain tells, if it ended before it could tell the parent.
        _ = Transfer(() => LastRun(parent.Namespace, child.Initiated.WorkflowId, child.RunId!) is { } last ? TellParentAsync(parent, initiatedEventId, last) : Task.CompletedTask);
    }

    /// <summary>Delivers a signal or cancellation request to another workflow, outside the transition of its sender.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="initiated">The event that asks for it.</param>
    /// <param name="before">The delivery that must come first.</param>
    /// <param name="again">Whether it may have been done before a restart.</param>
    /// <returns>A task for the delivery.</returns>
    public Task DeliverExternal(Execution sender, HistoryEvent initiated, Task before, bool again) => Transfer(async () =>
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var found = true;
        try
        {
            if (initiated.EventType == EventType.SignalExternalWorkflowExecutionInitiated)
            {
                var signal = initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes;
                var target = new WorkflowKey(sender.Namespace, signal.WorkflowExecution.WorkflowId, signal.WorkflowExecution.RunId);
                if (!again || !WasReceived(sender, initiated, target))
                {
                    await SignalWorkflowAsync(target, new WorkflowExecutionSignaledEventAttributes
                    {
                        SignalName = signal.SignalName,
                        Input = signal.Input,
                        Header = signal.Header,
                        ExternalWorkflowExecution = new WorkflowExecution { WorkflowId = sender.WorkflowId, RunId = sender.RunId },
                        RequestId = Execution.SignalRequestId(sender, initiated),
                    }).ConfigureAwait(false);
                }
            }
            else
            {
                var cancel = initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes;
                var target = new WorkflowKey(sender.Namespace, cancel.WorkflowExecution.WorkflowId, cancel.WorkflowExecution.RunId);
                if (!again || !WasReceived(sender, initiated, target))
                {
                    await RequestCancelWorkflowAsync(target, null, new WorkflowExecutionCancelRequestedEventAttributes
                    {
                        Cause = cancel.Reason,
                        ExternalInitiatedEventId = initiated.EventId,
                        ExternalWorkflowExecution = new WorkflowExecution { WorkflowId = sender.WorkflowId, RunId = sender.RunId },
                    }).ConfigureAwait(false);
                }
            }
        }
        catch (RpcException e) when (e.Code is RpcException.StatusCode.NotFound or RpcException.StatusCode.DataLoss)
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

        if (execution.Started.ParentWorkflowExecution is { } parent && NextRunId(close) is null)
        {
            _ = Transfer(() => TryFind(new WorkflowKey(execution.Namespace, parent.WorkflowId, parent.RunId)) is { } found
                ? TellParentAsync(found, execution.Started.ParentInitiatedEventId, execution)
                : Task.CompletedTask);
        }

        if (NextRunId(close) is null)
        {
            schedules.WorkflowClosed(execution.Namespace, execution.WorkflowId, execution.Started.FirstExecutionRunId, close);
        }

        foreach (var child in children.Where(c => c.Initiated.ParentClosePolicy != ParentClosePolicy.Abandon))
        {
            _ = Transfer(() => LastRun(execution.Namespace, child.Initiated.WorkflowId, child.RunId!) is { } last
                ? ApplyParentClosePolicyAsync(execution, child.Initiated.ParentClosePolicy, last)
                : Task.CompletedTask);
        }
    }

    private static bool IsChild(Execution execution, Execution parent, long initiatedEventId) =>
        execution.Started.ParentInitiatedEventId == initiatedEventId
        && string.Equals(execution.Started.ParentWorkflowExecution?.RunId, parent.RunId, StringComparison.Ordinal);

    private static async Task TellParentAsync(Execution parent, long initiatedEventId, Execution child)
    {
        if (!child.IsOpen())
        {
            var close = await child.Closed.ConfigureAwait(false);
            parent.ChildClosed(initiatedEventId, new WorkflowExecution { WorkflowId = child.WorkflowId, RunId = child.RunId }, close);
        }
    }

    private static async Task ApplyParentClosePolicyAsync(Execution parent, ParentClosePolicy policy, Execution child)
    {
        try
        {
            var sender = new WorkflowExecution { WorkflowId = parent.WorkflowId, RunId = parent.RunId };
            if (policy == ParentClosePolicy.RequestCancel)
            {
                await child.RequestCancelAsync(new WorkflowExecutionCancelRequestedEventAttributes { Cause = "by parent close policy", ExternalWorkflowExecution = sender }).ConfigureAwait(false);
            }
            else if (policy != ParentClosePolicy.Abandon)
            {
                await child.TerminateAsync(new WorkflowExecutionTerminatedEventAttributes { Reason = "by parent close policy", Identity = "history-service" }).ConfigureAwait(false);
            }
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            // It has ended meanwhile: nothing is left to do.
        }
    }

    /// <summary>Tells whether a signal or cancellation request arrived before a restart, at the target or at a run that the target continues.</summary>
    private bool WasReceived(Execution sender, HistoryEvent initiated, WorkflowKey target)
    {
        var execution = TryFind(target);
        while (execution is not null && !execution.Received(sender, initiated))
        {
            execution = execution.Started.ContinuedExecutionRunId is { Length: > 0 } earlier && execution.StartTime > initiated.EventTime.ToDateTime()
                ? TryFind(target with { RunId = earlier })
                : null;
        }

        return execution is not null;
    }

    /// <summary>
    /// Runs what follows from a transition but touches another run, once all runs have been resumed. It is repeated after a
    /// crash, so it may happen twice.
    /// </summary>
    private async Task Transfer(Func<Task> work)
    {
        Timers.Enter();
        try
        {
            await resumed.Task.ConfigureAwait(false);
            await Task.Run(work).ConfigureAwait(false);
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.Unavailable)
        {
            // The engine was stopped; the work is done when it is opened again.
        }
        finally
        {
            Timers.Exit();
        }
    }
}
