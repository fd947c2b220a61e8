using System;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Engine.Executions;
using Execution = Temporalio.Engine.Executions.Execution;

namespace Temporalio.Engine;

/// <summary>The runs that follow a run: continued as new, retried, repeated.</summary>
internal sealed partial class EmbeddedEngine
{
    /// <summary>Makes the run that continues another one as new.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="command">What the new run starts with; the new run id is filled in.</param>
    /// <param name="retryPolicy">The new retry policy; null inherits.</param>
    /// <returns>The new run.</returns>
    public Execution ContinueAsNew(Execution execution, WorkflowExecutionContinuedAsNewEventAttributes command, RetryPolicy? retryPolicy)
    {
        var old = execution.Started;
        command.NewExecutionRunId = Guid.NewGuid().ToString();
        command.WorkflowRunTimeout ??= old.WorkflowRunTimeout;
        command.WorkflowTaskTimeout ??= old.WorkflowTaskTimeout;
        var info = execution.ToInfo();
        command.Memo ??= info.Memo;
        command.SearchAttributes ??= info.SearchAttributes;
        command.Header ??= old.Header;
        var started = Next(execution, command.NewExecutionRunId, command.Initiator);
        started.WorkflowType = command.WorkflowType;
        started.TaskQueue = command.TaskQueue;
        started.Input = command.Input;
        started.WorkflowRunTimeout = command.WorkflowRunTimeout;
        started.WorkflowTaskTimeout = command.WorkflowTaskTimeout;
        started.FirstWorkflowTaskBackoff = command.BackoffStartInterval;
        started.Memo = command.Memo;
        started.SearchAttributes = command.SearchAttributes;
        started.Header = command.Header;
        started.RetryPolicy = retryPolicy ?? old.RetryPolicy;
        started.Attempt = 1;
        return MakeNext(execution, command.NewExecutionRunId, started);
    }

    /// <summary>Makes the next attempt of a failed run if its retry policy allows one.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="close">How it failed; the new run id and the retry state are filled in.</param>
    /// <returns>The next run, or null.</returns>
    public Execution? NextRunAfterFailure(Execution execution, WorkflowExecutionFailedEventAttributes close)
    {
        var (state, delay) = Retries.Next(execution.Started.RetryPolicy, Math.Max(execution.Started.Attempt, 1), close.Failure);
        var next = Retry(execution, ref state, delay, close.Failure) ?? NextCronRun(execution, null, close.Failure);
        close.RetryState = state;
        close.NewExecutionRunId = next?.RunId ?? string.Empty;
        return next;
    }

    /// <summary>Makes the next attempt of a run that timed out if its retry policy allows one.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="close">How it ended; the new run id and the retry state are filled in.</param>
    /// <returns>The next run, or null.</returns>
    public Execution? NextRunAfterTimeout(Execution execution, WorkflowExecutionTimedOutEventAttributes close)
    {
        var failure = new Failure { Message = "workflow timeout", TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.StartToClose } };
        var (state, delay) = Retries.Next(execution.Started.RetryPolicy, Math.Max(execution.Started.Attempt, 1), failure);
        var next = Retry(execution, ref state, delay, failure) ?? NextCronRun(execution, null, failure);
        close.RetryState = state == RetryState.RetryPolicyNotSet ? RetryState.RetryPolicyNotSet : state;
        close.NewExecutionRunId = next?.RunId ?? string.Empty;
        return next;
    }

    /// <summary>Makes the next run of a cron schedule.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="close">How it completed; the new run id is filled in.</param>
    /// <returns>The next run, or null.</returns>
    public Execution? NextRunAfterCompletion(Execution execution, WorkflowExecutionCompletedEventAttributes close)
    {
        var next = NextCronRun(execution, close.Result, null);
        close.NewExecutionRunId = next?.RunId ?? string.Empty;
        return next;
    }

    private static string? NextRunId(HistoryEvent close) => close.EventType switch
    {
        EventType.WorkflowExecutionContinuedAsNew => close.WorkflowExecutionContinuedAsNewEventAttributes.NewExecutionRunId,
        EventType.WorkflowExecutionFailed when close.WorkflowExecutionFailedEventAttributes.NewExecutionRunId is { Length: > 0 } id => id,
        EventType.WorkflowExecutionTimedOut when close.WorkflowExecutionTimedOutEventAttributes.NewExecutionRunId is { Length: > 0 } id => id,
        EventType.WorkflowExecutionCompleted when close.WorkflowExecutionCompletedEventAttributes.NewExecutionRunId is { Length: > 0 } id => id,
        _ => null,
    };

    /// <summary>Gets the last run of a chain.</summary>
    private Execution? LastRun(string workflowNamespace, string workflowId, string runId)
    {
        var execution = TryFind(new WorkflowKey(workflowNamespace, workflowId, runId));
        while (execution is not null && !execution.IsOpen() && NextRunId(execution.LastEvent) is { } next)
        {
            execution = TryFind(new WorkflowKey(workflowNamespace, workflowId, next));
        }

        return execution;
    }

    private Execution? Retry(Execution execution, ref RetryState state, TimeSpan delay, Failure failure)
    {
        if (state != RetryState.InProgress)
        {
            return null;
        }

        if (execution.Started.WorkflowExecutionExpirationTime is { } expiration && UtcNow + delay >= expiration.ToDateTime())
        {
            state = RetryState.Timeout;
            return null;
        }

        var runId = Guid.NewGuid().ToString();
        var started = Next(execution, runId, ContinueAsNewInitiator.Retry);
        started.Attempt = Math.Max(execution.Started.Attempt, 1) + 1;
        started.FirstWorkflowTaskBackoff = Duration.FromTimeSpan(delay);
        started.ContinuedFailure = failure;
        return MakeNext(execution, runId, started);
    }

    private Execution? NextCronRun(Execution execution, Payloads? result, Failure? failure)
    {
        var now = UtcNow;
        if (execution.Started.CronSchedule.Length == 0
            || CronSchedule.Parse(execution.Started.CronSchedule).Next(now) is not { } time
            || (execution.Started.WorkflowExecutionExpirationTime is { } expiration && time >= expiration.ToDateTime()))
        {
            return null;
        }

        var runId = Guid.NewGuid().ToString();
        var started = Next(execution, runId, ContinueAsNewInitiator.CronSchedule);
        started.Attempt = 1;
        started.FirstWorkflowTaskBackoff = Duration.FromTimeSpan(time - now);
        started.ContinuedFailure = failure;

        // After a failure the last good result stays known.
        started.LastCompletionResult = result ?? started.LastCompletionResult;
        return MakeNext(execution, runId, started);
    }

    private static WorkflowExecutionStartedEventAttributes Next(Execution execution, string runId, ContinueAsNewInitiator initiator)
    {
        var started = execution.Started.Clone();
        started.ContinuedExecutionRunId = execution.RunId;
        started.OriginalExecutionRunId = runId;
        started.Initiator = initiator;
        started.FirstWorkflowTaskBackoff = null;
        started.ContinuedFailure = null;
        return started;
    }

    private Execution MakeNext(Execution execution, string runId, WorkflowExecutionStartedEventAttributes started) =>
        Execution.Start(
            this,
            execution.Namespace,
            runId,
            new HistoryEvent { EventType = EventType.WorkflowExecutionStarted, WorkflowExecutionStartedEventAttributes = started },
            null);
}
