using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>The parts of nodes, in order of evaluation.</summary>
internal static class SyntaxWalk
{
    /// <summary>
    /// The expressions that stand directly in a statement. The flag tells the initial value of a local that is never assigned again.
    /// </summary>
    public static IEnumerable<(ExpressionSyntax Expression, bool IsAlias)> ExpressionsOf(StatementSyntax statement, BoundChunk? bound = null)
    {
        switch (statement)
        {
            case LocalStatementSyntax local:
                for (var i = 0; i < local.Values.Count; i++)
                {
                    var alias = bound is not null && i < local.Variables.Count
                        && bound.Locals.TryGetValue(local.Variables[i], out var symbol) && symbol.Writes == 0;
                    yield return (local.Values[i], alias);
                }

                break;
            case AssignmentStatementSyntax assignment:
                foreach (var target in assignment.Targets)
                {
                    yield return (target, false);
                }

                foreach (var value in assignment.Values)
                {
                    yield return (value, false);
                }

                break;
            case CallStatementSyntax call:
                yield return (call.Call, false);
                break;
            case WhileStatementSyntax @while:
                yield return (@while.Condition, false);
                break;
            case RepeatStatementSyntax repeat:
                yield return (repeat.Condition, false);
                break;
            case IfStatementSyntax @if:
                foreach (var clause in @if.Clauses)
                {
                    yield return (clause.Condition, false);
                }

                break;
            case NumericForStatementSyntax numeric:
                yield return (numeric.Initial, false);
                yield return (numeric.Limit, false);
                if (numeric.Step is { } step)
                {
                    yield return (step, false);
                }

                break;
            case GenericForStatementSyntax generic:
                foreach (var value in generic.Values)
                {
                    yield return (value, false);
                }

                break;
            case ReturnStatementSyntax @return:
                foreach (var value in @return.Values)
                {
                    yield return (value, false);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>The blocks inside a statement; the body of a function statement is one of them.</summary>
    public static IEnumerable<BlockSyntax> BlocksOf(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalFunctionStatementSyntax local:
                yield return local.Body.Block;
                break;
            case FunctionStatementSyntax function:
                yield return function.Body.Block;
                break;
            case DoStatementSyntax @do:
                yield return @do.Block;
                break;
            case WhileStatementSyntax @while:
                yield return @while.Block;
                break;
            case RepeatStatementSyntax repeat:
                yield return repeat.Block;
                break;
            case IfStatementSyntax @if:
                foreach (var clause in @if.Clauses)
                {
                    yield return clause.Block;
                }

                if (@if.Else is { } @else)
                {
                    yield return @else;
                }

                break;
            case NumericForStatementSyntax numeric:
                yield return numeric.Block;
                break;
            case GenericForStatementSyntax generic:
                yield return generic.Block;
                break;
            default:
                break;
        }
    }

    /// <summary>The statements of a block and of the blocks inside it, each before those inside it; not those of the functions inside it.</summary>
    public static IEnumerable<StatementSyntax> StatementsOf(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            foreach (var nested in StatementsOf(statement))
            {
                yield return nested;
            }
        }
    }

    /// <summary>A statement and those of the blocks inside it, each before those inside it; not those of the functions inside it.</summary>
    public static IEnumerable<StatementSyntax> StatementsOf(StatementSyntax statement)
    {
        yield return statement;
        if (statement is LocalFunctionStatementSyntax or FunctionStatementSyntax)
        {
            yield break;
        }

        foreach (var inner in BlocksOf(statement))
        {
            foreach (var nested in StatementsOf(inner))
            {
                yield return nested;
            }
        }
    }

    /// <summary>Shows every expression of a block to <paramref name="visitor"/>, those of blocks and functions inside too, an operation before its operands.</summary>
    public static void Visit(BlockSyntax block, Action<ExpressionSyntax> visitor)
    {
        foreach (var statement in block.Statements)
        {
            foreach (var (expression, _) in ExpressionsOf(statement))
            {
                Visit(expression, visitor);
            }

            foreach (var inner in BlocksOf(statement))
            {
                Visit(inner, visitor);
            }
        }
    }

    /// <summary>Shows an expression and every one inside it to <paramref name="visitor"/>.</summary>
    public static void Visit(ExpressionSyntax expression, Action<ExpressionSyntax> visitor)
    {
        visitor(expression);
        if (expression is FunctionExpressionSyntax function)
        {
            Visit(function.Body.Block, visitor);
            return;
        }

        foreach (var child in ChildrenOf(expression))
        {
            Visit(child, visitor);
        }
    }

    /// <summary>The operands of an expression; the body of a function is not among them.</summary>
    public static IEnumerable<ExpressionSyntax> ChildrenOf(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case FieldExpressionSyntax field:
                yield return field.Object;
                break;
            case IndexExpressionSyntax index:
                yield return index.Object;
                yield return index.Key;
                break;
            case CallExpressionSyntax call:
                yield return call.Callee;
                foreach (var argument in call.Arguments)
                {
                    yield return argument;
                }

                break;
            case MethodCallExpressionSyntax call:
                yield return call.Object;
                foreach (var argument in call.Arguments)
                {
                    yield return argument;
                }

                break;
            case BinaryExpressionSyntax binary:
                yield return binary.Left;
                yield return binary.Right;
                break;
            case UnaryExpressionSyntax unary:
                yield return unary.Operand;
                break;
            case ParenthesizedExpressionSyntax inner:
                yield return inner.Expression;
                break;
            case CastExpressionSyntax cast:
                yield return cast.Operand;
                break;
            case NonNilExpressionSyntax nonNil:
                yield return nonNil.Operand;
                break;
            case TableConstructorSyntax table:
                foreach (var field in table.Fields)
                {
                    if (field is KeyedTableFieldSyntax keyed)
                    {
                        yield return keyed.Key;
                    }

                    yield return field.Value;
                }

                break;
            default:
                break;
        }
    }
}
