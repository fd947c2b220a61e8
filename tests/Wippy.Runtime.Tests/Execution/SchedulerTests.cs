using System.Threading.Tasks;
using Xunit;
using static Wippy.Runtime.LuaOperators;

namespace Wippy.Runtime.Tests.Execution;

public class SchedulerTests
{
    private static readonly LuaString Send = LuaString.Literal("send"u8);
    private static readonly LuaString Receive = LuaString.Literal("receive"u8);
    private static int slot;
    private static LuaMethodCache? cache;

    [Fact]
    public async Task UnbufferedTraceOfTheSpecification()
    {
        var host = new RecordingHost();
        await LuaRun.RunAsync(lua => new LuaAsyncFunction0("main", () => Main(lua)), host);
        Assert.Equal("a1 m1 1 m2", string.Join(' ', host.Lines));

        static async LuaTask<LuaValues> Main(LuaState lua)
        {
            var c = New(lua, 0);
            await lua.CallAsync(Global(lua, "coroutine", "spawn"), new LuaAsyncFunction0("f", () => Spawned(lua, c)), 0);
            Print(lua, "m1");
            Print(lua, (await CallMethod(lua, c, Receive)).First);
            Print(lua, "m2");
            return default;
        }

        static async LuaTask<LuaValues> Spawned(LuaState lua, LuaValue c)
        {
            Print(lua, "a1");
            await CallMethod(lua, c, Send, 1);
            Print(lua, "a2");
            return default;
        }
    }

    [Fact]
    public async Task BufferedTraceOfTheSpecification()
    {
        var host = new RecordingHost();
        await LuaRun.RunAsync(lua => new LuaAsyncFunction0("main", () => Main(lua)), host);
        Assert.Equal("s1 r1 r2 s2 s3 r3", string.Join(' ', host.Lines));

        static async LuaTask<LuaValues> Main(LuaState lua)
        {
            var c = New(lua, 1);
            await lua.CallAsync(Global(lua, "coroutine", "spawn"), new LuaAsyncFunction0("f", () => Spawned(lua, c)), 0);
            for (var i = 1; i <= 3; i++)
            {
                Print(lua, Concat("r", (await CallMethod(lua, c, Receive)).First, 0));
            }

            return default;
        }

        static async LuaTask<LuaValues> Spawned(LuaState lua, LuaValue c)
        {
            for (var i = 1; i <= 3; i++)
            {
                await CallMethod(lua, c, Send, i);
                Print(lua, Concat("s", i, 0));
            }

            return default;
        }
    }

    [Fact]
    public async Task WaitingForNothingIsAnError()
    {
        var outcome = await LuaRun.OutcomeAsync(lua => new LuaAsyncFunction0("main", () => CallMethod(lua, New(lua, 0), Receive)));
        Assert.Equal(LuaError.Internal, outcome.Error!.Kind);
        Assert.Equal("all coroutines blocked with no pending operations", outcome.Error.Message);
    }

    [Fact]
    public async Task AsyncRecursionOverflowsWithALuaError()
    {
        LuaState? state = null;
        LuaFunction? f = null;
        var outcome = await LuaRun.OutcomeAsync(lua =>
        {
            state = lua;
            f = new LuaAsyncFunction1("f", Recurse);
            return f;
        });
        Assert.Contains("stack overflow", outcome.Error!.Message);

        async LuaTask<LuaValues> Recurse(LuaValue n)
        {
            var r = await state!.CallAsync(f, Add(n.IsNil ? 0 : n, 1, 0), LuaRun.At + 1);
            return Add(r.First, 1, 0);
        }
    }

