using System;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Analysis;

/// <summary>Which loops of functions that may wait become functions of their own, and what they look like.</summary>
public sealed class LoopExtractionTests
{
    [Theory]
    [InlineData("for i = 1, 3 do s = s + i end", "s = main_loop(s)")]
    [InlineData("for i = 1, a do s = s + i end", "s = main_loop(a, s)")]
    [InlineData("while s < a do s = s + 1 if s == 7 then break end end", "s = main_loop(s, a)")]
    [InlineData("repeat local x = s * 2 s = s + 1 until x > a", "s = main_loop(a, s)")]
    [InlineData("for _, v in ipairs(a) do if v then goto continue end print(v, s) ::continue:: end", "main_loop(a, s)")]
    [InlineData("for i = 1, a do s = s + 1 a = a + 1 end", "= main_loop(a, s)")]
    [InlineData("for i = 1, 3 do s = s + top total = total + i end", "s = main_loop(s)")]
    [InlineData("for i = 1, 3 do s = s + i end for i = 1, 3 do s = s - i end", "s = main_loop2(s)")]
    [InlineData("local n: integer = 1 for i = 1, 3 do local x: integer = i n = n + x end s = n", "n = main_loop(n)")]
    [InlineData("for i = 1, 2 do time.sleep(i) for j = 1, 3 do s = s + i end end", "s = main_loop(s, i)")]
    public void A_loop_that_cannot_wait_becomes_a_function(string loop, string call) =>
        Assert.Contains(call, Compile(loop), StringComparison.Ordinal);

    [Theory]
    [InlineData("for i = 1, 3 do time.sleep(i) end")]
    [InlineData("for i = 1, 3 do a.b(i) end")]
    [InlineData("for k in a do print(k) end")]
    [InlineData("for i = 1, 3 do if i == s then return i end end")]
    [InlineData("for i = 1, 3 do print(function() return i end) end")]
    [InlineData("for i = 1, 3 do print(...) end")]
    [InlineData("for i = 1, 3 do error('x', 2) end")]
    [InlineData("local f = function() return s end for i = 1, 3 do s = s + i end print(f)")]
    [InlineData("local function f() return 1 end for i = 1, 3 do s = s + f() end")]
    [InlineData("for i = 1, 3 do print(main, i) end")]
    public void Another_loop_stays(string loop) =>
        Assert.DoesNotContain("main_loop", Compile(loop), StringComparison.Ordinal);

    [Fact]
    public void Loops_of_functions_that_cannot_wait_stay() =>
        Assert.DoesNotContain(
            "_loop", Chunks.Compile("local function main(a) local s = 0 for i = 1, a do s = s + i end return s end return { main = main }").Text!, StringComparison.Ordinal);

    [Theory]
    [InlineData("for i = 1, 1000 do s = s + i end", "s = chunk_loop(s)")]
    [InlineData("for i = 1, n do s = s + i end", "s = chunk_loop(n, s)")]
    [InlineData("for i = 1, 40 do for j = 1, 40 do s = s + i * j end end", "s = chunk_loop(s)")]
    [InlineData("for i = 1, 3 do while s < n do s = s + i end print(s) end", "s = chunk_loop(s, n, i)")]
    [InlineData("local function twice(x) return 2 * x end for i = 1, n do s = s + twice(i) end", "s = chunk_loop(n, s)")]
    [InlineData("local function get() return n end for i = 1, n do s = s + i end print(get())", "s = chunk_loop(n, s)")]
    public void A_long_loop_of_the_outermost_block_becomes_a_function(string loop, string call) =>
        Assert.Contains(call, CompileChunk(loop), StringComparison.Ordinal);

    [Theory]
    [InlineData("for i = 1, 999 do s = s + i end")]
    [InlineData("for i = 1, n do s = s + i print(s) end")]
    [InlineData("local function add(x) s = s + x end for i = 1, n do add(i) s = s * 2 end")]
    [InlineData("local function twice(x) return 2 * x end for i = 1, n do s = s + twice(i) end print(twice)")]
    [InlineData("for i = 1, n do s = s + i end ::behind:: print(s)")]
    [InlineData("for i = 1, n do if i == s then return s end end")]
    public void Another_loop_of_the_outermost_block_stays(string loop) =>
        Assert.DoesNotContain("chunk_loop", CompileChunk(loop), StringComparison.Ordinal);

    [Fact]
    public void The_name_is_one_that_the_source_does_not_have() =>
        Assert.Contains("s = main_loop2(s)", Compile("for i = 1, 3 do s = s + i end print(main_loop)"), StringComparison.Ordinal);

    [Fact]
    public void Comments_stay_with_what_they_are_about()
    {
        const string Text = """
            -- Adds up.
            local function main(a)
                -- First it waits.
                time.sleep(a)
                local s = 0
                -- Then come the rounds.
                for i = 1, a do
                    -- Each one adds.
                    s = s + i
                end
                -- That is all.
                return s
            end
            return { main = main }
            """;
        var input = Chunks.Input(LuaParser.Parse(SourceText.FromString("main.lua", Text)), modules: ["time"]);
        var output = Chunks.Flat(ChunkCompiler.Compile(input with { Options = input.Options with { KeepComments = true } }));

        Assert.Contains("// Adds up.\nprivate async", output, StringComparison.Ordinal);
        Assert.Contains("// Each one adds.\ns = ", output, StringComparison.Ordinal);
        Assert.Contains("// Then come the rounds.\ns = main_loop(a, s);\n// That is all.\nreturn", output, StringComparison.Ordinal);
    }

    private static string CompileChunk(string loop) => Chunks.Compile("local n, s = ..., 0 " + loop + " return { s = s }").Text!;

    private static string Compile(string loop) => Chunks.Compile(
        "local top, total = 1, 0 local function main(a, ...) local s = 0 time.sleep(1) " + loop + " return s end return { main = main, get = function() return top, total end }",
        modules: ["time"]).Text!;
}
