using System.Collections.Generic;

namespace Wippy.Compiler.Lowering;

/// <summary>The operators and calls of values that have a method of the state which gives errors back: <c>lua.IndexOrFail</c> for <c>Index</c>.</summary>
internal static class FailingOperators
{
    private const string Suffix = "OrFail";

    /// <summary>The same as a method that gives errors back; null if there is none, or the operands cannot fail.</summary>
    public static CsCall? Of(CsCall call)
    {
        var arguments = call.Arguments;
        var fails = (call.Target, call.Method, arguments.Count) switch
        {
            (null, "Index", 4 or 5) or (null, "Method", 6) or (null, "SetIndex", 5 or 6) or (null, "Length" or "Negate", 3) => arguments[0].Type == CsType.Value,
            (null, "Add" or "Subtract" or "Multiply" or "Divide", _) => call.Type == CsType.Value && MayBeAny(arguments[0], arguments[1]),
            (null, "LessThan" or "LessOrEqual", _) => MayBeAny(arguments[0], arguments[1]),
            (null, "Concat", _) => arguments[0] is CsArray array ? AnyMayBeAny(array.Items) : MayBeAny(arguments[0], arguments[1]),
            (CsAtom { Text: "lua" }, "Call", _) => !AnyIsResult(arguments),
            (CsAtom { Text: "lua" }, "CallKnown", _) => true,
            _ => false,
        };
        return fails ? new CsCall(call.Type, new CsAtom("lua", CsType.Other, true), call.Method + Suffix, [.. arguments]) : null;
    }

    private static bool MayBeAny(CsExpression left, CsExpression right) => Operand(left) == CsType.Value || Operand(right) == CsType.Value;

    private static CsType Operand(CsExpression operand) => operand is CsNamed named ? named.Value.Type : operand.Type;

    private static bool AnyMayBeAny(IReadOnlyList<CsExpression> operands)
    {
        foreach (var operand in operands)
        {
            if (operand.Type == CsType.Value)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyIsResult(IReadOnlyList<CsExpression> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Type == CsType.Result)
            {
                return true;
            }
        }

        return false;
    }
}
