namespace Conformance.Tests.RandomPrograms;

/// <summary>Numeric and generic loops at their edges, <c>goto</c>, <c>break</c>.</summary>
internal static class Loops
{
    private static readonly string[] Bounds =
    [
        "1", "3", "-2", "0", "10", "5.0", "0.5", "2.5", "-1.5", "math.maxinteger - 5", "math.mininteger + 5", "math.mininteger", "1e300", "-1e300", "1/0", "-1/0", "2.0^53", "-3.7", "3.9",
    ];

    // Small, and one at the edge of the integers: stock Lua wraps around there, which is a listed difference.
    private static readonly string[] Steps = ["1", "-1", "2", "-3", "0.5", "-0.25", "1.0", "7", "1e10", "-1/0"];

    private static readonly string[] Wrong = ["nil", "'x'", "{}", "true"];

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        for (var i = 0; i < 5; i++)
        {
            var (start, limit) = (dice.Pick(Bounds), dice.Pick(Bounds));
            var step = start.StartsWith("math", System.StringComparison.Ordinal) ? dice.Pick("1", "-1", "1.0") : dice.Pick(Steps);

            // Below the smallest integer stock Lua wraps around, which is a listed difference.
            if (start is "math.mininteger" && step is "-1")
            {
                step = "1";
            }
            if (dice.Chance(10))
            {
                (start, limit, step) = dice.Next(3) switch
                {
                    0 => (dice.Pick(Wrong), limit, step),
                    1 => (start, dice.Pick(Wrong), step),
                    _ => (start, limit, dice.Pick(Wrong)),
                };
            }

            w.Open("show(pcall(function()");
            w.Line("local n, s = 0, 0");
            if (dice.Chance(50))
            {
                w.Line($"local a, b, c = {start}, {limit}, {step}");
                (start, limit, step) = ("a", "b", "c");
            }

            w.Open($"for i = {start}, {limit}{(dice.Chance(25) ? "" : ", " + step)} do");
            w.Line("n = n + 1");
            w.Line(dice.Pick("s = s + i", "s = i", "s = s .. ',' .. i", "local j = i * 2 i = j s = i"));
            w.Line("if n > 4 then break end");
            w.Close();
            w.Line("return n, s");
            w.Close("end))");
        }

        WriteGoto(w);
        WriteGeneric(w);
    }

    private static void WriteGoto(LuaWriter w)
    {
        var dice = w.Dice;
        w.Open("do");
        w.Line("local count, fs = 0, {}");
        w.Open($"for i = 1, {dice.Between(2, 6)} do");
        w.Line($"if i % {dice.Between(2, 4)} == {dice.Next(2)} then goto continue end");
        w.Open($"for j = i, {dice.Between(1, 5)} do");
        w.Line("local k = i * 10 + j");
        w.Line($"if k > {dice.Between(15, 40)} then goto {dice.Pick("continue", "done")} end");
        w.Line("fs[#fs + 1] = function() k = k + 1 return k, i, j end");
        w.Line($"if j == {dice.Between(2, 5)} then break end");
        w.Close();
        w.Line("count = count + 1");
        w.Line("::continue::");
        w.Close();
        w.Line("::done::");
        w.Line("for _, f in ipairs(fs) do show(f()) show(f()) end");
        w.Line("show(count)");
        w.Close();

        w.Open("do");
        w.Line("local i, fs = 0, {}");
        w.Line("::again::");
        w.Line("i = i + 1");
        w.Line("local x = i * i");
        w.Line("fs[i] = function(d) x = x + (d or 0) return x end");
        w.Line($"if i < {dice.Between(2, 4)} then goto again end");
        w.Line("fs[1](100)");
        w.Line("for k = 1, #fs do show(fs[k](), fs[k](k)) end");
        w.Close();
    }

    private static void WriteGeneric(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line($"local function iterate(s, c) burn() if c < s then return c + 1, c * {dice.Between(2, 9)} end end");
        w.Line($"for i, v in iterate, {dice.Between(0, 5)}, 0 do show(i, v) {dice.Pick("", "i = nil", "if v > 6 then break end")} end");
        w.Line($"for i, v in ipairs({{1, {Operands.Value(dice)}, 3, nil, 5}}) do show(i, v) end");
        w.Line($"show(pcall(function() for k in {dice.Pick("nil", "5", "{}", "'s'", "next, 5", "pairs(nil)", "ipairs()")} do show(k) end end))");
        w.Line($"local total = 0 for k, v in pairs({{x = 1, y = 2.5, {dice.Between(1, 9)}, [{dice.Between(1, 9)}.0] = 7}}) do total = total + v end show(total)");
        w.Line($"local m = setmetatable({{}}, {{__index = function(_, i) if i <= {dice.Between(0, 4)} then return i * 2 end end}})");
        w.Line("for i, v in ipairs(m) do show(i, v) end");
        w.Line($"local p = setmetatable({{}}, {{__pairs = function(t) return function(_, k) k = (k or 0) + 1 if k < {dice.Between(1, 4)} then return k, 'v' .. k end end, t, nil end}})");
        w.Line("for k, v in pairs(p) do show(k, v) end");
        w.Line($"local n = 0 while true do n = n + 1 if n > {dice.Between(1, 5)} then break end local z = n end");
        w.Line("repeat local done = n <= 0 n = n - 2 until done show(n)");
    }
}
