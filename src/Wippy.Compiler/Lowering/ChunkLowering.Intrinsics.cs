using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
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
            case "math.abs":
                return new CsCall(arguments[0].Type, null, "Abs", arguments[0]);
            case "math.max" or "math.min":
                var best = arguments[0];
                for (var i = 1; i < arguments.Count; i++)
                {
                    best = new CsCall(best.Type, null, path == "math.max" ? "Max" : "Min", best, arguments[i]);
                }

                return best;
            default:
                var method = char.ToUpperInvariant(path[5]) + path.Substring(6);
                return new CsCall(CsType.Double, new CsAtom(HostMath, CsType.Other), method, Coerce(arguments[0], CsType.Double));
        }
    }

    // What need not be looked up. A statement is left to the library unless the call is for its effect, and so is string.byte where none is no nil.
    private CsExpression? LowerLibraryCall(ExpressionSyntax syntax, CsExpression at, CallUse use)
    {
        if (LibraryCalls.Find(_bound, syntax) is not { } call
            || !(call.Method switch
            {
                "TableInsert" => use == CallUse.Statement,
                "SetMetatable" or "TableRemove" => true,
                "StringByte" => use == CallUse.First,
                _ => use != CallUse.Statement,
            }))
        {
            return null;
        }

        var arguments = new List<CsExpression>();
        foreach (var argument in call.Arguments)
        {
            arguments.Add(LowerTyped(argument));
        }

        switch (call.Method)
        {
            case "Length":
                return new CsUnary(CsType.Long, "(long)", new CsMember(CsType.Long, arguments[0], "Length"));
            case "TypeOf":
            case "StringByte" or "StringSub" when call.IsTyped:
                break;
            default:
                arguments.Add(at);
                break;
        }

        var type = call.Result == LuaTypes.None ? CsType.Void : CsTypeOf(call.Result);
        return new CsCall(type, null, call.Method, arguments.ToArray());
    }

    // A call of a function of the library that no name has to be looked up for; null when it may wait or is no such call.
    private CsExpression? LowerLibraryFunction(ExpressionSyntax call, EquatableArray<ExpressionSyntax> arguments, CsExpression? receiver, CsExpression at, CallSite site, CallUse use)
    {
        if (site.MayWait || LibraryCalls.FunctionOf(_bound, call) is not { } path)
        {
            return null;
        }

        var parts = new List<CsExpression> { LibraryFunction(path) };
        if (receiver is not null)
        {
            parts.Add(receiver);
        }

        var tail = AddArguments(parts, arguments);
        if (tail is not null || use is CallUse.Open or CallUse.Tail || (use == CallUse.Two && parts.Count is 2 or 3) || parts.Exists(static p => p.HasAwait))
        {
            return Invoke(parts, tail, at, null, site, use);
        }

        if (parts.Count > 4)
        {
            parts = [parts[0], new CsArray(parts.GetRange(1, parts.Count - 1))];
        }

        parts.Add(at);
        return use is CallUse.All or CallUse.Two ? new CsCall(CsType.Values, Lua, "CallAllKnown", parts.ToArray()) : new CsCall(CsType.Value, Lua, "CallKnown", parts.ToArray());
    }

    private CsAtom LibraryFunction(string path)
    {
        var name = "library_" + path.Replace('.', '_');
        if (_libraryFunctions.Add(name))
        {
            _constants.Add(("LuaFunction", name, $"global::Wippy.Runtime.Libraries.StandardLibrary.Function({CSharpText.Quote(path)})"));
        }

        return new CsAtom(name, CsType.Function, true);
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
