namespace Conformance.Tests.RandomPrograms;

/// <summary>Objects with random sets of metamethods under every operation.</summary>
internal static class Metatables
{
    private static readonly string[] Binary =
        ["add", "sub", "mul", "div", "mod", "pow", "idiv", "band", "bor", "bxor", "shl", "shr", "concat", "eq", "lt", "le"];

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line("local A, B = {name = 'A'}, {name = 'B'}");
        w.Line("local function nameOf(v) return type(v) == 'table' and rawget(v, 'name') or v end");
        for (var i = 0; i < 2; i++)
        {
            var mt = "m" + (i + 1);
            w.Line($"local {mt} = {{}}");
            foreach (var name in Binary)
            {
                if (dice.Chance(65))
                {
                    var result = dice.Pick("1", "'r'", "nil", "false", "a", "2.5", "1, 2", "nameOf(b)", "");
                    w.Line($"function {mt}.__{name}(a, b) show('{mt}.{name}', nameOf(a), nameOf(b)) return {result} end");
                }
            }

            foreach (var name in new[] { "unm", "bnot", "len" })
            {
                if (dice.Chance(60))
                {
                    w.Line($"function {mt}.__{name}(a, ...) show('{mt}.{name}', nameOf(a), select('#', ...)) return {dice.Pick("7", "'len'", "nil", "a.name")} end");
                }
            }

            switch (dice.Next(5))
            {
                case 0:
                    w.Line($"{mt}.__index = function(t, k) show('{mt}.index', nameOf(t), k) return {dice.Pick("k", "nil", "1, 2", "rawget(t, 'name')")} end");
                    break;
                case 1:
                    w.Line($"{mt}.__index = setmetatable({{inherited = 5, method = function(self, x) return nameOf(self), x end}}, {{__index = function(_, k) return 'deep ' .. tostring(k) end}})");
                    break;
                case 2:
                    w.Line($"{mt}.__index = {mt} {mt}.method = function(self, ...) return nameOf(self), ... end");
                    break;
                default:
                    break;
            }

            switch (dice.Next(4))
            {
                case 0:
                    w.Line($"{mt}.__newindex = function(t, k, v) show('{mt}.newindex', nameOf(t), k, v) rawset(t, k, {dice.Pick("v", "1", "nil")}) end");
                    break;
                case 1:
                    w.Line($"{mt}.__newindex = {{}}");
                    break;
                default:
                    break;
            }

            if (dice.Chance(50))
            {
                w.Line($"{mt}.__call = function(self, ...) show('{mt}.call', nameOf(self), ...) return {dice.Pick("...", "1", "select('#', ...), ...", "self == A")} end");
            }

            if (dice.Chance(40))
            {
                w.Line($"{mt}.__tostring = function(self) return {dice.Pick("'<' .. nameOf(self) .. '>'", "5", "nil", "{}", "'text'")} end");
            }

            if (dice.Chance(30))
            {
                w.Line($"{mt}.__name = {dice.Pick("'Kind'", "5", "''")}");
            }

            if (dice.Chance(15))
            {
                w.Line($"{mt}.__metatable = {dice.Pick("'locked'", "false", "{}")}");
            }
        }

        w.Line("setmetatable(A, m1)");
        w.Line(dice.Pick("setmetatable(B, m2)", "setmetatable(B, m1)"));
        w.Line("show(pcall(setmetatable, A, {}))");
        w.Line("if getmetatable(A) == nil then setmetatable(A, m1) end");
        string Operand() => dice.Pick("A", "B", "A", "B", "1", "'s'", "nil", "2.5", "x", "{}", "true", "'10'");
        for (var i = 0; i < 14; i++)
        {
            var expression = dice.Next(16) switch
            {
                0 => $"#{dice.Pick("A", "B")}",
                1 => $"-{dice.Pick("A", "B")}",
                2 => $"~{dice.Pick("A", "B")}",
                3 => $"{dice.Pick("A", "B")}.{dice.Pick("name", "inherited", "other", "method")}",
                4 => $"{dice.Pick("A", "B")}[{dice.Pick("1", "'name'", "2.0", "true")}]",
                5 => $"{dice.Pick("A", "B")}({dice.Pick("", "1", "1, nil, 3", "A, B")})",
                6 => $"{dice.Pick("A", "B")}:method({dice.Pick("", "1", "1, 2")})",
                7 => $"tostring({dice.Pick("A", "B")}):gsub('0x%x+', '')",
                8 => $"not (A {dice.Pick("<", "<=", "==", "~=", ">", ">=")} B)",
                _ => $"{Operand()} {Operators(dice)} {Operand()}",
            };
            w.Line($"show({i}, pcall(function(x) return {expression} end, {dice.Pick("A", "B", "3", "'y'")}))");
            if (dice.Chance(25))
            {
                w.Line($"show(pcall(function() {dice.Pick("A", "B")}{dice.Pick(".field", "[1]", "['k']", "[2.0]")} = {dice.Pick("1", "nil", "'v'", "A")} end))");
            }

            if (dice.Chance(15))
            {
                w.Line($"show(pcall(function() if A {dice.Pick("<", "<=", "==", "~=")} B then return 'yes' else return 'no' end end))");
            }

            if (dice.Chance(10))
            {
                w.Line($"show(rawequal(A, B), rawget(A, 'field'), pcall(rawset, B, {dice.Pick("'k'", "nil", "0/0", "3.0")}, 1))");
            }
        }

        w.Line("show(rawget(A, 'field'), rawget(B, 'field'), rawget(A, 1), rawget(B, 'k'), getmetatable('x') == nil)");
    }

    private static string Operators(Dice dice) => dice.Pick("+", "-", "*", "/", "//", "%", "^", "&", "|", "~", "<<", ">>", "..", "==", "~=", "<", "<=", ">", ">=");
}
