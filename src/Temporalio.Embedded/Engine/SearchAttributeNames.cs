using System;
using System.Collections.Generic;
using System.Linq;

namespace Temporalio.Engine;

/// <summary>The names of the search attributes that the system sets.</summary>
internal static class SearchAttributeNames
{
    private static readonly string[] System =
    [
        "BuildIds", "CloseTime", "ExecutionDuration", "ExecutionStatus", "ExecutionTime", "HistoryLength", "HistorySizeBytes", "ParentRunId", "ParentWorkflowId",
        "RootRunId", "RootWorkflowId", "RunId", "ScheduleId", "StartTime", "StateTransitionCount", "TaskQueue", "TemporalChangeVersion", "TemporalScheduledById",
        "TemporalSchedulePaused", "TemporalScheduledStartTime", "WorkflowId", "WorkflowType",
    ];

    /// <summary>Finds what is wrong with a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="custom">The custom search attributes; null allows all names but misspelt ones of the system.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public static string? Mistake(string name, IReadOnlySet<string>? custom)
    {
        if (custom?.Contains(name) == true || System.Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        var meant = System.FirstOrDefault(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        return meant is not null ? $"unknown search attribute {name}, did you mean {meant}?"
            : custom is not null ? $"unknown search attribute {name}"
            : null;
    }
}
