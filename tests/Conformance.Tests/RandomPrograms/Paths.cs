namespace Conformance.Tests.RandomPrograms;

/// <summary>Nested loops over what lies in fields and elements of others: rows of grids and records of lists, which are replaced, taken out and added again on the way.</summary>
internal static class Paths
{
    private const int StatementKinds = 22;

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line("local function grid(n) local g = {} for i = 1, n do g[i] = {} for j = 1, n do g[i][j] = i + j / 2 end end return g end");
        w.Open("local function new(n)");
        w.Line("local o = {rows = grid(n), list = {}, size = n, first = nil, last = nil}");
        w.Line("for i = 1, n do o.list[i] = {x = i, y = nil, next = o.list[i - 1]} end");
        w.Line("return o");
        w.Close();
        for (var i = 0; i < 3; i++)
        {
            WriteFunction(w, $"walk{i}");
            for (var j = 0; j < 3; j++)
            {
                var size = dice.Between(2, 5);
                w.Open($"for k = 1, {dice.Pick("1", "2", "14")} do");
                w.Line($"local o = new({size})");
                w.Line($"local g = {{o.rows, grid({size}), {dice.Pick("o.rows", "{}", "{{1.0, 2.0, 3.0}}")}}}");
                if (dice.Chance(40))
                {
                    w.Line($"if k > {dice.Pick("0", "1", "12")} then {Surprise(dice)} end");
                }

                w.Line($"show(pcall(walk{i}, o, g, {size - dice.Pick(0, 0, 0, 1, -1)}))");
                w.Line("show(o.rows, o.size, o.first ~= nil, #o.list) show(g[2]) show(o.list)");
                w.Close();
            }
        }
    }

    private static void WriteFunction(LuaWriter w, string name)
    {
        var dice = w.Dice;

        // A few kinds of statements for each: what is looked up before a loop depends on what else the loop does.
        int[] kinds = [dice.Next(6), dice.Next(6), dice.Next(StatementKinds), dice.Next(StatementKinds)];
        var known = dice.Between(1, kinds.Length);
        w.Open($"local function {name}(o, g, n)");
        w.Line("local s, c, queue, head, tail = 0.5, 1, {7}, 1, 1");
        w.Open("for i = 1, n do");
        WriteStatements(dice.Between(0, 2), false);
        w.Open(dice.Pick("for j = 1, n do", "for j = 1, n do", "for j = 1, o.size do", "for j = n, 1, -1 do", "for j = 1, #o.list do", "for j = i, n do"));
        WriteStatements(dice.Between(1, 4), true);
        w.Close();
        WriteStatements(dice.Between(0, 1), false);
        w.Close();
        w.Line("return s, c, tail - head");
        w.Close();

        void WriteStatements(int count, bool isInside)
        {
            for (; count > 0; count--)
            {
                var statement = Statement(dice, kinds[dice.Next(known)]);
                w.Line(isInside ? statement : statement.Replace("[j]", "[i]", System.StringComparison.Ordinal));
            }
        }
    }

    private static string Place(Dice dice) => dice.Pick("[i]", "[j]", "[i]", "[j]", "[1]", "[n]");

    private static string Cell(Dice dice) => dice.Pick("o.rows", "o.rows", "g[1]", "g[2]", "g[3]") + Place(dice) + Place(dice);

    private static string Item(Dice dice) => $"o.list{Place(dice)}";

    private static string Statement(Dice dice, int kind) => kind switch
    {
        0 or 1 or 2 => $"s = s + {Cell(dice)}",
        3 => $"{Cell(dice)} = s",
        4 => $"{Cell(dice)} = {Cell(dice)} * 0.5",
        5 => $"{Cell(dice)}, {Cell(dice)} = {Cell(dice)}, s",
        6 => $"c = (c + {Item(dice)}.x) % 1000",
        7 => $"{Item(dice)}.x = c",
        8 => $"{Item(dice)}.y = {dice.Pick("c", "nil", "s")}",
        9 => $"{Item(dice)}.next = {dice.Pick("nil", Item(dice))}",
        10 => $"o.first, o.last = {Item(dice)}, {dice.Pick("nil", "o.first")}",
        11 => "o.first = nil",
        12 => "if o.first then c = c + o.first.x end",
        13 => "if #o.list < 9 then o.list[#o.list + 1] = {x = c % 10, y = s, next = nil} end",
        14 => "if #o.list > 2 then o.list[#o.list] = nil end",
        15 => $"o.rows{Place(dice)} = {dice.Pick("g[1]", "g[2]")}{Place(dice)}",
        16 => $"o.rows{Place(dice)}, g[2]{Place(dice)} = g[2]{Place(dice)}, o.rows{Place(dice)}",
        17 => dice.Pick("o.rows = g[2]", "g[1], g[2] = g[2], g[1]", "o.size = n"),
        18 => $"local t = {Item(dice)} if t then t.x = t.x + 1 s = s + (t.y or 0.25) end",
        19 => "tail = tail + 1 queue[tail] = c",
        20 => "if head < tail then c = c + queue[head] queue[head] = nil head = head + 1 end",
        _ => $"if {Cell(dice)} > s then c = c + 1 end",
    };

    // By rawset, so that the compiler does not expect it.
    private static string Surprise(Dice dice) => $"rawset({dice.Pick(
        "o.rows, 1, nil", "o, 'rows', nil", "o.rows, 2, {1, 2, 3, 4, 5}", "o.rows[1], 1, 'x'", "o.list, 1, false", "o.list[2], 'x', 0.5", "o.list, 1, {y = 1, x = 2}",
        "g, 1, setmetatable({}, {__index = function(_, i) return {i, i, i} end})", "o, 'size', 1.0", "o.rows, 1, setmetatable({0.5}, {__index = function(_, i) return i end})",
        "g, 3, o.list")})";
}
