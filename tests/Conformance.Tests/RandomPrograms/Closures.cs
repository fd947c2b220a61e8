namespace Conformance.Tests.RandomPrograms;

/// <summary>Upvalues: shared, written, of loops, over several levels; recursion and tail calls.</summary>
internal static class Closures
{
    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Open("local function counter(start, step)");
        w.Line("local n = start");
        w.Line("local function get() return n end");
        w.Line($"local function add(k) n = n {dice.Pick("+", "-", "*", "..")} (k or step) return n end");
        w.Line("return add, get, function(v) n, step = v, n return step end");
        w.Close();
        w.Line($"local add, get, set = counter({Operands.Number(dice)}, {Operands.Number(dice)})");
        for (var i = 0; i < 6; i++)
        {
            w.Line(dice.Next(3) switch
            {
                0 => $"show(pcall(add{(dice.Chance(50) ? ", " + Operands.Number(dice) : "")}))",
                1 => "show(get())",
                _ => $"show(pcall(set, {Operands.Value(dice)}))",
            });
        }

        w.Line("local fs = {}");
        w.Open($"for i = {dice.Between(-1, 2)}, {dice.Between(2, 4)} do");
        w.Line($"local j = i {dice.Pick("*", "/", "//", "-")} {dice.Between(1, 3)}");
        w.Line($"fs[#fs + 1] = function(d) {dice.Pick("j = j + d", "i = i + d", "i, j = j, i", "j = j + i")} return i, j end");
        if (dice.Chance(50))
        {
            w.Line("fs[#fs + 1] = function() return j, i end");
        }

        w.Close();
        w.Line("for k = 1, #fs do show(fs[k](k)) show(fs[k](0.5)) end");

        w.Line($"local depth = {dice.Between(1, 300)}");
        w.Line($"local function loop(n, acc) if n == 0 then return acc, n end return loop(n - 1, acc {dice.Pick("+ n", "* 3", "- n * 0.5", "~ n")}) end");
        w.Line($"show(loop(depth, {dice.Between(0, 9)}))");
        w.Line("local even, odd");
        w.Line("function even(n) if n == 0 then return true end return odd(n - 1) end");
        w.Line("function odd(n) if n == 0 then return false end return even(n - 1) end");
        w.Line("show(even(depth), odd(depth))");
        w.Line($"local function sum(t, i) i = i or 1 if i > #t then return 0 end return t[i] + sum(t, i + 1) end");
        w.Line($"show(pcall(sum, {{{Operands.Number(dice)}, {Operands.Number(dice)}, {Operands.Value(dice)}}}))");
        w.Line($"local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end show(fib({dice.Pick("7", "6.0", "5.5")}))");
        w.Open("local function outer(a)");
        w.Line("local b = a");
        w.Open("return function(c)");
        w.Line("b = b + c");
        w.Open("return function(d)");
        w.Line($"a = a {dice.Pick("+", "-", "*")} d");
        w.Line("return a, b, c, d");
        w.Close();
        w.Close();
        w.Close();
        w.Line($"local f = outer({Operands.Number(dice)}) local g, h = f(1), f(2.5)");
        w.Line("show(pcall(g, 3)) show(pcall(h, 4)) show(pcall(g, '5'))");
    }
}
