using System;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Analysis;

public sealed class FunctionAnalysisTests
{
    [Fact]
    public void Without_anything_that_waits_all_is_synchronous()
    {
        var output = Chunks.Compile("local function main(f) return f(1) end return { main = main }", modules: ["json"]);
        Assert.DoesNotContain("async", output.Text, StringComparison.Ordinal);
        Assert.False(output.Signature.CanWait);
    }

    [Theory]
    [InlineData("local function main(f) f(1) funcs.call('a:b') return 1 end return { main = main }")]
    [InlineData("local function main(f) f(1) return { funcs.call } end return { main = main }")]
    [InlineData("local function main(f) f(1) return _G end return { main = main }")]
    [InlineData("local function main(f) f(1) return require(f) end return { main = main }")]
    public void Something_that_waits_makes_unknown_calls_wait(string text)
    {
        var output = Chunks.Compile(text, modules: ["funcs"]);
        Assert.True(Chunks.MayWait(output.Text!, "main"));
        Assert.True(output.Signature.CanWait);
    }

    [Fact]
    public void Only_functions_that_reach_a_wait_are_async()
    {
        var output = Chunks.Compile(
            """
            local json = require("json")
            local function pure(a, b) return a * b + 1 end
            local function text(v) return json.encode(v), string.format("%d", 1) end
            local function waits() return funcs.call("a:b") end
            local function main() return waits(), pure(1, 2), text(1) end
            return { main = main }
            """,
            modules: ["funcs", "json"]);
        Assert.Contains("private long pure(long a, long b)", output.Text, StringComparison.Ordinal);
        Assert.Contains("private LuaValues text(", output.Text, StringComparison.Ordinal);
        Assert.Contains("private async LuaTask<LuaValue> waits()", output.Text, StringComparison.Ordinal);
        Assert.Contains("private async LuaTask<LuaValues> main()", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_without_sleeping_does_not_wait() =>
        Assert.DoesNotContain(
            "async", Chunks.Compile("local function main(f) f() return time.now() end return { main = main }", modules: ["time"]).Text, StringComparison.Ordinal);

    [Fact]
    public void Library_may_be_given_functions_that_wait()
    {
        var output = Chunks.Compile("local function each(t, f) f(t) end return { each = each, one = function() return 1 end }", "library.lua");
        Assert.True(Chunks.MayWait(output.Text!, "each"));
        Assert.False(output.Signature.CanWait);
        Assert.Equal(
            EquatableArray.Create(new ExportSignature("each", true), new ExportSignature("one", false)), output.Signature.Exports);
    }

    [Theory]
    [InlineData("local mt = {__add = function() time.sleep(1) end}", true)]
    [InlineData("local mt = {} for _, n in ipairs({'__add'}) do mt[n] = function() time.sleep(1) end end", true)]
    [InlineData("local mt = {} for _, n in ipairs({'add'}) do mt['__' .. n] = function() time.sleep(1) end end", true)]
    [InlineData("local mt = {} rawset(mt, '__add', function() time.sleep(1) end)", true)]
    [InlineData("local h = {plus = function() time.sleep(1) end} local mt = {__add = h.plus}", true)]
    [InlineData("local function make() return time.sleep end local mt = {__add = make()}", true)]
    [InlineData("local mt = {__add = function(a) return a - 1 end, __sub = function() time.sleep(1) end}", true)]
    [InlineData("local mt = {__add = function(a) return a - 1 end, __mul = function() time.sleep(1) end}", false)]
    [InlineData("local mt = {__add = function(a) return rawget(a, '__add') end} local t = {} for i = 1, 3 do t[i] = print end", false)]
    [InlineData("local base = {__add = function() return 1 end} local mt = {__add = base.__add}", false)]
    [InlineData("local base = {__add = function() return 1 end} local add if base then add = base.__add end local mt = {__add = add}", false)]
    [InlineData("local base = {__add = function() return 1 end} local add = base.__add if base.x then add = time.sleep end local mt = {__add = add}", true)]
    [InlineData("local function two() return 1, time.sleep end local one, add = two() local mt = {__add = add}", true)]
    [InlineData("local mt = {__index = function() return nil end, __add = math.max} mt.__index = mt", false)]
    public void Operators_wait_for_the_metamethods_that_a_chunk_stores(string text, bool waits)
    {
        var output = Chunks.Compile(text + " local open = { time.sleep } local function sum(a, b) time.sleep(1) return a + b end return { main = sum, mt = mt }", modules: ["time"]);
        Assert.Equal(waits, output.Text!.Contains("OperateAsync(LuaMetamethod.Add", StringComparison.Ordinal));
    }

    [Fact]
    public void Operators_of_a_library_wait_for_the_metamethods_of_its_programs()
    {
        var input = Chunks.Input(LuaParser.Parse(SourceText.FromString("main.lua", "local function sum(a, b) return a + b end return { sum = sum }")), "library.lua");
        Assert.DoesNotContain("async", ChunkCompiler.Compile(input).Text, StringComparison.Ordinal);

        var output = ChunkCompiler.Compile(input with { WaitingMetamethods = (int)Metamethods.Add });
        Assert.Contains("OperateAsync(LuaMetamethod.Add", output.Text, StringComparison.Ordinal);
        Assert.Equal(EquatableArray.Create(new ExportSignature("sum", true)), output.Signature.Exports);
    }

    [Fact]
    public void Exports_of_an_import_that_cannot_wait_are_called_synchronously()
    {
        var library = new ChunkSignature(
            "app:util", true, EquatableArray.Create(new ExportSignature("pure", false), new ExportSignature("slow", true)),
            EquatableArray<string>.Empty, EquatableArray<string>.Empty);
        var output = Chunks.Compile(
            "local function a() return (util.pure(1)) end local function b() return (util.slow(1)) end return { a = a, b = b }",
            imports: [new ChunkImport("util", library, null)]);
        Assert.Contains("private LuaValue a()", output.Text, StringComparison.Ordinal);
        Assert.True(Chunks.MayWait(output.Text!, "b"));
    }

    [Theory]
    [InlineData("local function main(f) return f(1) + 1 end return { main = main }", "private LuaResult main(LuaValue f)")]
    [InlineData("local function main(f) time.sleep(1) return f(1) + 1 end return { main = main }", "private async LuaTask<LuaValues> main(LuaValue f)")]
    [InlineData("local function main(f) return function() return f(1) + 1 end end return { main = main }", " : LuaResumableClosure0(")]
    [InlineData("local function main(f) local n = 0 return function() n = n + f(1) return n end, function() return n end end return { main = main }", "new LuaResumableFunction0(")]
    public void Functions_that_need_not_wait_are_plain_until_they_do(string text, string expected) =>
        Assert.Contains(expected, Chunks.Compile("local open = { time.sleep } " + text, modules: ["time"]).Text, StringComparison.Ordinal);

    [Fact]
    public void Editing_a_body_keeps_the_signature()
    {
        var first = Chunks.Compile("local function f(x) return x + 1 end return { f = f }", "library.lua").Signature;
        var second = Chunks.Compile("local function f(x) local y = x * 2 return y end return { f = f }", "library.lua").Signature;
        Assert.Equal(first, second);
    }

    [Fact]
    public void Calls_of_itself_at_the_end_become_jumps()
    {
        var output = Chunks.Compile("local function loop(n) if n == 0 then return 0 end return loop(n - 1) end return loop(3)");
        Assert.Contains("goto start;", output.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("function f(n) return n + 1 end print(f(1))")]
    [InlineData("local x = tonumber('1') function f(n) return n + 1 end print(f(1), x)")]
    [InlineData("local M = {} function M.g() return f(1) end function f(n) return n + 1 end print(M.g())")]
    [InlineData("local t = setmetatable({}, {}) t.x = 1 function t:g() end function f(n) return n + 1 end print(f(1), t)")]
    public void Functions_that_a_name_holds_for_good_are_called_directly(string text) =>
        Assert.Contains("f_typed(1)", Chunks.Compile(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("f = function(n) return n + 1 end print(f(1))", "anonymous_typed(1)")]
    [InlineData("local f local function g() return f(1) end f = function(n) return n + 1 end print(g())", "return f(1);")]
    public void Functions_assigned_to_a_name_for_good_are_called_directly(string text, string expected) =>
        Assert.Contains(expected, Chunks.Compile(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("g() function f(n) return n + 1 end print(f(1))")] // may call a function of the chunk before f is there
    [InlineData("local t = setmetatable({}, {}) print(t) function f(n) return n + 1 end print(f(1))")]
    [InlineData("print(tostring(setmetatable({}, {}))) function f(n) return n + 1 end print(f(1))")]
    [InlineData("local t = setmetatable({}, {__newindex = print}) t.x = 1 function f(n) return n + 1 end print(f(1))")]
    [InlineData("local t = {} for i = 1, 2 do print(t) t = setmetatable({}, {}) end function f(n) return n + 1 end print(f(1))")]
    [InlineData("f, g = function(n) return n + 1 end, 1 print(f(1), g)")]
    [InlineData("function f(n) return n + 1 end f = g print(f(1))")]
    [InlineData("function f(n) return n + 1 end print(f(1), _G)")]
    [InlineData("local f print(f) function f(n) return n + 1 end print(f(1))")]
    [InlineData("local f = 1 function f(n) return n + 1 end print(f(1))")]
    public void Other_functions_with_a_name_are_looked_up(string text) =>
        Assert.DoesNotContain("f_typed(1)", Chunks.Compile(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("local function f(n) if n < 2 then return n end return f(n - 1) + f(n - 2) end print(f(9))", "f_nested(n - 1) + f_nested(n - 2)")]
    [InlineData("local function f(n) if n < 2 then return n end return f(n - 1) + f(n - 2) end print(f(9))", "unchecked(f(n - 1) + f(n - 2))")]
    public void Small_recursive_functions_are_expanded_once_in_themselves(string text, string expected) =>
        Assert.Contains(expected, Chunks.Compile(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("local function f(n) for i = 1, n do f(i) end end f(9)")]
    [InlineData("local function f(n) if n > 0 then return f(n - 1) end return n end print(f(9))")]
    [InlineData("local function f(n) local g = function() return n end return n < 1 and g() or f(n - 1) + 1 end print(f(9))")]
    public void Other_recursive_functions_are_not(string text) => Assert.DoesNotContain("_nested", Chunks.Compile(text).Text, StringComparison.Ordinal);
}
