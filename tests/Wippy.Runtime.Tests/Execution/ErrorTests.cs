using System;
using System.Threading;
using System.Threading.Tasks;
using Wippy.Runtime.Modules;
using Xunit;

namespace Wippy.Runtime.Tests.Execution;

public class ErrorTests
{
    [Fact]
    public async Task ResultsDecideTheOutcome()
    {
        var error = new LuaError("NotFound", "gone") { Retryable = true, Details = new LuaTable { ["id"] = 5 } };
        Assert.Equal("value 5", await Outcome(new LuaValues(5)));
        Assert.Equal("value nil", await Outcome(LuaValues.Empty));
        Assert.Equal("value 1", await Outcome(new LuaValues([1, LuaValue.Nil, "ignored"])));
        Assert.Equal("value 1", await Outcome(new LuaValues(1, false)));
        Assert.Equal("Internal text False", await Outcome(new LuaValues(1, "text")));
        Assert.Equal("NotFound gone True", await Outcome(new LuaValues(1, error)));
        Assert.Equal("Internal plain ", await Outcome(new LuaValues(1, new LuaError("", "plain"))));
    }

    [Fact]
    public async Task RaisedValuesBecomeErrors()
    {
        var raised = await LuaRun.OutcomeAsync(lua => new LuaMultiFunction0("main", () => lua.CallAll(lua.Globals["error"], "bad", LuaRun.At + 7)));
        Assert.Equal("app:test:7: bad", raised.Error!.Message);
        Assert.Equal(LuaError.Internal, raised.Error.Kind);
        Assert.Null(raised.Error.Retryable);
        var structured = await LuaRun.OutcomeAsync(lua => new LuaMultiFunction0(
            "main", () => lua.CallAll(lua.Globals["error"], new LuaError(LuaError.Conflict, "busy") { Retryable = true }, LuaRun.At)));
        Assert.Equal((LuaError.Conflict, "busy", true), (structured.Error!.Kind, structured.Error.Message, structured.Error.Retryable));
    }

    [Fact]
    public async Task AnErrorInAnyTaskEndsTheInstance()
    {
        var outcome = await LuaRun.OutcomeAsync(lua => new LuaAsyncFunction0("main", async () =>
        {
            await lua.CallAsync(lua.Globals["coroutine"].AsTable()["spawn"], new LuaMultiFunction0("task", () => throw new LuaException((LuaValue)"in task")), 0);
            return new LuaValues("never");
        }));
        Assert.Equal("in task", outcome.Error!.Message);
    }

    [Fact]
    public async Task ProtectedCallsCatchAroundWaits()
    {
        var outcome = await LuaRun.OutcomeAsync(lua => new LuaAsyncFunction0("main", () => lua.CallAsync(
            lua.Globals["pcall"],
            new LuaAsyncFunction0("body", async () =>
            {
                await lua.CallAsync(lua.Globals["coroutine"].AsTable()["yield"], 0);
                return lua.CallAll(lua.Globals["error"], new LuaTable { ["code"] = 7 }, LuaRun.At);
            }),
            0)));
        Assert.Equal("value false", Show(outcome));
    }

    [Fact]
    public void HandlersOfExtendedProtectedCallsSeeTheError() => LuaRun.Run(lua =>
    {
        var results = lua.CallAll(
            lua.Globals["xpcall"],
            new LuaValues([
                new LuaMultiFunction2("body", (a, b) => lua.CallAll(lua.Globals["error"], LuaOperators.Concat(a, b, 0), 0, 0)),
                new LuaFunction1("handler", message => LuaOperators.Concat("handled ", message, 0)),
                "x",
                "y"]),
            0);
        Assert.Equal("false handled xy", $"{results[0]} {results[1]}");
        return default;
    });

    [Fact]
    public void WaitingInsideACallbackOfALibraryIsAnError() => LuaRun.Run(lua =>
    {
        var waits = new LuaAsyncFunction2("compare", (_, _) => lua.CallAsync(lua.Globals["coroutine"].AsTable()["yield"], 0));
        var results = lua.CallAll(lua.Globals["pcall"], lua.Globals["table"].AsTable()["sort"], new LuaTable { [1L] = 1, [2L] = 2 }, waits, 0);
        Assert.False(results[0].IsTruthy);
        Assert.Contains("attempt to yield across a C-call boundary", results[1].ToString(), StringComparison.Ordinal);
        return default;
    });

