using System.Linq;

namespace Conformance.Tests.RandomPrograms;

/// <content>Expressions.</content>
internal sealed partial class Surprises
{
    private string Number() => _dice.Pick("0", "1", "2", "3", "5", "7", "10", "-1", "-3", "0.5", "1.5", "2.0", "-2.25", "100", "1e3", "3", "4", "6", "8", "0x10", "255");

    private string Literal() => _dice.Next(20) switch
    {
        < 14 => Number(),
        < 17 => _dice.Pick("\"a\"", "\"10\"", "\"xyz\"", "\"\"", "\"3.5\"", "\"hello world\""),
        _ => _dice.Pick("true", "false", "nil", "{}", "{1, 2, 3}", "{x = 1, y = 2}"),
    };

    private string List(Names names) => _dice.Pick([.. names.Lists, "A", "B", "A"]);

    private string Object(Names names) => names.HasSelf && _dice.Chance(25) ? "self" : _dice.Pick("O", "P", "O");

    private string Method() => _dice.Pick("get", "add", "set", "mix", "get");

    // Mostly a number.
    private string Value(Names names, int depth = 0)
    {
        var choice = _dice.Next(100);
        return choice switch
        {
            _ when depth > MaxDepth => Number(),
            < 18 => Number(),
            < 45 => _dice.Pick(names.Numbers.ToArray()),
            < 70 => $"({Value(names, depth + 1)} {_dice.Pick("+", "-", "*", "+", "-", "*", "/", "//", "%", "+", "-")} {Value(names, depth + 1)})",
            < 74 => $"({Value(names, depth + 1)} {_dice.Pick("&", "|", "~", "<<", ">>")} {_dice.Pick("1", "2", "3", "7", Value(names, depth + 1))})",
            < 77 => $"(- {Value(names, depth + 1)})",
            < 83 => $"{List(names)}[{_dice.Pick("1", "2", "3", "#" + List(names), Value(names, depth + 2))}]",
            < 88 => $"{Object(names)}.{_dice.Pick("x", "y", "n", "x", "y")}",
            < 91 => $"#{_dice.Pick("A", "B", "S", "O.list")}",
            < 94 => $"math.{_dice.Pick("floor", "abs", "ceil", "sqrt")}({Value(names, depth + 1)})",
            < 96 => $"math.{_dice.Pick("max", "min")}({Value(names, depth + 1)}, {Value(names, depth + 1)})",
            < 98 => $"S:byte({_dice.Pick("1", "2", "-1", Value(names, depth + 2))})",
            _ => Call(names, depth + 1),
        };
    }

    private string Condition(Names names, int depth = 0) => _dice.Next(100) switch
    {
        < 55 => $"{Value(names, 2)} {_dice.Pick("<", "<=", ">", ">=", "==", "~=")} {Value(names, 2)}",
        < 65 => $"{Any(names, 2)} == {Any(names, 2)}",
        < 75 => $"not {Any(names, 2)}",
        < 85 when depth < 2 => $"({Condition(names, depth + 1)} {_dice.Pick("and", "or")} {Condition(names, depth + 1)})",
        < 93 => $"type({Any(names, 2)}) == \"{_dice.Pick("number", "string", "table", "nil")}\"",
        _ => $"library.type({Value(names, 2)}) == \"{_dice.Pick("integer", "float")}\"",
    };

    private string Text(Names names) => _dice.Next(100) switch
    {
        < 25 => _dice.Pick("\"a\"", "\"bc\"", "S", "S", "\"10\""),
        < 50 => $"{_dice.Pick("S", "\"k\"")} .. {Value(names, 2)}",
        < 60 => $"tostring({Value(names, 2)})",
        < 70 => $"S:sub({Value(names, 3)}, {Value(names, 3)})",
        < 78 => $"(\"%d|%s\"):format({Value(names, 2)}, {Any(names, 2)})",
        < 84 => "S:upper()",
        < 90 => $"S:gsub(\"{_dice.Pick("l", "[aeiou]", "%w+", "o(.)")}\", {_dice.Pick("\"<%0>\"", "function(c) return #c end", "{l = 1, o = false}")})",
        < 95 => $"table.concat(A, \",\", 1, {_dice.Pick("2", "#A")})",
        _ => $"S:rep({_dice.Pick("2", "3", "0")}, \",\")",
    };

    private string Any(Names names, int depth = 0)
    {
        var choice = _dice.Next(100);
        return choice switch
        {
            < 50 => Value(names, depth),
            < 65 => "(" + Text(names) + ")",
            < 75 => Literal(),
            < 85 => $"(({Condition(names, 1)}) and {Value(names, 2)} or {Value(names, 2)})",
            < 90 when names.HasVararg => _dice.Pick("(...)", "select(\"#\", ...)", "(select(2, ...))"),
            < 95 => _dice.Pick("O", "A", "S", "U1", "U2", "nil"),
            _ => Call(names, depth + 1),
        };
    }

    private string Call(Names names, int depth)
    {
        if (depth > MaxDepth)
        {
            return Number();
        }

        var arguments = string.Join(", ", Enumerable.Range(0, _dice.Pick(1, 2, 2, 2, 3)).Select(_ => Value(names, depth + 1)));
        if (names.HasVararg && _dice.Chance(30))
        {
            arguments += _dice.Pick(", ...", ", (...)");
        }

        return _dice.Next(100) switch
        {
            < 55 => names.Functions.Count > 0 ? $"{_dice.Pick(names.Functions.ToArray())}({arguments})" : Number(),
            < 85 => $"{Object(names)}:{Method()}({arguments})",
            < 92 => $"{_dice.Pick("O", "P")}.{_dice.Pick("get", "add")}({_dice.Pick("O", "P")}, {arguments})",
            _ => $"G1({arguments})",
        };
    }
}
