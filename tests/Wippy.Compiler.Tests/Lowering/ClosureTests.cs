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
    [InlineData("local function make(a) return function() a = a + 1 return a end, function() return a end end return make(1)")]
    [InlineData("local function make(a) local list = {} for i = 1, 2 do list[i] = function() a = a + 1 return a end end return list end return make(1)")]
    [InlineData("local function make(a) local f = function() a = a + 1 end f() return a end return make(1)")]
    [InlineData("local function make(a) while (function() a = a + 1 return a end)() < 3 do end end return make(1)")]
    [InlineData("local function make(n) local a, list = 0, {} ::back:: list[#list + 1] = function() a = a + 1 end if #list < n then goto back end end return make(2)")]
    [InlineData("local function make(a) local f = function() return a end a = 2 return f end return make(1)")]
    [InlineData("local function make(a) local function inner() a = a + 1 return a end return function() return inner() end end return make(1)")]
    [InlineData("local function make(a) return function(...) return a, ... end end return make(1)")]
    [InlineData("local function make(p) return function(a, b, c, d) return p end end return make(1)")]
    public void A_variable_that_is_assigned_is_shared_and_longer_lists_of_arguments_are_taken_as_such(string program)
    {
        Assert.DoesNotContain("class closure_", Compile(program));
    }

    [Fact]
    public void A_function_that_calls_another_one_beside_it_holds_what_that_takes()
    {
        var text = Compile("local function make(a) local function inner() return a end return function() return inner() end end return make(1)");
        Assert.Contains("return new closure_1(this, a);", text);
        Assert.Contains("closure_1_body(long a)\n{\nreturn inner(a);", text);
        Assert.Contains("private long inner(long a)\n{\nreturn a;", text);
    }

    [Fact]
    public void A_variable_that_the_function_alone_assigns_is_a_field_of_its_object()
    {
        var text = Compile("local function make(step) local n = 0 return function() n = n + step return n end end return make(1)");
        Assert.Contains("return new closure_1(this, n, step);", text);
        Assert.Contains("closure_1_body(long step, closure_1 holder)\n{\nholder.n = unchecked(holder.n + step);\nreturn holder.n;", text);
        Assert.Contains("public long n = n;\npublic override LuaValue Call() => chunk.closure_1_body(step, this);", text);
    }

    [Fact]
    public void A_variable_of_the_chunk_is_not_held()
    {
        Assert.Contains(
            "class closure_1(AppMainModule chunk) :",
            Compile("local total = 0 local function f() return function(x) total = total + x end end return f()"));
    }

    [Fact]
    public void A_function_that_is_called_with_one_type_chooses_its_typed_copy()
    {
        var text = Compile("local list = {3, 1, 2} table.sort(list, function(a, b) return a > b end)");
        Assert.Contains("private bool closure_1_body(LuaValue a, LuaValue b)\n{\nreturn a.IsInteger && b.IsInteger ? closure_1_typed(a.AsInteger(), b.AsInteger()) : closure_1_general(a, b);\n}", text);
        Assert.Contains("private bool closure_1_typed(long a, long b)\n{\nreturn a > b;\n}", text);
    }

    [Fact]
    public void Strings_that_are_compared_are_taken_as_such() =>
        Assert.Contains("private bool closure_1_typed(LuaString a, LuaString b)", Compile("local list = {'b', 'a'} table.sort(list, function(a, b) return a < b end)"));

    [Fact]
    public void The_typed_copy_takes_what_the_function_holds_and_hands_it_on()
    {
        var text = Compile("local function by(list, key) table.sort(list, function(a, b) return a.x[key] < b.x[key] end) end by({{x = {1}}}, 1)");
        Assert.Contains("private bool closure_1_body(LuaValue a, LuaValue b, long key)", text);
        Assert.Contains("return a.IsTable && b.IsTable ? closure_1_typed(a.AsTable(), b.AsTable(), key) : closure_1_general(a, b, key);", text);
        Assert.Contains("return closure_1_resume(1, a: a, b: b, key: key);", text);
    }

    [Fact]
    public void What_a_typed_copy_knows_of_a_variable_is_asked_for_where_a_function_holds_it()
    {
        var text = Compile("local function scale(k) k = k + 0 local f = k return function(x) return x * 2 + f end end return scale");
        Assert.Contains("new closure_1(this, f)", text);
        Assert.Contains("return x.IsInteger && f.IsInteger ? closure_1_typed(x.AsInteger(), f.AsInteger()) : closure_1_general(x, f);", text);
        Assert.DoesNotContain("closure_2", text);
    }

    private static string Compile(string program) => Chunks.Flat(Chunks.Compile(program));
}