    [Fact]
    public async Task SynchronousRecursionOverflowsWithALuaError()
    {
        LuaState? state = null;
        LuaFunction? f = null;
        var outcome = await LuaRun.OutcomeAsync(lua =>
        {
            state = lua;
            f = new LuaFunction1("f", n => Add(state.Call(f, Add(n.IsNil ? 0 : n, 1, 0), LuaRun.At + 1), 1, 0));
            return f;
        });
        Assert.Contains("stack overflow", outcome.Error!.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SixteenThousandNestedCallsWork(bool waits)
    {
        LuaState? state = null;
        LuaFunction? f = null;
        var outcome = await LuaRun.OutcomeAsync(lua =>
        {
            state = lua;
            f = new LuaAsyncFunction1("f", Recurse);
            return new LuaAsyncFunction0("main", () => f.CallAsync(16_000));
        });
        Assert.Null(outcome.Error);
        Assert.Equal(16_000, outcome.Value.AsInteger());

        async LuaTask<LuaValues> Recurse(LuaValue n)
        {
            if (n.AsInteger() == 0)
            {
                if (waits)
                {
                    await state!.CallAsync(Global(state, "coroutine", "yield"), 0);
                }

                return new LuaValues(0);
            }

            return Add((await state!.CallAsync(f, Subtract(n, 1, 0), 0)).First, 1, 0);
        }
    }

    [Fact]
    public async Task CoroutinesPassValuesBothWays()
    {
        var outcome = await LuaRun.OutcomeAsync(lua => new LuaAsyncFunction0("main", () => Main(lua)));
        Assert.Equal("true 1 true 11 true 23 false cannot resume dead coroutine", outcome.Value.ToString());

        static async LuaTask<LuaValues> Main(LuaState lua)
        {
            var body = new LuaAsyncFunction1("body", async a =>
            {
                var b = (await lua.CallAsync(Global(lua, "coroutine", "yield"), a, 0)).First;
                var c = (await lua.CallAsync(Global(lua, "coroutine", "yield"), Add(a, b, 0), 0)).First;
                return Add(Add(a, b, 0), c, 0);
            });
            var co = lua.Call(Global(lua, "coroutine", "create"), body, 0);
            LuaValue text = "";
            foreach (var i in new[] { 1, 10, 12, 13 })
            {
                var r = await lua.CallAsync(Global(lua, "coroutine", "resume"), co, i, 0);
                text = Concat([text, text.AsString().Length > 0 ? " " : "", ToLuaString(r[0]), " ", r[1]], 0);
            }

            return text;
        }
    }

    [Fact]
    public async Task BlockingInsideACoroutineSuspendsTheWholeTask()
    {
        var host = new RecordingHost();
        await LuaRun.RunAsync(lua => new LuaAsyncFunction0("main", () => Main(lua)), host);
        Assert.Equal("in, sender, got 5, true, resumed true yielded, resumed true end", string.Join(", ", host.Lines));

        static async LuaTask<LuaValues> Main(LuaState lua)
        {
            var c = New(lua, 0);
            var co = lua.Call(
                Global(lua, "coroutine", "create"),
                new LuaAsyncFunction0("body", async () =>
                {
                    Print(lua, "in");
                    var r = await CallMethod(lua, c, Receive);
                    Print(lua, Concat("got ", r[0], 0));
                    Print(lua, r[1]);
                    await lua.CallAsync(Global(lua, "coroutine", "yield"), "yielded", 0);
                    return new LuaValues("end");
                }),
                0);
            var resumer = new LuaAsyncFunction0("resumer", async () =>
            {
                for (var i = 0; i < 2; i++)
                {
                    var r = await lua.CallAsync(Global(lua, "coroutine", "resume"), co, 0);
                    Print(lua, Concat(["resumed ", ToLuaString(r[0]), " ", r[1]], 0));
                }

                return default;
            });
            await lua.CallAsync(Global(lua, "coroutine", "spawn"), resumer, 0);
            Print(lua, "sender");
            await CallMethod(lua, c, Send, 5);
            await lua.CallAsync(Global(lua, "coroutine", "yield"), 0);
            return default;
        }
    }

    private static LuaValue Global(LuaState lua, string table, string name) => lua.Globals[table].AsTable()[name];

    private static LuaValue New(LuaState lua, long size) => lua.Call(Global(lua, "channel", "new"), size, 0);

    private static LuaTask<LuaValues> CallMethod(LuaState lua, LuaValue obj, LuaString name, LuaValue argument = default) =>
        lua.CallAsync(Method(obj, name, ref cache, ref slot, 0), obj, argument, 0);

    private static void Print(LuaState lua, LuaValue value) => lua.Call(lua.Globals["print"], value, 0);
}
