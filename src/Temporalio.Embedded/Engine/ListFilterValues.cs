using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace Temporalio.Engine;

/// <summary>The values that list filters compare: text, numbers, truth values and times.</summary>
internal static class ListFilterValues
{
    /// <summary>Gets the order of values; no value comes first.</summary>
    public static IComparer<object?> Order { get; } = Comparer<object?>.Create((a, b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => Compare(a, b) ?? 0,
    });

    /// <summary>Gets the values of an attribute of a workflow.</summary>
    /// <param name="info">The workflow.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>The values; more than one for a list, none if it is not set.</returns>
    public static IEnumerable<object> Of(WorkflowExecutionInfo info, string name) => name switch
    {
        "WorkflowId" => [info.Execution.WorkflowId],
        "RunId" => [info.Execution.RunId],
        "WorkflowType" => [info.Type.Name],
        "TaskQueue" => [info.TaskQueue],
        "ExecutionStatus" => [info.Status.ToString()],
        "StartTime" => Time(info.StartTime),
        "ExecutionTime" => Time(info.ExecutionTime),
        "CloseTime" => Time(info.CloseTime),
        "HistoryLength" => info.CloseTime is null ? [] : [(double)info.HistoryLength],
        "HistorySizeBytes" => info.CloseTime is null ? [] : [(double)info.HistorySizeBytes],
        "ExecutionDuration" => info.CloseTime is null ? [] : [(double)(info.CloseTime - info.ExecutionTime).ToTimeSpan().Ticks * 100],
        "ParentWorkflowId" => Text(info.ParentExecution?.WorkflowId),
        "ParentRunId" => Text(info.ParentExecution?.RunId),
        "RootWorkflowId" => Text(info.RootExecution?.WorkflowId),
        "RootRunId" => Text(info.RootExecution?.RunId),
        _ => info.SearchAttributes?.IndexedFields.TryGetValue(name, out var payload) == true ? Of(payload) : [],
    };

    /// <summary>Reads a value of a filter.</summary>
    /// <param name="name">The attribute it is compared with.</param>
    /// <param name="text">The text.</param>
    /// <param name="quoted">Whether it was in quotes.</param>
    /// <returns>The value; null if it is none for that attribute.</returns>
    public static object? Read(string name, string text, bool quoted)
    {
        switch (name)
        {
            case "StartTime" or "ExecutionTime" or "CloseTime":
                return TryTime(text, out var time) ? time : null;
            case "ExecutionStatus":
                // By name or by number.
                return System.Enum.TryParse<WorkflowExecutionStatus>(text, ignoreCase: true, out var status) && System.Enum.IsDefined(status) ? status.ToString() : null;
            case "WorkflowId" or "RunId" or "WorkflowType" or "TaskQueue" or "ParentWorkflowId" or "ParentRunId" or "RootWorkflowId" or "RootRunId":
                return quoted ? text : null;
            default:
                break;
        }

        if (quoted)
        {
            return text;
        }

        return bool.TryParse(text, out var truth) ? truth
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }

    /// <summary>Compares two values.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other; text where the first is a time is read as one.</param>
    /// <returns>The order; null if they cannot be compared.</returns>
    public static int? Compare(object left, object right) => (left, right) switch
    {
        (DateTime a, DateTime b) => a.CompareTo(b),
        (string a, DateTime b) => TryTime(a, out var time) ? time.CompareTo(b) : null,
        (DateTime a, string b) => TryTime(b, out var time) ? a.CompareTo(time) : null,
        (string a, string b) => string.CompareOrdinal(a, b),
        (double a, double b) => a.CompareTo(b),
        (double a, string b) => double.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? a.CompareTo(number) : null,
        (bool a, bool b) => a.CompareTo(b),
        (bool a, string b) => bool.TryParse(b, out var truth) ? a.CompareTo(truth) : null,
        _ => null,
    };

    private static IEnumerable<object> Text(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private static IEnumerable<object> Time(Timestamp? value) => value is null ? [] : [value.ToDateTime()];

    private static List<object> Of(Payload payload)
    {
        var isTime = payload.Metadata.TryGetValue("type", out var type) && string.Equals(type.ToStringUtf8(), "Datetime", StringComparison.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(payload.Data.Memory);
        var root = json.RootElement;
        var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        return items.Select(Value).ToList();

        object Value(JsonElement item) => item.ValueKind switch
        {
            JsonValueKind.Number => item.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => isTime && TryTime(item.ToString(), out var time) ? time : item.ToString(),
        };
    }

    private static bool TryTime(string text, out DateTime time) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
