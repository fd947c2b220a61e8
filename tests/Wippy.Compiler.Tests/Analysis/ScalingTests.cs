using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Wippy.Compiler.Tests.Analysis;

/// <summary>
/// The work for a source grows with its length, not with the square of it. What a thread allocates is the measure, since it is the same in every run; the stack
/// of the thread is small, so that nothing follows a chain of declarations by recursion.
/// </summary>
public sealed class ScalingTests
{
    private const int Count = 1_500;
    private const int Growth = 4;

    [Theory]
    [InlineData("", "function g{0}(a) return g{1}(a) end\n", "")]
    [InlineData("", "function g{0}(a) return 1 + g{1}(a) end\n", "")]
    [InlineData("", "function g{1}(a) return g{0}(a), 1 end\n", "")]
    [InlineData("", "function g{0}(a) error('x', 3) return g{1}(a) end\n", "")]
    [InlineData("", "do local function f(a) return a + {0} end f(1) end\n", "")]
    [InlineData("local t = {} ", "do local function f(a) if a > 0 then return f(a - 1) end return {0} end t[{0}] = f end\n", "")]
    [InlineData("type T = {", "f{0}: integer, ", "} local t: T = {} print(t.f1) return { t = t }")]
    [InlineData("type T = ", "\"k{0}\" | ", "nil local t: T = 'k1' print(t)")]
    [InlineData("type T = ", "{ kind: \"k{0}\", v: integer } | ", "nil local function f(t: T) if t and t.kind == 'k1' then return t.v end end")]
    [InlineData("", "type T{0} = { a: T{1}? }\n", "return {}")]
    [InlineData("local t = {", "f{0} = {0}, ", "} print(t.f0)")]
    [InlineData("local t = {", "function(a) return a + {0} end, ", "} print(t[1](1))")]
    [InlineData("local t = {} ", "function t:m{0}(a) return self.m{1}, a end\n", "")]
    [InlineData("local x = 0 ", "goto l{0} x = 1 ::l{0}::\n", "print(x)")]
    [InlineData("local x, r = 5 if x then r = 1 ", "elseif x == {0} then r = {0}\n", "end print(r)")]
    [InlineData("local s = 0 ", "for i = 1, {0} do s = s + i end\n", "print(s)")]
    [InlineData("", "local v{0} = {0}\n", "print(v0)")]
    [InlineData("local t = {} ", "t.f{0} = t.f{1}\n", "")]
    [InlineData("", "local x = {0}\n", "print(x)")]
    [InlineData("local t = {}", "t.f = function() return {0} end\n", "print(t.f())")]
    [InlineData("local t = {}", "do local function f() return {0} end t[{0}] = f end\n", "return t")]
    [InlineData("", "print({0}) ", "")]
    [InlineData("local t = {} ", "t.c{0} = {} function t.c{0}:m(a) return a + {0} end print(t.c{0}:m({0}))\n", "")]
    [InlineData("local t = {} ", "t.c{0} = { m = function(self, a) return a end } do local r = t.c{0}.m t.d{0} = r end\n", "")]
    [InlineData("local t = {} ", "t.a{0} = { v = { b{0} = {0} } } t.c{0} = t.a{0}.v.b{0} do local v = t.a{0}.v print(v.b{0}) end\n", "return function(a) return a end")]
    [InlineData("local t = {} ", "t.c{0} = {} function t.c{0}:m(a) error(a) end print(t.c{0}:m({0}))\n", "pcall(t.c0.m)")]
    [InlineData("local t = {} ", "function t.f{0}(a) error(a) end t[{0}]({0})\n", "pcall(t.f0)")]
    [InlineData("local t = {} local function try(f) f() f() end ", "try(function() error({0}) end)\n", "pcall(try, print)")]
    [InlineData("local t = {} local function try(f) ", "f({0}) ", "end try(t.a) try(t.b) pcall(try, t.c)")]
    [InlineData("", "local function f{0}(f) f() f{1}(f) end\n", "pcall(f0, print)")]
    public void Work_grows_with_the_length(string start, string piece, string end)
    {
        // Once before, for what is made once.
        Allocated(start, piece, end, 10);
        var small = Allocated(start, piece, end, Count);
        var large = Allocated(start, piece, end, Count * Growth);
        Assert.InRange((double)large / small, 1, Growth * 1.5);
    }

    // The analyzers of a build look at all names of a declaration for each of them.
    [Fact]
    public void No_declaration_has_many_names()
    {
        var text = Chunks.Compile("local t = {} t.t = t local r = t" + string.Concat(Enumerable.Repeat(".t", 100)) + " return r").Text!;
        var declarations = text.Split(';').Where(static d => d.Contains("private static int s", StringComparison.Ordinal)).ToArray();
        Assert.Equal(7, declarations.Length);
        Assert.All(declarations, static d => Assert.InRange(d.Split(',').Length, 1, 16));
    }

    // Long lists of records unite the places of all rows; followed one by one, they took minutes.
    [Fact]
    public void Rows_of_a_long_table_are_read_in_time()
    {
        var watch = Stopwatch.StartNew();
        Chunks.Compile("local t = {" + string.Concat(Enumerable.Repeat("{ id = 1, tags = { 'a', 'b' } },\n", 20_000)) + "} return t");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private static long Allocated(string start, string piece, string end, int count)
    {
        static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
        var pieces = Enumerable.Range(0, count)
            .Select(i => piece.Replace("{0}", Number(i), StringComparison.Ordinal).Replace("{1}", Number((i + 1) % count), StringComparison.Ordinal));
        var source = start + string.Concat(pieces) + end;
        return SmallStack.Allocated(() => Chunks.Compile(source));
    }
}
