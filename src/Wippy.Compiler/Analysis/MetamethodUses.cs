using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>Which metamethods an expression or a function may call, and their names.</summary>
internal static class MetamethodUses
{
    private static readonly Dictionary<string, Metamethods> ByName = new(StringComparer.Ordinal)
    {
        ["__index"] = Metamethods.Index,
        ["__newindex"] = Metamethods.NewIndex,
        ["__len"] = Metamethods.Length,
        ["__concat"] = Metamethods.Concat,
        ["__unm"] = Metamethods.Negate,
        ["__bnot"] = Metamethods.BitNot,
        ["__add"] = Metamethods.Add,
        ["__sub"] = Metamethods.Subtract,
        ["__mul"] = Metamethods.Multiply,
        ["__div"] = Metamethods.Divide,
        ["__idiv"] = Metamethods.FloorDivide,
        ["__mod"] = Metamethods.Modulo,
        ["__pow"] = Metamethods.Power,
        ["__band"] = Metamethods.BitAnd,
        ["__bor"] = Metamethods.BitOr,
        ["__bxor"] = Metamethods.BitXor,
        ["__shl"] = Metamethods.ShiftLeft,
        ["__shr"] = Metamethods.ShiftRight,
        ["__eq"] = Metamethods.Equal,
        ["__lt"] = Metamethods.LessThan,
        ["__le"] = Metamethods.LessOrEqual,
        ["__pairs"] = Metamethods.Pairs,
    };

    /// <summary>All of them.</summary>
    public static Metamethods All { get; } = ByName.Values.Aggregate(Metamethods.None, static (all, metamethod) => all | metamethod);

    /// <summary>Each metamethod of a set.</summary>
    public static IEnumerable<Metamethods> Split(Metamethods metamethods) => ByName.Values.Where(m => (m & metamethods) != 0);

    /// <summary>The metamethod of a field name.</summary>
    public static Metamethods Named(string name) => ByName.TryGetValue(name, out var metamethod) ? metamethod : Metamethods.None;

    /// <summary>The metamethod of a binary operator; that of <c>&lt;=</c> may be <c>__lt</c> too.</summary>
    public static Metamethods Of(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => Metamethods.Add,
        BinaryOperator.Subtract => Metamethods.Subtract,
        BinaryOperator.Multiply => Metamethods.Multiply,
        BinaryOperator.Divide => Metamethods.Divide,
        BinaryOperator.FloorDivide => Metamethods.FloorDivide,
        BinaryOperator.Modulo => Metamethods.Modulo,
        BinaryOperator.Power => Metamethods.Power,
        BinaryOperator.BitwiseAnd => Metamethods.BitAnd,
        BinaryOperator.BitwiseOr => Metamethods.BitOr,
        BinaryOperator.BitwiseXor => Metamethods.BitXor,
        BinaryOperator.ShiftLeft => Metamethods.ShiftLeft,
        BinaryOperator.ShiftRight => Metamethods.ShiftRight,
        BinaryOperator.Concat => Metamethods.Concat,
        BinaryOperator.Equal or BinaryOperator.NotEqual => Metamethods.Equal,
        BinaryOperator.Less or BinaryOperator.Greater => Metamethods.LessThan,
        BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual => Metamethods.LessThan | Metamethods.LessOrEqual,
        _ => Metamethods.None,
    };

    /// <summary>The metamethod of a unary operator.</summary>
    public static Metamethods Of(UnaryOperator unary) => unary switch
    {
        UnaryOperator.Negate => Metamethods.Negate,
        UnaryOperator.BitwiseNot => Metamethods.BitNot,
        UnaryOperator.Length => Metamethods.Length,
        _ => Metamethods.None,
    };

    /// <summary>What the code of a function may call, without that of the functions inside it.</summary>
    public static Metamethods Of(BoundChunk bound, BlockSyntax block)
    {
        var uses = Metamethods.None;
        foreach (var statement in SyntaxWalk.StatementsOf(block))
        {
            if (statement is AssignmentStatementSyntax assignment)
            {
                foreach (var target in assignment.Targets)
                {
                    uses |= target is FieldExpressionSyntax or IndexExpressionSyntax ? Metamethods.NewIndex : Metamethods.None;
                }
            }
            else if (statement is FunctionStatementSyntax function && (function.Names.Count > 1 || function.Method is not null))
            {
                uses |= Metamethods.NewIndex | Metamethods.Index;
            }
            else if (statement is GenericForStatementSyntax { Values.Count: > 0 } loop && loop.Values[0] is CallExpressionSyntax call && bound.GetHostPath(call.Callee) == "pairs")
            {
                uses |= Metamethods.Pairs;
            }

            foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
            {
                uses |= Of(bound, expression);
            }
        }

        return uses;
    }

    /// <summary>What an expression may call.</summary>
    public static Metamethods Of(BoundChunk bound, ExpressionSyntax expression)
    {
        var uses = expression switch
        {
            BinaryExpressionSyntax binary when IsLiteral(binary.Left) && IsLiteral(binary.Right) => Metamethods.None,
            BinaryExpressionSyntax { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } binary when IsLiteral(binary.Left) || IsLiteral(binary.Right) => Metamethods.None,
            BinaryExpressionSyntax binary => Of(binary.Operator),
            UnaryExpressionSyntax unary => Of(unary.Operator),
            FieldExpressionSyntax or IndexExpressionSyntax => bound.GetHostPath(expression) is null ? Metamethods.Index : Metamethods.None,
            MethodCallExpressionSyntax => Metamethods.Index,
            _ => Metamethods.None,
        };
        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            uses |= Of(bound, child);
        }

        return uses;
    }

    private static bool IsLiteral(ExpressionSyntax expression) =>
        expression is NumberLiteralSyntax or StringLiteralSyntax or NilExpressionSyntax or TrueExpressionSyntax or FalseExpressionSyntax;
}
