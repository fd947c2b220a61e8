using System;

namespace Wippy.Compiler.Tests.Analysis;

public sealed class ErrorAnalysisTests
{
    private const string Functions =
        """
        local function check(x) if x < 0 then error("negative") end return x end
        local function twice(x) return check(x) + check(x + 1) end
        """;

    [Fact]
    public void Without_protection_errors_are_raised()
    {
        var text = Text(Functions + " return { twice = twice, f = function(x) return twice(x) end }");
        Assert.Contains("throw lua.Error(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HasFailed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Checked", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" return pcall(twice, 1)")]
    [InlineData(" return xpcall(twice, print, 1)")]
    [InlineData(" return pcall(function() local y = twice(1) return y end)")]
    [InlineData(" local function try(f, ...) return pcall(f, ...) end return try(twice, 1)")]
    [InlineData(" local t = {} function t.run(x) local y = twice(x) return y end return pcall(t.run, 1)")]
    public void Errors_on_the_way_to_a_protected_call_are_given_back(string use)
    {
        var text = Text(Functions + use);
        Assert.Contains("lua.Fail(k_negative", text, StringComparison.Ordinal);
        Assert.DoesNotContain("throw", text, StringComparison.Ordinal);
        Assert.Contains("if (lua.HasFailed)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_who_call_such_functions_raise()
    {
        var text = Text(Functions + " local ok = pcall(twice, 1) print(twice(2)) return twice");
        Assert.Contains("lua.Checked(twice", text, StringComparison.Ordinal);
        Assert.Contains("lua.Ended(twice", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_evaluated_before_a_call_that_may_fail_stays_before_it()
    {
        var text = Text(Functions + " local n = 0 local function next(x) n = n + 1 return n + check(x) end return pcall(function() return (next(1)) end)");
        Assert.Contains("= n;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return pcall(function() local x = nil return x.y end)", "lua.IndexOrFail(")]
    [InlineData("local function f(a, b) return a + b end return pcall(f, 1)", "lua.AddOrFail(")]
    [InlineData("local function f(a) return 'x' .. a .. 'y' end return pcall(function(t) return f(t) end)", "lua.ConcatOrFail(")]
    [InlineData("return pcall(function(t) if t.n < 1 then t.x.y = 1 end end)", "lua.SetIndexOrFail(")]
    [InlineData("return pcall(function(t) t:run() end)", "lua.MethodOrFail(")]
    [InlineData("local t = ... return pcall(function() for i = 1, 9 do t[i].x = i end end)", "lua.SetIndexOrFail(")] // and in the loops of the protected function itself
    public void What_a_protected_call_does_once_gives_errors_of_operators_back(string lua, string operation)
    {
        var text = Text(lua);
        Assert.Contains(operation, text, StringComparison.Ordinal);
        Assert.Contains("if (lua.HasFailed)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local t = ... return pcall(function() for i = 1, 9 do for j = 1, 9 do t[i][j] = i end end end)")]
    [InlineData("local t = ... local function f(i) return t[i].x end return pcall(function() local s = 0 for i = 1, 9 do s = f(i) end return s end)")]
    [InlineData("local t = ... local function f(i) return t[i].x end for i = 1, 9 do f(i) end return pcall(f, 1)")]
    [InlineData("local function f(i) if i == 0 then return i.x end return f(i - 1) + 1 end return pcall(f, 1)")]
    [InlineData("return pcall(function(t) ::again:: t = t.x goto again end)")]
    public void What_it_may_do_often_raises(string lua) => Assert.DoesNotContain("OrFail(", Text(lua), StringComparison.Ordinal);

    [Fact]
    public void Errors_at_the_position_of_a_caller_are_given_back_through_values()
    {
        var text = Text("local function fail(m) error(m, 2) end local function f(x) if x then fail('x') end return x end return pcall(f, 1)");
        Assert.Contains("lua.Fail(m, ", text, StringComparison.Ordinal);
        Assert.Contains("lua.CallOrFail(fail_value, ", text, StringComparison.Ordinal);
        Assert.Contains("new LuaOpenFunction1(\"fail\", fail)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_that_a_call_makes_are_given_back()
    {
        var text = Text("local function made(m) return { m = m } end return pcall(function(m) error(made(m)) end)");
        Assert.Contains("lua.Fail(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("error", text.Substring(text.IndexOf("_body", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_that_may_wait_give_errors_back_as_values()
    {
        var output = Chunks.Compile("local function run(x) funcs.call('a:b') error(x) end return { main = function() return pcall(run, 1) end }", modules: ["funcs"]);
        Assert.Contains("return lua.FailedValues();", output.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("throw lua.Error(", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_that_may_wait_raise_when_they_are_called_by_name()
    {
        var output = Chunks.Compile(
            "local function run(x) funcs.call('a:b') error(x) end return { main = function() run(2) return pcall(run, 1) end }", modules: ["funcs"]);
        Assert.Contains("throw lua.Error(", output.Text, StringComparison.Ordinal);
    }

    private static string Text(string lua) => Chunks.Compile(lua).Text!;
}
