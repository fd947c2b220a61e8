namespace Conformance.Tests.RandomPrograms;

/// <content>Statements.</content>
internal sealed partial class Surprises
{
    private void WriteBlock(Names names, int count, int depth, bool isLoop)
    {
        var inner = names.Copy();
        for (var i = 0; i < count; i++)
        {
            WriteStatement(inner, depth, isLoop);
        }
    }

    private void WriteStatement(Names names, int depth, bool isLoop)
    {
        switch (_dice.Next(100))
        {
            case < 14:
                WriteLocal(names, _dice.Chance(25) ? Any(names) : Value(names));
                break;
            case < 17:
                var (first, second) = (_w.NewName("v"), _w.NewName("v"));
                _w.Line($"local {first}, {second} = {Call(names, 0)}");
                Declare(names, first);
                Declare(names, second);
                break;
            case < 19:
                var list = _w.NewName("t");
                _w.Line($"local {list} = {_dice.Pick("{}", "{1, 2, 3}", "{1.5, 2, 3}", "{table.unpack(A)}", "{n = 1, 10, 20}", "table.pack(1, 2, 3)")}");
                names.Lists.Add(list);
                break;
            case < 56:
                WriteAssignment(names);
                break;
            case < 60:
                _w.Line(_dice.Chance(50) ? $"S = cut({Text(names)})" : $"U3 = {Condition(names)}");
                break;
            case < 70 when depth < MaxDepth:
                WriteIf(names, depth, isLoop);
                break;
            case < 82 when depth < MaxDepth:
                WriteLoop(names, depth);
                break;
            case < 84 when isLoop:
                _w.Line($"if {Condition(names)} then break end");
                break;
            case < 88:
                _w.Line($"if {Condition(names)} then return {_dice.Pick(Value(names), Value(names) + ", " + Any(names), Call(names, 0), "")} end");
                break;
            case < 91 when depth < 2:
                WriteFunction(names, depth);
                break;
            case < 92 when depth < 2:
                WriteCallback(names, depth);
                break;
            case < 93:
                _w.Line($"show({Value(names)}, {Any(names)})");
                break;
            case < 95 when depth < 2:
                WriteProtected(names, depth);
                break;
            case < 96:
                _w.Line($"if {Condition(names)} then error({_dice.Pick("S", "{code = 1}", Value(names, 2), "\"boom\"")}{_dice.Pick("", "", ", 0")}) end");
                break;
            default:
                WriteSurprise(names);
                break;
        }
    }

    private void WriteLocal(Names names, string value)
    {
        var name = _w.NewName("v");
        _w.Line($"local {name}{(_dice.Chance(10) ? LuaWriter.Annotation(_dice.Pick("number", "integer", "any")) : "")} = {value}");
        Declare(names, name);
    }

    private static void Declare(Names names, string name)
    {
        names.Numbers.Add(name);
        names.Writable.Add(name);
    }

    // Lists get no nil and no index behind their end.
    private void WriteAssignment(Names names)
    {
        var value = _dice.Chance(15) ? Any(names) : Value(names);
        var variable = _dice.Pick([.. names.Writable, "U1", "U2", "U1"]);
        _w.Line(_dice.Next(10) switch
        {
            < 4 => $"{variable} = {value}",
            < 6 => $"{Object(names)}.{_dice.Pick("x", "y", "n")} = {value}",
            < 7 => $"{List(names)}[1] = {(_dice.Chance(85) ? Value(names) : "(" + Text(names) + ")")} or 0",
            < 8 => $"{variable}, {_dice.Pick([.. names.Writable, "A[1]", "O.x", "U2"])} = {Value(names)}, {Value(names)} or 0",
            _ => Insertion(List(names), Value(names)),
        });
    }

    private string Insertion(string list, string value) => _dice.Pick(
        $"table.insert({list}, {value})", $"table.remove({list})", $"table.insert({list}, 1, {value} or 0)", $"do local x = {value} {list}[#{list} + 1] = x or 0 end");

    private void WriteIf(Names names, int depth, bool isLoop)
    {
        _w.Open($"if {Condition(names)} then");
        WriteBlock(names, _dice.Between(1, 2), depth + 1, isLoop);
        if (_dice.Chance(30))
        {
            _w.Middle($"elseif {Condition(names)} then");
            WriteBlock(names, 1, depth + 1, isLoop);
        }

        if (_dice.Chance(50))
        {
            _w.Middle("else");
            WriteBlock(names, _dice.Between(1, 2), depth + 1, isLoop);
        }

        _w.Close();
    }

    private void WriteLoop(Names names, int depth)
    {
        var inner = names.Copy();
        if (_dice.Chance(10))
        {
            WriteRepeat(names, inner, depth);
            return;
        }

        _w.Open(LoopHead(names, inner));
        _w.Line("burn()");
        if (_dice.Chance(30))
        {
            var label = _w.NewName("c");
            _w.Line($"if {Condition(inner)} then goto {label} end");
            _w.Open("do");
            WriteBlock(inner, _dice.Between(1, 3), depth + 1, true);
            _w.Close();
            _w.Line($"::{label}::");
        }
        else
        {
            WriteBlock(inner, _dice.Between(1, 3), depth + 1, true);
        }

        _w.Close();
    }

    private string LoopHead(Names names, Names inner)
    {
        var variable = _dice.Pick("i", "j", "i");
        var value = _w.NewName("v");
        switch (_dice.Next(90))
        {
            case < 45:
                inner.Numbers.AddRange([variable, variable]);
                if (_dice.Chance(20))
                {
                    inner.Writable.Add(variable);
                }

                var step = _dice.Pick("", "", "", ", 2", ", -1", ", 0.5", ", " + _dice.Pick("3", "-2", "1.5", "1e3"));
                return $"for {variable} = {_dice.Pick("1", "1", "1", "0", "3", Value(names, 2))}, {_dice.Pick("3", "5", "#" + List(names), Value(names, 2), "4")}{step} do";
            case < 60:
                inner.Numbers.AddRange([variable, value, value]);
                return $"for {variable}, {value} in ipairs({List(names)}) do";
            case < 68:
                inner.Numbers.Add(value);
                return $"for _, {value} in pairs({_dice.Pick("{1, 2, 3}", "{5, 6.5}", "{x = 3}")}) do";
            case < 76:
                inner.Numbers.Add(value);
                var yielded = names.Copy();
                yielded.HasVararg = false;
                return $"for {value} in coroutine.wrap(function() for q = 1, 3 do coroutine.yield((select(2, pcall(function() return {Value(yielded, 2)} end)))) end end) do";
            default:
                return $"while {Condition(names)} do";
        }
    }

    // The condition sees the locals of the block.
    private void WriteRepeat(Names names, Names inner, int depth)
    {
        _w.Open("repeat");
        _w.Line("burn()");
        var last = _w.NewName("v");
        _w.Line($"local {last} = {Value(inner)}");
        Declare(inner, last);
        WriteStatement(inner, depth + 1, true);
        var condition = names.Copy();
        condition.Numbers.AddRange([last, last]);
        _w.Close($"until {Condition(condition)} or {last} == {Value(names, 2)}");
    }

    private void WriteFunction(Names names, int depth)
    {
        var name = _w.NewName("f");
        var inner = names.Copy();
        inner.HasVararg = _dice.Chance(30);
        inner.Writable.Clear();
        string[] parameters = _dice.Chance(50) ? ["a"] : ["a", "b"];
        inner.Writable.AddRange(parameters);
        inner.Numbers.AddRange([.. parameters, .. parameters]);
        _w.Open($"local function {name}({Parameters(parameters, inner.HasVararg)})");
        WriteBlock(inner, _dice.Between(1, 3), depth + 1, false);
        _w.Line("return " + Value(inner));
        _w.Close();
        names.Functions.Add(name);
    }

    // A function that is called with the elements of a list, or that puts them in order.
    private void WriteCallback(Names names, int depth)
    {
        var inner = names.Copy();
        inner.HasVararg = false;
        inner.Writable.Clear();
        if (_dice.Chance(35))
        {
            var list = _w.NewName("t");
            inner.Numbers.AddRange(["a", "b", "a", "b"]);
            _w.Line($"local {list} = {_dice.Pick("{O, P, make(C, 3, 4)}", $"{{table.unpack({List(names)})}}")}");
            _w.Line($"table.sort({list}, function(a, b) burn() return {_dice.Pick("a < b", "a > b", "a.x < b.x", "a.x == b.x and a.y < b.y", Condition(inner))} end)");
            _w.Line($"show({list})");
            return;
        }

        var result = _w.NewName("v");
        string[] parameters = _dice.Chance(50) ? ["a"] : ["a", "r"];
        inner.Writable.AddRange(parameters);
        inner.Numbers.AddRange([.. parameters, .. parameters, .. parameters]);
        _w.Open($"local {result} = each({List(names)}, function({Parameters(parameters, false)})");
        _w.Line("burn()");
        WriteBlock(inner, _dice.Between(0, 2), depth + 1, false);
        _w.Line("return " + Value(inner));
        _w.Close($"end, {Value(names)})");
        Declare(names, result);
    }

    private void WriteProtected(Names names, int depth)
    {
        var (ok, result) = (_w.NewName("v"), _w.NewName("v"));
        var inner = names.Copy();
        inner.HasVararg = false;
        _w.Open($"local {ok}, {result} = pcall(function()");
        WriteBlock(inner, _dice.Between(1, 2), depth + 1, false);
        _w.Line("return " + Value(inner));
        _w.Close("end)");
        names.Numbers.Add(result);
        _w.Line($"show({ok}, {result})");
    }

    // What types, methods and globals were taken for is true no longer.
    private void WriteSurprise(Names names)
    {
        var inner = names.Copy();
        inner.HasVararg = false;
        _w.Line(_dice.Next(4) switch
        {
            0 => _dice.Chance(30) ? $"U{_dice.Between(1, 2)} = function(q) return q {_dice.Pick("+", "-")} {Value(inner, 2)} end" : "U2 = U1",
            1 => _dice.Pick("setmetatable(A, MT)", "setmetatable(A, nil)", "setmetatable(B, MT)", "setmetatable(O, D)", "setmetatable(O, C)", "setmetatable(P, nil)"),
            2 => _dice.Pick(
                "function C:get(a) return self.y, a end", "D.add = nil", "function D.add(self, a, b) return a end", "C.get, C.mix = C.mix, C.get", "O.get = function(self, a) return a end",
                "G1 = nil", "G1 = function(a, b) return b end",
                "math = {floor = function(x) return x end, abs = math.abs, max = math.max, min = math.min, sqrt = math.sqrt, ceil = math.ceil}"),
            _ => $"show(select(\"#\", {Call(names, 0)}), {Call(names, 0)})",
        });
    }
}
