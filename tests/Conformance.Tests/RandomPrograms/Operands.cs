namespace Conformance.Tests.RandomPrograms;

/// <summary>Every operator on values of every kind: literals, locals, upvalues, fields, globals, parameters.</summary>
internal static class Operands
{
    private static readonly string[] Values =
    [
        "0", "1", "-1", "2", "3", "7", "-7", "10", "63", "64", "-64", "255", "0x7fffffff", "math.maxinteger", "math.mininteger", "(1 << 53)", "(1 << 53) + 1",
        "0.0", "-0.0", "0.5", "1.5", "-2.5", "3.0", "1e15", "2.0^53", "2.0^63", "-2.0^63", "1e308", "1/0", "-1/0", "0/0", "1e100", "9007199254740993.0",
        "\"10\"", "\"0x10\"", "\" 5 \"", "\"3.5\"", "\"1e2\"", "\"abc\"", "\"\"", "\"-0x2\"", "\"1e\"", "\"0x\"", "\"9223372036854775808\"", "\"inf\"", "\"nan\"",
        "\"1 2\"", "\"0x1p4\"", "\"\\t7\\n\"", "\"5.\"", "\".5\"", "\"9223372036854775807\"", "\"b\"", "\"a\\0b\"", "\"-7\"",
        "nil", "true", "false", "{}", "print",
    ];

    private static readonly string[] Operators =
        ["+", "-", "*", "/", "//", "%", "^", "&", "|", "~", "<<", ">>", "..", "==", "~=", "<", "<=", ">", ">=", "and", "or"];

    private static readonly string[] UnaryOperators = ["-", "~", "#", "not "];

    /// <summary>A random value.</summary>
    public static string Value(Dice dice) => dice.Pick(Values);

    /// <summary>A random number.</summary>
    public static string Number(Dice dice) => Values[dice.Next(33)];

    /// <summary>A random operator.</summary>
    public static string Operator(Dice dice) => dice.Pick(Operators);

    public static void Write(LuaWriter w)
    {
        var dice = w.Dice;
        w.Line($"local t = {{a = {Value(dice)}, b = {Value(dice)}, {Value(dice)}, {Number(dice)}}}");
        w.Line($"local u, v = {Value(dice)}, {Number(dice)}");
        w.Line($"G1, G2 = {Value(dice)}, {Number(dice)}");
        string Operand() => dice.Next(9) switch
        {
            0 => "t.a",
            1 => "t.b",
            2 => "t[1]",
            3 => "t[2]",
            4 => "u",
            5 => "v",
            6 => "G1",
            7 => "G2",
            _ => "x",
        };
        for (var i = 0; i < 8; i++)
        {
            var (a, b) = (dice.Chance(30) ? Number(dice) : Operand(), dice.Chance(30) ? Number(dice) : Operand());
            var expression = dice.Next(6) switch
            {
                0 => dice.Pick(UnaryOperators) + Parenthesized(a),
                1 => $"({Parenthesized(a)} {Operator(dice)} {Parenthesized(b)}) {Operator(dice)} {Parenthesized(Operand())}",
                2 => $"{Parenthesized(Operand())} {Operator(dice)} ({Parenthesized(a)} {Operator(dice)} {Parenthesized(b)})",
                _ => $"{Parenthesized(a)} {Operator(dice)} {Parenthesized(b)}",
            };
            w.Line($"show({i}, pcall(function(x) return {expression} end, {Value(dice)}))");
        }

        // The same operator for many pairs: one function, so that its types are those of all callers.
        for (var i = 0; i < 2; i++)
        {
            var name = w.NewName("op");
            var numbers = dice.Chance(50);
            w.Line($"local function {name}(a, b) return a {Operator(dice)} b end");
            for (var j = 0; j < 6; j++)
            {
                w.Line($"show(pcall({name}, {(numbers ? Number(dice) : Value(dice))}, {(numbers ? Number(dice) : Value(dice))}))");
            }
        }
    }

    // Literals keep their form; -1 ^ 2 is what it is.
    private static string Parenthesized(string value) => value.Contains(' ', System.StringComparison.Ordinal) || value.Contains('/', System.StringComparison.Ordinal) || value[0] == '-' || value is "nil" or "{}" ? $"({value})" : value;
}
