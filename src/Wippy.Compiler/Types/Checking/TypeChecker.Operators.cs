using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types.Checking;

/// <content>Operators.</content>
internal sealed partial class TypeChecker
{
    private StaticType CheckBinary(BinaryExpressionSyntax binary, StaticType? expected)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                return CheckLogical(binary, expected);
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                Check(binary.Left);
                Check(binary.Right);
                return StaticType.Boolean;
            default:
                break;
        }

        var left = Check(binary.Left);
        var right = Check(binary.Right);
        var text = _source.ToString(binary.OperatorSpan);
        switch (binary.Operator)
        {
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                CheckComparison(binary, left, right, text);
                return StaticType.Boolean;
            case BinaryOperator.Concat:
                return CheckOperands(binary, left, right, text, true) ? StaticType.Text : StaticType.Any;
            default:
                return CheckOperands(binary, left, right, text, false) ? ResultOf(binary.Operator, left, right) : StaticType.Any;
        }
    }

    // Whether the operator surely is the one of numbers or strings.
    private bool CheckOperands(BinaryExpressionSyntax binary, StaticType left, StaticType right, string @operator, bool isConcat)
    {
        // The metamethod of one operand takes whatever the other one is.
        if (HasOwnOperators(left) || HasOwnOperators(right))
        {
            return false;
        }

        // A table that has just been made has no metamethods of its own, and takes those of the other operand.
        return CheckOperand(binary.Left, left, @operator, isConcat, MayHaveMetamethod(binary.Right, right))
            & CheckOperand(binary.Right, right, @operator, isConcat, MayHaveMetamethod(binary.Left, left))
            && !MayHaveMetamethod(left) && !MayHaveMetamethod(right);
    }

    private static bool HasOwnOperators(StaticType type) => TypeAlgebra.Expand(type) is OpenTable { Info: not null } or ObjectType or HostType { Name: not "error" };

    private static StaticType ResultOf(BinaryOperator @operator, StaticType left, StaticType right) => @operator switch
    {
        BinaryOperator.BitwiseAnd or BinaryOperator.BitwiseOr or BinaryOperator.BitwiseXor or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => StaticType.Integer,
        BinaryOperator.Divide or BinaryOperator.Power => StaticType.Number,
        _ => Assignability.Holds(TypeAlgebra.Widen(left), StaticType.Integer) && Assignability.Holds(TypeAlgebra.Widen(right), StaticType.Integer) ? StaticType.Integer : StaticType.Number,
    };

    private StaticType CheckLogical(BinaryExpressionSyntax binary, StaticType? expected)
    {
        var isAnd = binary.Operator == BinaryOperator.And;
        var left = CheckBranches(binary.Left, isAnd ? null : expected, out var whenTrue, out var whenFalse);
        _state = isAnd ? whenTrue : whenFalse;
        var isReached = _state.IsReachable;
        var right = Check(binary.Right, expected);
        _state = FlowState.Join(isAnd ? whenFalse : whenTrue, _state);
        return ResultOfLogical(isAnd, left, right, isReached);
    }

    // Checks an expression and tells what is known when it is true and when it is false; each operand of "a and b and c" is looked at once.
    private StaticType CheckBranches(ExpressionSyntax expression, StaticType? expected, out FlowState whenTrue, out FlowState whenFalse)
    {
        if (expression is not BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary)
        {
            var type = Check(expression, expected);
            whenTrue = _state.Clone();
            Narrow(expression, true, whenTrue);
            whenFalse = _state.Clone();
            Narrow(expression, false, whenFalse);
            return type;
        }

        var isAnd = binary.Operator == BinaryOperator.And;
        var left = CheckBranches(binary.Left, isAnd ? null : expected, out var leftTrue, out var leftFalse);
        _state = isAnd ? leftTrue : leftFalse;
        var isReached = _state.IsReachable;
        var right = CheckBranches(binary.Right, expected, out var rightTrue, out var rightFalse);
        whenTrue = isAnd ? rightTrue : FlowState.Join(leftTrue, rightTrue);
        whenFalse = isAnd ? FlowState.Join(leftFalse, rightFalse) : rightFalse;
        return ResultOfLogical(isAnd, left, right, isReached);
    }

    private static StaticType ResultOfLogical(bool isAnd, StaticType left, StaticType right, bool isReached)
    {
        if (left.IsAny)
        {
            return StaticType.Any;
        }

        var kept = isAnd ? TypeAlgebra.Falsy(left) : TypeAlgebra.Truthy(left);
        return isReached ? TypeAlgebra.Union(kept, right) : kept;
    }

    private StaticType CheckUnary(UnaryExpressionSyntax unary)
    {
        var type = Check(unary.Operand);
        switch (unary.Operator)
        {
            case UnaryOperator.Not:
                return StaticType.Boolean;
            case UnaryOperator.Length:
                if (TypeAlgebra.IsOptional(type) || (TypeAlgebra.Expand(type) is var form && IsWithoutFields(form)))
                {
                    ReportOperand(unary.Operand, type, "#", "take the length of a string or a table");
                }

                return MayHaveMetamethod(type) ? StaticType.Any : StaticType.Integer;
            default:
                return unary.Operand is NumberLiteralSyntax number && unary.Operator == UnaryOperator.Negate
                    ? number.IsInteger ? new LiteralType(unchecked(-number.IntegerValue)) : new LiteralType(-number.FloatValue)
                    : !CheckOperand(unary.Operand, type, _source.ToString(unary.OperatorSpan), false, false) || MayHaveMetamethod(type) ? StaticType.Any
                    : unary.Operator == UnaryOperator.BitwiseNot ? StaticType.Integer : TypeAlgebra.Widen(type);
        }
    }

    // What a metatable may give operators to.
    private static bool MayHaveMetamethod(StaticType type) => TypeAlgebra.MembersOf(type).Any(static m => TypeAlgebra.Expand(m) is var form
        && (form.IsAny || form == StaticType.Unknown || form == StaticType.Table || form == StaticType.Userdata
            || form is OpenTable or ObjectType or HostType or RecordType or MapType or ArrayType or LibraryTable or IntersectionType or ParameterReference or TypeValue));

    private static bool IsTypeName(StaticType type) => type is TypeValue or HostModule { Path: "string" or "table" };

    // Declared records, maps and lists have no metatable that the checker knows of.
    private static bool IsPlainTable(StaticType form) => form is RecordType { IsInterface: false } or MapType or ArrayType or HostModule or LibraryTable;

    private static bool MayHaveMetamethod(ExpressionSyntax operand, StaticType type) => Unwrap(operand) is not TableConstructorSyntax && MayHaveMetamethod(type);

    private bool CheckOperand(ExpressionSyntax operand, StaticType type, string @operator, bool isConcat, bool mayOtherHaveMetamethod)
    {
        if (TypeAlgebra.IsOptional(type))
        {
            ReportOperand(operand, type, @operator, "check it for nil first, or write '!' behind it");
            return false;
        }

        foreach (var member in TypeAlgebra.MembersOf(type))
        {
            var form = TypeAlgebra.Expand(member);
            var isRight = form.IsAny || form.IsNever || TypeAlgebra.IsNumeric(form) || (isConcat && (TypeAlgebra.IsText(form) || form.Equals(StaticType.Error)))
                || (Unwrap(operand) is TableConstructorSyntax ? mayOtherHaveMetamethod
                    : form != StaticType.Unknown && MayHaveMetamethod(form) && !IsPlainTable(form) && !form.Equals(StaticType.Error) && form is not HostType { Name: "channel.Channel" });
            if (!isRight)
            {
                ReportOperand(operand, type, @operator, Advice(form, isConcat));
                return false;
            }
        }

        return true;
    }

    private static string Advice(StaticType form, bool isConcat) =>
        form == StaticType.Unknown ? "find out its type first, with 'type(...)' or 'T:is(...)'"
        : isConcat ? form == StaticType.Boolean || form is LiteralType or TypeValue or FunctionType ? "write 'tostring(...)' around it" : "join strings and numbers"
        : TypeAlgebra.IsText(form) ? "write 'tonumber(...)' around it"
        : "use numbers";

    private void ReportOperand(ExpressionSyntax operand, StaticType type, string @operator, string advice) => Report(
        DiagnosticDescriptors.BadOperand, operand, @operator, $"{Describe(operand)} of type {TypeAlgebra.Widen(type)}", advice);

    private void CheckComparison(BinaryExpressionSyntax binary, StaticType left, StaticType right, string @operator)
    {
        // Types compare as values: "S <= string".
        if ((left is TypeValue && IsTypeName(right)) || (right is TypeValue && IsTypeName(left)))
        {
            return;
        }

        foreach (var (operand, type) in new[] { (binary.Left, left), (binary.Right, right) })
        {
            if (TypeAlgebra.IsOptional(type))
            {
                ReportOperand(operand, type, @operator, "check it for nil first, or write '!' behind it");
                return;
            }

            if (TypeAlgebra.Expand(type) is var form && (form.IsNil || form == StaticType.Boolean || form is LiteralType { Value: bool } or FunctionType || IsPlainTable(form)
                || (Unwrap(operand) is TableConstructorSyntax && !(ReferenceEquals(operand, binary.Left) ? MayHaveMetamethod(binary.Right, right) : MayHaveMetamethod(binary.Left, left)))))
            {
                ReportOperand(operand, type, @operator, "compare two numbers or two strings");
                return;
            }
        }

        var isLike = MayHaveMetamethod(left) || MayHaveMetamethod(right) || left.IsNever || right.IsNever
            || (TypeAlgebra.MembersOf(left).All(TypeAlgebra.IsNumeric) && TypeAlgebra.MembersOf(right).All(TypeAlgebra.IsNumeric))
            || (TypeAlgebra.MembersOf(left).All(TypeAlgebra.IsText) && TypeAlgebra.MembersOf(right).All(TypeAlgebra.IsText));
        if (!isLike)
        {
            Report(DiagnosticDescriptors.BadOperand, binary, @operator, $"{TypeAlgebra.Widen(left)} and {TypeAlgebra.Widen(right)}", "compare two numbers or two strings");
        }
    }
}
