using System;
using System.Collections.Generic;
using System.IO;
using Google.Protobuf;
using Temporalio.Api.History.V1;

namespace Temporalio.Common;

/// <summary>History of a workflow run.</summary>
/// <param name="Id">Workflow id.</param>
/// <param name="Events">The events.</param>
public record WorkflowHistory(string Id, IReadOnlyCollection<HistoryEvent> Events)
{
    /// <summary>
    /// Reads the JSON form that the server, its command line and its user interface write. Enum values may be full (<c>EVENT_TYPE_TIMER_FIRED</c>)
    /// or short (<c>TimerFired</c>); unknown fields are ignored.
    /// </summary>
    /// <param name="workflowId">Workflow id.</param>
    /// <param name="json">The JSON.</param>
    /// <returns>The history.</returns>
    /// <exception cref="FormatException">The text is not a history in JSON.</exception>
    public static WorkflowHistory FromJson(string workflowId, string json) => new(workflowId, HistoryJson.Parse(json).Events);

    /// <summary>Writes the JSON form.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => JsonFormatter.Default.Format(ToProto());

    /// <summary>Writes the JSON form.</summary>
    /// <param name="writer">Where to write.</param>
    public void ToJson(TextWriter writer) => JsonFormatter.Default.Format(ToProto(), writer);

    private History ToProto() => new() { Events = { Events } };
}
