using System;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker;

/// <summary>Something a workflow asks of the engine: the event that it will become.</summary>
/// <param name="e">The event, without id and time.</param>
/// <param name="matched">Called when the event is in the history.</param>
internal sealed class WorkflowCommand(HistoryEvent e, Action<HistoryEvent>? matched = null)
{
    /// <summary>Gets the event.</summary>
    public HistoryEvent Event { get; } = e;

    /// <summary>
    /// Gets a value indicating whether the workflow left the id of what it asks for to the SDK. The id of the history stands then: other SDKs
    /// number otherwise, and their random numbers are not known here.
    /// </summary>
    public bool AnyId { get; init; }

    /// <summary>Gets or sets a value indicating whether it was taken back before it was sent.</summary>
    public bool Dropped { get; set; }

    /// <summary>Gets or sets a value indicating whether the task that made it has ended.</summary>
    public bool Sent { get; set; }

    /// <summary>Tells the maker of the command that its event is in the history.</summary>
    /// <param name="recorded">The event.</param>
    public void Match(HistoryEvent recorded) => matched?.Invoke(recorded);
}
