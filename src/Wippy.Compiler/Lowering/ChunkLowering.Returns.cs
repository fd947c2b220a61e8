using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Lowering;

/// <content>Ends of functions.</content>
internal sealed partial class ChunkLowering
{
    private void LowerReturn(ReturnStatementSyntax statement, int line)
    {
        var function = _frame.Function;
        if (statement.Values.Count == 1 && IsError(statement.Values[0]))
        {
            LowerError((CallExpressionSyntax)statement.Values[0], line);
            return;
        }

        if (statement.Values.Count == 1 && statement.Values[0] is CallExpressionSyntax call && _bound.Calls[call] is { IsTail: true, Target: { } target }
            && target == function)
        {
            LowerSelfCall(call, line);
            return;
        }

        switch (function.Shape)
        {
            case ResultShape.Void:
                _frame.Out.Add(new CsReturn(line, null));
                break;
            case ResultShape.Single:
                {
                    var type = ResultTypeOf(function);
                    CsExpression result = statement.Values.Count == 0 ? Nil : Lower(statement.Values[0]);
                    var pure = true;
                    for (var i = 1; i < statement.Values.Count; i++)
                    {
                        pure &= IsPure(statement.Values[i]);
                    }

                    if (!pure)
                    {
                        result = Keep(Variant(result), line);
                        for (var i = 1; i < statement.Values.Count; i++)
                        {
                            Discard(statement.Values[i], line);
                        }
                    }

                    _frame.Out.Add(new CsReturn(line, Coerce(result, type)));
                    break;
                }

            default:
                _frame.Out.Add(new CsReturn(line, Coerce(LowerResults(statement.Values), ResultTypeOf(function))));
                break;
        }
    }

    // All values of a return statement.
    private CsExpression LowerResults(EquatableArray<ExpressionSyntax> values)
    {
        if (values.Count == 1 && values[0] is CallExpressionSyntax or MethodCallExpressionSyntax)
        {
            return LowerCall(values[0], _bound.Calls[values[0]].IsTail ? CallUse.Tail : CallUse.All);
        }

        return _frame.Function.Shape != ResultShape.Open || values.Count > 1 || (values.Count == 1 && IsOpen(values[0])) ? LowerList(values)
            : values.Count == 1 ? Lower(values[0])
            : new CsAtom("LuaResult.None", CsType.Result);
    }

    // A call of itself at the end becomes a jump to the start with new parameters.
    private void LowerSelfCall(CallExpressionSyntax call, int line)
    {
        var function = _frame.Function;
        var values = new List<CsExpression>();
        CsExpression? open = null;
        var arguments = call.Arguments;
        var count = function.Parameters.Count;
        for (var i = 0; i < Math.Max(count, arguments.Count); i++)
        {
            if (function.HasVararg && i >= count)
            {
                break;
            }

            if (i >= count)
            {
                Discard(arguments[i], line);
            }
            else if (i >= arguments.Count)
            {
                values.Add(open is null ? Nil : Element(open, i - arguments.Count + 1));
            }
            else if (i == arguments.Count - 1 && IsOpen(arguments[i]) && (count > arguments.Count || function.HasVararg))
            {
                open = Keep(LowerMultiple(arguments[i]), line);
                values.Add(Element(open, 0));
            }
            else
            {
                var value = Coerce(Lower(arguments[i]), CsTypeOf(function.Parameters[i]));
                values.Add(value is CsAtom { IsConstant: true } atom && !IsAssigned(atom, i) ? value : Keep(Variant(value), line));
            }
        }

        CsExpression? rest = null;
        if (function.HasVararg)
        {
            // Evaluated before the parameters change.
            rest = open is not null
                ? new CsCall(CsType.Values, open, "From", Integer(count - arguments.Count + 1))
                : Keep(LowerList(arguments, count), line);
        }

        for (var i = 0; i < count; i++)
        {
            var parameter = function.Parameters[i];
            var type = CsTypeOf(parameter);
            _frame.Out.Add(new CsEvaluate(line, new CsAssign(new CsAtom(ParameterName(parameter), type), Coerce(values[i], type))));
        }

        if (rest is not null)
        {
            _frame.Out.Add(new CsEvaluate(line, new CsAssign(new CsAtom("varargs", CsType.Values), rest)));
        }

        _frame.Out.Add(new CsGoto(line, StartLabel(function)));

        // Parameters that the function never assigns change here, in order.
        bool IsAssigned(CsAtom atom, int before) => function.Parameters.FindIndex(p => ParameterName(p) == atom.Text) is var at and >= 0 && at < before;
    }
}
