namespace Conformance.Tests.RandomPrograms;

/// <summary>The table library, keys and their normalisation, lengths of sequences.</summary>
internal static class Tables
{
    private static readonly string[] Keys = ["1", "1.0", "'1'", "2", "3", "4", "2^53", "1 << 53", "-1", "0", "-0.0", "1.5", "true", "false", "'k'", "print", "nil", "0/0", "1/0", "math.maxinteger", "math.mininteger + 0.0", "2.0^63"];

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line("local function unpack(...) local a, b, c = table.unpack(...) return a, b, c end");
        w.Line($"local t = {{{dice.Pick("", "1, 2, 3", "5, 3, 9, 1", "'a', 'b'", "1, 2, 3, nil", "n = 1, 7, 8")}}}");
        for (var i = 0; i < 7; i++)
        {
            w.Line(dice.Next(9) switch
            {
                0 => $"show(pcall(table.insert, t, {Operands.Number(dice)}))",
                1 => $"show(pcall(table.insert, t, {dice.Pick("1", "2", "#t", "#t + 1", "#t + 2", "0", "'1'", "1.5", "2.0", "nil")}, {dice.Between(10, 99)}))",
                2 => "show(pcall(table.remove, t))",
                3 => $"show(pcall(table.remove, t, {dice.Pick("1", "#t", "#t + 1", "2", "0", "#t + 2", "'1'", "1.5")}))",
                4 => $"show(pcall(table.concat, t, {dice.Pick("','", "''", "1", "nil")}{dice.Pick("", ", 1, 2", ", 2", ", 3, 1", ", -1, 1", ", 1, #t")}))",
                5 => $"show(pcall(unpack, t, {dice.Between(-1, 3)}, {dice.Between(0, 4)}))",
                6 => $"show(pcall(table.move, t, {dice.Between(-1, 3)}, {dice.Between(0, 4)}, {dice.Between(-2, 4)}{dice.Pick(", {}", ", {7, 8}", ", 5")}))",
                7 => $"t[#t + 1] = {dice.Between(1, 50)}",
                _ => "t[#t] = nil",
            });
            if (dice.Chance(50))
            {
                w.Line("show(#t, t)");
            }
        }

        w.Line("local u = {}");
        for (var i = 0; i < 7; i++)
        {
            w.Line($"show(pcall(function() u[{dice.Pick(Keys)}] = {dice.Pick("1", "'v'", "nil", "true")} end))");
            w.Line($"show(u[{dice.Pick(Keys)}], next({{}}), rawget(u, {dice.Pick(Keys)}))");
        }

        w.Line($"local list = {{}} for i = 1, {dice.Between(0, 40)} do list[i] = (i * {dice.Between(3, 37)}) % {dice.Between(5, 41)}{dice.Pick("", " + 0.5", " .. ''")} end");
        w.Line($"show(pcall(table.sort, list{dice.Pick("", ", function(a, b) return a > b end", ", function(a, b) return tostring(a) < tostring(b) end")}))");
        w.Line("show(table.concat(list, ' '))");
        w.Line($"show((pcall(table.sort, {{3, {dice.Pick("'x'", "{}", "2.5", "true", "1e308")}, 1}})))");
        w.Line($"show(pcall(table.sort, {{3, 2, 1}}, {dice.Pick("5", "{}", "nil", "function() error('cmp') end", "function(a, b) return nil end")}))");
        w.Line("local keep = {} for i = 1, 20 do keep[i] = i end for i = 1, 20, 3 do keep[i] = nil end");
        w.Line("local n, sum = 0, 0 for k, v in pairs(keep) do n = n + 1 sum = sum + k keep[k] = nil end show(n, sum, next(keep))");
        w.Line($"local m = setmetatable({{}}, {{__len = function() return {dice.Pick("3", "'3'", "2.0", "1.5", "nil", "-1")} end, __index = function(_, k) return 'i' .. k end, __newindex = function(_, k, v) show('set', k, v) end}})");
        w.Line($"show(pcall(table.{dice.Pick("concat, m, ','", "insert, m, 'x'", "remove, m", "move, m, 1, 2, 3", "insert, m, 1, 'y'")}))");
        w.Line($"show(pcall(next, {{10, 20, x = 1}}, {dice.Pick("1", "2", "'x'", "'none'", "nil", "3")}))");
        w.Line($"show(pcall(table.{dice.Pick("insert", "remove", "concat", "sort", "pack", "move")}, {Operands.Value(dice)}, {Operands.Value(dice)}, {Operands.Value(dice)}))");
        w.Line($"show(pcall({dice.Pick("rawequal", "rawequal", "rawget", "next", "select", "type", "ipairs", "pairs")}, {Operands.Value(dice)}, {dice.Pick("1", "2", "'k'")}))");
    }
}
