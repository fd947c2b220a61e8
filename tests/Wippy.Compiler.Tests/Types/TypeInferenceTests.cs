using System;
using Wippy.Compiler.Tests.Analysis;

namespace Wippy.Compiler.Tests.Types;

public sealed class TypeInferenceTests
{
    [Theory]
    [InlineData("local i = 1 i = i + 1 print(i)", "long i = 1;")]
    [InlineData("local f = 1.5 f = f * 2 print(f)", "double f = 1.5;")]
    [InlineData("local b = x == 1 print(b)", "bool b = ")]
    [InlineData("local s = 'a' s = s .. 'b' print(s)", "LuaString s = ")]
    [InlineData("local s = string.format('%d', 1) print(s)", "LuaString s = ")]
    [InlineData("local x = 1 x = x + 0.5 print(x)", "LuaValue x = 1;")]
    [InlineData("local x x = 1 print(x)", "LuaValue x = LuaValue.Nil;")]
    [InlineData("local x = 1 x = 'a' print(x)", "LuaValue x = 1;")]
    [InlineData("local q = 7 / 2 print(q)", "double q = ")]
    [InlineData("local q = 7 // 2 print(q)", "long q = ")]
    [InlineData("local x: integer = f() print(x)", "LuaValue x = ")]
    [InlineData("for i = 1, 10 do print(i) end", "for (long i = 1; i <= 10; i++)")]
    [InlineData("for i = 10, 1, -2 do print(i) end", "for (long i = 10; i >= 1; i -= 2)")]
    [InlineData("for i = 1, n do print(i) end", "for (long i = 1; i <= t1; i++)")]
    public void Locals_get_the_type_that_is_proven(string text, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile(text)), StringComparison.Ordinal);

    [Fact]
    public void Parameters_get_the_type_that_all_callers_give()
    {
        Assert.Contains("double f(double x)", Chunks.Compile("local function f(x) return x / 2 end print(f(1.5), f(2.5))").Text, StringComparison.Ordinal);
        Assert.Contains("double f(long x)", Chunks.Compile("local function f(x) return x / 2 end print(f(1), f(2))").Text, StringComparison.Ordinal);
        Assert.Contains("LuaValue f(LuaValue x)", Chunks.Compile("local function f(x) return x end print(f(1), f('a'))").Text, StringComparison.Ordinal);
        Assert.Contains("LuaValue f(LuaValue x)", Chunks.Compile("local function f(x) return x end print(f(1), f)").Text, StringComparison.Ordinal);
        Assert.Contains("LuaValue f(LuaValue x)", Chunks.Compile("local function f(x) return x end print(f(1), (f()))").Text, StringComparison.Ordinal);
    }
}
