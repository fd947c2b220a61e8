using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types.Checking;

/// <content>Functions of the library whose result follows from their arguments; an argument of type any leaves it open.</content>
internal sealed partial class TypeChecker
{
    // The result of a call whose arguments are checked; null where the signature tells all.
    private static StaticType? LibraryResult(string path, CallExpressionSyntax call, TypeList values) => path switch
    {
        "tonumber" when call.Arguments.Count > 0 => ConvertedNumber(call, values),
        "math.tointeger" => values[0].IsAny || IsAll(StaticType.Integer, values) ? TypeAlgebra.Widen(values[0]) : TypeAlgebra.OrNil(StaticType.Integer),
        "math.type" => values[0].IsAny ? StaticType.Any : IsAll(StaticType.Number, values) ? StaticType.Text : TypeAlgebra.OrNil(StaticType.Text),
        "math.abs" or "math.max" or "math.min" =>
            values.Rest is not null || values.Types.Any(static t => t.IsAny) ? StaticType.Any : IsAll(StaticType.Integer, values) ? StaticType.Integer : StaticType.Number,
        "math.random" => values.Rest is not null ? StaticType.Any : values.Types.Count > 0 ? StaticType.Integer : StaticType.Number,
        "select" when call.Arguments.Count > 0 && call.Arguments[0] is StringLiteralSyntax => StaticType.Integer,
        "os.date" => call.Arguments.Count == 0 || (call.Arguments[0] is StringLiteralSyntax format && !LuaText.Decode(format.Value).Contains("*t")) ? StaticType.Text : StaticType.Any,
        _ => null,
    };

    private static bool IsAll(StaticType type, TypeList values) => values.Types.Count > 0 && values.Types.All(t => Types.Checking.Assignability.Holds(t, type));

    // A literal text is converted here, so that it is known whether it is a number.
    private static StaticType ConvertedNumber(CallExpressionSyntax call, TypeList values)
    {
        if (values[0].IsAny)
        {
            return StaticType.Any;
        }

        if (values.Types.Count > 1 || values.Rest is not null)
        {
            return TypeAlgebra.OrNil(StaticType.Integer);
        }

        return call.Arguments[0] is StringLiteralSyntax text ? LuaNumeral.Parse(LuaText.Decode(text.Value).Trim().TrimStart('-')) switch
        {
            null => StaticType.Nil,
            long => StaticType.Integer,
            _ => StaticType.Number,
        }
        : IsAll(StaticType.Number, values) ? TypeAlgebra.Widen(values[0])
        : TypeAlgebra.OrNil(StaticType.Number);
    }
}
