using System;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types.Checking;

/// <content>What a condition tells about the values in it.</content>
internal sealed partial class TypeChecker
{
    private const int MaxNarrowing = 6;

    private int _narrowing;

    // Adds to a state what holds when the condition is true, or when it is false.
    private void Narrow(ExpressionSyntax condition, bool isTrue, FlowState state)
    {
        switch (Unwrap(condition))
        {
            case UnaryExpressionSyntax { Operator: UnaryOperator.Not } not:
                Narrow(not.Operand, !isTrue, state);
                break;
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                NarrowLogical(binary, isTrue, state);
                break;
            case BinaryExpressionSyntax { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } binary:
                var isEqual = isTrue == (binary.Operator == BinaryOperator.Equal);
                NarrowEqual(binary.Left, binary.Right, isEqual, state);
                NarrowEqual(binary.Right, binary.Left, isEqual, state);
                break;
            case MethodCallExpressionSyntax { Name.Text: "is", Arguments: { Count: 1 } arguments } call when IsPath(call.Object) && With(state, () => TypeOf(call.Object)) is TypeValue type:
                NarrowReference(arguments[0], state, t => isTrue ? Within(t, type.Type) : TypeAlgebra.Filter(t, m => !Assignability.Holds(m, type.Type)));
                break;
            case NilExpressionSyntax or FalseExpressionSyntax when isTrue:
            case TrueExpressionSyntax or NumberLiteralSyntax or StringLiteralSyntax when !isTrue:
                state.RuleOut();
                break;
            case var value:
                NarrowReference(value, state, isTrue ? TypeAlgebra.Truthy : TypeAlgebra.Falsy);
                break;
        }
    }

    private void NarrowLogical(BinaryExpressionSyntax binary, bool isTrue, FlowState state)
    {
        var isAnd = binary.Operator == BinaryOperator.And;
        if (isAnd == isTrue)
        {
            Narrow(binary.Left, isTrue, state);
            Narrow(binary.Right, isTrue, state);
            return;
        }

        // Either the left side decided, or the right one did after it. Both ways look at the left side, so nested ones are given up.
        if (_narrowing == MaxNarrowing)
        {
            return;
        }

        _narrowing++;
        var first = state.Clone();
        var second = state.Clone();
        Narrow(binary.Left, isTrue, first);
        Narrow(binary.Left, !isTrue, second);
        Narrow(binary.Right, isTrue, second);
        state.Become(FlowState.Join(first, second));
        _narrowing--;
    }

    private void NarrowEqual(ExpressionSyntax subject, ExpressionSyntax value, bool isEqual, FlowState state)
    {
        var constant = Unwrap(value) switch
        {
            NilExpressionSyntax => StaticType.Nil,
            TrueExpressionSyntax => new LiteralType(true),
            FalseExpressionSyntax => new LiteralType(false),
            StringLiteralSyntax text => new LiteralType(LuaText.Decode(text.Value)),
            NumberLiteralSyntax { IsInteger: true } number => (StaticType)new LiteralType(number.IntegerValue),
            _ => null,
        };
        if (constant is null)
        {
            return;
        }

        if (constant is LiteralType { Value: string kind } && Unwrap(subject) is CallExpressionSyntax { Arguments: { Count: 1 } arguments } call && _bound.GetHostPath(call.Callee) is "type")
        {
            NarrowReference(arguments[0], state, t => WithKind(t, kind, isEqual));
            return;
        }

        NarrowReference(subject, state, t => EqualTo(t, constant, isEqual));
        if (Unwrap(subject) is FieldExpressionSyntax field)
        {
            NarrowTagged(field, constant, isEqual, state);
        }
    }

    private static StaticType EqualTo(StaticType type, StaticType constant, bool isEqual)
    {
        if (!isEqual)
        {
            return TypeAlgebra.Map(type, m => m.Equals(constant) || (constant.IsNil && m == StaticType.Unassigned) ? StaticType.Never
                : m == StaticType.Boolean && constant is LiteralType { Value: bool value } ? new LiteralType(!value) : m);
        }

        return TypeAlgebra.Map(type, m => m.IsAny || m == StaticType.Unknown || m is ParameterReference ? m
            : Assignability.Holds(constant, m) ? constant
            : m == StaticType.Unassigned && constant.IsNil ? m : StaticType.Never);
    }

