namespace Conformance.Tests.RandomPrograms;

/// <summary>Multiple assignment, order of evaluation, truncation and padding of lists.</summary>
internal static class Order
{
    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line("local log = setmetatable({}, {__newindex = function(t, k, v) show('set', k, v) rawset(t, k, v) end, __index = function(t, k) show('get', k) return k end})");
        w.Line("local t = {1, 2, 3, n = 0}");
        w.Line("local function two(a, b) return a, b end");
        w.Line("local a, b, c = 1, 2, 3");
        string Logged() => $"L('{dice.Pick("p", "q", "r", "s")}', {dice.Between(1, 4)}{(dice.Chance(20) ? ", 'more'" : "")})";
        string Value() => dice.Next(9) switch
        {
            0 => Logged(),
            1 => $"{Logged()} + {Logged()}",
            2 => $"two({Logged()}, {dice.Between(1, 9)})",
            3 => $"(two({Logged()}, {dice.Between(1, 9)}))",
            4 => $"{Logged()} {dice.Pick("<", ">", "<=", ">=", "==", "~=")} {Logged()}",
            5 => $"{Logged()} {dice.Pick("and", "or")} {Logged()}",
            6 => $"{{{Logged()}, x = {Logged()}, [{Logged()}] = {Logged()}, {Logged()}}}",
            7 => $"{Logged()} .. {Logged()} .. {Logged()}",
            _ => dice.Pick("a", "b", "c", "t[1]", "t[a]", "nil", "'lit'", "2.5"),
        };
        string Target() => dice.Next(7) switch
        {
            0 => "a",
            1 => "b",
            2 => "c",
            3 => $"t[{Logged()}]",
            4 => "t.n",
            5 => $"log[{Logged()}]",
            _ => $"log.{dice.Pick("x", "y", "z")}",
        };
        string List(int count, System.Func<string> item)
        {
            var items = new string[count];
            for (var i = 0; i < count; i++)
            {
                items[i] = item();
            }

            return string.Join(", ", items);
        }

        for (var i = 0; i < 7; i++)
        {
            switch (dice.Next(5))
            {
                case 0:
                    w.Line($"local {w.NewName("x")}, {w.NewName("x")} = {List(dice.Between(1, 3), Value)}");
                    break;
                case 1:
                    w.Line($"show(two({List(dice.Between(1, 3), Value)}))");
                    break;
                case 2:
                    w.Line(dice.Pick("a, b = b, a", "a, b, c = c, a, b", "t[1], t[2] = t[2], t[1]", "t[1], t[2], t[3] = two(t[3], t[1])", "a, t = t, t t = type(t) == 'table' and t or {1, 2, 3}"));
                    break;
                default:
                    // Each target is another variable: stock Lua leaves the order of assignments open.
                    var first = Target();
                    w.Line($"{first}, {dice.Pick("G1", "G2")}, t.last = {List(dice.Between(1, 4), Value)}");
                    break;
            }

            w.Line("show(a, b, c, G1, G2)");
        }

        w.Line("show(t[1], t[2], t[3], t[4], t.n, t.last)");
        w.Line("a, b, c = nil, nil, nil");
    }
}
