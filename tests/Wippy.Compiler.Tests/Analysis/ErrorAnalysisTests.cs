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

    [Fact]
    public void Functions_that_may_wait_raise()
    {
        var output = Chunks.Compile("local function run(x) funcs.call('a:b') error(x) end return { main = function() return pcall(run, 1) end }", modules: ["funcs"]);
        Assert.Contains("throw lua.Error(", output.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("HasFailed", output.Text, StringComparison.Ordinal);
    }

    private static string Text(string lua) => Chunks.Compile(lua).Text!;
}
