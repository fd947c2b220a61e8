using System.Linq;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Writes the C# record of a Lua record type, with its conversions.</summary>
public static class RecordEmitter
{
    /// <summary>The complete file.</summary>
    public static string Emit(EmitOptions options, RecordClass record)
    {
        var border = new BorderText(options, record.Records);
        var fields = record.Declaration.Fields;
        var names = new MemberNames(
            record.Name, "ToLua", "FromLua", "EqualityContract", "Equals", "GetHashCode", "ToString", "Deconstruct", "PrintMembers", "GetType", "MemberwiseClone", "Clone", "Finalize");
        var members = fields.Select(f => names.Pascal(f.Name)).ToArray();
        var firstOptional = fields.Count;
        while (firstOptional > 0 && fields[firstOptional - 1].Type.AllowsNil)
        {
            firstOptional--;
        }

        var writer = new EntryWriter(BorderText.Using);
        writer.Open("namespace " + options.RootNamespace);
        writer.Summary(record.Declaration.Comment ?? $"Lua type {record.Declaration.Id.Name}.");
        writer.Line($"/// <remarks>Declared by <c>{EntryWriter.Xml(record.Declaration.Id.Owner)}</c>.</remarks>");
        for (var i = 0; i < fields.Count; i++)
        {
            writer.Line($"/// <param name=\"{members[i]}\">{EntryWriter.Xml(fields[i].Comment ?? "Lua field " + fields[i].Name + ".").Replace("\n", " ")}</param>");
        }

        writer.Line($"public sealed record {record.Name}(");
        writer.Indent();
        for (var i = 0; i < fields.Count; i++)
        {
            var type = fields[i].Type;
            var tail = (i >= firstOptional ? " = " + BorderText.Default(type) : string.Empty) + (i + 1 < fields.Count ? "," : ")");
            writer.Line($"[property: global::System.Text.Json.Serialization.JsonPropertyName({CSharpText.Quote(fields[i].Name)})] {border.Type(type)} {members[i]}{tail}");
        }

        writer.Line($": global::Wippy.Temporal.Borders.ILuaRecord<{record.Name}>");
        writer.Unindent();
        writer.Open();
        for (var i = 0; i < fields.Count; i++)
        {
            writer.Line($"private static readonly global::Wippy.Runtime.LuaString k{members[i]} = global::Wippy.Runtime.LuaString.Literal({CSharpText.Quote(fields[i].Name)}u8);");
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public static {record.Name} FromLua(global::Wippy.Runtime.LuaValue value, string path = \"value\")");
        writer.Line("var table = ToTable(value, path);");
        writer.Line($"return new {record.Name}(");
        writer.Indent();
        for (var i = 0; i < fields.Count; i++)
        {
            writer.Line(border.FromLua(fields[i].Type, $"table[k{members[i]}]", $"path + {CSharpText.Quote("." + fields[i].Name)}") + (i + 1 < fields.Count ? "," : ");"));
        }

        writer.Unindent();
        writer.Close();
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open("public global::Wippy.Runtime.LuaValue ToLua()");
        writer.Line($"var table = new global::Wippy.Runtime.LuaTable(0, {fields.Count});");
        for (var i = 0; i < fields.Count; i++)
        {
            writer.Line($"table[k{members[i]}] = {border.ToLua(fields[i].Type, members[i])};");
        }

        writer.Line("return table;");
        writer.Close();
        writer.Close();
        writer.Close();
        return writer.ToString();
    }
}
