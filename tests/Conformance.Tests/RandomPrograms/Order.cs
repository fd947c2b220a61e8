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
        WriteAssignedMeanwhile(w);
    }

    // Variables that a call further right assigns, in their own function and as upvalues.
    private static void WriteAssignedMeanwhile(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line("local n, i, s, other = 1, 2, {1, 2, 3, 4, 5, 6, 7, 8, 9}, {10, 20, 30, 40, 50, 60, 70, 80, 90}");
        w.Line("local function step(v) n, i, s, other = n + v, i % 7 + 1, other, s return v end");
        string Number() => dice.Next(5) switch
        {
            0 => "i",
            1 or 2 => $"step({dice.Between(1, 5)})",
            3 => dice.Between(1, 9).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => "n",
        };
        string Key() => dice.Pick("i", "step(3)", "i % 7 + step(2)", "4");
        string Value() => dice.Next(6) switch
        {
            0 => $"{Number()} {dice.Pick("<", ">", "<=", ">=", "==", "~=")} {Number()}",
            1 => $"s[{Key()}]",
            2 => $"{Number()} .. {Number()}",
            3 => $"({Number()} {dice.Pick("and", "or")} {Number()})",
            4 => $"s[{Key()}] {dice.Pick("+", "-", "*")} {Number()}",
            _ => $"{Number()} {dice.Pick("+", "-", "*", "//", "%", "&", "|", "~", "<<", ">>", "/", "^")} ({Number()} {dice.Pick("+", "-", "*")} {Number()})",
        };
        string Statement() => dice.Next(5) switch
        {
            0 => $"s[{Key()}] = {Number()}",
            1 => $"s.x = {Value()}",
            2 => $"s[{Key()}], other[{Key()}] = {Number()}, {Number()}",
            3 => $"i, s[{Key()}] = {dice.Between(1, 6)}, {Value()}",
            _ => $"s[{Key()}], i = {Value()}, {dice.Between(1, 6)}",
        };
        for (var k = 0; k < 4; k++)
        {
            w.Line($"show({Value()}, {Value()})");
            w.Line(Statement());
            w.Line($"(function() show({Value()}) {Statement()} end)()");
            w.Line("n, i = n % 100, i % 8 + 1");
            w.Line("show(n, i, s.x, other.x, table.concat(s, ' '), table.concat(other, ' '))");
        }
    }
}
