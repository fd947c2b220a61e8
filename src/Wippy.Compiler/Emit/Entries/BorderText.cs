using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>C# types and conversions of border types.</summary>
internal sealed class BorderText
{
    /// <summary>The directive that the conversions need at the head of the file.</summary>
    public const string Using = "using static global::Wippy.Temporal.Borders.LuaBorder;";

    private const string Value = "global::Wippy.Runtime.LuaValue";

    private readonly Dictionary<BorderRecordId, string> _names;

    public BorderText(EmitOptions options, EquatableArray<RecordName> names) =>
        _names = names.ToDictionary(static n => n.Id, n => $"global::{options.RootNamespace}.{n.Name}");

    /// <summary>The C# type.</summary>
    public string Type(BorderType type) => type switch
    {
        BorderScalar { Kind: BorderScalarKind.Text } => "string",
        BorderScalar { Kind: BorderScalarKind.Integer } => "long",
        BorderScalar { Kind: BorderScalarKind.Number } => "double",
        BorderScalar { Kind: BorderScalarKind.Boolean } => "bool",
        BorderList list => $"global::System.Collections.Generic.IReadOnlyList<{Type(list.Item)}>",
        BorderMap map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Type(map.Value)}>",
        BorderOptional optional => Type(optional.Inner) + "?",
        BorderRecord record => _names[record.Id],
        _ => Value,
    };

    /// <summary>The default of a parameter of an optional type.</summary>
    public static string Default(BorderType type) => type is BorderOptional ? "null" : "default";

    /// <summary>An expression that turns C# <paramref name="expression"/> into a Lua value.</summary>
    public string ToLua(BorderType type, string expression, int depth = 0)
    {
        var item = depth == 0 ? "item" : "item" + depth;
        return type switch
        {
            BorderScalar { Kind: BorderScalarKind.Text } => $"FromText({expression})",
            BorderScalar { Kind: BorderScalarKind.Integer } => $"FromInteger({expression})",
            BorderScalar { Kind: BorderScalarKind.Number } => $"FromNumber({expression})",
            BorderScalar { Kind: BorderScalarKind.Boolean } => $"FromBoolean({expression})",
            BorderList list => $"FromList({expression}, static {item} => {ToLua(list.Item, item, depth + 1)})",
            BorderMap map => $"FromMap({expression}, static {item} => {ToLua(map.Value, item, depth + 1)})",
            BorderOptional optional => ToLua(optional.Inner, expression, depth),
            BorderRecord => $"FromRecord({expression})",
            _ => expression,
        };
    }

    /// <summary>An expression that reads the Lua value <paramref name="expression"/>; <paramref name="path"/> is C# too.</summary>
    public string FromLua(BorderType type, string expression, string path, int depth = 0) => type switch
    {
        BorderScalar { Kind: BorderScalarKind.Any or BorderScalarKind.Nil } => expression,
        BorderList list => $"ToList({expression}, {path}, {Reader(list.Item, depth)})",
        BorderMap map => $"ToMap({expression}, {path}, {Reader(map.Value, depth)})",
        BorderOptional optional => $"{(IsValueType(optional.Inner) ? "ToOptionalValue" : "ToOptional")}({expression}, {path}, {Reader(optional.Inner, depth)})",
        _ => $"{Reader(type, depth)}({expression}, {path})",
    };

    private static bool IsValueType(BorderType type) => type is BorderScalar { Kind: not BorderScalarKind.Text };

    private string Reader(BorderType type, int depth) => type switch
    {
        BorderScalar { Kind: BorderScalarKind.Text } => "ToText",
        BorderScalar { Kind: BorderScalarKind.Integer } => "ToInteger",
        BorderScalar { Kind: BorderScalarKind.Number } => "ToNumber",
        BorderScalar { Kind: BorderScalarKind.Boolean } => "ToBoolean",
        BorderScalar => "ToAny",
        BorderRecord record => _names[record.Id] + ".FromLua",
        _ => $"static (value{depth}, path{depth}) => {FromLua(type, "value" + depth, "path" + depth, depth + 1)}",
    };
}
