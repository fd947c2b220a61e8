using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>
/// Finds lists that grow with the counter of a loop: each pass stores one element, at a place that follows the counter. They are what the function itself has made;
/// others have probably been filled before.
/// </summary>
internal static class LoopGrowth
{
    /// <summary>The lists of a loop that surely runs to its limit, with the type of their elements and what is added to the counter.</summary>
    public static IEnumerable<(NameExpressionSyntax List, LuaTypes Type, long Offset)> Find(BoundChunk bound, NumericForStatementSyntax loop, LocalSymbol counter)
    {
        if (counter.Writes > 0 || MayLeave(loop.Block))
        {
            yield break;
        }

        foreach (var statement in loop.Block.Statements)
        {
            if (statement is AssignmentStatementSyntax { Targets.Count: 1, Values.Count: 1 } assignment
                && assignment.Targets[0] is IndexExpressionSyntax { Object: NameExpressionSyntax list, Key: var key }
                && OffsetOf(key) is { } offset
                && bound.Locals.TryGetValue(list, out var local) && local is { InitialValue: TableConstructorSyntax, Writes: 0 }
                && local.Declaration.Span.Start < loop.Span.Start && TypeInference.TypeOf(bound, list) == LuaTypes.Table
                && TypeInference.TypeOf(bound, assignment.Values[0]) is (LuaTypes.Integer or LuaTypes.Float or LuaTypes.Table) and var type)
            {
                yield return (list, type, offset);
            }
        }

        long? OffsetOf(ExpressionSyntax key) => key.Unwrap() switch
        {
            NameExpressionSyntax name when bound.Locals.TryGetValue(name, out var local) && local == counter => 0,
            BinaryExpressionSyntax { Operator: BinaryOperator.Add, Right: NumberLiteralSyntax { IsInteger: true } added } sum when OffsetOf(sum.Left) == 0 =>
                added.IntegerValue,
            BinaryExpressionSyntax { Operator: BinaryOperator.Subtract, Right: NumberLiteralSyntax { IsInteger: true } taken } difference
                when OffsetOf(difference.Left) == 0 => unchecked(-taken.IntegerValue),
            _ => null,
        };
    }

    private static bool MayLeave(BlockSyntax block) =>
        SyntaxWalk.StatementsOf(block).Any(static s => s is ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax);
}
