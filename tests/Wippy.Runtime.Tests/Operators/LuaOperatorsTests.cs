using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Xunit;
using static Wippy.Runtime.LuaOperators;

namespace Wippy.Runtime.Tests.Operators;

public class LuaOperatorsTests
{
    private static readonly long At = LuaChunk.Register("app:ops") + 12;

    public static TheoryData<string, string, string> Arithmetic() => new Results
    {
        { Add(1, 2L, At), "integer 3" },
        { Add(1, 2.0, At), "float 3.0" },
        { Add("10", 1L, At), "float 11.0" },
        { Add(long.MaxValue, 1L, At), "integer -9223372036854775808" },
        { Divide(10, 2, At), "float 5.0" },
        { FloorDivide(-7, 2, At), "integer -4" },
        { FloorDivide(7, -2, At), "integer -4" },
        { FloorDivide((LuaValue)(-7.0), 2, At), "float -4.0" },
        { FloorDivide(long.MinValue, -1, At), "integer -9223372036854775808" },
        { Modulo(-7, 3, At), "integer 2" },
        { Modulo(7, -3, At), "integer -2" },
        { Modulo((LuaValue)(-7.5), 2, At), "float 0.5" },
        { Modulo((LuaValue)5.0, double.PositiveInfinity, At), "float 5.0" },
        { Modulo(long.MinValue, -1, At), "integer 0" },
        { Power(2, 10, At), "float 1024.0" },
        { Negate(long.MinValue, At), "integer -9223372036854775808" },
        { Negate("2", At), "float -2.0" },
        { BitAnd(6, 3.0, At), "integer 2" },
        { BitOr("6", 1, At), "integer 7" },
        { BitXor(5, 1, At), "integer 4" },
        { BitNot(0, At), "integer -1" },
        { ShiftLeft(1, 63, At), "integer -9223372036854775808" },
        { ShiftLeft((LuaValue)1, 64, At), "integer 0" },
        { ShiftRight(-1, 60, At), "integer 15" },
        { ShiftRight((LuaValue)1, -4, At), "integer 16" },
        { Concat(1, 2, At), "string 12" },
        { Concat(["a", 1, "b", 2], At), "string a1b2" },
        { Length("äöüß12345", At), "integer 13" },
    };

    [Theory]
    [MemberData(nameof(Arithmetic))]
    public void OperatorsKeepSubtypes(string operation, string actual, string expected) => Assert.True(expected == actual, $"{operation} gives {actual}, not {expected}");

