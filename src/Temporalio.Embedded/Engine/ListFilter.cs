using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Exceptions;

namespace Temporalio.Engine;

/// <summary>
/// List filters: comparisons joined by AND, of WorkflowId, WorkflowType, RunId, TaskQueue, ExecutionStatus and custom search
/// attributes, with =, != or STARTS_WITH (Temporal concept: list filter; this is a subset).
/// </summary>
internal static partial class ListFilter
{
    /// <summary>Reads a filter.</summary>
    /// <param name="query">The filter; empty means everything.</param>
    /// <returns>The test.</returns>
    /// <exception cref="RpcException">It is not in the subset.</exception>
    public static Func<WorkflowExecutionInfo, bool> Parse(string query)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return _ => true;
        }

        var tests = And().Split(query.Trim()).Select(ParseOne).ToList();
        return info => tests.All(t => t(info));
    }

    private static Func<WorkflowExecutionInfo, bool> ParseOne(string term)
    {
        var match = Comparison().Match(term.Trim());
        if (!match.Success)
        {
            throw new RpcException(RpcException.StatusCode.InvalidArgument, $"invalid query: {term}", null);
        }

        var name = match.Groups["name"].Value;
        var value = match.Groups["text"].Success ? match.Groups["text"].Value : match.Groups["word"].Value;
        return match.Groups["op"].Value.ToUpperInvariant() switch
        {
            "=" => info => Values(info, name).Contains(value, StringComparer.Ordinal),
            "!=" => info => !Values(info, name).Contains(value, StringComparer.Ordinal),
            _ => info => Values(info, name).Any(v => v.StartsWith(value, StringComparison.Ordinal)),
        };
    }

    private static IEnumerable<string> Values(WorkflowExecutionInfo info, string name) => name switch
    {
        "WorkflowId" => [info.Execution.WorkflowId],
        "RunId" => [info.Execution.RunId],
        "WorkflowType" => [info.Type.Name],
        "TaskQueue" => [info.TaskQueue],
        "ExecutionStatus" => [info.Status.ToString(), ((int)info.Status).ToString(CultureInfo.InvariantCulture)],
        _ => info.SearchAttributes?.IndexedFields.TryGetValue(name, out var payload) == true ? Values(payload) : [],
    };

    private static IEnumerable<string> Values(Payload payload)
    {
        using var json = System.Text.Json.JsonDocument.Parse(payload.Data.Memory);
        var root = json.RootElement;
        var items = root.ValueKind == System.Text.Json.JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        return items.Select(i => i.ToString()).ToList();
    }

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex("""^`?(?<name>\w+)`?\s*(?<op>=|!=|STARTS_WITH)\s*(?:"(?<text>[^"]*)"|'(?<text>[^']*)'|(?<word>[\w.\-]+))$""", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();
}
