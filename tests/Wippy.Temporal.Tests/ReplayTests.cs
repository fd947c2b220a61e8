using System;
using System.Threading.Tasks;
using Wippy.Runtime;
using Wippy.Temporal.Tests.Fixtures;

namespace Wippy.Temporal.Tests;

/// <summary>The commands of a program are the same when its history is replayed.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Tasks_activities_channels_and_sleeps_replay()
    {
        await using var app = await new FixtureApp()
            .Activity("t:double", (_, args) => new(new LuaValues(args[0].AsInteger() * 2)))
            .Workflow("t:flow", async (lua, _) =>
            {
                var results = (await lua.Invoke("channel.new", 3)).First;
                for (var index = 1; index <= 3; index++)
                {
                    var input = index;
                    await lua.Invoke("coroutine.spawn", new LuaAsyncFunction0("worker", async () =>
                    {
                        await Sleep(lua, TimeSpan.FromMinutes(4 - input));
                        var (value, _) = await lua.Invoke("funcs.call", "t:double", input);
                        await lua.Method(results, "send", value);
                        return LuaValues.Empty;
                    }));
                }

                var order = new LuaTable();
                for (var index = 1L; index <= 3; index++)
                {
                    order[index] = (await lua.Method(results, "receive")).First;
                }

                return new LuaValues((LuaValue)order);
            })
            .StartAsync();
        var handle = await app.BeginAsync("t:flow");
        var result = (await handle.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal([6L, 4L, 2L], [result[1L].AsInteger(), result[2L].AsInteger(), result[3L].AsInteger()]);
        await app.ReplayAsync(handle);
    }

    [Fact]
    public async Task A_durable_sleep_takes_workflow_time_only()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            var before = lua.Host.UtcNow;
            await Sleep(lua, TimeSpan.FromHours(1));
            return new LuaValues((lua.Host.UtcNow - before).TotalMinutes >= 60);
        }).StartAsync();
        var started = DateTime.UtcNow;
        Assert.True((await app.RunAsync("t:flow")).AsBoolean());
        Assert.True(DateTime.UtcNow - started < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Random_numbers_and_versions_are_the_same_on_replay()
    {
        await using var app = await new FixtureApp().Workflow("t:flow", async (lua, _) =>
        {
            var (version, _) = await lua.Invoke("workflow.version", "change", 1, 3);
            var random = (long)(lua.Host.NextRandom() >> 1);
            await Sleep(lua, TimeSpan.FromMilliseconds((random % 5) + 1));
            var (again, _) = await lua.Invoke("workflow.version", "change", 1, 3);
            return FixtureProgram.List(version, again);
        }).StartAsync();
        var handle = await app.BeginAsync("t:flow");
        var result = (await handle.GetResultAsync<LuaValue>()).AsTable();
        Assert.Equal((3L, 3L), (result[1L].AsInteger(), result[2L].AsInteger()));
        await app.ReplayAsync(handle);
    }

    private static LuaTask<LuaValues> Sleep(LuaState lua, TimeSpan time) => lua.Scheduler.RunCommand(async () =>
    {
        await lua.Host.DelayAsync(time, default);
        return LuaValues.Empty;
    });
}
