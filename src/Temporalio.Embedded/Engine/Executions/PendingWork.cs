using System;
using System.Threading.Tasks;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Engine.Timers;

namespace Temporalio.Engine.Executions;

/// <summary>A user timer that has not fired.</summary>
/// <param name="StartedEventId">The event that started it.</param>
/// <param name="Due">When it fires.</param>
/// <param name="Wait">How long it was meant to wait.</param>
internal sealed record PendingTimer(long StartedEventId, DateTime Due, TimeSpan Wait)
{
    /// <summary>Gets or sets the timer in the queue.</summary>
    public TimerEntry? Entry { get; set; }
}

/// <summary>A child workflow that has not ended.</summary>
/// <param name="Initiated">What was asked for.</param>
internal sealed record PendingChild(StartChildWorkflowExecutionInitiatedEventAttributes Initiated)
{
    /// <summary>Gets or sets the run id; null until it has started.</summary>
    public string? RunId { get; set; }

    /// <summary>Gets or sets the event that says that it started.</summary>
    public long StartedEventId { get; set; }

    /// <summary>Gets the header, summary and details of the start.</summary>
    public required HistoryEvent Event { get; init; }
}

/// <summary>An update that is known to the engine.</summary>
/// <param name="request">The request.</param>
/// <param name="runId">The run it was sent to.</param>
internal sealed class PendingUpdate(Request request, string runId)
{
    /// <summary>Gets or sets the run that has it.</summary>
    public string RunId { get; set; } = runId;

    /// <summary>Gets the request.</summary>
    public Request Request { get; } = request;

    /// <summary>Gets or sets a value indicating whether a workflow task carries it.</summary>
    public bool Sent { get; set; }

    /// <summary>Gets or sets the event that accepted it; 0 if none did.</summary>
    public long AcceptedEventId { get; set; }

    /// <summary>Gets the moment at which it is accepted or rejected.</summary>
    public TaskCompletionSource Accepted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the outcome to come.</summary>
    public TaskCompletionSource<Outcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sets the outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public void Complete(Outcome outcome)
    {
        Accepted.TrySetResult();
        Outcome.TrySetResult(outcome);
    }
}

/// <summary>The workflow task of a run.</summary>
internal sealed class WorkflowTaskState
{
    /// <summary>Gets or sets a value indicating whether its events are in the history; the others are written when it completes.</summary>
    public required bool Recorded { get; set; }

    /// <summary>Gets or sets a value indicating whether it only carries updates, so that it may leave no trace.</summary>
    public bool Speculative { get; set; }

    /// <summary>Gets or sets the attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>Gets or sets a value indicating whether a worker has it.</summary>
    public bool Started { get; set; }

    /// <summary>Gets or sets the scheduled event, in the history or not.</summary>
    public HistoryEvent? Scheduled { get; set; }

    /// <summary>Gets or sets the started event, in the history or not.</summary>
    public HistoryEvent? StartedEvent { get; set; }

    /// <summary>Gets or sets the timer that limits or delays it.</summary>
    public TimerEntry? Timer { get; set; }

    /// <summary>Gets or sets the backoff that it waits for, or null.</summary>
    public IDisposable? Backoff { get; set; }
}

/// <summary>What waits in a workflow task queue: the task of a run, or a query to it.</summary>
/// <param name="Execution">The run.</param>
/// <param name="Task">The task it is about; a task that is no longer that of the run is skipped.</param>
/// <param name="Query">The query, or null.</param>
internal sealed record WorkflowTaskEntry(Execution Execution, WorkflowTaskState? Task, PendingQuery? Query);

/// <summary>What waits in an activity task queue.</summary>
/// <param name="Execution">The run.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Attempt">The attempt.</param>
internal sealed record ActivityTaskEntry(Execution Execution, PendingActivity Activity, int Attempt);
