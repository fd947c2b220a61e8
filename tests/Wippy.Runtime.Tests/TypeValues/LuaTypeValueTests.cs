using Wippy.Runtime.Modules;
using Xunit;
using static Wippy.Runtime.LuaTypeValue;

namespace Wippy.Runtime.Tests.TypeValues;

/// <summary>Types as run-time values (spec/lua.md section 10).</summary>
public class LuaTypeValueTests
{
    private static readonly LuaTypeValue Node = Declare("Node", [], static () => Record(new LuaTypeField("next", Node!, true)));
    private static readonly LuaTypeValue Endless = Declare("Endless", [], static () => Union(Endless!, Endless!));
    private static readonly LuaTypeValue Box = Declare("Box", ["T"], static () => Record(
        new LuaTypeField("value", Parameter("T")), new LuaTypeField("rest", Instance(Box!, Parameter("T")), true)));

    private static LuaTypeValue Item => Record(
        new LuaTypeField("name", LuaTypeValue.String), new LuaTypeField("price", Annotated(Number, new LuaTypeValidator("min", 0))), new LuaTypeField("note", LuaTypeValue.String, true));

    public static TheoryData<string, string?> Validations()
    {
        var chain = new LuaTable();
        chain["next"] = chain;
        var data = new TheoryData<string, string?>();
        foreach (var (name, type, value, message) in new (string, LuaTypeValue, LuaValue, string?)[]
        {
            ("nil", Nothing, default, null),
            ("boolean", LuaTypeValue.Boolean, 0, "expected boolean, got number"),
            ("number", Number, "1", "expected number, got string"),
            ("integer of integral float", Integer, 2.0, null),
            ("integer of fraction", Integer, 2.5, "expected integer, got number"),
            ("integer of infinity", Integer, double.PositiveInfinity, "expected integer, got number"),
            ("any of nil", Any, default, null),
            ("unknown of nil", Unknown, default, null),
            ("never", Never, 1, "expected never, got number"),
            ("type value is userdata", Userdata, Number, null),
            ("type value is no number", Number, Number, "expected number, got type"),
            ("error", Error, new LuaError(LuaError.Invalid, "x"), null),
            ("error of text", Error, "x", "expected error, got string"),
            ("literal 1 of 1.0", Literal(1), 1.0, null),
            ("literal text", Literal("a"), "b", "expected \"a\", got string"),
            ("optional of nil", Optional(Number), default, null),
            ("optional", Optional(Number), "x", "expected number?, got string"),
            ("optional of union", Optional(Union(Number, LuaTypeValue.String)), true, "expected (number | string)?, got boolean"),
            ("intersection", Intersection(Item, Record(new LuaTypeField("id", Integer))), new LuaTable { ["name"] = "x", ["price"] = 1 }, "id: required field missing"),
            ("array of holes", Array(Number), new LuaTable { [1L] = 1, [2L] = default(LuaValue), [3L] = 3 }, null),
            ("array", Array(Number), new LuaTable { [1L] = 1, [2L] = "x" }, "[2]: expected number, got string"),
            ("array of no table", Array(Number), 5, "expected {number}, got number"),
            ("path", Record(new LuaTypeField("items", Array(Item))), new LuaTable { ["items"] = new LuaTable { [1L] = new LuaTable { ["name"] = "x", ["price"] = -1 } } }, "items[1].price: value below minimum"),
            ("missing", Item, new LuaTable { ["price"] = 1 }, "name: required field missing"),
            ("extra fields", Item, new LuaTable { ["name"] = "x", ["price"] = 1, ["more"] = 1 }, null),
            ("optional field", Item, new LuaTable { ["name"] = "x", ["price"] = 1, ["note"] = 1 }, "note: expected string, got number"),
            ("field of any may miss", Record(new LuaTypeField("x", Any)), new LuaTable(), null),
            ("map value", Map(LuaTypeValue.String, Number), new LuaTable { ["a"] = true }, "a: expected number, got boolean"),
            ("map key", Map(Integer, Any), new LuaTable { ["a b"] = true }, "[\"a b\"]: expected integer, got string"),
            ("interface", Interface([], new LuaTypeField("f", Function)), new LuaTable(), null),
            ("readonly", Readonly(Array(Number)), new LuaTable { [1L] = "x" }, "[1]: expected number, got string"),
            ("cyclic value", Node, chain, null),
            ("endless name", Endless, 1, "recursion limit exceeded"),
            ("instance", Instance(Box, Integer), new LuaTable { ["value"] = 1, ["rest"] = new LuaTable { ["value"] = "x" } }, "rest.value: expected integer, got string"),
            ("generic without arguments", Box, new LuaTable { ["value"] = 1 }, "value: expected T, got number"),
            ("host type", Host("time.Duration"), new LuaDuration(1), null),
            ("host type of number", Host("time.Duration"), 1, "expected time.Duration, got number"),
        })
        {
            var failure = LuaRun.Run(_ => (LuaValue)type.Validate(value)?.ToString()).First;
            var expected = name == "cyclic value" ? "recursion limit exceeded" : message;
            var text = failure.IsNil ? null : failure.ToString();
            data.Add($"{name}: {(name == "cyclic value" && text is not null ? text[^"recursion limit exceeded".Length..] : text)}", $"{name}: {expected}");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Validations))]
    public void Message_is_as_specified(string actual, string? expected) => Assert.Equal(expected, actual);

    [Theory]
    [InlineData("min", 1.0, 1.0, null)]
    [InlineData("min", 1.0, 0.5, "value below minimum")]
    [InlineData("max", 1.0, 1.0, null)]
    [InlineData("max", 1.0, 1.5, "value above maximum")]
    [InlineData("unknown", 1.0, 1.5, null)]
    public void Numbers_have_limits(string name, double limit, double value, string? expected) =>
        Assert.Equal(expected, Annotated(Number, new LuaTypeValidator(name, limit)).Validate(value)?.ToString());

    [Theory]
    [InlineData("min_len", 3, "äb", null)]
    [InlineData("min_len", 4, "äb", "length below minimum")]
    [InlineData("max_len", 3, "äb", null)]
    [InlineData("max_len", 2, "äb", "length above maximum")]
    public void Lengths_are_bytes(string name, int limit, string value, string? expected) =>
        Assert.Equal(expected, Annotated(LuaTypeValue.String, new LuaTypeValidator(name, limit)).Validate(value)?.ToString());

    [Theory]
    [InlineData("b", "abc", true)]
    [InlineData("^b", "abc", false)]
    [InlineData("c$", "abc\n", false)]
    [InlineData("(?m)c$", "abc\n", true)]
    [InlineData("^\\d+$", "١٢", false)]
    [InlineData("^[\\w-]+$", "a_1-b", true)]
    [InlineData("^\\W$", "ä", true)]
    [InlineData("^[^\\s]+$", "a b", false)]
    [InlineData("^[[:alpha:]]+$", "abc", true)]
    [InlineData("^[[:alpha:]]+$", "ab1", false)]
    [InlineData("^(?P<year>[0-9]{4})$", "2024", true)]
    [InlineData("^\\Qa.b\\E$", "a.b", true)]
    [InlineData("^\\Qa.b\\E$", "axb", false)]
    [InlineData("^[]x]+$", "]x", true)]
    [InlineData("^\\x{e4}\\pL$", "äö", true)]
    [InlineData("(?i)^ABC$", "abc", true)]
    public void Patterns_are_re2(string pattern, string value, bool matches) => Assert.Equal(
        matches ? null : "pattern mismatch",
        Annotated(LuaTypeValue.String, new LuaTypeValidator("pattern", pattern)).Validate(value)?.ToString());

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("a(?=b)")]
    [InlineData("(")]
    public void Pattern_beyond_re2_raises(string pattern)
    {
        var type = Annotated(LuaTypeValue.String, new LuaTypeValidator("pattern", pattern));
        var exception = Assert.Throws<LuaException>(() => type.Validate("aa"));
        Assert.Equal($"invalid pattern '{pattern}'", exception.Message);
    }

    [Fact]
    public void Failure_has_details()
    {
        var error = Item.Validate(new LuaTable { ["name"] = 5 })!.ToError();
        Assert.Equal(LuaError.Invalid, error.Kind);
        Assert.Equal("name", error.Details!["field"].ToString());
        Assert.Equal("string", error.Details["expected"].ToString());
        Assert.Equal("number", error.Details["got"].ToString());
        Assert.True(error.Details["constraint"].IsNil);
    }

    public static TheoryData<string, string> Relations()
    {
        var data = new TheoryData<string, string>();
        foreach (var (a, b, relation) in new (LuaTypeValue, LuaTypeValue, string)[]
        {
            (Integer, Number, "<"),
            (Number, Integer, ""),
            (Literal(1), Integer, "<"),
            (Literal(1.5), Integer, ""),
            (Literal("a"), LuaTypeValue.String, "<"),
            (Number, Optional(Number), "<"),
            (Optional(Number), Union(Nothing, Number), "="),
            (Union(Number, Nothing), Union(Nothing, Number), "="),
            (Array(Integer), Array(Number), ""),
            (Array(Integer), Readonly(Array(Number)), "<"),
            (Readonly(Array(Integer)), Array(Integer), ""),
            (Array(Number), Table, "<"),
            (Item, Record(new LuaTypeField("name", LuaTypeValue.String)), "<"),
            (Item, Item, "="),
            (Never, Integer, "<"),
            (Unknown, Integer, ""),
            (Instance(Box, Integer), Instance(Box, Integer), "="),
            (Instance(Box, Integer), Instance(Box, Number), ""),
            (Callable([], null, Integer, new LuaTypeField("", Number)), Callable([], null, Number, new LuaTypeField("", Integer)), "<"),
            (Callable([], null, Integer), Function, "<"),
            (Annotated(Number, new LuaTypeValidator("min", 1)), Annotated(Number, new LuaTypeValidator("min", 1)), "="),
        })
        {
            var actual = a.ValueEquals(b) ? "=" : Holds(a, b) && !Holds(b, a) ? "<" : Holds(a, b) ? "<=" : "";
            data.Add($"{a} {actual} {b}", $"{a} {relation} {b}");
        }

        return data;

        static bool Holds(LuaTypeValue a, LuaTypeValue b) => LuaRun.Run(_ => (LuaValue)LuaOperators.LessOrEqual(a, b, 0)).First.IsTruthy;
    }

    [Theory]
    [MemberData(nameof(Relations))]
    public void Relation_is_structural(string actual, string expected) => Assert.Equal(expected, actual);

    [Fact]
    public void Boolean_is_within_its_literals() => Assert.True(
        LuaRun.Run(_ => (LuaValue)LuaOperators.LessOrEqual(LuaTypeValue.Boolean, Union(Literal(true), Literal(false)), 0)).First.IsTruthy);

    [Fact]
    public void Imported_type_is_the_field_of_the_module_table()
    {
        var orders = Record(new LuaTypeField("orders", Array(Imported("lib", "Item"))));
        var value = new LuaTable { ["orders"] = new LuaTable { [1L] = new LuaTable { ["name"] = 1 } } };
        Assert.Equal("orders[1].name: expected string, got number", LuaRun.Run(lua =>
        {
            lua.Loaded["lib"] = new LuaTable { ["Item"] = Item };
            return (LuaValue)orders.Validate(value)?.ToString();
        }).First.ToString());
        Assert.Equal("orders[1]: expected lib.Item, got table", LuaRun.Run(_ => (LuaValue)orders.Validate(value)?.ToString()).First.ToString());
    }
}
