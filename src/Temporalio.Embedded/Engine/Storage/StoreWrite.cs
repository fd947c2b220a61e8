using System.Collections.Generic;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace Temporalio.Engine.Storage;

/// <summary>What one state transition of a run changes.</summary>
/// <param name="Info">The run as a list shows it.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Events">The new events.</param>
/// <param name="Buffered">The events that wait for the end of a workflow task, all of them; null if unchanged.</param>
/// <param name="Activities">The changed pending activities by scheduled event; null means ended.</param>
internal sealed record StoreWrite(
    WorkflowExecutionInfo Info,
    string Namespace,
    IReadOnlyList<HistoryEvent> Events,
    IReadOnlyList<HistoryEvent>? Buffered,
    IReadOnlyList<KeyValuePair<long, PendingActivityInfo?>> Activities);

/// <summary>A run as it was stored.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="RunId">The run id.</param>
/// <param name="Events">The history.</param>
/// <param name="Buffered">The events that wait for the end of a workflow task.</param>
/// <param name="Activities">The pending activities by scheduled event.</param>
internal sealed record StoredExecution(
    string Namespace,
    string RunId,
    IReadOnlyList<HistoryEvent> Events,
    IReadOnlyList<HistoryEvent> Buffered,
    IReadOnlyDictionary<long, PendingActivityInfo> Activities);

/// <summary>A changed schedule.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Id">The schedule id.</param>
/// <param name="State">The schedule, serialized; null means deleted.</param>
internal sealed record ScheduleWrite(string Namespace, string Id, byte[]? State);
