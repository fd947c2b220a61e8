using System;
using Temporalio.Api.Enums.V1;
using Wippy.Runtime;
using Wippy.Temporal.Hosting;
using Wippy.Temporal.Modules;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Tests;

/// <summary>Option tables, durations and PIDs.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("250ms", 250)]
    [InlineData("-2m", -120_000)]
    [InlineData("0", 0)]
    [InlineData("1000000ns", 1)]
    [InlineData("2500us", 2.5)]
    public void A_duration_text_is_read(string text, double milliseconds)
    {
        Assert.True(OptionDuration.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("1d")]
    [InlineData("1 s")]
    [InlineData("s")]
    [InlineData("1..5s")]
    [InlineData("99999999999999999999h")]
    public void A_malformed_duration_is_refused(string text) => Assert.False(OptionDuration.TryParse(text, out _));

    [Fact]
    public void Numbers_are_milliseconds_and_spellings_have_an_order()
    {
        var options = new OptionTable("activity", true, new LuaTable
        {
            ["activity.start_to_close_timeout"] = 1500,
            ["temporal.activity.start_to_close_timeout"] = "9s",
            ["temporal.activity.heartbeat_timeout"] = "9s",
            ["heartbeat_timeout"] = "1s",
            ["summary"] = "text",
        });
        Assert.Equal(1500, options.Duration("start_to_close_timeout")!.Value.TotalMilliseconds);
        Assert.Equal(9, options.Duration("heartbeat_timeout")!.Value.TotalSeconds);
        Assert.Equal("text", options.Text("summary"));
        Assert.Null(new OptionTable("workflow", false, new LuaTable { ["id"] = "x" }).Text("id"));
    }

    [Fact]
    public void A_retry_policy_reads_all_spellings()
    {
        var policy = new OptionTable("activity", true, new LuaTable
        {
            ["retry_policy"] = new LuaTable
            {
                ["initialInterval"] = "2s",
                ["BACKOFF_COEFFICIENT"] = 3,
                ["max_interval"] = 0,
                ["max_attempts"] = 5,
                ["non_retryable_error_types"] = "Invalid",
            },
        }).Retry("retry_policy")!;
        Assert.Equal((2.0, 3f, 5, true), (policy.InitialInterval.TotalSeconds, policy.BackoffCoefficient, policy.MaximumAttempts, policy.MaximumInterval is null));
        Assert.Equal(["Invalid"], policy.NonRetryableErrorTypes!);
    }

    [Theory]
    [InlineData("fail", WorkflowIdConflictPolicy.Fail)]
    [InlineData("Use-Existing", WorkflowIdConflictPolicy.UseExisting)]
    [InlineData("WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING", WorkflowIdConflictPolicy.TerminateExisting)]
    public void Conflict_policies_have_many_spellings(string text, WorkflowIdConflictPolicy policy) =>
        Assert.Equal(policy, Start(new LuaTable { ["workflow.id"] = "x", ["workflow.id_conflict_policy"] = text }).IdConflictPolicy);

    [Fact]
    public void The_conflict_policy_depends_on_what_is_given()
    {
        Assert.Equal(WorkflowIdConflictPolicy.Fail, Start(new LuaTable()).IdConflictPolicy);
        Assert.Equal(WorkflowIdConflictPolicy.UseExisting, Start(new LuaTable { ["temporal.workflow.id"] = "x" }).IdConflictPolicy);
        Assert.Equal(WorkflowIdConflictPolicy.Fail, Start(new LuaTable { ["workflow.id"] = "x", ["workflow.execution_error_when_already_started"] = true }).IdConflictPolicy);
        Assert.Throws<OptionException>(() => Start(new LuaTable { ["workflow.id"] = "" }));
    }

    [Theory]
    [InlineData("{app:client@app:worker|order-7}", "app:client", "app:worker", "order-7")]
    [InlineData("{update|abc}", "", "update", "abc")]
    [InlineData("{n@h|a|b}", "n", "h", "b")]
    public void A_PID_is_parsed(string text, string node, string host, string id)
    {
        Assert.True(LuaPid.TryParse(text, out var pid));
        Assert.Equal(new LuaPid(node, host, id), pid);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("{name}")]
    [InlineData("{a|}")]
    [InlineData("")]
    public void Other_texts_are_no_PIDs(string text) => Assert.False(LuaPid.TryParse(text, out _));

    private static Temporalio.Client.WorkflowOptions Start(LuaTable options) => StartOptionsReader.Client(ProcessSpawner.Plain.WithOptions(options), "queue");
}
