using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>
/// Finds lists that grow with the counter of a loop: each pass stores one element, at a place that follows the counter, be it in one branch or another. They are
/// what the function itself or the chunk has made; others have probably been filled before.
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

        var found = new HashSet<(LocalSymbol, LuaTypes, long)>();
        foreach (var (target, type, _) in StoresOf(bound, loop.Block, static (target, _) => (target.Object as NameExpressionSyntax)?.Name))
        {
            if (target is { Object: NameExpressionSyntax list, Key: var key } && OffsetOf(key) is { } offset
                && bound.Locals.TryGetValue(list, out var local) && local is { InitialValue: TableConstructorSyntax, Writes: 0 }
                && (local.IsField || local.Owner == counter.Owner)
                && local.Declaration.Span.Start < loop.Span.Start && TypeInference.TypeOf(bound, list) == LuaTypes.Table
                && type is LuaTypes.Integer or LuaTypes.Float or LuaTypes.Boolean or LuaTypes.Table
                && found.Add((local, type, offset)))
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

    /// <summary>
    /// The elements that a block stores whichever way it takes, with their types: its own assignments, and those that all branches of a choice have. Behind what may
    /// leave the block there are none.
    /// </summary>
    /// <param name="bound">The chunk.</param>
    /// <param name="block">The block.</param>
    /// <param name="keyOf">A text that is the same for stores that may stand for each other; null for others.</param>
    public static IEnumerable<(IndexExpressionSyntax Target, LuaTypes Type, string Key)> StoresOf(
        BoundChunk bound, BlockSyntax block, System.Func<IndexExpressionSyntax, LuaTypes, string?> keyOf)
    {
        foreach (var statement in block.Statements)
        {
            if (statement is AssignmentStatementSyntax assignment)
            {
                for (var i = 0; i < assignment.Targets.Count && i < assignment.Values.Count; i++)
                {
                    var type = bound.Moves.TryGetValue(assignment, out var moved) ? moved : TypeInference.TypeOf(bound, assignment.Values[i]);
                    if (assignment.Targets[i] is IndexExpressionSyntax target && keyOf(target, type) is { } key)
                    {
                        yield return (target, type, key);
                    }
                }
            }
            else if (SyntaxWalk.BlocksOf(statement).Any(MayLeave) || statement is ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax)
            {
                yield break;
            }
            else if (statement is IfStatementSyntax { Else: { } last, Clauses: var clauses })
            {
                var others = clauses.Skip(1).Select(static c => c.Block).Append(last)
                    .Select(b => new HashSet<(string, LuaTypes)>(StoresOf(bound, b, keyOf).Select(static s => (s.Key, s.Type)))).ToList();
                foreach (var store in StoresOf(bound, clauses[0].Block, keyOf))
                {
                    if (others.TrueForAll(o => o.Contains((store.Key, store.Type))))
                    {
                        yield return store;
                    }
                }
            }
        }
    }

    /// <summary>Whether a pass of a loop with this body may be the last before its limit is reached.</summary>
    public static bool MayLeave(BlockSyntax block) =>
        SyntaxWalk.StatementsOf(block).Any(static s => s is ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax);
}
