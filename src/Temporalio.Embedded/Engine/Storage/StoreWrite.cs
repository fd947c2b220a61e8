using System.Collections.Generic;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace Temporalio.Engine.Storage;

/// <summary>
/// What one state transition of a run changes. Messages are already bytes: the run goes on changing while this waits for its
/// transaction.
/// </summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="RunId">The run id.</param>
/// <param name="Status">The status.</param>
internal sealed record StoreWrite(string Namespace, string WorkflowId, string RunId, WorkflowExecutionStatus Status)
{
    /// <summary>Gets the run as a list shows it, when it starts and when it ends; a list asks the run itself in between.</summary>
    public byte[]? Info { get; init; }

    /// <summary>Gets the id of the first new event.</summary>
    public long FirstEventId { get; init; }

    /// <summary>Gets the new events; null if there are none.</summary>
    public byte[]? Events { get; init; }

    /// <summary>Gets the events that wait for the end of a workflow task, all of them; null if unchanged, empty if there are none.</summary>
    public byte[]? Buffered { get; init; }

    /// <summary>Gets the changed pending activities by scheduled event; null means ended.</summary>
    public IReadOnlyList<KeyValuePair<long, byte[]?>> Activities { get; init; } = [];

    /// <summary>Gets what a closed run still owes to others, by the event that asked for it: true means owed, false done.</summary>
    public IReadOnlyList<KeyValuePair<long, bool>> Owed { get; init; } = [];
}

/// <summary>A run as it was stored.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="RunId">The run id.</param>
/// <param name="Events">The history.</param>
/// <param name="Buffered">The events that wait for the end of a workflow task.</param>
/// <param name="Activities">The pending activities by scheduled event.</param>
/// <param name="Owed">The events of a closed run that were not yet delivered to others.</param>
internal sealed record StoredExecution(
    string Namespace,
    string RunId,
    IReadOnlyList<HistoryEvent> Events,
    IReadOnlyList<HistoryEvent> Buffered,
    IReadOnlyDictionary<long, PendingActivityInfo> Activities,
    IReadOnlyList<long> Owed);

/// <summary>A changed schedule.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Id">The schedule id.</param>
/// <param name="State">The schedule, a <see cref="StoredBlob"/>; null means deleted.</param>
internal sealed record ScheduleWrite(string Namespace, string Id, byte[]? State);
