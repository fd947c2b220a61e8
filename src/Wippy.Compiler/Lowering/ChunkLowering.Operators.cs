using System;
using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Operators and conditions.</content>
internal sealed partial class ChunkLowering
{
    private CsExpression LowerUnary(UnaryExpressionSyntax unary)
    {
        var at = At(unary.OperatorSpan.Start);
        switch (unary.Operator)
        {
            case UnaryOperator.Not:
                return new CsUnary(CsType.Bool, "!", Condition(unary.Operand));
            case UnaryOperator.Negate when ConstantNumber(unary) is { } constant:
                return constant;
            default:
                break;
        }

        var operand = LowerTyped(unary.Operand);
        var what = DescribeLoaded(unary.Operand);
        var metamethod = MetamethodUses.Of(unary.Operator);
        if (operand.Type is CsType.Value or CsType.Table && Waits(metamethod))
        {
            // The operand is passed twice, as stock Lua does.
            var kept = DeclareTemporary(CsType.Value);
            return Awaited("OperateAsync", MetamethodName(metamethod), new CsAssign(kept, AsValue(operand)), kept, at, Text(what));
        }

        return unary.Operator switch
        {
            UnaryOperator.Negate when operand.Type is CsType.Long or CsType.Double => new CsUnary(operand.Type, "-", operand),
            UnaryOperator.Negate => new CsCall(CsType.Value, null, "Negate", operand, at, Text(what)),
            UnaryOperator.BitwiseNot when operand.Type == CsType.Long => new CsUnary(CsType.Long, "~", operand),
            UnaryOperator.BitwiseNot => new CsCall(CsType.Value, null, "BitNot", operand, at, Text(what)),
            _ when operand.Type == CsType.String => new CsUnary(CsType.Long, "(long)", new CsMember(CsType.Long, operand, "Length")),
            _ => new CsCall(CsType.Value, null, "Length", operand, at, Text(what)),
        };
    }

    private static CsExpression? ConstantNumber(UnaryExpressionSyntax unary) => unary.Operand switch
    {
        NumberLiteralSyntax { IsInteger: true } number => Integer(unchecked(-number.IntegerValue)),
        NumberLiteralSyntax number => new CsAtom(CSharpText.Number(-number.FloatValue), CsType.Double, true),
        _ => null,
    };

