namespace Conformance.Tests.RandomPrograms;

/// <summary>Loops over lists at places that follow the counter: lists of one type, of several, with holes, too short, and one list under two names.</summary>
internal static class ListLoops
{
    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line("local function fill(n, f) local t = {} for i = 1, n do t[i] = f(i) end return t end");
        w.Line("local function half(i) return i / 2 end");
        w.Line("local function whole(i) return i * 3 end");
        w.Line("local function part(i) return i == 3 and 7 or i / 4 end");
        for (var i = 0; i < 3; i++)
        {
            WriteFunction(w, $"work{i}");
            for (var j = 0; j < 4; j++)
            {
                var size = dice.Between(3, 9);
                w.Line($"local a, b = {List(dice, size)}, {List(dice, size)}");
                w.Line($"local m = {{{List(dice, size)}, {List(dice, size)}, {dice.Pick("a", "b", List(dice, size))}}}");
                w.Line($"for _ = 1, {dice.Pick("1", "1", "2", "12")} do show(pcall(work{i}, a, {dice.Pick("a", "b", "b", "{}")}, m, {size - dice.Pick(0, 0, 0, 1, -1)}, {dice.Between(-1, 3)})) end");
                w.Line("show(a, b) show(m)");
            }
        }
    }

    private static void WriteFunction(LuaWriter w, string name)
    {
        var dice = w.Dice;
        w.Line($"local function {name}(a, b, m, n, k)");
        w.Line("local s, c = 0.5, 1");
        w.Line(dice.Pick("for i = 1, n do", "for i = 1, n do", "for i = 2, n - 1 do", "for i = k, n do", "for i = n, 1, -1 do", "for i = n, k, -2 do", "for i = 1, n, 2 do"));
        for (var i = dice.Between(1, 4); i > 0; i--)
        {
            w.Line(Statement(dice));
        }

        w.Line("::continue::");
        w.Line("end");
        w.Line("return s, c");
        w.Line("end");
    }

    private static string List(Dice dice, int size) => dice.Next(10) switch
    {
        < 4 => $"fill({size}, half)",
        < 7 => $"fill({size}, whole)",
        7 => $"fill({size}, part)",
        8 => $"fill({size - 1}, half)",
        _ => dice.Pick(
            "{1.5, 2.5, nil, 4.5}", "{}", "setmetatable({1.5}, {__index = function(_, i) return i * 0.5 end})",
            "setmetatable({}, {__newindex = function(t, i, v) rawset(t, i, v) end})", "{1.5, 'x', 2}", "{[0] = 0.5, 1.5, 2.5, 3.5}"),
    };

    private static string Place(Dice dice) => dice.Pick("i", "i", "i", "i - 1", "i + 1", "k", "1", "i + k", "i - k", "k + i", "i * 2", "n");

    private static string Statement(Dice dice)
    {
        var p = Place(dice);
        var q = Place(dice);
        var row = dice.Pick("k", "1", "2", "3", "i");
        return dice.Next(16) switch
        {
            0 or 1 => $"s = s + a[{p}]",
            2 => $"c = c + a[{p}]",
            3 => $"a[{p}] = s",
            4 => $"b[{p}] = a[{q}] * 1.5",
            5 => $"b[{p}] = a[{q}] + b[{Place(dice)}]",
            6 => $"b[{p}] = a[{q}]",
            7 => $"a[{p}], a[{q}] = a[{q}], a[{p}]",
            8 => $"if a[{p}] > s then s = a[{p}] + 0.5 end",
            9 => $"if i < n and a[{p}] > a[i + 1] then b[{q}] = s end",
            10 => "if s > 20.0 then break end",
            11 => "if s > 9.0 then goto continue end",
            12 => $"m[{row}][{p}] = m[{row}][{p}] - a[{q}]",
            13 => $"s = s + m[{dice.Pick("i", "k", "1")}][{p}]",
            14 => $"if s > 30.0 then return a[{p}], c end",
            _ => $"s = s + (a[{p}] > 2 and 1.5 or {dice.Pick("0.5", "1", "s")})",
        };
    }
}
