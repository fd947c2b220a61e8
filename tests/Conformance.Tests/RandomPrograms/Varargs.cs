namespace Conformance.Tests.RandomPrograms;

/// <summary><c>...</c>, <c>select</c>, <c>table.pack</c> and <c>unpack</c>, lists that are cut and padded.</summary>
internal static class Varargs
{
    private static readonly string[] Bodies =
    [
        "return ...",
        "return (...)",
        "return {...}",
        "return {..., ...}",
        "return select('#', ...), ...",
        "return ..., 1",
        "local a, b = ... return b, a",
        "local a = ..., 7 return a, ...",
        "return table.pack(...)",
        "return table.unpack({...}, 1, select('#', ...))",
        "return table.unpack({...}, 2, 3)",
        "return table.unpack({...}, -1, 1)",
        "return select(2, ...)",
        "return select(-1, ...)",
        "return pcall(select, -5, ...)",
        "local n = 0 for i, v in ipairs({...}) do n = n + i end return n, ...",
        "local function f(a, ...) return ..., a end return f(...), f(...)",
        "return (function(...) return select('#', ...) end)(...)",
        "local t = {..., x = 1, ...} return t",
        "return math.max(1, ...)",
        "return ... == nil, ... and 1",
        "return type(...) .. tostring(...)",
        "if ... then return 'some', ... end return 'none'",
        "local a, b, c = 0, ... return a, b, c",
        "local t = table.pack(...) return t.n, t[1], t[t.n]",
        "return ('%s'):rep(select('#', ...)):format(...)",
    ];

    private static readonly string[] Results = ["1", "1, 2", "1, nil, 3", "nil, nil", "", "'a', 'b', 'c', 'd', 'e'", "nil", "two()", "(two())", "two(), two()", "none()", "none(), none()", "1, none()"];

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        // Called directly, the function would have one of its two names in messages.
        w.Line("local function unpack(...) local a, b, c = table.unpack(...) return a, b, c end");
        w.Line("local function none() end");
        w.Line("local function two() return 'p', 'q' end");
        for (var i = 0; i < 5; i++)
        {
            var name = w.NewName("va");
            var parameters = dice.Pick("...", "...", "x, ...");
            w.Line($"local function {name}({parameters}) {dice.Pick(Bodies)} end");
            for (var j = 0; j < 3; j++)
            {
                w.Line($"show(pcall({name}, {dice.Pick(Results[0], Results[2], Results[5], Results[8])}))");
                w.Line($"show({name}({dice.Pick("1", "2.5, 'x'", "true, nil, 4", "'z', nil", "{}, 1")}))");
            }
        }

        for (var i = 0; i < 4; i++)
        {
            var list = dice.Pick(Results);
            w.Line(dice.Next(4) switch
            {
                0 => $"show((function() return {list} end)())",
                1 => $"show({{{list}}})",
                2 => $"local x, y, z = {(list.Length == 0 ? "nil" : list)} show(x, y, z)",
                _ => $"show(select('#', {(list.Length == 0 ? "none()" : list)}))",
            });
        }

        w.Line($"show(pcall(unpack, {{1, 2, 3}}, {dice.Pick("0", "2", "1e8", "-1", "'2'", "1.5")}, {dice.Pick("3", "1", "1e8", "4.0", "nil")}))");
        w.Line($"show(pcall(select, {dice.Pick("0", "1", "'#'", "-1", "-9", "1.5", "'x'", "nil")}, 1, 2))");
        w.Line("show(pcall(unpack, {}, math.mininteger, math.maxinteger))");
    }
}