    private CsExpression LowerBinary(BinaryExpressionSyntax binary)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                return LowerLogical(binary);
            case BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual
                or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return LowerComparison(binary);
            case BinaryOperator.Concat:
                return LowerConcat(binary);
            default:
                break;
        }

        var left = LowerTyped(binary.Left);
        var right = LowerTyped(binary.Right);
        if (TypeOf(binary) == LuaTypes.Float)
        {
            left = AsFloatOperand(left, binary.Left);
            right = AsFloatOperand(right, binary.Right);
        }

        return IsReadLate(binary.Left) ? After(right, kept => Operate(binary, left, kept)) : Operate(binary, left, right);
    }

    private CsExpression Operate(BinaryExpressionSyntax binary, CsExpression left, CsExpression right) =>
        LowerPrimitive(binary, left, right) ?? LowerDynamic(binary, left, right);

    // The result is a float whichever subtype of number the operand has.
    private CsExpression AsFloatOperand(CsExpression operand, ExpressionSyntax syntax) =>
        operand.Type == CsType.Value && TypeInference.IsWithin(TypeOf(syntax), LuaTypes.Number) ? new CsCall(CsType.Double, operand, "AsNumber") : operand;

    // Both operands are proven numbers: operators of C#, which agree with Lua's. Literals alone are left to the run time, since
    // the C# compiler would compute them by other rules.
    private CsExpression? LowerPrimitive(BinaryExpressionSyntax binary, CsExpression left, CsExpression right)
    {
        if (left.Type is not (CsType.Long or CsType.Double) || right.Type is not (CsType.Long or CsType.Double))
        {
            return null;
        }

        var at = At(binary.OperatorSpan.Start);
        var integers = left.Type == CsType.Long && right.Type == CsType.Long;
        var type = integers ? CsType.Long : CsType.Double;
        if (IsLiteral(left) && IsLiteral(right))
        {
            left = new CsUnary(left.Type, left.Type == CsType.Long ? "(long)" : "(double)", left);
            return LowerDynamic(binary, AsValue(left), right);
        }

        CsExpression Doubles(string method) =>
            new CsCall(CsType.Double, null, method, Coerce(left, CsType.Double), Coerce(right, CsType.Double));

        switch (binary.Operator)
        {
            case BinaryOperator.Add:
                return new CsBinary(type, "+", left, right);
            case BinaryOperator.Subtract:
                return new CsBinary(type, "-", left, right);
            case BinaryOperator.Multiply:
                return new CsBinary(type, "*", left, right);
            case BinaryOperator.Divide:
                return new CsBinary(CsType.Double, "/", Coerce(left, CsType.Double), Coerce(right, CsType.Double));
            case BinaryOperator.Power:
                return Doubles("Power");
            case BinaryOperator.FloorDivide or BinaryOperator.Modulo when integers && ConstantInteger(binary.Right) is > 0 and var divisor:
                return LowerDivision(binary.Operator == BinaryOperator.Modulo, left, right, divisor);
            case BinaryOperator.FloorDivide:
                return integers ? new CsCall(CsType.Long, null, "FloorDivide", left, right, at) : Doubles("FloorDivide");
            case BinaryOperator.Modulo:
                return integers ? new CsCall(CsType.Long, null, "Modulo", left, right, at) : Doubles("Modulo");
            case BinaryOperator.BitwiseAnd when integers:
                return new CsBinary(CsType.Long, "&", left, right);
            case BinaryOperator.BitwiseOr when integers:
                return new CsBinary(CsType.Long, "|", left, right);
            case BinaryOperator.BitwiseXor when integers:
                return new CsBinary(CsType.Long, "^", left, right);
            case BinaryOperator.ShiftLeft when integers:
                return new CsCall(CsType.Long, null, "ShiftLeft", left, right);
            case BinaryOperator.ShiftRight when integers:
                return new CsCall(CsType.Long, null, "ShiftRight", left, right);
            default:
                return null;
        }
    }

    // Both round downwards: by a power of two they are what the bits say.
    private static CsExpression LowerDivision(bool isModulo, CsExpression left, CsExpression right, long divisor)
    {
        if ((divisor & (divisor - 1)) != 0)
        {
            return new CsCall(CsType.Long, null, isModulo ? "ModuloBy" : "FloorDivideBy", left, right);
        }

        var exponent = 0;
        while (divisor >> exponent > 1)
        {
            exponent++;
        }

        return isModulo ? new CsBinary(CsType.Long, "&", left, Integer(divisor - 1)) : new CsBinary(CsType.Long, ">>", left, new CsAtom(CSharpText.Number(exponent), CsType.Other, true));
    }

    private static bool IsLiteral(CsExpression value) =>
        value is CsAtom { IsConstant: true, Type: CsType.Long or CsType.Double } atom && atom.Text[0] is (>= '0' and <= '9') or '-' or 'l' or 'd'
        && (atom.Text[0] is (>= '0' and <= '9') or '-' || atom.Text.StartsWith("long.", StringComparison.Ordinal) || atom.Text.StartsWith("double.", StringComparison.Ordinal));

    private CsExpression LowerDynamic(BinaryExpressionSyntax binary, CsExpression left, CsExpression right)
    {
        var name = binary.Operator switch
        {
            BinaryOperator.Add => "Add",
            BinaryOperator.Subtract => "Subtract",
            BinaryOperator.Multiply => "Multiply",
            BinaryOperator.Divide => "Divide",
            BinaryOperator.FloorDivide => "FloorDivide",
            BinaryOperator.Modulo => "Modulo",
            BinaryOperator.Power => "Power",
            BinaryOperator.BitwiseAnd => "BitAnd",
            BinaryOperator.BitwiseOr => "BitOr",
            BinaryOperator.BitwiseXor => "BitXor",
            BinaryOperator.ShiftLeft => "ShiftLeft",
            _ => "ShiftRight",
        };
        if (left.Type != CsType.Value && right.Type != CsType.Value)
        {
            // Two primitives: without this, C# would choose an overload for primitives.
            left = AsValue(left);
        }

        var waits = Waits(MetamethodUses.Of(binary.Operator));
        var arguments = new List<CsExpression> { left, right, At(binary.OperatorSpan.Start) };
        if (waits)
        {
            arguments.Insert(0, new CsAtom("LuaMetamethod." + name, CsType.Other, true));
        }

        var leftName = Describe(binary.Left);
        var rightName = Describe(binary.Right);
        if (leftName is not null || rightName is not null)
        {
            arguments.Add(Text(leftName));
        }

        if (rightName is not null)
        {
            arguments.Add(Text(rightName));
        }

        return waits ? Awaited("OperateAsync", arguments.ToArray()) : new CsCall(CsType.Value, null, name, arguments.ToArray());
    }

    private CsExpression LowerConcat(BinaryExpressionSyntax binary)
    {
        var operands = new List<ExpressionSyntax> { binary.Left };
        while (binary.Right is BinaryExpressionSyntax { Operator: BinaryOperator.Concat } next)
        {
            operands.Add(next.Left);
            binary = next;
        }

        // One operation, which stands at the last of the operators.
        operands.Add(binary.Right);

        var items = new List<CsExpression>();
        var names = new List<string?>();
        foreach (var operand in operands)
        {
            items.Add(Lower(operand));
            names.Add(Describe(operand));
        }

        var waits = Waits(Metamethods.Concat);
        var arguments = waits ? [MakeList(items, null)] : operands.Count == 2 ? items : [new CsArray(items)];
        arguments.Add(At(binary.OperatorSpan.Start));
        if (names.Exists(static n => n is not null))
        {
            foreach (var name in names)
            {
                arguments.Add(Text(name));
            }
        }

        return waits ? Awaited("ConcatAsync", arguments.ToArray()) : new CsCall(CsType.Value, null, "Concat", arguments.ToArray());
    }

    private CsExpression LowerLogical(BinaryExpressionSyntax binary)
    {
        if (IsTypedFrame && _bound.GuardsOf.ContainsKey(binary))
        {
            return _guardValues[binary];
        }

        var and = binary.Operator == BinaryOperator.And;
        if (!and && binary.Left.Unwrap() is BinaryExpressionSyntax { Operator: BinaryOperator.And } choice && IsNeverFalse(choice.Right))
        {
            return LowerChoice(choice.Left, choice.Right, binary);
        }

        var left = LowerTyped(binary.Left);
        if (left.Type == CsType.Bool && TypeOf(binary.Right) == LuaTypes.Boolean)
        {
            return new CsBinary(CsType.Bool, and ? "&&" : "||", left, LowerTyped(binary.Right));
        }

        if (left.Type is CsType.Long or CsType.Double or CsType.String or CsType.Table or CsType.Function)
        {
            // Always true: "and" drops it, "or" keeps it.
            if (!and)
            {
                return left;
            }

            if (left is CsAtom)
            {
                return LowerTyped(binary.Right);
            }
        }

        CsExpression kept;
        CsExpression test;
        if (left is CsAtom { IsConstant: true } or CsAtom { Text: "LuaValue.Nil" })
        {
            kept = left;
            test = Truth(left);
        }
        else
        {
            var name = NextTemporary();
            left = AsValue(left);
            kept = new CsAtom(name, CsType.Value);
            test = new CsBinary(CsType.Bool, "&&", new CsKeep(left, name), and ? new CsUnary(CsType.Bool, "!", Truth(kept)) : Truth(kept));
            var other = AsValue(LowerTyped(binary.Right));
            return new CsConditional(CsType.Value, test, kept, other);
        }

        var right = AsValue(LowerTyped(binary.Right));
        return and
            ? new CsConditional(CsType.Value, test, right, AsValue(kept))
            : new CsConditional(CsType.Value, test, AsValue(kept), right);
    }

    private bool IsNeverFalse(ExpressionSyntax expression) =>
        TypeOf(expression) is not LuaTypes.None and var type && (type & (LuaTypes.Nil | LuaTypes.Boolean)) == 0;

    // condition and value or other, with a value that is true.
    private CsConditional LowerChoice(ExpressionSyntax condition, ExpressionSyntax value, BinaryExpressionSyntax binary)
    {
        var natural = CsTypeOf(TypeOf(binary));
        var type = natural is CsType.Long or CsType.Double or CsType.String or CsType.Table ? natural : CsType.Value;
        var test = Condition(condition);
        var first = Result(value);
        return new CsConditional(type, test, first is CsAtom && type == CsType.Long ? new CsUnary(type, "(long)", first) : first, Result(binary.Right));

        CsExpression Result(ExpressionSyntax result) => type == CsType.Value ? AsValue(LowerTyped(result)) : Coerce(LowerTyped(result), type);
    }

    private static CsExpression Truth(CsExpression value) => value.Type switch
    {
        CsType.Bool => value,
        CsType.Value when value is CsAtom { Text: "LuaValue.Nil" } => new CsAtom("false", CsType.Bool, true),
        CsType.Value => new CsMember(CsType.Bool, value, "IsTruthy"),
        _ when value is CsAtom => new CsAtom("true", CsType.Bool, true),
        _ => new CsMember(CsType.Bool, AsValue(value), "IsTruthy"),
    };

    /// <summary>Whether an expression is neither nil nor false.</summary>
    private CsExpression Condition(ExpressionSyntax expression)
    {
        var start = _frame.Out.Count;
        var result = ConditionCore(expression);
        return result.Depth > MaximumDepth ? Cut(result, start) : result;
    }

    private CsExpression ConditionCore(ExpressionSyntax expression)
    {
        switch (expression.Unwrap())
        {
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary when IsTypedFrame && _bound.GuardsOf.ContainsKey(binary):
                return _guardValues[binary];
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                {
                    var left = Condition(binary.Left);
                    var right = Condition(binary.Right);
                    return new CsBinary(CsType.Bool, binary.Operator == BinaryOperator.And ? "&&" : "||", left, right);
                }

            case UnaryExpressionSyntax { Operator: UnaryOperator.Not } unary:
                return new CsUnary(CsType.Bool, "!", Condition(unary.Operand));
            case { } other:
                return Truth(Coerce(Lower(other), TypeOf(other) == LuaTypes.Boolean ? CsType.Bool : CsType.Other));
            default:
                return new CsAtom("false", CsType.Bool, true);
        }
    }

    // The float that equals an integer literal.
    private static CsAtom? ExactFloat(ExpressionSyntax expression) =>
        ConstantInteger(expression) is { } value and >= -(1L << 53) and <= 1L << 53 ? new CsAtom(CSharpText.Number((double)value), CsType.Double, true) : null;

    private CsExpression LowerComparison(BinaryExpressionSyntax binary)
    {
        var left = LowerTyped(binary.Left);
        var right = LowerTyped(binary.Right);
        if (left.Type == CsType.Double && ExactFloat(binary.Right) is { } rightFloat)
        {
            right = rightFloat;
        }
        else if (right.Type == CsType.Double && ExactFloat(binary.Left) is { } leftFloat)
        {
            left = leftFloat;
        }

        return IsReadLate(binary.Left) ? After(right, kept => Compare(binary, left, kept)) : Compare(binary, left, right);
    }

    private CsExpression Compare(BinaryExpressionSyntax binary, CsExpression left, CsExpression right)
    {
        var equality = binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual;
        if (left.Type == right.Type && (left.Type is CsType.Long or CsType.Double || (equality && left.Type is CsType.Bool or CsType.String))
            && !(IsLiteral(left) && IsLiteral(right)))
        {
            var op = binary.Operator switch
            {
                BinaryOperator.Equal => "==",
                BinaryOperator.NotEqual => "!=",
                BinaryOperator.Less => "<",
                BinaryOperator.LessOrEqual => "<=",
                BinaryOperator.Greater => ">",
                _ => ">=",
            };
            return new CsBinary(CsType.Bool, op, left, right);
        }

        if (equality)
        {
            CsExpression equal;
            if (left.Type is CsType.Value or CsType.Table && right.Type is CsType.Value or CsType.Table && right is not CsAtom { Text: "LuaValue.Nil" } && Waits(Metamethods.Equal))
            {
                equal = new CsMember(CsType.Bool, Awaited("EqualAsync", left, right, At(binary.Right.Span.End - 1)), "IsTruthy");
            }
            else if (right is CsAtom { Text: "LuaValue.Nil" } && left is not CsAtom { Text: "LuaValue.Nil" })
            {
                equal = new CsMember(CsType.Bool, AsValue(left), "IsNil");
            }
            else
            {
                equal = new CsCall(CsType.Bool, null, "Equal", left, right);
            }

            return binary.Operator == BinaryOperator.Equal ? equal : new CsUnary(CsType.Bool, "!", equal);
        }

        var name = binary.Operator is BinaryOperator.Less or BinaryOperator.Greater ? "LessThan" : "LessOrEqual";
        var at = At(binary.Right.Span.End - 1);
        if (Waits(MetamethodUses.Of(binary.Operator)))
        {
            return new CsMember(
                CsType.Bool,
                binary.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual
                    ? Awaited(name + "Async", left, right, at)
                    : Awaited(name + "Async", new CsNamed("b", left), new CsNamed("a", right), new CsNamed("at", at)),
                "IsTruthy");
        }

        if (binary.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual)
        {
            return new CsCall(CsType.Bool, null, name, left, right, at);
        }

        // a > b is b < a with a evaluated first.
        return IsPure(binary.Left) || IsPure(binary.Right)
            ? new CsCall(CsType.Bool, null, name, right, left, at)
            : new CsCall(CsType.Bool, null, name, new CsNamed("b", left), new CsNamed("a", right), new CsNamed("at", at));
    }
}
