using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Engine;

/// <summary>The names of the search attributes that the system sets.</summary>
internal static class SearchAttributeNames
{
    /// <summary>Gets the names with their types.</summary>
    public static IDictionary<string, IndexedValueType> Types { get; } = new Dictionary<string, IndexedValueType>(StringComparer.Ordinal)
    {
        ["BuildIds"] = IndexedValueType.KeywordList,
        ["CloseTime"] = IndexedValueType.Datetime,
        ["ExecutionDuration"] = IndexedValueType.Int,
        ["ExecutionStatus"] = IndexedValueType.Keyword,
        ["ExecutionTime"] = IndexedValueType.Datetime,
        ["HistoryLength"] = IndexedValueType.Int,
        ["HistorySizeBytes"] = IndexedValueType.Int,
        ["ParentRunId"] = IndexedValueType.Keyword,
        ["ParentWorkflowId"] = IndexedValueType.Keyword,
        ["RootRunId"] = IndexedValueType.Keyword,
        ["RootWorkflowId"] = IndexedValueType.Keyword,
        ["RunId"] = IndexedValueType.Keyword,
        ["ScheduleId"] = IndexedValueType.Keyword,
        ["StartTime"] = IndexedValueType.Datetime,
        ["StateTransitionCount"] = IndexedValueType.Int,
        ["TaskQueue"] = IndexedValueType.Keyword,
        ["TemporalChangeVersion"] = IndexedValueType.KeywordList,
        ["TemporalScheduledById"] = IndexedValueType.Keyword,
        ["TemporalSchedulePaused"] = IndexedValueType.Bool,
        ["TemporalScheduledStartTime"] = IndexedValueType.Datetime,
        ["WorkflowId"] = IndexedValueType.Keyword,
        ["WorkflowType"] = IndexedValueType.Keyword,
    };

    /// <summary>Finds what is wrong with a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="custom">The custom search attributes; null allows all names but misspelt ones of the system.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public static string? Mistake(string name, IReadOnlySet<string>? custom)
    {
        if (custom?.Contains(name) == true || Types.ContainsKey(name))
        {
            return null;
        }

        var meant = Types.Keys.FirstOrDefault(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        return meant is not null ? $"unknown search attribute {name}, did you mean {meant}?"
            : custom is not null ? $"unknown search attribute {name}"
            : null;
    }
}
