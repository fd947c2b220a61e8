using System.Text;

namespace Conformance.Tests.RandomPrograms;

/// <summary><c>string.pack</c>, <c>unpack</c> and <c>packsize</c>.</summary>
internal static class Packing
{
    private static readonly string[] Options =
        ["b", "B", "h", "H", "i", "I", "l", "L", "j", "J", "T", "f", "d", "n", "i1", "I2", "i3", "I5", "i7", "i8", "I16", "i17", "s", "s1", "s2", "z", "x", "Xi4", "Xd", "X", "!", "!4", "!1", " ", "<", ">", "=", "c4", "c0", "c", "y", "!3", "s0"];

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        for (var i = 0; i < 8; i++)
        {
            var format = new StringBuilder(dice.Pick("", "<", ">", "!", "<!4", ">!8"));
            var count = dice.Between(1, 3);
            for (var j = 0; j < count; j++)
            {
                format.Append(dice.Pick(Options));
            }

            w.Line($"show(pcall(string.pack, '{format}', {Argument(dice)}, {Argument(dice)}, {Argument(dice)}))");
            if (dice.Chance(40))
            {
                w.Line($"show(pcall(string.packsize, '{format}'))");
            }

            if (dice.Chance(60))
            {
                w.Line($"show(pcall(string.unpack, '{format}', 'abcdefgh\\0\\1\\2\\255\\254xyz\\0 12345678901234567890'{dice.Pick("", ", 2", ", -4", ", 9", ", 100", ", 0")}))");
            }

            if (dice.Chance(40))
            {
                w.Line($"show(pcall(function() return string.unpack('{format}', string.pack('{format}', 1, 2, 3)) end))");
            }
        }
    }

    private static string Argument(Dice dice) => dice.Chance(75)
        ? dice.Pick("1", "-1", "200", "-129", "65535", "1 << 40", "math.maxinteger", "math.mininteger", "3.0", "0.5", "1e300")
        : dice.Pick("'abc'", "''", "'ab\\0c'", "'12345'", "nil", "{}", "'7'");
}
