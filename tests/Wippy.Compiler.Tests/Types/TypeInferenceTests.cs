using System;
using System.Linq;
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

    [Theory]
    [InlineData("", "function.lua", "LuaString s = ")]
    [InlineData("type = f ", "function.lua", "LuaValue s = ")]
    [InlineData("function type() end ", "function.lua", "LuaValue s = ")]
    [InlineData("g(_G) ", "function.lua", "LuaValue s = ")]
    [InlineData("_G.type = f ", "function.lua", "LuaValue s = ")]
    [InlineData("_G['type'] = f ", "function.lua", "LuaValue s = ")]
    [InlineData("function _G.type() end ", "function.lua", "LuaValue s = ")]
    [InlineData("rawset(_G, 'type', f) ", "function.lua", "LuaValue s = ")]
    [InlineData("_G[name] = f ", "function.lua", "LuaValue s = ")]
    [InlineData("_G = t ", "function.lua", "LuaValue s = ")]
    [InlineData("g(_G._G) ", "function.lua", "LuaValue s = ")]
    [InlineData("rawget = f g(rawget(_G, 'x')) ", "function.lua", "LuaValue s = ")]
    [InlineData("rawset(_G, 'x', 1).type = f ", "function.lua", "LuaValue s = ")]
    [InlineData("_G.other = f ", "function.lua", "LuaString s = ")]
    [InlineData("function _G.other() end rawset(_G, 'more', f) ", "function.lua", "LuaString s = ")]
    [InlineData("print(_G.x, _G['x'], _G[x], rawget(_G, 'x')) ", "function.lua", "LuaString s = ")]
    [InlineData("g(require('_G')) ", "function.lua", "LuaValue s = ")]
    [InlineData("local name = '_' .. 'G' require(name).type = f ", "function.lua", "LuaValue s = ")]
    [InlineData("", "library.lua", "LuaValue s = ")]
    public void Results_of_builtins_are_known_only_where_nobody_can_have_replaced_them(string before, string kind, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile(before + "local s = type(x) print(s)", kind)), StringComparison.Ordinal);

    [Fact]
    public void Numeric_parameters_give_a_typed_copy_behind_a_guard()
    {
        var text = Chunks.Flat(Chunks.Compile("local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end print(fib(x))"));
        Assert.Contains("private LuaValue fib(LuaValue n)\n{\nreturn n.IsInteger ? fib_typed(n.AsInteger()) : fib_general(n);\n}", text, StringComparison.Ordinal);
        Assert.Contains("private long fib_typed(long n)", text, StringComparison.Ordinal);
        Assert.Contains("return unchecked(fib_typed(n - 1) + fib_typed(n - 2));", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local function f(a: number, s: string) return a * 2 end print(f(x, y))", "private double f_typed(double a, LuaString s)")]
    [InlineData("local function f(i: integer) return i end print(f(x))", "private long f_typed(long i)")]
    [InlineData("local M = {} function M.f(n) return n // 2 end return M", "private long M_f_typed(long n)")]
    [InlineData("local function f(n) local c = 0 for i = 1, n do c = c + i end return c end print(f(x))", "for (long i = 1; i <= n; i++)")]
    public void Parameters_that_are_expected_to_be_numbers_are_numbers_in_the_copy(string text, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("local function f(s) return s:upper() end print(f(x))", "return s.IsString ? f_typed(s.AsString()) : f_general(s);")]
    [InlineData("local function f(s) return (s:upper()) end print(f(x))", "return lua.CallKnown(library_string_upper, s, At + LuaChunk.MethodCall + 1).AsString();")]
    [InlineData("local function f(s, i) return string.rep(s, i) end print(f(x))", "f_typed(LuaString s, LuaValue i)")]
    public void Parameters_that_functions_of_strings_are_called_with_are_strings_in_the_copy(string text, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("local M = {} function M:upper() return 1 end local function f(s) return s:upper() end print(f(x))")] // a method of the chunk
    [InlineData("local function f(t) return t:format('x') end print(f(x))")] // times have it too
    [InlineData("local function f(s) s = s:upper() s = 1 return s end print(f(x))")] // does not stay one
    public void Others_are_not_taken_for_strings(string text) =>
        Assert.DoesNotContain("_typed", Chunks.Flat(Chunks.Compile(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("print(tostring(x), (string.find(x, 'a')))", "function.lua", "lua.CallKnown(library_tostring, ")]
    [InlineData("local find = string.find print(find(x, 'a', 1, true))", "function.lua", "CallOpen(library_string_find, ")]
    [InlineData("local a, b, c = string.find(x, 'a')", "function.lua", "lua.CallAllKnown(library_string_find, ")]
    [InlineData("local s = string.format('%d %d %d', x, y, z)", "function.lua", "lua.CallKnown(library_string_format, [")]
    [InlineData("string = {} print(string.find(x, 'a'))", "function.lua", "k_find")]
    [InlineData("print(string.find(x, 'a'))", "library.lua", "k_find")]
    [InlineData("print(string.unknown(x))", "function.lua", "k_unknown")]
    public void Functions_of_the_library_are_not_looked_up_where_the_name_surely_means_them(string text, string kind, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile(text, kind)), StringComparison.Ordinal);

    [Theory]
    [InlineData("local function f(n) n = n + 1 if n > 5 then n = 'many' end return n end print(f(x))")] // assigned something else
    [InlineData("local function f(a, b) return a + b end print(f(x, y))")] // numbers of which kind?
    [InlineData("local function f(s: string) return s .. 1 end print(f(x))")]
    [InlineData("local function f(n, ...) return n + 1 end print(f(x))")]
    public void Other_functions_have_no_typed_copy(string text) =>
        Assert.DoesNotContain("_typed", Chunks.Flat(Chunks.Compile(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("t[i] = 1.5", "double", "Floats")]
    [InlineData("t[i] = i", "long", "Integers")]
    [InlineData("t[i - 1] = 1.5", "double", "Floats")]
    public void What_a_table_probably_holds_is_asked_for_where_the_statement_begins(string fill, string type, string found)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t, n) local s = 0.5 for i = 1, n do s = s + t[i] end return s end local t = {{}} for i = 1, 9 do {fill} end print(f(t, x))"));
        const string Exit = "\n{\nreturn f_resume(1, t: t, n: n, s: s, i: i, t1: ForResume(i, n, 1));\n}\n";
        Assert.Contains(
            $"for (long i = 1; i <= n; i++)\n{{\nif ({found}(t) is var t1 && t1.Covers(i, n))\n{{\ndo\n{{\n{type} t2 = t1.At(i);\ns = s + t2;\ni++;\n}}\nwhile (i <= n);\nbreak;\n}}\n"
            + $"else\n{{\nif (!TryIndex(t, i, out {type} t3)){Exit}s = s + t3;\n}}\n}}\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("case 1: goto at_1;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s = s + t[i] g()")] // the call may change the list
    [InlineData("s = s + t[i] t[i] = g")] // so may a metamethod
    [InlineData("s = s + t[i] s = s + x.y")]
    [InlineData("s = s + t[i] for j = i, n do s = s + t[j] end g()")] // only the loop inside does nothing else
    [InlineData("s = s + t[i] t = {1.5}")] // another list
    [InlineData("local u = {1.5} s = s + u[1] + t[i] g()")]
    [InlineData("t[i] = s")] // nothing is read
    public void Elements_are_not_found_before_a_loop_that_may_change_the_list_in_unknown_ways(string body)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t, n) local s = 0.5 for i = 1, n do {body} end return s end local t = {{}} for i = 1, 9 do t[i] = 1.5 end print(f(t, x))"));
        Assert.DoesNotContain("LuaElements<double> t1 = Floats(t);\nif (!t1.IsEmpty)\n{\nfor (long i", text, StringComparison.Ordinal);
        Assert.DoesNotContain("while (i <= ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for i = 1, n do s = s + t[i] end", "Covers(i, n)")]
    [InlineData("for i = m, 9 do s = s + t[i] end", "Covers(i, 9)")]
    [InlineData("for i = n, 1, -1 do s = s + t[i] end", "Covers(1, i)")]
    [InlineData("for i = 1, n, 2 do s = s + t[i] end", "Covers(i, n)")]
    [InlineData("for i = 1, n do s = s + t[i + 1] end", "Covers(unchecked(i + 1), unchecked(n + 1))")]
    [InlineData("for i = 1, n do s = s + t[m + i] end", "Covers(unchecked(m + i), unchecked(m + n))")]
    [InlineData("for i = 1, n do s = s + t[i - m] + t[m] end", "Covers(unchecked(i - m), unchecked(n - m)) && t1.Covers(m, m)")]
    [InlineData("for i = 1, n do s = s + t[(m - 1) * m + i - 1] end", "Covers(unchecked((m - 1) * m + i - 1), unchecked((m - 1) * m + n - 1))")]
    [InlineData("for i = 1, n do local o = i + m s = s + t[o] end", "Covers(unchecked(i + m), unchecked(n + m))")]
    [InlineData("for i = 1, n do s = s + t[i] t[i] = s end", "t1.Set(i, s_copy);")]
    [InlineData("for i = 1, n do if s > 1.5 and t[i] > 2.5 then s = 2.5 end end", "Covers(i, n)")]
    public void The_elements_of_a_whole_range_are_asked_for_once(string loop, string expected)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t, m, n) local s = 0.5 {loop} return s + m * n end local t = {{}} for i = 1, 9 do t[i] = 1.5 end print(f(t, 1, x))"));
        Assert.Contains(expected.Replace("s_copy", "t2", StringComparison.Ordinal), text, StringComparison.Ordinal);
        Assert.Contains(".At(", text, StringComparison.Ordinal);
        Assert.Contains("do\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local i = m while i > 0 and t[i] > s do t[i + 1] = t[i] i = i - 1 end", true)]
    [InlineData("local i = m while i > 0 do s = s + t[i] i = i - 1 end", true)]
    [InlineData("local i = 1 repeat s = s + t[i] until s > 9", true)]
    [InlineData("for i = 1, n do local k = i * i % n t[k] = t[k] + 1 end", true)]
    [InlineData("for i = 1, n do local k = i * i % n k = k + 1 s = s + t[k] end", true)] // a variable of the pass
    [InlineData("for i = 1, n do s = s + t[i] * t[i * i % n] end", true)] // along the counter and elsewhere
    [InlineData("for i = 1, n do local k = i * i % n t[k], t[k + 1] = t[k + 1], t[k] end", true)]
    [InlineData("for i = 1, n do local k = i * i % n if t[k] > s then m = m + 1 else t[k] = s end end", true)] // one of two branches
    [InlineData("for i = 1, n do local k = i * i % n if k > 7 then m = m + 1 break end t[k] = t[k] * s end", true)]
    [InlineData("for i = 1, n do local k = i * i % n if k > 7 then goto next end t[k] = t[k] * s ::next:: end", true)]
    [InlineData("while true do local k = m * m % n if k == 7 then break end s = s + t[k] m = m + 1 end", true)]
    [InlineData("for i = 1, n do local k = i * i % n t[k] = t[k] + s m = m + 1 t[k] = t[k] * 2 end", true)] // asked for again
    [InlineData("for i = 1, n do local k = i * i % n if m > 7 then s = s + t[k] end m = m + 1 s = s + t[k] end", false)] // perhaps not
    [InlineData("for i = 1, n do local k = i * i % n if m > 7 and t[k] > s then s = 1.5 end m = m + 1 s = s + t[k] end", false)]
    [InlineData("local i = m while i > 0 do i = i - 1 s = s + t[i] end", false)]
    [InlineData("local i = m repeat i = i - 1 until t[i] > s", false)]
    [InlineData("for i = 1, n do local k = i * i % n t[k] = s t[k + 1] = s end", false)]
    [InlineData("for i = 1, n do local k = i * i % n t[k], t[k + 1] = s, s end", false)]
    [InlineData("for i = 1, n do local k = i * i % n t[k], m = s, k end", false)]
    [InlineData("for i = 1, n do local k = i * i % n if k > 7 then m = m + 1 end t[k] = s end", false)]
    [InlineData("for i = 1, n do local k = i * i % n if k > 7 then m = m + 1 goto next end t[k] = s ::next:: t[k] = m end", false)]
    [InlineData("for i = 1, n do local k = 1 ::again:: s = s + t[k] k = k * 2 if k < n then goto again end end", false)] // a loop inside of the pass
    [InlineData("for i = 1, n do s = s + t[i] end", false)] // along the counter only
    public void A_pass_that_asks_for_all_elements_before_it_changes_anything_begins_again_where_one_is_absent(string loop, bool expected)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t: {{number}}, m: integer, n: integer) local s = 0.5 {loop} return s + m * n end local t = {{}} for i = 1, 9 do t[i] = 1.5 end print(f(t, 1, x))"));
        Assert.Contains("f_typed", text, StringComparison.Ordinal);
        Assert.Equal(expected, text.Contains("goto restart;", StringComparison.Ordinal));
        Assert.Equal(expected, text.Contains("restart: ;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("for i = 1, n do u[i] = t[i] * 2 end", "ReserveFloats(u, 1, n);", "RoomForFloats(u, i, n)")]
    [InlineData("for i = 0, n - 1 do u[i + 1] = i end", "ReserveIntegers(u, unchecked(0 + 1), ", "RoomForIntegers(u, unchecked(i + 1), ")]
    [InlineData("for i = 1, n do u[i] = g() u[i] = i end", "ReserveIntegers(u, 1, n);", null)]
    [InlineData("for i = 1, n do u[i] = {} end", "ReserveTables(u, 1, n);", null)]
    [InlineData("for i = 1, n do t[i + n] = i + 0.5 end", null, "RoomForFloats(t, unchecked(i + n), unchecked(n + n))")]
    [InlineData("for i = 1, n do u[i] = i * 2 if i > 9 then break end end", null, "RoomForIntegers(u, i, n)")] // may end before
    [InlineData("for i = 1, n do if i > 9 then break end u[i] = i * 2 end", null, null)]
    [InlineData("for i = 1, n do if i > 9 then u[i] = i * 2 end end", null, null)]
    [InlineData("for i = 1, n do if i > 9 then u[i] = i * 2 else u[i] = 0 end end", "ReserveIntegers(u, 1, n);", "RoomForIntegers(u, i, n)")]
    [InlineData("for i = 1, n do if i > 9 then u[i] = i * 2 elseif i > 5 then u[i] = 0 end end", null, null)]
    [InlineData("for i = 1, n do if i > 9 then u[i] = i * 2 else u[i] = 0.5 end end", null, null)]
    [InlineData("for i = 1, n do if i > 9 then break else u[i] = i end end", null, null)]
    [InlineData("u[1] = {} for i = 1, n do u[1][i] = i + 0.5 end", "ReserveFloats(t1, 1, n);", "RoomForFloats(t1, i, n)")]
    [InlineData("for i = n, 1, -1 do u[i] = i * 2 end", null, null)]
    [InlineData("for i = 2, n do u[i] = 1 + #u end", "ReserveIntegers(u, 2, n);", "RoomForIntegers(u, i, n)")]
    public void Lists_that_a_loop_fills_get_room_at_once(string loop, string? reserve, string? room)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t, n) local u = {{}} {loop} return u, t[1] + n end local t = {{}} for i = 1, 9 do t[i] = 1.5 end print(f(t, x))"));
        Check("Reserve", reserve);
        Check("RoomFor", room);

        void Check(string name, string? expected)
        {
            if (expected is null)
            {
                Assert.DoesNotContain(name, text, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(expected, text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("for i = 1, n do i = i + 1 s = s + t[i] end")] // not the counter
    [InlineData("for i = 1, n do s = s + t[i] t[i * 2] = s end")] // the list may get shorter, or longer
    [InlineData("for i = 1, n do s = s + t[m - i] end")] // the other way round
    [InlineData("for i = 1, n do m = m + i s = s + t[i + m] end")]
    [InlineData("local i = 1 while i < 9 do s = s + t[i] i = i + 1 end")]
    public void Elements_at_other_places_are_asked_for_each_time(string loop)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t, m, n) local s = 0.5 {loop} return s + m * n end local t = {{}} for i = 1, 9 do t[i] = 1.5 end print(f(t, 1, x))"));
        Assert.Contains("Floats(t)", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".Covers(", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("if i < n then s = s + t[i + 1] end")]
    [InlineData("if i == n then break end s = s + t[i + 1]")]
    [InlineData("if i < n and t[i] > t[i + 1] then s = t[i] end")]
    public void Elements_that_may_be_there_only_where_they_are_read_are_not_asked_for_before(string body)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t, n) local s = 0.5 for i = 1, n do {body} end return s end local t = {{}} for i = 1, 9 do t[i] = 1.5 end print(f(t, x))"));
        Assert.Contains("Has(t1, unchecked(i + 1)) && Get(t1, unchecked(i + 1), out double", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unchecked(n + 1)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x > 1 and 2 or 3", "long y = LessThan(1, x, At + 1) ? (long)2 : 3;")]
    [InlineData("x and 2.5 or 3.5", "double y = x.IsTruthy ? 2.5 : 3.5;")]
    [InlineData("(x and 'a') or 'b'", "LuaString y = x.IsTruthy ? k_a : k_b;")]
    [InlineData("x and 2 or 'b'", "LuaValue y = x.IsTruthy ? (LuaValue)2 : ")]
    [InlineData("x and nil or 3", "IsTruthy ? LuaValue.Nil")]
    [InlineData("x and x or 3", "(LuaValue)3;")]
    public void A_choice_between_values_is_a_conditional_expression(string choice, string expected)
    {
        var text = Chunks.Flat(Chunks.Compile($"local x = ... local y = {choice} print(y)"));
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_that_stores_fields_of_records_has_one_version()
    {
        var text = Chunks.Compile(
            "local function f(t, n) for i = 1, n do local r = t[i] r.x = r.x + 0.5 end end local t = {} for i = 1, 9 do t[i] = {x = 1.5} end f(t, 9)").Text;
        Assert.Contains("Get(t1, i, out LuaTable", text, StringComparison.Ordinal);
        Assert.DoesNotContain("IsEmpty", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Covers", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for i = 1, n do for j = 1, n do s = s + t[i] * u[j] end end", "LuaElements<double> t1 = Floats(t);\nLuaElements<double> t2 = Floats(u);\nfor (long i = 1; i <= n; i++)")]
    [InlineData("for i = 1, n do for j = 1, n do t[j] = t[j] + u[i] end end", "LuaElements<double> t1 = StoredFloats(t);\nLuaElements<double> t2 = Floats(u);\nfor")]
    [InlineData("for i = 1, n do for j = 1, 3 do u[#u + 1] = t[j] end end", "{\nt1 = StoredFloats(u, true);\nt2 = Floats(t, true);\n}")] // a store that may move elements
    [InlineData("for i = 1, n do for j = 1, 9 do s = s + t[j] end g(i) end", "if (Floats(t) is var t1 && t1.Covers(j, 9))")] // a call may change anything
    [InlineData("for i = 1, n do for j = 1, 3 do s = s + t[j] end g(i) end", "LuaElements<double> t1 = Floats(t);\nfor (long j = 1; j <= 3; j++)\n{\nif (!(Has(t1, j)")] // few passes
    [InlineData("for i = 1, g(n) do s = s + t[i] end", "if (Floats(t) is var t2 && t2.Covers(i, t1))")] // called before
    [InlineData("for _, v in ipairs(t) do s = s + v end", "LuaElements<double> t1 = Floats(t);\nLuaTable t2 = t;\nfor (long unused_1 = 1; true; unused_1++)\n{\nif (!(Has(t1, unused_1)")]
    [InlineData("while s < n do s = s + 1.5 for j = 1, n do s = s + c[j] end end", "LuaElements<double> t1 = Floats(c);\nwhile")] // a variable of the chunk
    public void Lists_are_looked_up_once_before_the_outermost_loop_in_which_they_stay_the_same(string body, string expected)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local c = {{1.5}} local function f(t, u, n) local s = 0.5 {body} return s end local t, u = {{}}, {{}} for i = 1, 9 do t[i] = 1.5 u[i] = 1.5 end print(f(t, u, x))"));
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return t[1] * t[2] + t[3]", "LuaElements<double> t1 = Floats(t);\nif (!(Has(t1, 1)")]
    [InlineData("t[1] = t[2] + 1.5 t[2] = t[1]", "LuaElements<double> t1 = StoredFloats(t);\nif (!(Has(t1, 2)")]
    [InlineData("if n > 5 then return 1.5 end return t[1] * t[2] + t[3]", "return 1.5;\n}\nLuaElements<double> t1 = Floats(t);")] // where the first is used
    [InlineData("t[1] = t[2] g(t) t[1] = t[2]", "StoredFloats", false)] // a call between them
    [InlineData("return t[1] * t[2]", "Floats(t)", false)] // two alone
    public void Lists_that_statements_use_several_times_are_looked_up_before_them(string body, string expected, bool isThere = true)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t, n) {body} end local t = {{}} for i = 1, 9 do t[i] = 1.5 end print(f(t, x))"));
        Assert.Equal(isThere, text.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("return n + w", "if (!TryRead(w, out long t1))")]
    [InlineData("w = w + 1 return w", "w = unchecked(t1 + 1);")]
    [InlineData("for i = 1, w do n = n + i end return n", "for (long i = 1; i <= t1; i++)")]
    [InlineData("return g() + w", "TryRead", false)] // a call before it may assign it
    [InlineData("return c + n", "TryRead", false)] // of which the type is proven
    [InlineData("return u + n", "TryRead", false)] // that gets what nothing is known of
    public void Variables_of_the_chunk_are_asked_for_the_type_that_they_probably_have(string body, string expected, bool isThere = true)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local w, c, u = 0, 0, 0 local function set(v) w = v c = c + 1 u = u + y end local function f(n) {body} end set(3) set(x) print(f(4), f(x))"));
        Assert.Equal(isThere, text.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("local q, r = g(n, 3) return q + r", "if (!t2.IsInteger || !t3.IsInteger)\n{\nreturn f_resume(1, n: n, q: t2, r: t3);\n}\nlong q = t2.AsInteger();\nlong r = t3.AsInteger();")]
    [InlineData("local a, b = 1, 2 for i = 1, n do a, b = g(a, i) end return a + b", "b = t3.AsInteger();\na = t2.AsInteger();")]
    [InlineData("local t, a = {}, 1 t[1], a = g(n, 3) return a", "IsInteger)", false)] // an element is assigned, too
    public void Several_results_of_a_call_are_asked_for_their_types_at_once(string body, string expected, bool isThere = true)
    {
        var text = Chunks.Flat(Chunks.Compile($"local function g(a, b) return a // b, a % b end local function f(n) {body} end print(f(7))"));
        Assert.Equal(isThere, text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_variable_that_holds_one_of_a_few_functions_is_called_by_their_names()
    {
        var text = Chunks.Flat(Chunks.Compile(
            "local function f(g, n) local s = 0.5 for i = 1, n do s = s + g(s) end return s end local function a(x) return x * 2.5 end local k = ... print(f(a, 9), f(function(x) return x + k end, 9))"));
        Assert.Contains("if (callee.Is(a_value))\n{\nreturn a_typed(a1);\n}\nif (callee.Is(out closure_1 f2))\n{\nreturn f2.CallDirect(a1);\n}\nreturn lua.Call(callee, a1, at,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s = s + g[i][j]", "Floats(t1)")]
    [InlineData("s = s + g[i + 1][j]", "Floats(t1)")]
    [InlineData("s = s + g[j][i]", "Tables(g)")]
    [InlineData("s = s + g[j][1] g[j] = {2.5}", "Tables(g)")]
    [InlineData("g[i][j] = g[i][j] + 1.5", "t2.Set(j, t3 + 1.5);")]
    [InlineData("g[i][j] = g[j][i]", "if (!SetInPlace(t")]
    public void Rows_that_stay_the_same_are_found_before_the_loop(string body, string expected)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(g, i, n) local s = 0.5 for j = 1, n do {body} end return s end local g = {{}} for i = 1, 9 do g[i] = {{1.5}} end print(f(g, 1, x))"));
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_that_is_moved_is_asked_for_its_type_where_it_is_read()
    {
        var text = Chunks.Flat(Chunks.Compile(
            "local function f(t, v) local j = #t while t[j] > v do t[j + 1] = t[j] j = j - 1 end end local t = {} for i = 1, 9 do t[i] = 1.5 end f(t, 2.5)"));
        Assert.Contains(
            "if (Has(t2, j) && Get(t2, j, out double t9))\n{\nif (!SetInPlace(t2, t, t8, t9, At + 1, \"local 't'\"))\n{\nt2 = StoredFloats(t, true);\n}\n}\n"
            + "else\n{\nSetIndex(t, t8, Index(t, j, At + 1, \"local 't'\"), At + 1, \"local 't'\");\nt2 = StoredFloats(t, true);\n}\n",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t[#t + 1] = n", "Append(t, unchecked(t1 + 1), n, At + 1, \"local 't'\");")]
    [InlineData("t[#t] = nil", "ClearIndex(t, t1, At + 1, \"local 't'\");")]
    [InlineData("t[n] = nil", "ClearIndex(t, n, At + 1, \"local 't'\");")]
    [InlineData("t[n] = 1", "SetIndex(t, n, 1, At + 1, \"local 't'\");")]
    public void A_list_gets_and_loses_elements_at_its_end(string body, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile($"local function f(t, n) n = n + 1 {body} end local t = {{1}} f(t, 2)")), StringComparison.Ordinal);

    [Fact]
    public void What_is_taken_out_of_a_list_leaves_the_type_of_its_elements()
    {
        var text = Chunks.Flat(Chunks.Compile(
            "local function f(q, n) local s = 0 for i = 1, n do local v = q[i] q[i] = nil s = s + v q[n + i] = v + i end return s end local q = {} for i = 1, 9 do q[i] = i end print(f(q, 9))"));
        Assert.Contains("if (!TryFind(q, i, out long t1))", text, StringComparison.Ordinal);
        Assert.Contains("s = unchecked(s + v);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_added_to_a_list_is_no_nil()
    {
        var text = Chunks.Flat(Chunks.Compile(
            "local function make(n) local t = {} for i = 1, n do local v = (i > 3 and i) or nil if v then t[#t + 1] = v end end return t end "
            + "local function sum(t) local s = 0 for i = 1, #t do local v = t[i] s = s + v end return s end print(sum(make(9)))"));
        Assert.Contains("long v = ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local function f(x: integer, n: integer): integer return ((x >> n) | (x << (32 - n))) & 0xffffffff end", true)]
    [InlineData("local function f(x: integer, n: integer): integer if x < n then return n end local y: integer = x * 2 return y end", true)]
    [InlineData("local function f(x: integer, n: integer): integer return g(x, n) end", false)] // calls
    [InlineData("local function f(x: integer, n: {integer}): integer return x end", false)] // a table may be that of a method
    [InlineData("local function f(x: integer, n: integer): integer while x < n do x = x * 2 end return x end", false)]
    public void A_formula_stands_where_it_is_called(string function, bool isFormula) =>
        Assert.Equal(isFormula, Chunks.Flat(Chunks.Compile(function + " print(f(a, b))")).Contains("AggressiveInlining)] private long f_typed", StringComparison.Ordinal));

    [Fact]
    public void A_long_function_calls_what_finds_moved_lists()
    {
        var text = Chunks.Flat(Chunks.Compile(
            "local function f(t, n) local s = 0.5 for i = 1, n do for j = 1, 3 do t[#t + 1] = s " + string.Concat(Enumerable.Repeat("s = s + t[j] ", 100))
            + "end end return s end print(f({ 1.5 }, 3))"));
        Assert.Contains("LuaElements<double> t1 = StoredFloats(t);", text, StringComparison.Ordinal);
        Assert.Contains("t1 = MovedStoredFloats(t);", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s = s + g() + t[i]")] // the call may change the element
    [InlineData("s = (s > 1 and t[i] or 0) + 1.5")] // not always read
    [InlineData("if t[i] then s = 2.5 end")] // any value will do
    [InlineData("s = s + t[i] t[i] = 'a'")] // of several types
    public void Reads_that_no_guess_helps_are_not_asked_for(string body)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(t, n) local s = 0.5 for i = 1, n do {body} end return s end local t = {{}} for i = 1, 9 do t[i] = 1.5 end print(f(t, x))"));
        Assert.DoesNotContain("TryIndex(t, i", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local function f(p) p.x = p.x + 1.5 end local p = {y = 1, x = 2.5} f(p) print(p.x)", ", 2, out LuaValue[] t1) || !TryIndex(t1, 1, out double t2) || !CanStore(p))")]
    [InlineData("local function f(n) local s = 0 while n do s = s + n.v n = n.next end return s end print(f({v = 1, next = {v = 2, next = nil}}))", "if (!TryFields(n, ")]
    [InlineData("local P = {x = 1.5} local function f() return P.x * 2.5 end print(f())", "TryIndex(P, k_")]
    [InlineData("local function f(t) return t[0] * 2 end print(f({[0] = 1.5}))", "TryFind(t, 0, out double t1)")]
    [InlineData("local function f(t) local n = 0 for i = 1, #t do n = n + i end return n end print(f({1}))", "TryLength(t, out long t1)")]
    [InlineData("local function f(x) local i = math.floor(x) return i * 2 end print(f(1.5))", "TryFloor(x, out long t1)")]
    [InlineData("local function f(t) for _, v in ipairs(t) do print(v * 2.5) end end f({1.5})", ".IsFloat)")]
    [InlineData("local function f(g) local x: number = g() return x * 2.5 end print(f(h))", "if (!t1.IsFloat)\n{\nreturn f_resume(1, g: g, x: t1);\n}\ndouble x = t1.AsFloat();")]
    public void Other_guesses_are_asked_for_too(string text, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("local x = p.x + p.y p.x = x + 0.5 return p.x + p.y", 1)]
    [InlineData("local q = p while q.x > 1.5 do q.x = q.x - p.y end return q.x + 1.5", 3)] // the condition asks each time
    [InlineData("local s = p.x for i = 1, 3 do s = s + p.x p.y = s end return s + p.x", 1)]
    [InlineData("local s = p.x for i = 1, 3 do s = s + p.x print(s) end return s + p.x", 3)] // what is called may change the record
    [InlineData("local s = p.x p = g() return p.x + s", 2)]
    [InlineData("local s = p.x if s > 1.5 then s = p.y else p.y = 2.5 end return s + p.y", 1)]
    [InlineData("local s = p.x if s > 1.5 then g() end return s + p.y", 1)] // only makes a table
    [InlineData("local s = p.x if s > 1.5 then print() end return s + p.y", 2)]
    [InlineData("local s = p.x p.z = 1.5 return s + p.y", 2)] // a new field
    [InlineData("local s = p.x ::again:: s = s + p.y if s < 9.5 then goto again end return s", 2)]
    public void The_shape_of_a_record_is_asked_for_once_while_nothing_can_change_it(string body, int expected)
    {
        var text = Chunks.Flat(Chunks.Compile($"local function g() return {{x = 1.5, y = 2.5}} end local function f(p) {body} end print(f(g()))"));
        Assert.Equal(expected, text.Split("TryFields(").Length - 1);
    }

    [Theory]
    [InlineData("p.x = p.x + 1.5 return p.x * 2", "double t3 = SetFloat(t1, 0, t2 + 1.5);\nreturn t3 * ")]
    [InlineData("local a = p.x q.x = 3.5 return a + p.x", " = t1[0].AsFloat();")] // may be one record
    [InlineData("local a = p.x if a > 1 then p.x = 3.5 end return a + p.x", " = t1[0].AsFloat();")]
    [InlineData("local a = p.x if a > 1 then q = p end return a + p.x", "return a + t2;")]
    public void The_value_of_a_field_is_known_until_it_may_be_another(string body, string expected)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function g() return {{x = 1.5, y = 2.5}} end local function f(p, q) {body} end print(f(g(), g()))"));
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for k = 1, n do s = s + g[k][j] end", "LuaRowForm t2 = RowOfFloats(t1.At(k).AsTable(), j);")]
    [InlineData("for k = 1, n do local row = g[k] s = s + row[j] * row[j] end", "TryIndex(t2, row, j, out double")]
    [InlineData("for k = 1, n do s = s + g[k][k] end", null)]
    [InlineData("for k = 1, n do s = s + g[j][k] end", null)]
    public void The_rows_of_a_column_are_compared_with_the_first(string loop, string? expected)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(g, j, n) local s = 0.5 {loop} return s end local g = {{}} for i = 1, 9 do g[i] = {{1.5}} end print(f(g, 1, x))"));
        if (expected is null)
        {
            Assert.DoesNotContain("LuaRowForm", text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("p.state = 'idle'", "t1[0] = k_idle;")]
    [InlineData("p.alive = m > 3", "t1[1] = m > 3;")]
    [InlineData("p.n = p.n + 1", "SetInteger(t1, 2, unchecked(t2 + 1));")] // it has its tag, and its value is known
    [InlineData("p.other = {}", "SetIndex(p, k_")] // nil at times
    [InlineData("p.n = g()", "SetIndex(p, k_")] // the call may change the record
    public void A_field_of_a_record_that_has_a_value_is_stored_by_position(string body, string expected)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local function f(p) local m = p.n + 1 {body} return m end print(f({{state = 'on', alive = true, n = 1, other = nil}}))"));
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_walked_by_a_counter()
    {
        var text = Chunks.Flat(Chunks.Compile(
            "local function f(t) local s = 0.5 for i, v in ipairs(t) do s = s + v * i end return s end print(f({1.5, 2.5}))"));
        Assert.Contains("for (long i = 1; true; i++)\n{\nif (!(Has(t1, i) && Get(t1, i, out double v) || TryIndex(t2, i, out v)))\n{\nLuaValue t3 = Index(t2, i, 0);\nt1 = Floats(t, true);\n", text, StringComparison.Ordinal);
        Assert.Contains("LuaIterator.ListAt(t2, i)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local p = {} p.x = 1.5 p.y = 2.5", "k_x, k_y")]
    [InlineData("local p = setmetatable({x = 1.5}, C) p.y = 2.5 p.z = nil", "k_x, k_y")]
    [InlineData("local p = {} setmetatable(p, C) p.x = 1.5 p.y = g() p.z = 3", "k_x")]
    public void Fields_that_a_new_table_gets_at_once_are_those_of_a_record(string create, string expected)
    {
        var text = Chunks.Flat(Chunks.Compile(
            $"local C = {{}} local function f(p) return p.x * 2.5 end local function new() {create} return p end print(f(new()))"));
        Assert.Contains($"LuaShape.Of({expected});", text, StringComparison.Ordinal);
        Assert.Contains("TryFields(p, ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_side_of_a_condition_asks_when_it_is_reached()
    {
        var text = Chunks.Flat(Chunks.Compile(
            "local function f(t, n) local s = 0.5 for i = 1, n do if s > 1.5 and t[i + 1] > 2.5 then s = 2.5 end end return s end local t = {} for i = 1, 9 do t[i] = 1.5 end print(f(t, x))"));
        Assert.Contains(
            "bool t6 = s > 1.5;\nif (t6)\n{\nif (!TryIndex(t, unchecked(i + 1), out double t7))\n{\nreturn f_resume(1, t: t, n: n, s: s, i: i, t1: ForResume(i, n, 1));\n}\nt6 = t7 > 2.5;\n}\nif (t6)",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("print(('x'):byte(1))", "Call(")] // all results, perhaps none
    [InlineData("local function f(s) return (s:byte(1)) end print(f('x'))", "StringByte(s, 1)")]
    [InlineData("local function f(s) return s:byte(1) + 1 end print(f('x'))", "TryByte(s, 1, out long t1)")]
    [InlineData("local function f(s, i) return s:sub(i, 2) .. string.sub(s, i) end print(f('x', 1))", "Concat(StringSub(s, i, 2), StringSub(s, i)")]
    [InlineData("local function f(s) return s:sub(1, 2) end print(f(x))", "Method(s, ")]
    [InlineData("print(math.floor(x), (math.max(x, 1)))", "MathMax(lua.GetGlobal(")]
    [InlineData("local t = {} table.insert(t, 1) print((table.remove(t)))", "TableRemove(t, ")]
    [InlineData("function math.max() end print(math.floor(x))", "MathFloor(")]
    [InlineData("math = {} print(math.floor(x))", "k_floor")]
    [InlineData("local C = {} local function new() return setmetatable({}, C) end print(new().x)", "private LuaTable ")]
    public void Library_functions_are_called_without_a_look_up_where_the_name_surely_means_them(string text, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("print(math.sqrt(2.5))", "global::System.Math.Sqrt(2.5)")]
    [InlineData("print(math.max(1, 2))", "Max(1, 2)")]
    [InlineData("print(math.abs(-1.5))", "Abs(-1.5)")]
    [InlineData("print(math.pi / 2)", "global::System.Math.PI / (double)2")]
    public void Known_functions_of_math_are_csharp(string text, string expected) =>
        Assert.Contains(expected, Chunks.Flat(Chunks.Compile(text)), StringComparison.Ordinal);
}
