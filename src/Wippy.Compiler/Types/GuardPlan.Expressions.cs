using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types;

/// <content>Expressions: what they read, and whether they change anything.</content>
internal sealed partial class GuardPlan
{
    /// <summary>
    /// Walks what is only asked for its truth, or a boolean of booleans: when all on the left side of "and" or "or" is pure, the right side asks for its own types
    /// behind it.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="isValue">Whether it is such a boolean, of which nil is no part.</param>
    private void WalkCondition(ExpressionSyntax condition, bool isValue = false)
    {
        switch (condition.Unwrap())
        {
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                WalkCondition(binary.Left, isValue);
                if (!_isPure)
                {
                    _conditional++;
                    Walk(binary.Right, false);
                    _conditional--;
                    break;
                }

                var outer = _guards;
                _guards = [];
                WalkCondition(binary.Right, isValue);
                if (_guards.Count > 0)
                {
                    _bound.GuardsOf[binary] = _guards;
                    outer.Add(binary);
                }

                _guards = outer;
                break;
            case UnaryExpressionSyntax { Operator: UnaryOperator.Not } unary:
                WalkCondition(unary.Operand, isValue);
                break;
            case FieldExpressionSyntax or IndexExpressionSyntax when condition.Unwrap() is var read && _bound.Guards.TryGetValue(read, out var type) && type == LuaTypes.Boolean:
                if (!isValue && read is IndexExpressionSyntax { Key: not StringLiteralSyntax })
                {
                    _bound.Truths.Add(read);
                }

                Walk(read, true);
                break;
            case { } other:
                Walk(other, false);
                break;
            default:
                break;
        }
    }

    /// <summary>Walks an expression in order of evaluation.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isUsed">Whether the type of the value matters where it is used.</param>
    private void Walk(ExpressionSyntax expression, bool isUsed)
    {
        switch (expression)
        {
            case NameExpressionSyntax name when _bound.Guards.ContainsKey(name):
                GuardVariable(name, isUsed);
                break;
            case NameExpressionSyntax name:
                _isPure &= _bound.Locals.ContainsKey(name) || (_bound.KnowsHostResults && !_bound.HasDynamicGlobals);
                break;
            case ParenthesizedExpressionSyntax inner:
                Walk(inner.Expression, isUsed);
                break;
            case CastExpressionSyntax cast:
                Walk(cast.Operand, isUsed);
                break;
            case NonNilExpressionSyntax nonNil:
                Walk(nonNil.Operand, isUsed);
                break;
            case FieldExpressionSyntax field:
                if (!_bound.KnowsHostResults || _bound.GetHostPath(field) is null)
                {
                    Walk(field.Object, true);
                    Guard(field, isUsed && (TypeOf(field.Object) == LuaTypes.Table || IsRecordVariable(field)));
                }

                break;
            case IndexExpressionSyntax index:
                Walk(index.Object, true);
                Walk(index.Key, true);
                Guard(index, isUsed && TypeOf(index.Object) == LuaTypes.Table && TypeOf(index.Key) is LuaTypes.Integer or LuaTypes.String
                    && (TypeOf(index.Key) == LuaTypes.Integer || index.Key is StringLiteralSyntax)
                    && (TypeOf(index) != LuaTypes.Boolean || _bound.Truths.Contains(index) || _bound.PresentReads.Contains(index)));
                break;
            case CallExpressionSyntax call:
                WalkCall(call, isUsed);
                break;
            case MethodCallExpressionSyntax call:
                if (LibraryCalls.Find(_bound, call) is { } method)
                {
                    WalkLibraryCall(call, method, isUsed);
                    break;
                }

                Walk(call.Object, false);
                WalkAll(call.Arguments, false);
                _isPure = false;
                break;
            case UnaryExpressionSyntax unary:
                WalkUnary(unary);
                break;
            case BinaryExpressionSyntax binary:
                WalkBinary(binary);
                break;
            case TableConstructorSyntax table:
                foreach (var field in table.Fields)
                {
                    if (field is KeyedTableFieldSyntax keyed)
                    {
                        Walk(keyed.Key, false);
                    }

                    Walk(field.Value, false);
                }

                break;
            default:
                break; // literals, functions and "..."
        }
    }

