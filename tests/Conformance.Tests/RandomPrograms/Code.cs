using System.Collections.Generic;
using System.Linq;

namespace Conformance.Tests.RandomPrograms;

/// <summary>
/// Ordinary code whose types the compiler can infer: integers, floats, strings, booleans and arrays in locals, functions and loops, now and then a value of the wrong type.
/// Calls inside expressions have no side effects on locals, because stock Lua leaves open when those are read.
/// </summary>
internal sealed class Code
{
    private readonly LuaWriter _w;
    private readonly Dice _dice;
    private readonly List<Variable> _variables = [];
    private readonly List<Function> _functions = [];

    // Counts calls that may fail, so that they do so at one place after the other; null where none does.
    private string? _tick;

    private Code(LuaWriter w)
    {
        _w = w;
        _dice = w.Dice;
    }

    private enum Kind
    {
        Integer,
        Float,
        Text,
        Boolean,
        Array,
        Any,
    }

    public static void Write(LuaWriter w)
    {
        var code = new Code(w);
        if (w.Dice.Chance(60))
        {
            code._tick = w.NewName("tick");
            w.Line($"local {code._tick} = 0");
        }

        for (var i = 0; i < 3; i++)
        {
            code.WriteFunction();
        }

        if (code._tick is null)
        {
            w.Open("show(pcall(function()");
            code.WriteBlock(7, 3);
            code.ShowVariables();
            w.Close("end))");
        }
        else
        {
            var body = w.NewName("body");
            w.Open($"local function {body}()");
            code.WriteBlock(7, 3);
            code.ShowVariables();
            w.Close();
            w.Line($"for _ = 1, 4 do show(pcall({body})) end show(xpcall({body}, function(e) return e end))");
        }

        foreach (var function in code._functions)
        {
            w.Line($"show(pcall({string.Join(", ", function.Parameters.Select(_ => code.Expression(code.RandomKind(), 1)).Prepend(function.Name))}))");
        }
    }

    private Kind RandomKind() => _dice.Pick(Kind.Integer, Kind.Integer, Kind.Float, Kind.Float, Kind.Text, Kind.Boolean, Kind.Array, Kind.Any);

    private static string TypeOf(Kind kind) => kind switch
    {
        Kind.Integer => "integer",
        Kind.Float => "number",
        Kind.Text => "string",
        Kind.Boolean => "boolean",
        Kind.Array => "{integer}",
        _ => "any",
    };

    // Annotations have no effect, true or not; most are true.
    private string Annotation(Kind kind) => _dice.Chance(30) ? LuaWriter.Annotation(TypeOf(kind)) : "";

    private void WriteFunction()
    {
        var name = _w.NewName("f");
        var parameters = Enumerable.Range(0, _dice.Between(0, 3)).Select(_ => RandomKind()).ToList();
        var results = Enumerable.Range(0, _dice.Between(1, 2)).Select(_ => RandomKind()).ToList();
        var outer = _variables.Where(static v => v.IsAssignable).ToList();

        // Locals around the function are read only inside, so that calls in expressions have no effects.
        _variables.RemoveAll(static v => v.IsAssignable);
        var inner = _variables.Count;
        var texts = new List<string>();
        foreach (var kind in parameters)
        {
            var parameter = _w.NewName("p");
            texts.Add(parameter + Annotation(kind));
            _variables.Add(new(parameter, kind, true));
        }

        _w.Open($"local function {name}({string.Join(", ", texts)})");
        if (_tick is not null && _dice.Chance(80))
        {
            WriteFailure();
        }

        if (parameters.Count > 0 && _dice.Chance(60))
        {
            WriteBlock(_dice.Between(1, 3), 1);
        }

        _w.Line($"return {Arguments(results, 2)}");
        _w.Close();
        _variables.RemoveRange(inner, _variables.Count - inner);
        _variables.AddRange(outer);
        _functions.Add(new(name, parameters, results));
    }

    private void WriteFailure()
    {
        _w.Line($"{_tick} = {_tick} + 1");
        var error = _dice.Pick($"error('tick ' .. {_tick})", $"error({{{_tick}}})", $"error({_tick}, 0)", "error()", $"error({Expression(RandomKind(), 2)}, 0)", $"return error('r' .. {_tick})");
        _w.Line($"if {(_dice.Chance(80) ? $"{_tick} % {_dice.Between(3, 30)} == 0" : Expression(Kind.Boolean, 2))} then {error} end");
    }

    private void ShowVariables()
    {
        if (_variables.Count > 0)
        {
            _w.Line($"show({string.Join(", ", _variables.TakeLast(12).Select(static v => v.Name))})");
        }
    }

