using System;
using System.Linq;
using Wippy.Compiler.Tests.Analysis;
using Wippy.Compiler.Text;
using Xunit;

namespace Wippy.Compiler.Tests.Lowering;

/// <summary>Types as values in generated code (spec/lua.md section 10).</summary>
public class TypeLoweringTests
{
    [Fact]
    public void Types_in_annotations_only_leave_nothing() =>
        Assert.DoesNotContain("LuaTypeValue", Text("type Order = { id: string }\nlocal function f(o: Order) return o.id end\nreturn f"), StringComparison.Ordinal);

    [Fact]
    public void Used_type_and_those_it_leads_to_are_declared_once()
    {
        var text = Text("type Order = { items: {Item} }\ntype Item = { price: number @min(0) }\ntype Unused = string\nreturn { Order = Order, again = Order }");
        Assert.Equal(
            [
                "public static readonly LuaTypeValue Order = LuaTypeValue.Declare(\"Order\", [], static () => LuaTypeValue.Record(new LuaTypeField(\"items\", LuaTypeValue.Array(Types.Item))));",
                "public static readonly LuaTypeValue Item = LuaTypeValue.Declare(\"Item\", [], static () => LuaTypeValue.Record(new LuaTypeField(\"price\", LuaTypeValue.Annotated(LuaTypeValue.Number, new LuaTypeValidator(\"min\", 0)))));",
            ],
            text.Split('\n').Where(static l => l.Contains("Declare(", StringComparison.Ordinal)));
        Assert.Contains("[Types.Order, Types.Order]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type T = string\nlocal T = 1\nreturn T")]
    [InlineData("type T = string\nreturn function(T) return T end")]
    [InlineData("T = 1\ntype T = string\nreturn T")]
    [InlineData("do type T = string end\nreturn T")]
    [InlineData("local x = T\ntype T = string\nreturn x")]
    [InlineData("number = 5\nreturn number")]
    public void Other_meanings_of_the_name_stay(string text) => Assert.DoesNotContain("LuaTypeValue", Text(text), StringComparison.Ordinal);

    [Fact]
    public void Type_of_an_imported_library_is_looked_up_in_its_module_table() => Assert.Contains(
        "LuaTypeValue.Array(LuaTypeValue.Imported(\"orders\", \"Order\"))",
        Text("local o = require(\"orders\")\ntype All = {o.Order}\nreturn All", new ChunkImport("orders", new ChunkSignature(
            "app:orders", false, EquatableArray<ExportSignature>.Empty, EquatableArray<string>.Empty, EquatableArray<string>.Empty), null)),
        StringComparison.Ordinal);

    [Fact]
    public void Built_in_type_gives_way_to_what_the_program_may_put_there() => Assert.Contains(
        "LuaTypeValue.OrGlobal(LuaTypeValue.Number, lua.GetGlobal(", Text("rawset(_G, 'num' .. 'ber', 5)\nreturn number"), StringComparison.Ordinal);

    [Fact]
    public void Declared_type_goes_before_a_library_of_its_name() =>
        Assert.Contains("Types.math", Text("type math = { pi: number }\nreturn math"), StringComparison.Ordinal);

    private static string Text(string text, params ChunkImport[] imports) => Chunks.Flat(Chunks.Compile(text, imports: imports));
}
