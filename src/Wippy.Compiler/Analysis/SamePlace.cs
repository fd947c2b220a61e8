using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Analysis;

/// <summary>Finds expressions that mean the same variable, or the same field of the same value.</summary>
internal static class SamePlace
{
    /// <summary>Do two expressions mean the same place, as long as nothing is assigned between them?</summary>
    public static bool Is(BoundChunk bound, ExpressionSyntax left, ExpressionSyntax right) => (left, right) switch
    {
        (NameExpressionSyntax a, NameExpressionSyntax b) => a.Name == b.Name && bound.Locals.TryGetValue(a, out var one) == bound.Locals.TryGetValue(b, out var other) && one == other,
        (FieldExpressionSyntax a, FieldExpressionSyntax b) => a.Name.Text == b.Name.Text && Is(bound, a.Object.Unwrap(), b.Object.Unwrap()),
        (IndexExpressionSyntax a, IndexExpressionSyntax b) => Is(bound, a.Object.Unwrap(), b.Object.Unwrap()) && IsKey(bound, a.Key.Unwrap(), b.Key.Unwrap()),
        _ => false,
    };

    /// <summary>
    /// The elements of a list that an assignment gives each other's values, as <c>t[i], t[j] = t[j], t[i]</c> does. The list is a local variable, and the keys are local variables,
    /// integers, and sums of those that are known to be integers: evaluated again they are the same, and so only the elements can call a function.
    /// </summary>
    public static (IndexExpressionSyntax First, IndexExpressionSyntax Second)? FindSwap(BoundChunk bound, AssignmentStatementSyntax assignment) =>
        assignment is { Targets: { Count: 2 } targets, Values: { Count: 2 } values }
        && targets[0] is IndexExpressionSyntax { Object: NameExpressionSyntax list } first && targets[1] is IndexExpressionSyntax second
        && bound.Locals.ContainsKey(list) && IsSimple(bound, first.Key.Unwrap()) && IsSimple(bound, second.Key.Unwrap())
        && Is(bound, list, second.Object) && Is(bound, first, values[1]) && Is(bound, second, values[0])
            ? (first, second)
            : null;

    private static bool IsSimple(BoundChunk bound, ExpressionSyntax key) => key switch
    {
        NumberLiteralSyntax { IsInteger: true } => true,
        NameExpressionSyntax name => bound.Locals.ContainsKey(name),
        _ => IsSum(bound, key) && key is BinaryExpressionSyntax sum && IsSimple(bound, sum.Left.Unwrap()) && IsSimple(bound, sum.Right.Unwrap()),
    };

    private static bool IsSum(BoundChunk bound, ExpressionSyntax key) =>
        key is BinaryExpressionSyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract } && TypeInference.TypeOf(bound, key) == LuaTypes.Integer;

    private static bool IsKey(BoundChunk bound, ExpressionSyntax left, ExpressionSyntax right) => (left, right) switch
    {
        (StringLiteralSyntax a, StringLiteralSyntax b) => a.Value.Equals(b.Value),
        (NumberLiteralSyntax { IsInteger: true } a, NumberLiteralSyntax { IsInteger: true } b) => a.IntegerValue == b.IntegerValue,
        (BinaryExpressionSyntax a, BinaryExpressionSyntax b) =>
            a.Operator == b.Operator && IsSum(bound, a) && IsKey(bound, a.Left.Unwrap(), b.Left.Unwrap()) && IsKey(bound, a.Right.Unwrap(), b.Right.Unwrap()),
        _ => Is(bound, left, right),
    };
}