    private void WriteBlock(int statements, int depth)
    {
        var mark = _variables.Count;
        var functions = _functions.Count;
        for (var i = 0; i < statements; i++)
        {
            WriteStatement(depth);
        }

        if (mark > 0 && _variables.Count > mark && _dice.Chance(30))
        {
            ShowVariables();
        }

        if (mark > 0)
        {
            _variables.RemoveRange(mark, _variables.Count - mark);
        }

        _functions.RemoveRange(functions, _functions.Count - functions);
    }

    private void WriteStatement(int depth)
    {
        switch (_dice.Next(depth > 0 ? 20 : 11))
        {
            case 0 or 1 or 2 or 3:
                {
                    var kind = RandomKind();
                    var name = _w.NewName("v");
                    _w.Line($"local {name}{Annotation(kind)} = {Cut(kind, Expression(kind, 3))}");
                    _variables.Add(new(name, kind, true));
                    break;
                }

            case 4 or 5 or 6 or 7:
                WriteAssignment();
                break;
            case 8:
                if (Find(Kind.Array, false) is { } array)
                {
                    // No holes, because they leave the length open.
                    _w.Line(_dice.Pick(
                        $"if #{array} > 0 then {array}[{Expression(Kind.Integer, 1)} % #{array} + 1] = {Expression(Kind.Integer, 2)} or 0 end",
                        $"{array}[#{array} + 1] = {Expression(Kind.Integer, 2)} or 1",
                        $"{array}[1] = {Expression(Kind.Integer, 2)} or 2"));
                }

                break;
            case 9:
                if (_functions.Count > 0)
                {
                    var function = _functions[_dice.Next(_functions.Count)];
                    var names = function.Results.Select(k => (Name: _w.NewName("r"), Kind: k)).ToList();
                    _w.Line($"local {string.Join(", ", names.Select(static n => n.Name))} = {function.Name}({Arguments(function.Parameters, 2)})");
                    _variables.AddRange(names.Select(static n => new Variable(n.Name, n.Kind, true)));
                }

                break;
            case 10:
                _w.Line($"show({Arguments([RandomKind(), RandomKind()], 2)})");
                break;
            case 11 or 12:
                _w.Open($"if {Expression(Kind.Boolean, 2)} then");
                WriteBlock(2, depth - 1);
                if (_dice.Chance(30))
                {
                    _w.Middle($"elseif {Expression(_dice.Pick(Kind.Boolean, Kind.Any), 2)} then");
                    WriteBlock(1, depth - 1);
                }

                if (_dice.Chance(60))
                {
                    _w.Middle("else");
                    WriteBlock(2, depth - 1);
                }

                _w.Close();
                break;
            case 13 or 14 or 15:
                WriteLoop(depth);
                break;
            case 16:
                {
                    var name = _w.NewName("k");
                    _w.Line($"local {name} = 0");
                    _w.Open($"while {name} < {_dice.Between(1, 4)} and {Expression(Kind.Boolean, 1)} do");
                    _w.Line($"{name} = {name} + 1");
                    _w.Line("burn()");
                    WriteBlock(2, depth - 1);
                    _w.Close();
                    _variables.Add(new(name, Kind.Integer, false));
                    break;
                }

            case 17:
                _w.Open("do");
                WriteBlock(2, depth - 1);
                _w.Close();
                break;
            case 18:
                WriteFunction();
                break;
            default:
                {
                    // A closure that writes what it has captured, called as a statement of its own.
                    var target = _variables.LastOrDefault(static v => v.IsAssignable);
                    if (target is not null)
                    {
                        var name = _w.NewName("c");
                        _w.Line($"local function {name}(x) {target.Name} = {Cut(target.Kind, Expression(target.Kind, 2))} return x end");
                        _w.Line($"{name}({Expression(RandomKind(), 1)})");
                        _w.Line($"local {name}r = {name}({Expression(target.Kind, 1)})");
                        _variables.Add(new(name + "r", target.Kind, true));
                    }

                    break;
                }
        }
    }

