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

    /// <summary>Gets or sets a value indicating whether it was taken back before it was sent.</summary>
    public bool Dropped { get; set; }

    /// <summary>Gets or sets a value indicating whether the task that made it has ended.</summary>
    public bool Sent { get; set; }

    /// <summary>Tells the maker of the command that its event is in the history.</summary>
    /// <param name="recorded">The event.</param>
    public void Match(HistoryEvent recorded) => matched?.Invoke(recorded);
}
