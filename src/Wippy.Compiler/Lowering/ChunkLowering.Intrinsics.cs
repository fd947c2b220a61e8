using System.Collections.Generic;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Functions and constants of the host that are C# without a call.</content>
internal sealed partial class ChunkLowering
{
    private const string HostMath = "global::System.Math";

    private CsExpression? LowerIntrinsic(CallExpressionSyntax call)
    {
        if (!_bound.KnowsHostResults || _bound.GetHostPath(call.Callee) is not { } path || !Intrinsics.Exists(path, call.Arguments.Count)
            || TypeOf(call) is not (LuaTypes.Integer or LuaTypes.Float))
        {
            return null;
        }

        var arguments = new List<CsExpression>();
        foreach (var argument in call.Arguments)
        {
            if (CsTypeOf(TypeOf(argument)) is not (CsType.Long or CsType.Double))
            {
                return null;
            }

            arguments.Add(LowerTyped(argument));
        }

        switch (path)
        {
            case "math.floor" or "math.ceil":
                return arguments[0];
            case "math.abs" or "math.max" or "math.min":
                var name = path switch { "math.abs" => "Abs", "math.max" => "Max", _ => "Min" };
                return new CsCall(arguments[0].Type, null, name, arguments.ToArray());
            default:
                var method = char.ToUpperInvariant(path[5]) + path.Substring(6);
                return new CsCall(CsType.Double, new CsAtom(HostMath, CsType.Other), method, Coerce(arguments[0], CsType.Double));
        }
    }

    // Fields of the frozen math table.
    private CsExpression? LowerHostConstant(FieldExpressionSyntax field) => (_bound.KnowsHostResults ? _bound.GetHostPath(field) : null) switch
    {
        "math.pi" => new CsAtom(HostMath + ".PI", CsType.Double, true),
        "math.huge" => new CsAtom(CSharpText.Number(double.PositiveInfinity), CsType.Double, true),
        "math.maxinteger" => Integer(long.MaxValue),
        "math.mininteger" => Integer(long.MinValue),
        _ => null,
    };
}
