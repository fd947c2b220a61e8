using Wippy.Compiler.Tests.Analysis;

namespace Wippy.Compiler.Tests.Lowering;

public class ClosureTests
{
    [Fact]
    public void A_function_that_holds_values_is_one_object()
    {
        var text = Compile("return function(a) return function(x) return x .. a end end");
        Assert.Contains("return new closure_2(this, a);", text);
        Assert.Contains("private sealed class closure_2(AppMainModule chunk, LuaValue a) : LuaClosure1(\"anonymous\")", text);
        Assert.Contains("public override LuaValue Call(LuaValue a0) => chunk.closure_2_body(a0, a);", text);
    }

    [Theory]
    [InlineData("return x", "LuaClosure1", "public override LuaValue Call(")]
    [InlineData("return a(x)", "LuaOpenClosure1", "protected override LuaResult CallTail(")]
    [InlineData("return x, a", "LuaMultiClosure1", "public override LuaValues CallAll(")]
    [InlineData("a(x)", "LuaMultiClosure1", "public override LuaValues CallAll(")]
    public void The_class_tells_how_many_results_the_function_has(string body, string expected, string member)
    {
        var text = Compile($"local function make(a) return function(x) {body} end end return make(print)");
        Assert.Contains(expected + "(\"anonymous\")", text);
        Assert.Contains(member, text);
    }

    [Theory]
    [InlineData("local function make(a) return function() a = a + 1 return a end end return make(1)")]
    [InlineData("local function make(a) local f = function() return a end a = 2 return f end return make(1)")]
    [InlineData("local function make(a) local function inner() return a end return function() return inner() end end return make(1)")]
    [InlineData("local function make(a) return function(...) return a, ... end end return make(1)")]
    [InlineData("local function make(p) return function(a, b, c, d) return p end end return make(1)")]
    public void A_variable_that_is_assigned_is_shared_and_longer_lists_of_arguments_are_taken_as_such(string program)
    {
        Assert.DoesNotContain("class closure_", Compile(program));
    }

    [Fact]
    public void A_variable_of_the_chunk_is_not_held()
    {
        Assert.Contains(
            "class closure_1(AppMainModule chunk) :",
            Compile("local total = 0 local function f() return function(x) total = total + x end end return f()"));
    }

    private static string Compile(string program) => Chunks.Flat(Chunks.Compile(program));
}