    private void WalkAll(EquatableArray<ExpressionSyntax> expressions, bool areUsed)
    {
        foreach (var expression in expressions)
        {
            Walk(expression, areUsed);
        }
    }

    private void WalkLibraryCall(ExpressionSyntax syntax, LibraryCall call, bool isUsed)
    {
        foreach (var argument in call.Arguments)
        {
            Walk(argument, call.IsTyped);
        }

        if (_bound.Guards.ContainsKey(syntax))
        {
            Guard(syntax, isUsed && call.IsTyped);
        }
        else
        {
            _isPure &= call.IsTyped;
        }
    }

    private void WalkCall(CallExpressionSyntax call, bool isUsed)
    {
        if (_bound.Calls[call].Target is { } target)
        {
            var copy = (target.General ?? target).TypedCopy;
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                Walk(call.Arguments[i], copy is not null && i < copy.Parameters.Count && copy.Parameters[i].Guess != LuaTypes.None);
            }

            _isPure = _isPure && _pureFunctions.Contains(TypeInference.Resolve(_bound, call, target));
            return;
        }

        if (LibraryCalls.Find(_bound, call) is { IsTyped: true } typed)
        {
            WalkLibraryCall(call, typed, isUsed);
            return;
        }

        if (_bound.KnowsHostResults && _bound.GetHostPath(call.Callee) is { } path)
        {
            var isIntrinsic = Intrinsics.Exists(path, call.Arguments.Count);
            WalkAll(call.Arguments, isIntrinsic);
            if (_bound.Guards.ContainsKey(call))
            {
                Guard(call, path is "math.floor" or "math.ceil" && TypeOf(call.Arguments[0]) == LuaTypes.Float);
            }
            else
            {
                _isPure &= isIntrinsic && TypeOf(call) is LuaTypes.Integer or LuaTypes.Float;
            }

            return;
        }

        Walk(call.Callee, false);
        _bound.ProbableTargets.TryGetValue(call, out var targets);
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            Walk(call.Arguments[i], targets is not null && targets.Exists(t => t.TypedCopy is { } copy && i < copy.Parameters.Count && copy.Parameters[i].Guess != LuaTypes.None));
        }

        _isPure = false;
    }

    private void WalkUnary(UnaryExpressionSyntax unary)
    {
        Walk(unary.Operand, unary.Operator != UnaryOperator.Not);
        if (unary.Operator == UnaryOperator.Length)
        {
            if (TypeOf(unary.Operand) != LuaTypes.String)
            {
                Guard(unary, TypeOf(unary.Operand) == LuaTypes.Table);
            }
        }
        else
        {
            _isPure &= unary.Operator == UnaryOperator.Not || IsNumber(unary.Operand);
        }
    }

    private void WalkBinary(BinaryExpressionSyntax binary)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or when TypeOf(binary) == LuaTypes.Boolean:
                WalkCondition(binary, true);
                break;
            case BinaryOperator.And or BinaryOperator.Or:
                Walk(binary.Left, false);
                _conditional++;
                Walk(binary.Right, false);
                _conditional--;
                break;
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                var areAlike = TypeOf(binary.Left) == TypeOf(binary.Right) && TypeOf(binary.Left) is LuaTypes.Integer or LuaTypes.Float or LuaTypes.String;
                Walk(binary.Left, areAlike && _bound.PresentReads.Contains(binary.Left));
                Walk(binary.Right, areAlike && _bound.PresentReads.Contains(binary.Right));
                _isPure &= (TypeOf(binary.Left) & TypeOf(binary.Right) & (LuaTypes.Table | LuaTypes.Other)) == 0;
                break;
            case BinaryOperator.Concat:
                Walk(binary.Left, false);
                Walk(binary.Right, false);
                _isPure &= TypeInference.IsWithin(TypeOf(binary.Left) | TypeOf(binary.Right), LuaTypes.String | LuaTypes.Number);
                break;
            case BinaryOperator.Less or BinaryOperator.Greater or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual
                when TypeOf(binary.Left) == LuaTypes.String && TypeOf(binary.Right) == LuaTypes.String:
                Walk(binary.Left, true);
                Walk(binary.Right, true);
                break;
            default:
                Walk(binary.Left, true);
                Walk(binary.Right, true);
                _isPure &= IsNumber(binary.Left) && IsNumber(binary.Right);
                break;
        }
    }
}