    private void WriteLoop(int depth)
    {
        var name = _w.NewName("i");
        var kind = Kind.Integer;
        var mark = _variables.Count;
        switch (_dice.Next(5))
        {
            case 0:
                kind = Kind.Float;
                _w.Open($"for {name} = {_dice.Pick("0.0", "1.5", "3.0")}, {_dice.Pick("4.0", "5", "-1")}, {_dice.Pick("1", "0.75", "-1.5")} do");
                break;
            case 1 when Find(Kind.Array, false) is { } array:
                var value = _w.NewName("e");
                _w.Open($"for {name}, {value} in {_dice.Pick("ipairs", "ipairs", "pairs")}({array}) do");
                _w.Line("burn()");
                _variables.Add(new(value, Kind.Integer, false));
                break;
            case 2:
                _w.Open($"for {name} = {Expression(Kind.Integer, 1)}, {Expression(Kind.Integer, 1)}{_dice.Pick("", ", 1", ", -1", ", 2")} do");
                _w.Line("burn()");
                break;
            case 3:
                _w.Open($"for {name} = {_dice.Between(3, 6)}, {_dice.Between(-1, 2)}, -{_dice.Between(1, 2)} do");
                break;
            default:
                _w.Open($"for {name} = {_dice.Between(-1, 2)}, {_dice.Between(1, 4)} do");
                break;
        }

        _variables.Add(new(name, kind, false));
        if (_dice.Chance(30))
        {
            _w.Line($"if {Expression(Kind.Boolean, 1)} then {_dice.Pick("break", "goto continue")} end");
            _w.Open("do");
            WriteBlock(2, depth - 1);
            _w.Close();
            _w.Line("::continue::");
        }
        else
        {
            WriteBlock(3, depth - 1);
        }

        _w.Close();
        _variables.RemoveRange(mark, _variables.Count - mark);
    }

    private void WriteAssignment()
    {
        var targets = _variables.Where(static v => v.IsAssignable).ToList();
        if (targets.Count == 0)
        {
            return;
        }

        var target = targets[_dice.Next(targets.Count)];
        if (_dice.Chance(15) && targets.Count > 1)
        {
            var other = targets[_dice.Next(targets.Count)];
            if (other != target)
            {
                _w.Line($"{target.Name}, {other.Name} = {Cut(target.Kind, Expression(target.Kind, 2))}, {Cut(other.Kind, Expression(other.Kind, 2))}");
                return;
            }
        }

        _w.Line($"{target.Name} = {Cut(target.Kind, Expression(target.Kind, 3))}");
    }

    private static string Cut(Kind kind, string expression) => kind is Kind.Text or Kind.Any ? $"cut({expression})" : expression;

    private string Arguments(List<Kind> kinds, int depth) => string.Join(", ", kinds.Select(k => Expression(k, depth)));

    private string? Find(Kind kind, bool anything)
    {
        var found = _variables.Where(v => v.Kind == kind || anything).ToList();
        return found.Count == 0 ? null : found[_dice.Next(found.Count)].Name;
    }

    private string Expression(Kind kind, int depth)
    {
        if (_dice.Chance(2))
        {
            kind = RandomKind();
        }

        if ((depth == 0 || _dice.Chance(25)) && Find(kind, kind == Kind.Any) is { } variable && _dice.Chance(75))
        {
            return variable;
        }

        if (depth > 0 && _dice.Chance(_tick is null ? 8 : 25) && _functions.Find(f => f.Results[0] == kind) is { } function)
        {
            return $"({function.Name}({Arguments(function.Parameters, depth - 1)}))";
        }

        var d = depth - 1;
        return kind switch
        {
            Kind.Integer => Integer(depth),
            Kind.Float => Float(depth),
            Kind.Text => Text(depth),
            Kind.Boolean => Boolean(depth),
            Kind.Array => Array(depth),
            _ when depth == 0 => _dice.Pick("nil", "1", "'any'", "0.5", "false"),
            _ when _dice.Chance(30) => $"({Expression(RandomKind(), d)} {_dice.Pick("and", "or")} {Expression(RandomKind(), d)})",
            _ => Expression(RandomKind(), d),
        };
    }

    private string Number(int depth) => Expression(_dice.Pick(Kind.Integer, Kind.Integer, Kind.Float), depth);

    private string Integer(int depth)
    {
        if (depth == 0)
        {
            return _dice.Chance(12) ? _dice.Pick("math.maxinteger", "math.mininteger", "0x7fffffff", "-1", "0", "(1 << 62)") : _dice.Between(-3, 12).ToString();
        }

        var d = depth - 1;
        return _dice.Next(14) switch
        {
            0 or 1 or 2 => $"({Expression(Kind.Integer, d)} {_dice.Pick("+", "-", "*")} {Expression(Kind.Integer, d)})",
            3 => $"({Expression(Kind.Integer, d)} {_dice.Pick("//", "%")} {Expression(Kind.Integer, d)})",
            4 => $"({Expression(Kind.Integer, d)} {_dice.Pick("&", "|", "~", "<<", ">>")} {Expression(Kind.Integer, d)})",
            5 => $"{_dice.Pick("-", "~")}{Primary(Expression(Kind.Integer, d))}",
            6 => $"#{Primary(Expression(Kind.Text, d))}",
            7 when Find(Kind.Array, false) is { } array => _dice.Pick($"#{array}", $"({array}[{Expression(Kind.Integer, d)}] or {_dice.Between(0, 3)})", $"{array}[{_dice.Between(1, 2)}]"),
            8 => $"({Expression(Kind.Boolean, d)} and {Expression(Kind.Integer, d)} or {Expression(Kind.Integer, d)})",
            9 => $"math.{_dice.Pick("max", "min")}({Expression(Kind.Integer, d)}, {Expression(Kind.Integer, d)})",
            10 => $"math.floor({Number(d)})",
            11 => $"(({Expression(Kind.Text, d)}):byte({Expression(Kind.Integer, 0)}) or 0)",
            12 => $"({Expression(Kind.Float, d)} // 1 | 0)",
            _ => $"math.{_dice.Pick("abs", "tointeger")}({Number(d)})",
        };
    }

