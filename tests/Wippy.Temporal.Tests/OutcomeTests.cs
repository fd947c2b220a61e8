using System.Threading.Tasks;
using Wippy.Runtime;
using Wippy.Temporal.Tests.Fixtures;

namespace Wippy.Temporal.Tests;

/// <summary>How a workflow ends (spec/temporal.md section 4).</summary>
public sealed class OutcomeTests
{
    private static LuaTask<LuaValues> Values(params LuaValue[] values) => new(new LuaValues(values));

    [Fact]
    public async Task A_returned_value_is_the_result()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", (_, args) => Values(new LuaTable { ["doubled"] = args[0].AsInteger() * 2 })).StartAsync();
        var result = await app.RunAsync("t:flow", 21);
        Assert.Equal(42, result.AsTable()["doubled"].AsInteger());
    }

    [Fact]
    public async Task Returning_nothing_or_nil_is_a_null_result()
    {
        await using var app = await new FixtureApp().Workflow("t:none", (_, _) => Values()).Workflow("t:nil", (_, _) => Values(LuaValue.Nil)).StartAsync();
        Assert.True((await app.RunAsync("t:none")).IsNil);
        Assert.True((await app.RunAsync("t:nil")).IsNil);
    }

    [Fact]
    public async Task A_second_value_that_is_neither_text_nor_error_is_ignored()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", (_, _) => Values("kept", false)).StartAsync();
        Assert.Equal("kept", (await app.RunAsync("t:flow")).ToString());
    }

    [Fact]
    public async Task A_text_as_second_value_fails_without_retry()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", (_, _) => Values(LuaValue.Nil, "no stock")).StartAsync();
        var failure = await app.FailAsync("t:flow");
        Assert.Equal(("no stock", "Internal", true), (failure.Message, failure.ErrorType, failure.NonRetryable));
    }

    [Fact]
    public async Task An_error_as_second_value_fails_with_its_kind()
    {
        await using var app = await new FixtureApp()
            .Workflow("t:flow", (_, _) => Values(LuaValue.Nil, new LuaError(LuaError.NotFound, "no such order") { Retryable = true })).StartAsync();
        var failure = await app.FailAsync("t:flow");
        Assert.Equal(("no such order", "NotFound", false), (failure.Message, failure.ErrorType, failure.NonRetryable));
    }

    [Fact]
    public async Task A_raised_text_fails_with_retryability_unset()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", (_, _) => throw new LuaException("boom")).StartAsync();
        var failure = await app.FailAsync("t:flow");
        Assert.Equal(("boom", "Internal", false), (failure.Message, failure.ErrorType, failure.NonRetryable));
    }

    [Fact]
    public async Task A_raised_error_object_fails_with_its_kind()
    {
        await using var app = await new FixtureApp()
            .Workflow("t:flow", (_, _) => throw new LuaException((LuaValue)new LuaError("Overdrawn", "too little") { Retryable = false })).StartAsync();
        var failure = await app.FailAsync("t:flow");
        Assert.Equal(("too little", "Overdrawn", true), (failure.Message, failure.ErrorType, failure.NonRetryable));
    }

    [Fact]
    public async Task An_error_in_any_task_ends_the_workflow()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            await lua.Invoke("coroutine.spawn", new LuaFunction0("task", () => throw new LuaException("in a task")));
            var channel = (await lua.Invoke("channel.new")).First;
            return await lua.Method(channel, "receive");
        }).StartAsync();
        Assert.Equal("in a task", (await app.FailAsync("t:flow")).Message);
    }

    [Fact]
    public async Task A_result_that_cannot_be_encoded_fails_the_workflow()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", (_, _) => Values(new LuaTable { [1L] = 1, ["mixed"] = 2 })).StartAsync();
        Assert.StartsWith("failed to encode result: cannot encode mixed-key table", (await app.FailAsync("t:flow")).Message);
    }

    [Fact]
    public async Task Upgrade_continues_as_new_with_new_input()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, args) =>
            args[0].AsInteger() == 0 ? new LuaValues("done") : await lua.Invoke("process.upgrade", LuaValue.Nil, args[0].AsInteger() - 1)).StartAsync();
        Assert.Equal("done", (await app.RunAsync("t:flow", 2)).ToString());
    }

    [Fact]
    public async Task A_cancel_request_is_only_an_event()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            var events = (await lua.Invoke("process.events")).First;
            var (happened, _) = await lua.Method(events, "receive");
            return (LuaValue)new LuaTable { ["kind"] = happened.AsTable()["kind"], ["from"] = happened.AsTable()["from"] };
        }).StartAsync();
        var handle = await app.BeginAsync("t:flow");
        await handle.CancelAsync();
        var result = (await handle.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal("pid.cancel", result["kind"].ToString());
        Assert.Equal("{|topology}", result["from"].ToString());
    }
}