    public static TheoryData<string, string> Faults() => new()
    {
        { Fault(() => Add(LuaValue.Nil, 1, At, "local 'x'")), "attempt to perform arithmetic on a nil value (local 'x')" },
        { Fault(() => Add(1, new LuaTable(), At, null, "field 'y'")), "attempt to perform arithmetic on a table value (field 'y')" },
        { Fault(() => Add("x", 1L, At)), "attempt to perform arithmetic on a string value" },
        { Fault(() => FloorDivide((LuaValue)1, 0, At)), "attempt to divide by zero" },
        { Fault(() => Modulo((LuaValue)1, 0, At)), "attempt to perform 'n%0'" },
        { Fault(() => BitAnd(1.5, 1, At, "local 'a'")), "number (local 'a') has no integer representation" },
        { Fault(() => BitAnd("x", 1, At)), "attempt to perform bitwise operation on a string value" },
        { Fault(() => Concat("a", LuaValue.Nil, At, null, "global 'g'")), "attempt to concatenate a nil value (global 'g')" },
        { Fault(() => Length(5, At, "local 'n'")), "attempt to get length of a number value (local 'n')" },
        { Fault(() => Index(LuaValue.Nil, "a", At, "local 't'")), "attempt to index a nil value (local 't')" },
        { Fault(() => Less(1, "x")), "attempt to compare number with string" },
        { Fault(() => Less(new LuaTable(), new LuaTable())), "attempt to compare two table values" },
        { Fault(() => ForPrepare("x", 1, 1, At)), "'for' initial value must be a number" },
        { Fault(() => ForPrepare(1, LuaValue.Nil, 1, At)), "'for' limit must be a number" },
        { Fault(() => ForPrepare(1, 1, true, At)), "'for' step must be a number" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void FaultsNameThePlaceAndTheVariable(string actual, string expected) => Assert.Equal("app:ops:12: " + expected, actual);

    [Theory]
    [InlineData(1L, 3L, 1L, "1 2 3")]
    [InlineData(3L, 1L, -1L, "3 2 1")]
    [InlineData(3L, 1L, 1L, "")]
    [InlineData(1L, 3.7, 1L, "1 2 3")]
    [InlineData(1.0, 2L, 0.5, "1.0 1.5 2.0")]
    [InlineData(9223372036854775806L, 9223372036854775807L, 1L, "9223372036854775806 9223372036854775807")]
    [InlineData(-9223372036854775807L, -9223372036854775808L, -1L, "-9223372036854775807 -9223372036854775808")]
    [InlineData(1L, double.NaN, 1L, "")]
    [InlineData(9223372036854775807L, double.PositiveInfinity, 1L, "9223372036854775807")]
    [InlineData(1L, double.NegativeInfinity, 1L, "")]
    [InlineData(1L, 10L, 4L, "1 5 9")]
    public void NumericLoopsNeverWrapAround(object start, object limit, object step, string expected)
    {
        var values = new List<string>();
        for (var loop = ForPrepare(Value(start), Value(limit), Value(step), At); loop.MoveNext();)
        {
            values.Add(LuaNumber.ToText(loop.Current, NumberFormat.Puc));
        }

        Assert.Equal(expected, string.Join(' ', values));
    }

    [Fact]
    public void MetamethodsAreFound() => LuaRun.Run(lua =>
    {
        var meta = new LuaTable
        {
            ["__add"] = new LuaFunction2("add", (a, b) => "added"),
            ["__index"] = new LuaFunction2("index", (t, k) => Concat("no ", k, At)),
            ["__eq"] = new LuaFunction2("eq", (a, b) => true),
            ["__lt"] = new LuaFunction2("lt", (a, b) => true),
            ["__call"] = new LuaFunction2("call", (self, a) => a),
            ["__len"] = new LuaFunction1("len", _ => 42),
            ["__concat"] = new LuaFunction2("concat", (a, b) => "joined"),
            ["__tostring"] = new LuaFunction1("tostring", _ => "object"),
            ["__unm"] = new LuaFunction1("unm", _ => "negated"),
        };
        LuaValue a = new LuaTable { Metatable = meta };
        LuaValue b = new LuaTable { Metatable = meta };
        Assert.Equal("added", Add(1, a, At).ToString());
        Assert.Equal("no x", Index(a, "x", At).ToString());
        Assert.True(Equal(a, b));
        Assert.False(RawEqual(a, b));
        Assert.True(LessThan(a, b, At));
        Assert.False(LessOrEqual(a, b, At));
        Assert.Equal(7, lua.Call(a, 7, At).AsInteger());
        Assert.Equal(42, Length(a, At).AsInteger());
        Assert.Equal("xjoined", Concat(["x", Concat(["y", a], At)], At).ToString());
        Assert.Equal("object", ToDisplayString(a).ToString());
        Assert.Equal("negated", Negate(a, At).ToString());
        return default;
    });

    [Fact]
    public void NewIndexIsAskedForAbsentFieldsOnly() => LuaRun.Run(lua =>
    {
        var log = new LuaTable();
        var target = new LuaTable { ["old"] = 1 };
        target.Metatable = new LuaTable { ["__newindex"] = log };
        SetIndex(target, "old", 2, At);
        SetIndex(target, "new", 3, At);
        Assert.Equal(2, target["old"].AsInteger());
        Assert.True(target["new"].IsNil);
        Assert.Equal(3, log["new"].AsInteger());
        return default;
    });

    [Fact]
    public void EndlessIndexChainsAreErrors() => LuaRun.Run(lua =>
    {
        var table = new LuaTable();
        table.Metatable = new LuaTable { ["__index"] = table };
        Assert.Contains("chain too long", Assert.Throws<LuaException>(() => Index(table, "x", At)).Message, StringComparison.Ordinal);
        return default;
    });

    private static LuaValue Less(LuaValue a, LuaValue b) => LessThan(a, b, At);

    private static LuaValue Value(object value) => value is long integer ? integer : (LuaValue)(double)value;

    private static string Show(LuaValue value) =>
        (value.IsInteger ? "integer " : value.IsFloat ? "float " : value.TypeName + " ") + (value.IsNumber ? LuaNumber.ToText(value, NumberFormat.Puc) : value.ToString());

    private static string Fault(Action action) => Assert.Throws<LuaException>(action).Message;

    private static string Fault(Func<LuaValue> action) => Fault(() => { action(); });

    private static string Fault(Func<LuaForLoop> action) => Fault(() => { action(); });

    // Every row names its operation: rows that are equal would run once.
    private sealed class Results : TheoryData<string, string, string>
    {
        public void Add(LuaValue actual, string expected, [CallerArgumentExpression(nameof(actual))] string operation = "") => base.Add(operation, Show(actual), expected);
    }
}
