using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Writes the typed method around an entry: arguments to Lua, the first result back.</summary>
internal static class MethodEmitter
{
    /// <summary>How many arguments beyond its named parameters a variadic method takes from C#.</summary>
    public const int MaxVariadic = 8;

    /// <summary>Writes the method; with <paramref name="readsArguments"/> it takes Lua values and reads them itself.</summary>
    public static void Write(
        EntryWriter writer, BorderText border, EntryClass entry, string attribute, string modifiers, string method, string runner, bool readsArguments = false)
    {
        var signature = entry.Signature;
        var parameters = Parameters(border, signature, readsArguments, out var arguments, out var required);
        writer.Summary(signature.Comment ?? $"Runs {entry.Id}.");
        foreach (var (name, comment) in parameters.Select(static p => (p.Name, p.Comment)))
        {
            writer.Line($"/// <param name=\"{name.TrimStart('@')}\">{EntryWriter.Xml(comment)}</param>");
        }

        if (signature.Result != BorderType.Nil)
        {
            writer.Line("/// <returns>The first result of the Lua function.</returns>");
        }

        writer.Line(attribute);
        var list = string.Join(", ", parameters.Select(static p => p.Text));
        var values = arguments.Count == 0
            ? "global::Wippy.Runtime.LuaValues.Empty"
            : $"Arguments({string.Join(", ", new[] { required.ToString(CultureInfo.InvariantCulture) }.Concat(arguments))})";
        var call = $"{runner}(Program, {values})";
        if (signature.Result == BorderType.Nil)
        {
            writer.Line($"{modifiers} global::System.Threading.Tasks.Task {method}({list}) =>");
        }
        else if (signature.Result == BorderType.Any)
        {
            writer.Line($"{modifiers} global::System.Threading.Tasks.Task<global::Wippy.Runtime.LuaValue> {method}({list}) =>");
        }
        else
        {
            writer.Line($"{modifiers} async global::System.Threading.Tasks.Task<{border.Type(signature.Result)}> {method}({list}) =>");
            call = border.FromLua(signature.Result, "await " + call, "\"result\"");
        }

        writer.Indent();
        writer.Line(call + ";");
        writer.Unindent();
    }

    private static List<(string Name, string Text, string Comment)> Parameters(
        BorderText border, BorderSignature signature, bool readsArguments, out List<string> arguments, out int required)
    {
        var result = new List<(string Name, string Text, string Comment)>();
        var names = new MemberNames();
        arguments = [];
        required = 0;
        for (var i = 0; i < signature.Parameters.Count; i++)
        {
            if (!signature.Parameters[i].IsOptional)
            {
                required = i + 1;
            }
        }

        for (var i = 0; i < signature.Parameters.Count; i++)
        {
            var parameter = signature.Parameters[i];
            var name = EntryWriter.Identifier(names.Camel(parameter.Name));
            var text = readsArguments
                ? $"global::Wippy.Runtime.LuaValue {name} = default"
                : $"{border.Type(parameter.Type)} {name}" + (i >= required ? " = " + BorderText.Default(parameter.Type) : string.Empty);
            result.Add((name, text, $"Lua parameter {parameter.Name}."));
            var value = readsArguments ? border.FromLua(parameter.Type, name, CSharpText.Quote(parameter.Name)) : name;
            arguments.Add(border.ToLua(parameter.Type, value));
        }

        for (var i = 1; signature.IsVariadic && i <= MaxVariadic; i++)
        {
            var name = names.Camel("extra" + i.ToString(CultureInfo.InvariantCulture));
            result.Add((name, $"global::Wippy.Runtime.LuaValue {name} = default", "A further argument."));
            arguments.Add(name);
        }

        return result;
    }
}
