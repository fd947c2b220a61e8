using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Engine;
using Temporalio.Exceptions;
using Temporalio.Testing;

namespace Temporalio.Embedded.Tests.Workflows;

public class ListFilterTests
{
    private static readonly WorkflowExecutionInfo[] All =
    [
        Info("a-1", "Order", WorkflowExecutionStatus.Running, 1, null, ("Amount", "10"), ("Region", "\"north\""), ("Tags", "[\"x\",\"y\"]")),
        Info("a-2", "Order", WorkflowExecutionStatus.Completed, 2, 5, ("Amount", "25.5"), ("Region", "\"south\""), ("Paid", "true")),
        Info("b-1", "Refund", WorkflowExecutionStatus.Failed, 3, 4, ("Amount", "7"), ("Due", "\"2024-01-09T00:00:00.0000000+00:00\"")),
    ];

    [Theory]
    [InlineData("", "b-1 a-2 a-1")]
    [InlineData("WorkflowType = 'Order'", "a-2 a-1")]
    [InlineData("WorkflowType='Order' AND ExecutionStatus = \"Running\"", "a-1")]
    [InlineData("ExecutionStatus = Completed or `ExecutionStatus` = 3", "b-1 a-2")]
    [InlineData("WorkflowType = 'Refund' OR WorkflowType = 'Order' AND Amount > 20", "b-1 a-2")]
    [InlineData("(WorkflowType = 'Refund' OR WorkflowType = 'Order') AND Amount > 20", "a-2")]
    [InlineData("NOT WorkflowType = 'Order'", "b-1")]
    [InlineData("WorkflowId STARTS_WITH 'a-'", "a-2 a-1")]
    [InlineData("WorkflowId NOT STARTS_WITH 'a-'", "b-1")]
    [InlineData("WorkflowId IN ('a-1', 'b-1')", "b-1 a-1")]
    [InlineData("WorkflowType not in ('Order')", "b-1")]
    [InlineData("Amount BETWEEN 7 AND 10", "b-1 a-1")]
    [InlineData("Amount >= 10 ORDER BY Amount DESC", "a-2 a-1")]
    [InlineData("ORDER BY WorkflowType DESC, WorkflowId ASC", "b-1 a-1 a-2")]
    [InlineData("ORDER BY Region", "b-1 a-1 a-2")]
    [InlineData("StartTime >= '2024-01-01T00:00:00Z' AND StartTime <= \"2024-01-02T00:00:00Z\"", "a-2 a-1")]
    [InlineData("CloseTime IS NULL", "a-1")]
    [InlineData("CloseTime is not null", "b-1 a-2")]
    [InlineData("CloseTime < '2024-01-05'", "b-1")]
    [InlineData("Tags = 'y'", "a-1")]
    [InlineData("Paid = true", "a-2")]
    [InlineData("Due > '2024-01-08T00:00:00Z'", "b-1")]
    [InlineData("Region != 'north'", "b-1 a-2")]
    [InlineData("WorkflowType = 'it''s' OR WorkflowType = 'a\\'b'", "")]
    public void A_filter_picks_and_orders(string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', ListFilter.Parse(query).Apply(All).Select(i => i.Execution.WorkflowId)));

    [Theory]
    [InlineData("WorkflowType", "expected a comparison at column 13, found the end")]
    [InlineData("WorkflowType = Order", "text is written in quotes at column 16")]
    [InlineData("WorkflowType = 'Order", "unfinished text at column 16")]
    [InlineData("(WorkflowType = 'Order'", "expected \")\" at column 24")]
    [InlineData("WorkflowType = 'Order' WorkflowId = 'x'", "expected AND, OR, GROUP BY, ORDER BY or the end at column 24")]
    [InlineData("workflowType = 'Order'", "unknown search attribute workflowType, did you mean WorkflowType? at column 1")]
    [InlineData("ORDER BY startTime", "unknown search attribute startTime, did you mean StartTime? at column 10")]
    [InlineData("GROUP BY WorkflowType", "GROUP BY is only supported for ExecutionStatus at column 10")]
    [InlineData("GROUP ExecutionStatus", "expected BY at column 7")]
    [InlineData("GROUP BY ExecutionStatus ORDER BY StartTime", "expected the end at column 26")]
    [InlineData("= 3", "expected the name of an attribute at column 1")]
    [InlineData("StartTime > 'yesterday'", "not a value of StartTime at column 13")]
    [InlineData("ExecutionStatus = 'Sleeping'", "not a value of ExecutionStatus")]
    [InlineData("Amount BETWEEN 1", "expected AND")]
    [InlineData("ORDER Amount", "expected BY")]
    [InlineData("Amount IN 3", "expected \"(\"")]
    public void A_bad_filter_says_where_and_why(string query, string reason)
    {
        var e = Assert.Throws<RpcException>(() => ListFilter.Parse(query));
        Assert.Equal(RpcException.StatusCode.InvalidArgument, e.Code);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_nests_without_end_is_refused() =>
        Assert.Contains("nested too deeply", Assert.Throws<RpcException>(() => ListFilter.Parse(new string('(', 100_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void Where_the_custom_attributes_are_known_others_are_mistakes()
    {
        var known = new HashSet<string> { "Region" };
        Assert.Single(ListFilter.Parse("Region = 'north' AND WorkflowId = 'a-1'", known).Apply(All));
        Assert.Contains("unknown search attribute Amount at column 21", Assert.Throws<RpcException>(() => ListFilter.Parse("Region = 'north' OR Amount = 1", known)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workflows_are_counted_by_status()
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync(new WorkflowEnvironmentStartLocalOptions { SearchAttributes = [SearchAttributeKey.CreateKeyword("Region")] });
        foreach (var id in new[] { "a", "b", "c" })
        {
            await env.Client.StartWorkflowAsync("Order", [], new WorkflowOptions(id, "q"));
        }

        await env.Client.GetWorkflowHandle("a").TerminateAsync();
        var count = await env.Client.CountWorkflowsAsync("WorkflowId != 'c' GROUP BY ExecutionStatus");
        Assert.Equal(2, count.Count);
        Assert.Equal([("Running", 1L), ("Terminated", 1L)], count.Groups.Select(g => (Assert.IsType<string>(g.GroupValues.Single()), g.Count)));
        Assert.Empty((await env.Client.CountWorkflowsAsync(string.Empty)).Groups);
        var listed = await Assert.ThrowsAsync<RpcException>(async () => await env.Client.ListWorkflowsAsync("GROUP BY ExecutionStatus").ToListAsync());
        Assert.Contains("only supported in counts", listed.Message, StringComparison.Ordinal);

        // The environment was told its search attributes, so that there are no others.
        var unknown = new SearchAttributeCollection.Builder().Set(SearchAttributeKey.CreateKeyword("Regoin"), "north").ToSearchAttributeCollection();
        var start = await Assert.ThrowsAsync<RpcException>(() => env.Client.StartWorkflowAsync("Order", [], new WorkflowOptions("d", "q") { TypedSearchAttributes = unknown }));
        Assert.Contains("no mapping defined for search attribute Regoin", start.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RpcException>(() => env.Client.CountWorkflowsAsync("Regoin = 'north'"));
    }

    private static WorkflowExecutionInfo Info(string id, string type, WorkflowExecutionStatus status, int startDay, int? closeDay, params (string Name, string Json)[] attributes)
    {
        var info = new WorkflowExecutionInfo
        {
            Execution = new Temporalio.Api.Common.V1.WorkflowExecution { WorkflowId = id, RunId = "run-" + id },
            Type = new WorkflowType { Name = type },
            Status = status,
            StartTime = Day(startDay),
            CloseTime = closeDay is { } day ? Day(day) : null,
            SearchAttributes = new SearchAttributes(),
        };
        foreach (var (name, json) in attributes)
        {
            info.SearchAttributes.IndexedFields[name] = new Payload { Data = ByteString.CopyFromUtf8(json) };
        }

        return info;
    }

    private static Timestamp Day(int day) => Timestamp.FromDateTime(new DateTime(2024, 1, day, 0, 0, 0, DateTimeKind.Utc));
}
