using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Lowering;

/// <content>
/// Calls of variables in typed copies that probably hold one of a few functions, as a comparison that is handed to a function which sorts. A method of the class
/// takes the value; when that is one of those functions, its body is called with the arguments as they are, else the value.
/// </content>
internal sealed partial class ChunkLowering
{
    /// <summary>A call of a value that is probably known; null when it is not.</summary>
    private CsCall? CallProbable(CallExpressionSyntax call, List<CsExpression> parts, CallUse use)
    {
        if (_bound != _copies || _frame.Callers is not null || use is not (CallUse.First or CallUse.Statement) || call.Callee is not NameExpressionSyntax name
            || _bound.Calls[call] is { MayGiveBack: true, Caller.ErrorExit: not ErrorExit.Exception } || !_bound.ProbableTargets.TryGetValue(call, out var targets))
        {
            return null;
        }

        var types = ArgumentTypes(parts);
        var what = DescribeLoaded(name);
        var key = string.Join(" ", targets.Select(static t => t.Body!.Span.Start.ToString(CultureInfo.InvariantCulture)).Concat(types.Select(static t => t.ToString())).Append(use.ToString()).Append(what));
        if (!_fieldCalls.TryGetValue(key, out var method))
        {
            method = "call_" + CSharpText.Number(_fieldCalls.Count + 1) + "_" + name.Name;
            _fieldCalls.Add(key, method);
            _fieldCallMethods.Add(() => ProbableCall(method, targets, types, what, use)); // the functions get their names later
        }

        return new CsCall(FieldCallType(use), null, method, [.. parts, At(call.Span.Start)]);
    }

    private CsFunction ProbableCall(string name, List<FunctionSymbol> targets, List<CsType> types, string? what, CallUse use)
    {
        var (parameters, arguments, _) = FieldCallParameters(types);
        var statements = new List<CsStatement>();
        foreach (var target in targets.Where(static t => t.ErrorExit == ErrorExit.Exception))
        {
            var copy = target.TypedCopy is { } typed && Takes(typed, arguments) && typed.HeldTypes.TrueForAll(static t => t == Types.LuaTypes.None) ? typed : target;
            CsExpression test;
            CsExpression? owner = null;
            string body;
            if (target.Placement == FunctionPlacement.Method)
            {
                if (target.CsValueName.Length == 0)
                {
                    continue; // its values are objects of their own
                }

                test = new CsCall(CsType.Bool, Callee, "Is", new CsAtom(target.CsValueName, CsType.Other));
                body = copy.CsName;
            }
            else if (_closureOf.TryGetValue(target, out var closure))
            {
                owner = new CsAtom("f" + CSharpText.Number(statements.Count + 1), CsType.Other);
                test = new CsCall(CsType.Bool, Callee, "Is", new CsAtom($"out {closure.Name} {((CsAtom)owner).Text}", CsType.Other));
                UseDirectly(closure, copy);
                if (closure.Direct!.Value.Body != copy.CsName)
                {
                    continue;
                }

                body = CsClosure.DirectName;
            }
            else
            {
                continue;
            }

            var passed = copy.Parameters.Select((p, i) => Coerce(i < arguments.Count ? arguments[i] : Nil, CsTypeOf(p)));
            var direct = new CsCall(ResultTypeOf(copy), owner, body, passed.ToArray());
            List<CsStatement> made = use == CallUse.Statement
                ? [new CsEvaluate(0, direct), new CsReturn(0, null)]
                : [new CsReturn(0, Coerce(direct, CsType.Value))];
            statements.Add(IfCallee(target, test, made));
        }

        return CallOfCallee(name, parameters, statements, arguments, null, what, use);
    }
}