    private string Float(int depth)
    {
        if (depth == 0)
        {
            return _dice.Pick("0.5", "1.5", "-2.25", "3.0", "0.0", "1e10", "100.0", "0.1");
        }

        var d = depth - 1;
        return _dice.Next(9) switch
        {
            0 or 1 or 2 => $"({Expression(Kind.Float, d)} {_dice.Pick("+", "-", "*")} {Number(d)})",
            3 => $"({Number(d)} / {Number(d)})",
            4 => $"({Number(d)} {_dice.Pick("//", "%")} {Expression(Kind.Float, d)})",
            5 => $"({Number(d)} ^ {_dice.Pick("2", "0.5", "-1", "3")})",
            6 => $"-{Primary(Expression(Kind.Float, d))}",
            7 => $"({Expression(Kind.Boolean, d)} and {Expression(Kind.Float, d)} or {Number(d)})",
            _ => $"(tonumber({Expression(Kind.Text, d)}) or {Float(0)})",
        };
    }

    private string Text(int depth)
    {
        if (depth == 0)
        {
            return _dice.Pick("'abc'", "'x'", "''", "'10'", "'Hello'", "'a\\nb'", "'0x1F'", "'-3.5'");
        }

        var d = depth - 1;
        return _dice.Next(9) switch
        {
            0 or 1 => $"({Expression(Kind.Text, d)} .. {Expression(_dice.Pick(Kind.Text, Kind.Integer, Kind.Float), d)})",
            2 => $"({Expression(Kind.Integer, d)} .. {Expression(Kind.Text, d)} .. {Expression(_dice.Pick(Kind.Text, Kind.Float), d)})",
            3 => $"tostring({Expression(_dice.Pick(Kind.Integer, Kind.Float, Kind.Boolean, Kind.Text), d)})",
            4 => $"({Expression(Kind.Text, d)}):sub({Expression(Kind.Integer, 0)}, {Expression(Kind.Integer, 0)})",
            5 => $"({Expression(Kind.Text, d)}):{_dice.Pick("upper", "lower", "reverse")}()",
            6 => $"({Expression(Kind.Boolean, d)} and {Expression(Kind.Text, d)} or {Expression(Kind.Text, d)})",
            7 => $"string.format('{_dice.Pick("%d", "%5d", "%s", "%x")}', {Expression(Kind.Integer, d)})",
            _ => $"type({Expression(Kind.Any, d)})",
        };
    }

    private string Boolean(int depth)
    {
        if (depth == 0)
        {
            return _dice.Pick("true", "false");
        }

        var d = depth - 1;
        return _dice.Next(8) switch
        {
            0 or 1 => $"({Number(d)} {_dice.Pick("<", "<=", ">", ">=")} {Number(d)})",
            2 => $"({Expression(Kind.Text, d)} {_dice.Pick("<", "<=", ">", ">=", "==")} {Expression(Kind.Text, d)})",
            3 => $"({Number(d)} {_dice.Pick("==", "~=")} {Number(d)})",
            4 => $"({Expression(Kind.Any, d)} {_dice.Pick("==", "~=")} {Expression(Kind.Any, d)})",
            5 => $"not {Primary(Expression(_dice.Pick(Kind.Boolean, Kind.Any), d))}",
            6 => $"({Expression(Kind.Boolean, d)} {_dice.Pick("and", "or")} {Expression(Kind.Boolean, d)})",
            _ => $"(type({Expression(Kind.Any, d)}) == '{_dice.Pick("number", "string", "nil")}')",
        };
    }

    private string Array(int depth)
    {
        var items = Enumerable.Range(0, _dice.Between(0, 4)).Select(_ => Expression(Kind.Integer, depth == 0 ? 0 : depth - 1) + " or 0");
        return $"{{{string.Join(", ", items)}}}";
    }

    // An operand of a prefix operator; "--" begins a comment.
    private static string Primary(string expression) => expression[0] is '(' || char.IsLetter(expression[0]) ? expression : $"({expression})";

    private sealed record Variable(string Name, Kind Kind, bool IsAssignable);

    private sealed record Function(string Name, List<Kind> Parameters, List<Kind> Results);
}
