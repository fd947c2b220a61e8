using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Wippy.Runtime;
using Wippy.Temporal.Hosting;
using Wippy.Temporal.Tests.Fixtures;

namespace Wippy.Temporal.Tests;

/// <summary>Calls of functions from workflows (spec/temporal.md section 5).</summary>
public sealed class ActivityTests
{
    private static readonly LuaTable OneAttempt = new() { ["activity.retry_policy"] = new LuaTable { ["maximum_attempts"] = 1 } };

    [Fact]
    public async Task A_call_gives_the_result_and_no_error()
    {
        await using var app = await new FixtureApp()
            .Activity("t:join", (_, args) => new(new LuaValues(args[0].ToString() + args[1])))
            .Workflow("t:flow", (lua, _) => lua.Invoke("funcs.call", "t:join", "a", "b"))
            .StartAsync();
        Assert.Equal("ab", (await app.RunAsync("t:flow")).ToString());
    }

    [Fact]
    public async Task A_failed_activity_gives_its_error_with_details()
    {
        await using var app = await new FixtureApp()
            .Activity("t:charge", (_, _) => new(new LuaValues(LuaValue.Nil, new LuaError(LuaError.Conflict, "declined")
            {
                Retryable = false,
                Details = new LuaTable { ["code"] = 51 },
            })))
            .Workflow("t:flow", async (lua, _) =>
            {
                var (value, error) = await lua.Invoke("funcs.call", "t:charge");
                var details = (await lua.Method(error, "details")).First.AsTable();
                return FixtureProgram.List(
                    value.IsNil,
                    (await lua.Method(error, "kind")).First,
                    (await lua.Method(error, "message")).First,
                    (await lua.Method(error, "retryable")).First,
                    details["code"],
                    details["_wrapper"],
                    details["_retry_state"]);
            })
            .StartAsync();
        var seen = (await app.RunAsync("t:flow")).AsTable();
        Assert.Equal("true Conflict declined false 51 activity NonRetryableFailure", string.Join(' ', Enumerable.Range(1, 7).Select(index => seen[(long)index].ToString())));
    }

    [Fact]
    public async Task A_plain_error_is_retried_by_the_policy_of_the_options()
    {
        var attempts = 0;
        await using var app = await new FixtureApp()
            .Activity("t:flaky", (_, _) => ++attempts < 3 ? throw new LuaException("not yet") : new(new LuaValues(attempts)))
            .Workflow("t:flow", (lua, _) => lua.Invoke("funcs.call", "t:flaky"))
            .StartAsync();
        Assert.Equal(3, (await app.RunAsync("t:flow")).AsInteger());
    }

    [Fact]
    public async Task Maximum_attempts_ends_the_retries()
    {
        var attempts = 0;
        await using var app = await new FixtureApp()
            .Activity("t:flaky", (_, _) =>
            {
                attempts++;
                throw new LuaException("never");
            })
            .Workflow("t:flow", async (lua, _) =>
            {
                var executor = (await lua.Invoke("funcs.new")).First;
                executor = (await lua.Method(executor, "with_options", new LuaTable { ["retry_policy"] = new LuaTable { ["maximumAttempts"] = 2, ["initial_interval"] = 10 } })).First;
                var (_, error) = await lua.Method(executor, "call", "t:flaky");
                return (await lua.Method(error, "details")).First.AsTable()["_retry_state"];
            })
            .StartAsync();
        Assert.Equal("MaximumAttemptsReached", (await app.RunAsync("t:flow")).ToString());
        Assert.Equal(2, attempts);
    }

