using System;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Client;
using Temporalio.Exceptions;
using Wippy.Runtime;
using Wippy.Temporal.Tests.Fixtures;

namespace Wippy.Temporal.Tests;

/// <summary>Signals, updates, queries, children (spec/temporal.md sections 6 and 7).</summary>
public sealed class MessagingTests
{
    [Fact]
    public async Task Signals_sent_before_and_after_the_listener_arrive_in_order()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            var inbox = (await lua.Invoke("process.inbox")).First;
            var seen = new LuaTable();
            for (var index = 1L; index <= 4; index++)
            {
                var message = (await lua.Method(inbox, "receive")).First;
                var payload = (await lua.Method(message, "payload")).First;
                seen[index] = $"{(await lua.Method(message, "topic")).First}={(await lua.Method(payload, "data")).First}";
            }

            return new LuaValues((LuaValue)seen);
        }).StartAsync();
        var handle = await app.BeginAsync("t:flow");
        for (var index = 1; index <= 4; index++)
        {
            await handle.SignalAsync(index % 2 == 0 ? "even" : "odd", [index]);
        }

        var result = (await handle.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal("odd=1 even=2 odd=3 even=4", string.Join(' ', Enumerable.Range(1, 4).Select(index => result[(long)index].ToString())));
        await app.ReplayAsync(handle);
    }

    [Fact]
    public async Task A_listener_takes_its_topic_from_the_inbox()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            var orders = (await lua.Invoke("process.listen", "order")).First;
            var inbox = (await lua.Invoke("process.inbox")).First;
            var order = (await lua.Method(orders, "receive")).First;
            var several = (await lua.Method(orders, "receive")).First;
            var other = (await lua.Method(inbox, "receive")).First;
            await lua.Invoke("process.unlisten", orders);
            var (_, open) = await lua.Method(orders, "receive");
            return FixtureProgram.List(order, several.AsTable()[2L], (await lua.Method(other, "topic")).First, (await lua.Method(other, "from")).First, open);
        }).StartAsync();
        var handle = await app.BeginAsync("t:flow");
        await handle.SignalAsync("other", []);
        await handle.SignalAsync("order", ["tea"]);
        await handle.SignalAsync("order", ["a", "b"]);
        var result = (await handle.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal("tea b other  false", string.Join(' ', Enumerable.Range(1, 5).Select(index => result[(long)index].ToString())));
    }

    [Fact]
    public async Task A_workflow_sends_to_itself_and_to_another()
    {
        await using var app = await new FixtureApp()
            .Workflow("t:receiver", async (lua, _) =>
            {
                var message = (await lua.Method((await lua.Invoke("process.inbox")).First, "receive")).First;
                return FixtureProgram.List((await lua.Method(message, "from")).First, (await lua.Method((await lua.Method(message, "payload")).First, "data")).First);
            })
            .Workflow("t:flow", async (lua, args) =>
            {
                var inbox = (await lua.Invoke("process.inbox")).First;
                await lua.Invoke("process.send", (await lua.Invoke("process.pid")).First, "self", 1);
                var own = (await lua.Method((await lua.Method(inbox, "receive")).First, "topic")).First;
                var (sent, _) = await lua.Invoke("process.send", $"{{test:client@test:worker|{args[0]}}}", "hello", "there");
                var (_, missing) = await lua.Invoke("process.send", "{test:client@test:worker|nobody}", "hello");
                var (_, unknown) = await lua.Invoke("process.send", "nobody", "hello");
                return FixtureProgram.List(own, sent, (await lua.Method(missing, "kind")).First, unknown.ToString());
            })
            .StartAsync();
        var receiver = await app.BeginAsync("t:receiver");
        var handle = await app.BeginAsync("t:flow", receiver.Id);
        var sender = (await handle.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal("self true NotFound could not resolve 'nobody' as PID or registered name", string.Join(' ', Enumerable.Range(1, 4).Select(index => sender[(long)index].ToString())));
        var received = (await receiver.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal($"{{test:client@test:worker|{handle.Id}}}", received[1L].ToString());
        Assert.Equal("there", received[2L].ToString());
        await app.ReplayAsync(handle);
    }

    [Fact]
    public async Task Updates_are_answered_by_sending_to_their_pid()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            var updates = (await lua.Invoke("process.listen", "price", new LuaTable { ["message"] = true })).First;
            LuaValue errors = default;
            for (var index = 1; index <= 3; index++)
            {
                var message = (await lua.Method(updates, "receive")).First;
                var from = (await lua.Method(message, "from")).First;
                var value = (await lua.Method((await lua.Method(message, "payload")).First, "data")).First;
                if (value.AsInteger() < 0)
                {
                    await lua.Invoke("process.send", from, "nak", "negative");
                    continue;
                }

                var (_, early) = await lua.Invoke("process.send", from, "ok", 0);
                await lua.Invoke("process.send", from, "ack");
                var (_, twice) = await lua.Invoke("process.send", from, "ack");
                errors = FixtureProgram.List(early.ToString(), twice.ToString());
                await (value.AsInteger() == 0 ? lua.Invoke("process.send", from, "error", "zero") : lua.Invoke("process.send", from, "ok", value.AsInteger() * 2));
            }

            return errors;
        }).StartAsync();
        var handle = await app.BeginAsync("t:flow");
        Assert.Equal(14, (await handle.ExecuteUpdateAsync<LuaValue>("price", [7])).AsInteger());
        var negative = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync<LuaValue>("price", [-1]));
        Assert.Equal("negative", negative.InnerException!.Message);
        var zero = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync<LuaValue>("price", [0]));
        Assert.Equal("zero", zero.InnerException!.Message);
        var errors = (await handle.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal("update not accepted (state: pending)", errors[1L].ToString());
        Assert.Equal("update already accepted", errors[2L].ToString());
    }

    [Fact]
    public async Task Queries_answer_state_and_pid_only()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) => await lua.Method((await lua.Invoke("process.inbox")).First, "receive")).StartAsync();
        var handle = await app.BeginAsync("t:flow");
        Assert.True((await handle.QueryAsync<LuaValue>("state", [])).IsTable);
        Assert.Equal(handle.Id, await handle.QueryAsync<string>("pid", []));
        var unknown = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync<string>("other", []));
        Assert.Contains("unknown query type: other", unknown.Message, StringComparison.Ordinal);
        await handle.TerminateAsync();
    }

    [Fact]
    public async Task Children_are_executed_spawned_and_reported()
    {
        await using var app = await new FixtureApp()
            .Workflow("t:child", (_, args) => args[0].IsNil ? new(new LuaValues(LuaValue.Nil, "no input")) : new(new LuaValues($"<{args[0]}>")), "ChildType")
            .Workflow("t:flow", async (lua, _) =>
            {
                var (direct, _) = await lua.Invoke("workflow.exec", "t:child", "one");
                var (_, failed) = await lua.Invoke("process.exec", "t:child", "test:worker");
                var spawner = (await lua.Invoke("process.with_options", new LuaTable { ["workflow.id"] = "named-child" })).First;
                var (pid, _) = await lua.Method(spawner, "spawn", "t:child", "test:worker", "two");
                var (happened, _) = await lua.Method((await lua.Invoke("process.events")).First, "receive");
                var table = happened.AsTable();
                return FixtureProgram.List(
                    direct, failed.ToString(), (await lua.Method(failed, "details")).First.AsTable()["_wrapper"], pid, table["kind"], table["from"], table["result"].AsTable()["value"]);
            })
            .StartAsync();
        var handle = await app.BeginAsync("t:flow");
        var seen = (await handle.GetResultAsync<LuaValue>()).AsTable();
        const string Pid = "{test:client@test:worker|named-child}";
        Assert.Equal(
            ["<one>", "no input", "child_workflow", Pid, "pid.exit", Pid, "<two>"],
            Enumerable.Range(1, 7).Select(index => seen[(long)index].ToString()));
        await app.ReplayAsync(handle);
    }

    [Fact]
    public async Task An_activity_spawns_messages_and_watches_a_workflow()
    {
        await using var app = await new FixtureApp()
            .Workflow("t:greeter", async (lua, args) =>
            {
                var inbox = (await lua.Invoke("process.inbox")).First;
                var first = (await lua.Method((await lua.Method((await lua.Method(inbox, "receive")).First, "payload")).First, "data")).First;
                var second = (await lua.Method((await lua.Method((await lua.Method(inbox, "receive")).First, "payload")).First, "data")).First;
                return new LuaValues($"{args[0]} {first} {second}");
            })
            .Activity("t:starter", async (lua, _) =>
            {
                var spawner = (await lua.Invoke("process.with_options", new LuaTable { ["temporal.workflow.id"] = "greeter-1" })).First;
                spawner = (await lua.Method(spawner, "with_message", "greet", "a")).First;
                var (pid, error) = await lua.Method(spawner, "spawn_monitored", "t:greeter", "test:worker", "hello");
                if (!error.IsNil)
                {
                    return new LuaValues(LuaValue.Nil, error);
                }

                await lua.Invoke("process.send", pid, "greet", "b");
                var (happened, _) = await lua.Method((await lua.Invoke("process.events")).First, "receive");
                return FixtureProgram.List(pid, happened.AsTable()["result"].AsTable()["value"]);
            })
            .Workflow("t:flow", (lua, _) => lua.Invoke("funcs.call", "t:starter"))
            .StartAsync();
        var seen = (await app.RunAsync("t:flow")).AsTable();
        Assert.Equal("{test:client@test:worker|greeter-1}", seen[1L].ToString());
        Assert.Equal("hello a b", seen[2L].ToString());
    }

    [Fact]
    public async Task Links_are_refused_in_a_workflow_without_raising()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            var (_, error) = await lua.Invoke("process.link", "{a@b|c}");
            return FixtureProgram.List((await lua.Method(error, "kind")).First, error.ToString());
        }).StartAsync();
        var seen = (await app.RunAsync("t:flow")).AsTable();
        Assert.Equal("Internal", seen[1L].ToString());
        Assert.StartsWith("process.link not supported in workflow context", seen[2L].ToString());
    }
}