    private static StaticType WithKind(StaticType type, string kind, bool isEqual)
    {
        if (type.IsAny || type == StaticType.Unknown)
        {
            return !isEqual ? type : kind switch
            {
                "string" => StaticType.Text,
                "number" => StaticType.Number,
                "boolean" => StaticType.Boolean,
                "nil" => StaticType.Nil,
                "thread" => StaticType.Thread,
                _ => type.IsAny ? type : kind is "table" ? StaticType.Table : kind is "function" ? StaticType.Function : type,
            };
        }

        return TypeAlgebra.Filter(type, m => TypeAlgebra.KindOf(m) is not { } own || (own == kind) == isEqual);
    }

    // The members of a type that are of another one; the other one itself when they may only be more than it.
    private static StaticType Within(StaticType type, StaticType other)
    {
        if (type.IsAny || type == StaticType.Unknown)
        {
            return other;
        }

        var kept = TypeAlgebra.MembersOf(type).Where(m => Assignability.Holds(m, other)).ToArray();
        return kept.Length > 0 ? TypeAlgebra.Union(kept) : other;
    }

    // "x.tag == value": x is one of the members whose tag can be the value.
    private void NarrowTagged(FieldExpressionSyntax field, StaticType constant, bool isEqual, FlowState state)
    {
        if (ReferenceOf(field.Object) is null || TypeAlgebra.Expand(With(state, () => TypeOf(field.Object))) is not UnionType)
        {
            return;
        }

        NarrowReference(field.Object, state, t => TypeAlgebra.Filter(t, m =>
        {
            if (m.IsNil)
            {
                return !isEqual || constant.IsNil;
            }

            return FindMember(m, field.Name.Text) is not { } tag || tag.IsAny
                || (isEqual ? !EqualTo(tag, constant, true).IsNever : !tag.Equals(constant));
        }));
    }

    private void NarrowReference(ExpressionSyntax expression, FlowState state, Func<StaticType, StaticType> change)
    {
        if (ReferenceOf(expression) is not { } reference)
        {
            return;
        }

        var type = With(state, () => TypeOf(expression));
        var narrowed = change(type);
        if (!ReferenceEquals(narrowed, type))
        {
            state.Set(reference, narrowed);
        }

        if (narrowed.IsNever && !type.IsNever)
        {
            state.RuleOut();
        }

        if (reference.Path.Length == 0)
        {
            NarrowHanging(reference.Root, narrowed, state);
        }
    }

    // A known error tells whether the values that came with it are there.
    private void NarrowHanging(LocalSymbol error, StaticType narrowed, FlowState state)
    {
        var isThere = !TypeAlgebra.MembersOf(narrowed).Any(static m => m.IsNil || m.IsAny);
        if (!isThere && !narrowed.IsNil)
        {
            return;
        }

        foreach (var value in state.ValuesOf(error))
        {
            var reference = new Reference(value, string.Empty);
            var known = state.Find(reference) ?? DeclaredTypeOf(value);
            if (!known.IsAny)
            {
                state.Set(reference, isThere ? StaticType.Nil : TypeAlgebra.WithoutNil(known));
            }
        }
    }

    // What a function that "asserts x is T" leaves known.
    private void Assert(ExpressionSyntax argument, StaticType? type)
    {
        if (type is null)
        {
            Narrow(argument, true, _state);
        }
        else
        {
            NarrowReference(argument, _state, t => Within(t, type));
        }
    }

    // Names and fields only: cheap to look at again.
    private static bool IsPath(ExpressionSyntax expression) =>
        expression is NameExpressionSyntax || (expression is FieldExpressionSyntax field && IsPath(field.Object));

    private T With<T>(FlowState state, Func<T> action)
    {
        var outer = _state;
        _state = state.Clone();
        var result = action();
        _state = outer;
        return result;
    }
}