    [Theory]
    [InlineData("", "function ID required")]
    [InlineData("charge", "namespace required in function ID")]
    [InlineData("app:", "name required in function ID")]
    public async Task A_malformed_id_is_an_invalid_error(string id, string message)
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, args) =>
        {
            var (_, error) = await lua.Invoke("funcs.call", args[0]);
            return FixtureProgram.List((await lua.Method(error, "kind")).First, (await lua.Method(error, "message")).First);
        }).StartAsync();
        var seen = (await app.RunAsync("t:flow", id)).AsTable();
        Assert.Equal(("Invalid", message), (seen[1L].ToString(), seen[2L].ToString()));
    }

    [Fact]
    public async Task A_bad_option_is_an_invalid_error()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            var executor = (await lua.Method((await lua.Invoke("funcs.new")).First, "with_options", new LuaTable { ["activity.start_to_close_timeout"] = "soon" })).First;
            var (_, error) = await lua.Method(executor, "call", "t:any");
            return (await lua.Method(error, "message")).First;
        }).StartAsync();
        Assert.Equal(
            "invalid temporal activity options for t:any: activity.start_to_close_timeout must be a duration string or milliseconds number, got \"soon\"",
            (await app.RunAsync("t:flow")).ToString());
    }

    [Fact]
    public async Task Options_become_attributes_of_the_scheduled_activity()
    {
        var defaults = EntryNode.Map(1, 1, ("start_to_close_timeout", new EntryNode("20s", 1, 1)), ("heartbeat_timeout", new EntryNode("7s", 1, 1)));
        await using var app = await new FixtureApp()
            .Activity("t:work", (_, _) => new(LuaValues.Empty), defaults)
            .Activity("t:plain", (_, _) => new(LuaValues.Empty))
            .Workflow("t:flow", async (lua, _) =>
            {
                var executor = (await lua.Method((await lua.Invoke("funcs.new")).First, "with_options", new LuaTable
                {
                    ["temporal.activity.schedule_to_close_timeout"] = 90_000,
                    ["activity.start_to_close_timeout"] = "1m30s",
                })).First;
                await lua.Method(executor, "call", "t:work");
                return await lua.Invoke("funcs.call", "t:plain");
            })
            .StartAsync();
        var handle = await app.BeginAsync("t:flow");
        await handle.GetResultAsync<LuaValue>();
        var history = await handle.FetchHistoryAsync();
        var scheduled = history.Events.Where(e => e.EventType == EventType.ActivityTaskScheduled).Select(e => e.ActivityTaskScheduledEventAttributes).ToArray();
        Assert.Equal(90, scheduled[0].StartToCloseTimeout.Seconds);
        Assert.Equal(90, scheduled[0].ScheduleToCloseTimeout.Seconds);
        Assert.Equal(7, scheduled[0].HeartbeatTimeout.Seconds);
        Assert.Equal(600, scheduled[1].StartToCloseTimeout.Seconds);
    }

    [Fact]
    public async Task Futures_run_at_the_same_time_and_report_once()
    {
        await using var app = await new FixtureApp()
            .Activity("t:echo", (_, args) => new(new LuaValues(args[0])))
            .Workflow("t:flow", async (lua, _) =>
            {
                var first = (await lua.Invoke("funcs.async", "t:echo", "one")).First;
                var second = (await lua.Invoke("funcs.async", "t:echo", "two")).First;
                var pending = (await lua.Method(first, "is_complete")).First;
                var (payload, ok) = await lua.Method((await lua.Method(first, "response")).First, "receive");
                await lua.Method((await lua.Method(second, "channel")).First, "receive");
                var (result, _) = await lua.Method(second, "result");
                var (closed, more) = await lua.Method((await lua.Method(first, "response")).First, "receive");
                return FixtureProgram.List(
                    pending, (await lua.Method(payload, "data")).First, ok, (await lua.Method(result, "data")).First, closed.IsNil, more);
            })
            .StartAsync();
        var handle = await app.BeginAsync("t:flow");
        var seen = (await handle.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal("false one true two true false", string.Join(' ', Enumerable.Range(1, 6).Select(index => seen[(long)index].ToString())));
        await app.ReplayAsync(handle);
    }

    [Fact]
    public async Task A_cancelled_future_is_closed_at_once()
    {
        await using var app = await new FixtureApp()
            .Activity("t:slow", async (lua, _) =>
            {
                await lua.Scheduler.RunCommand(async () =>
                {
                    await lua.Host.DelayAsync(System.TimeSpan.FromMinutes(10), lua.Host.CancellationToken);
                    return LuaValues.Empty;
                });
                return LuaValues.Empty;
            })
            .Workflow("t:flow", async (lua, _) =>
            {
                var executor = (await lua.Method((await lua.Invoke("funcs.new")).First, "with_options", new LuaTable { ["heartbeat_timeout"] = "1s" })).First;
                var future = (await lua.Method(executor, "async", "t:slow")).First;
                await lua.Method(future, "cancel");
                var (value, ok) = await lua.Method((await lua.Method(future, "response")).First, "receive");
                var (_, error) = await lua.Method(future, "result");
                return FixtureProgram.List(value.IsNil, ok, (await lua.Method(error, "kind")).First, (await lua.Method(future, "is_canceled")).First);
            })
            .StartAsync();
        var seen = (await app.RunAsync("t:flow")).AsTable();
        Assert.Equal("true false Canceled true", string.Join(' ', Enumerable.Range(1, 4).Select(index => seen[(long)index].ToString())));
    }

    [Fact]
    public async Task A_missing_activity_is_not_found_once_attempts_run_out()
    {
        await using var app = await new FixtureApp()
            .Activity("t:other", (_, _) => new(LuaValues.Empty))
            .Workflow("t:flow", async (lua, _) =>
            {
                var executor = (await lua.Method((await lua.Invoke("funcs.new")).First, "with_options", OneAttempt)).First;
                var (_, error) = await lua.Method(executor, "call", "t:missing");
                return FixtureProgram.List((await lua.Method(error, "kind")).First, (await lua.Method(error, "retryable")).First);
            })
            .StartAsync();
        var seen = (await app.RunAsync("t:flow")).AsTable();
        Assert.Equal(("NotFound", "true"), (seen[1L].ToString(), seen[2L].ToString()));
    }

    [Fact]
    public async Task Functions_call_each_other_in_process_inside_an_activity()
    {
        await using var app = await new FixtureApp()
            .Activity("t:inner", (_, args) => args[0].IsNil ? new(new LuaValues(LuaValue.Nil, "nothing")) : new(new LuaValues(args[0].AsTable()["n"].AsInteger() + 1)))
            .Activity("t:outer", async (lua, args) =>
            {
                var (value, _) = await lua.Invoke("funcs.call", "t:inner", new LuaTable { ["n"] = args[0] });
                var (_, error) = await lua.Invoke("funcs.call", "t:inner");
                var (_, unknown) = await lua.Invoke("funcs.call", "t:unknown");
                return FixtureProgram.List(value, error.ToString(), (await lua.Method(unknown, "kind")).First);
            })
            .Workflow("t:flow", (lua, _) => lua.Invoke("funcs.call", "t:outer", 41))
            .StartAsync();
        var seen = (await app.RunAsync("t:flow")).AsTable();
        Assert.Equal("42 nothing NotFound", string.Join(' ', Enumerable.Range(1, 3).Select(index => seen[(long)index].ToString())));
    }

    [Fact]
    public async Task Context_values_reach_activities_and_what_they_call()
    {
        await using var app = await new FixtureApp()
            .Activity("t:read", async (lua, _) => (await lua.Invoke("ctx.all")).First)
            .Activity("t:relay", (lua, _) => lua.Invoke("funcs.call", "t:read"))
            .Workflow("t:flow", async (lua, _) =>
            {
                var executor = (await lua.Invoke("funcs.new")).First;
                executor = (await lua.Method(executor, "with_context", new LuaTable { ["user"] = "ada", ["level"] = 3, ["bad"] = executor })).First;
                executor = (await lua.Method(executor, "with_context", new LuaTable { ["level"] = 4 })).First;
                var (seen, _) = await lua.Method(executor, "call", "t:relay");
                var (none, missing) = await lua.Invoke("ctx.get", "user");
                return (LuaValue)new LuaTable { ["seen"] = seen, ["own"] = none, ["error"] = missing.ToString() };
            })
            .StartAsync();
        var result = (await app.RunAsync("t:flow")).AsTable();
        var context = result["seen"].AsTable();
        Assert.Equal(("ada", 4L, true), (context["user"].ToString(), context["level"].AsInteger(), context["bad"].IsNil));
        Assert.Equal("key not found: user", result["error"].ToString());
    }
}
