namespace Conformance.Tests.RandomPrograms;

/// <summary>The mathematical library, conversions between integers, floats and text.</summary>
internal static class Numbers
{
    private static readonly string[] Functions =
    [
        "abs", "ceil", "floor", "sqrt", "exp", "sin", "cos", "tan", "asin", "acos", "log", "deg", "rad", "modf", "tointeger", "type", "fmod", "max", "min", "ult", "floor", "ceil", "tointeger", "fmod", "ult",
    ];

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        for (var i = 0; i < 14; i++)
        {
            var first = dice.Chance(80) ? Operands.Number(dice) : Operands.Value(dice);
            var second = dice.Pick("", "", ", " + Operands.Number(dice), ", 2", ", 10", ", " + Operands.Value(dice));
            w.Line($"show({i}, pcall(math.{dice.Pick(Functions)}, {first}{second}))");
        }

        w.Line($"local x, y = {Operands.Number(dice)}, {Operands.Number(dice)}");
        w.Line("show(x == y, x < y, x <= y, x > y, x >= y, x ~= y, math.type(x), math.type(y))");
        w.Line("show(pcall(function() return x // 1 | 0 end)) show(pcall(function() return y % 3, -y % 3, y % -3, y // -3 end))");
        w.Line("show(tostring(x), tostring(y), x .. '|' .. y, ('%g'):format(x), ('%.3f'):format(y))");
        w.Line($"show(tonumber('{dice.Pick("1e1", "0x.8p1", "1e+", "0x1p-2", "1..2", " 12 ", "1e400", "-1e-400", "0b1", "1 ", "\\n1", "1\\0", "0xfffffffffffffffff", "123456789012345678901", "-9223372036854775808", "1E2", "0XA", ".e1", "+5", "- 5", "--5", "5e", "0x")}'))");
        w.Line($"show({dice.Pick("1e2", "0x10", "0xA.8p0", "3.", ".5e1", "0x.1p4", "9223372036854775808", "0xffffffffffffffff", "1e-7", "123456789.125", "2^31", "1e15", "1e14", "123456789012345", "0.1")}, {dice.Pick("5 // 0.0", "-5 // 0.0", "0.0 / 0", "5 % math.huge", "-5 % math.huge", "5.5 // 2", "-5.5 % 2", "7 // -2", "-7 % 2.5", "1e308 * 10")})");
        w.Line($"local sum = 0 for i = 1, {dice.Between(3, 30)} do sum = sum {dice.Pick("+ i / 3", "+ i * 0.1", "- i // 2", "~ i * 7", "+ (i % 3) ^ 2")} end show(sum)");
        w.Line($"local seed = {dice.Between(1, 9999)} for _ = 1, 5 do seed = (seed * 1103515245 + 12345) & 0x7fffffff end show(seed, seed >> 3, seed % 7, seed / 4)");
    }
}
