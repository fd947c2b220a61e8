using System.Collections.Generic;
using System.Linq;

namespace Conformance.Tests.RandomPrograms;

/// <summary>
/// A whole program of functions and two classes that looks like typed code and is not: values of other types come in, metatables, methods and globals change under way,
/// control leaves by <c>goto</c>, <c>break</c>, errors and coroutines. What would not be the same in stock Lua is left out: lists have no holes, a function inside another one
/// writes none of its variables (stock Lua leaves open when an operand that is a local is read), and the body of <c>coroutine.wrap</c> raises nothing.
/// </summary>
internal sealed partial class Surprises
{
    private const int MaxDepth = 3;

    private readonly LuaWriter _w;
    private readonly Dice _dice;

    private Surprises(LuaWriter w)
    {
        _w = w;
        _dice = w.Dice;
    }

    public static void Write(LuaWriter w) => new Surprises(w).WriteProgram();

    private void WriteProgram()
    {
        _w.Line("local library = math");
        _w.Line("""local A, B, S = {1, 2, 3, 4, 5}, {0.5, 1.5, 2.5, 3}, "hello" """);
        _w.Line($"local U1, U2, U3 = {Number()}, {Number()}, true");
        _w.Line("local MT = {__index = function(t, k) return k end, __add = function(a, b) return 7 end, __newindex = function(t, k, v) rawset(t, k, v) end,");
        _w.Line("  __len = function(t) local n = 0 while rawget(t, n + 1) ~= nil do n = n + 1 end return n end,");
        _w.Line("""  __lt = function() return true end, __call = function(self, a, b) return a, b end, __concat = function() return "cat" end}""");
        _w.Line("local C = {} C.__index = C C.__add = function(a, b) return 1.5 end C.__eq = function() return true end");
        _w.Line("local D = setmetatable({}, {__index = C}) D.__index = D");
        _w.Line("local function make(class, x, y) return setmetatable({x = x, y = y, n = 0, list = {1, 2}}, class) end");
        _w.Line("local function each(list, f, r) for i = 1, #list do r = f(list[i], r) or r end return r end");
        _w.Line("local O, P = make(C, 1, 2), make(D, 1.5, 3)");
        var outer = new Names { Numbers = ["U1", "U2"] };
        WriteMethods(outer);
        _w.Line("function G1(a, b) return (a or 0) + (b or 1) end");
        var functions = WriteFunctions(outer);
        var calls = _dice.Between(10, 16);
        for (var i = 0; i < calls; i++)
        {
            WriteCall(_dice.Pick(functions.ToArray()));
        }

        _w.Line("show(A, B, O, P, U1, U2, U3, S)");
        _w.Line("math = library");
    }

    private void WriteMethods(Names outer)
    {
        foreach (var type in new[] { "C", "D" })
        {
            foreach (var method in new[] { "get", "add", "set", "mix" })
            {
                if (type == "D" && _dice.Chance(50))
                {
                    continue;
                }

                var hasVararg = _dice.Chance(20);
                _w.Open($"function {type}:{method}({Parameters(["a", "b"], hasVararg)})");
                _w.Line("burn()");
                var names = outer.Copy();
                names.Numbers.AddRange(["a", "b", "a", "self.x", "self.y"]);
                names.Writable.AddRange(["a", "b"]);
                names.HasVararg = hasVararg;
                names.HasSelf = true;
                WriteBlock(names, _dice.Between(1, 3), 0, false);
                _w.Line("return " + _dice.Pick(Value(names), Value(names) + ", " + Value(names), "self.x", Value(names)));
                _w.Close();
            }
        }
    }

    private List<string> WriteFunctions(Names outer)
    {
        var functions = new List<string>();
        for (var i = 1; i <= 4; i++)
        {
            var hasVararg = _dice.Chance(25);
            var parameters = new[] { "a", "b", "c" }.Take(_dice.Pick(2, 2, 3)).ToArray();
            var name = _dice.Chance(67) ? "f" + i : "F" + i;
            _w.Open($"{(name[0] == 'f' ? "local " : "")}function {name}({Parameters(parameters, hasVararg)})");
            _w.Line("burn()");
            var names = outer.Copy();
            names.Functions.AddRange(functions);
            if (_dice.Chance(30))
            {
                names.Functions.Add(name);
            }

            for (var k = 0; k < 3; k++)
            {
                names.Numbers.AddRange(parameters);
            }

            names.Writable.AddRange(parameters);
            names.HasVararg = hasVararg;
            WriteBlock(names, _dice.Pick(3, 4, 6), 0, false);
            _w.Line("return " + _dice.Pick(Value(names), Value(names) + ", " + Value(names), Call(names, 0), Value(names)));
            _w.Close();
            functions.Add(name);
        }

        return functions;
    }

    private string Parameters(string[] names, bool hasVararg) =>
        string.Join(", ", names.Select(n => n + (_dice.Chance(15) ? LuaWriter.Annotation(_dice.Pick("number", "integer", "any", "number?", "string")) : "")).Concat(hasVararg ? ["..."] : []));

    private void WriteCall(string function)
    {
        // Not so deep that calls through metamethods and library functions use up the C stack of stock Lua.
        _w.Line("fuel, refill = 80, 60");
        var count = _dice.Pick(1, 2, 2, 3, 4);
        var arguments = string.Join(", ", Enumerable.Range(0, count).Select(_ => _dice.Pick(Number(), Number(), Number(), Literal(), "O", "A")));
        _w.Line(_dice.Next(5) switch
        {
            0 => $"show(pcall({function}, {arguments}))",
            1 => $"show(pcall(function() return {function}({arguments}) end))",
            2 => $"show(pcall(O.{_dice.Pick("get", "add", "set", "mix")}, O, {arguments}))",
            3 => $"show(pcall(function() return P:{_dice.Pick("get", "add", "set", "mix")}({arguments}) end))",
            _ => $"show(coroutine.resume(coroutine.create({function}), {arguments}))",
        });
        if (_dice.Chance(25))
        {
            _w.Line("show(A, B, O, P, U1, U2, S)");
        }

        if (_dice.Chance(15))
        {
            _w.Line(_dice.Pick(
                "A = {1, 2, 3}", """B = {1, "x", 3}""", "U1 = 1", """U1 = "q" """, "U2 = 2.5", "O.x = 1", """A[1] = "str" """, """S = "hello" """, "setmetatable(A, nil)", "O = make(D, 1, 2)"));
        }
    }

    // What the expressions and statements of a block may name.
    private sealed class Names
    {
        /// <summary>Mostly numbers; one that stands there twice is taken more often.</summary>
        public List<string> Numbers { get; init; } = [];

        /// <summary>Locals of this function.</summary>
        public List<string> Writable { get; init; } = [];

        public List<string> Lists { get; init; } = [];

        public List<string> Functions { get; init; } = [];

        public bool HasVararg { get; set; }

        public bool HasSelf { get; set; }

        public Names Copy() => new()
        {
            Numbers = [.. Numbers],
            Writable = [.. Writable],
            Lists = [.. Lists],
            Functions = [.. Functions],
            HasVararg = HasVararg,
            HasSelf = HasSelf,
        };
    }
}