    [Fact]
    public async Task CoroutinesReportTheirFailure()
    {
        var outcome = await LuaRun.OutcomeAsync(lua => new LuaAsyncFunction0("main", async () =>
        {
            var coroutine = lua.Globals["coroutine"].AsTable();
            var thread = lua.Call(coroutine["create"], new LuaMultiFunction0("body", () => lua.CallAll(lua.Globals["error"], "oops", LuaRun.At + 3)), 0);
            var first = await lua.CallAsync(coroutine["resume"], thread, 0);
            var second = await lua.CallAsync(coroutine["resume"], thread, 0);
            var wrapped = lua.Call(coroutine["wrap"], new LuaMultiFunction0("body", () => lua.CallAll(lua.Globals["error"], "again", LuaRun.At + 4)), 0);
            var third = await lua.CallAsync(lua.Globals["pcall"], wrapped, 0);
            return (LuaValue)$"{first[0]} {first[1]} {lua.Call(coroutine["status"], thread, 0)} {second[1]} {third[1]}";
        }));
        Assert.Equal("value false app:test:3: oops dead cannot resume dead coroutine app:test:4: again", Show(outcome));
    }

    [Fact]
    public async Task CancellationOfTheHostEndsTheInstance()
    {
        using var source = new CancellationTokenSource();
        using var host = new SystemHost(source.Token);
        var run = LuaRun.RunAsync(
            lua => new LuaAsyncFunction0("main", () => lua.CallAsync(
                lua.Globals["pcall"], TimeModule.Open(lua).AsTable()["sleep"], "1h", 0)),
            host);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    // Each of these tables holds the one before twice: there are more ways through them than can be walked.
    [Fact]
    public void TablesThatOccurTwiceAreCopiedOnceAndEndAsJson() => LuaRun.Run(lua =>
    {
        var table = new LuaTable();
        for (var i = 0; i < 100; i++)
        {
            table = new LuaTable { [1L] = table, [2L] = table };
        }

        var copy = LuaCopy.Copy(table).AsTable();
        Assert.NotSame(table[1].AsTable(), copy[1].AsTable());
        Assert.Same(copy[1].AsTable(), copy[2].AsTable());
        Assert.Equal("value is too large for JSON encoding", Assert.Throws<LuaJsonException>(() => LuaJson.Encode(table)).Message);
        return default;
    });

    [Fact]
    public void CopiesAreDeepAndDropWhatCannotLeave() => LuaRun.Run(lua =>
    {
        var inner = new LuaTable { ["x"] = 1.0 };
        var table = new LuaTable { [1L] = inner, ["f"] = new LuaFunction0("f", () => 1), ["s"] = "text" };
        var copy = LuaCopy.Copy(table).AsTable();
        inner["x"] = 2;
        Assert.True(copy[1].AsTable()["x"].IsFloat);
        Assert.Equal(1.0, copy[1].AsTable()["x"].AsFloat());
        Assert.True(copy["f"].IsNil);
        Assert.Equal("text", copy["s"].ToString());
        table["self"] = table;
        Assert.Contains("contains itself", Assert.Throws<LuaException>(() => LuaCopy.Copy(table)).Message, StringComparison.Ordinal);
        return default;
    });

    [Fact]
    public void StructuredErrorsHaveTheirMethods() => LuaRun.Run(lua =>
    {
        var errors = ErrorsModule.Table;
        var fields = new LuaTable { ["message"] = "m", ["kind"] = "Invalid", ["retryable"] = false, ["details"] = new LuaTable { ["a"] = 1 } };
        var error = lua.Call(errors["new"], fields, 0);
        Assert.Equal("m", Method("message").ToString());
        Assert.Equal("Invalid", Method("kind").ToString());
        Assert.Equal("false", Method("retryable").ToString());
        Assert.Equal(1, Method("details").AsTable()["a"].AsInteger());
        Method("details").AsTable()["a"] = 2;
        Assert.Equal(1, Method("details").AsTable()["a"].AsInteger());
        Assert.Equal("m!", LuaOperators.Concat(error, "!", 0).ToString());
        Assert.True(lua.Call(errors["is"], error, errors["INVALID"], 0).IsTruthy);
        Assert.False(lua.Call(errors["is"], "text", errors["INVALID"], 0).IsTruthy);
        var wrapped = lua.Call(errors["wrap"], error, "context", 0);
        Assert.Equal("m", wrapped.ToString());
        Assert.True(lua.Call(errors["is"], wrapped, "Invalid", 0).IsTruthy);
        Assert.Contains("context", ((LuaError)wrapped.AsUserdata()).Stack, StringComparison.Ordinal);
        Assert.True(lua.Call(lua.Globals["getmetatable"], error, 0).IsNil);
        Assert.False(lua.CallAll(lua.Globals["pcall"], errors["new"], new LuaTable { ["message"] = 5 }, 0)[0].IsTruthy);
        return default;

        LuaValue Method(string name) => lua.Call(LuaOperators.Index(error, name, 0), error, 0);
    });

    private static async Task<string> Outcome(LuaValues results) => Show(await LuaRun.OutcomeAsync(_ => new LuaMultiFunction0("main", () => results)));

    private static string Show(LuaOutcome outcome) =>
        outcome.Error is { } error ? $"{error.Kind} {error.Message} {error.Retryable}" : "value " + outcome.Value;
}
