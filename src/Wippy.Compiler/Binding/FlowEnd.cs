using System;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Binding;

/// <summary>Whether control can leave a block at its end. In doubt it can.</summary>
internal static class FlowEnd
{
    /// <param name="block">The block.</param>
    /// <param name="isEnd">Tells more statements behind which control does not go on.</param>
    public static bool FallsThrough(BlockSyntax block, Func<StatementSyntax, bool>? isEnd = null)
    {
        if (block.Statements.Count == 0)
        {
            return true;
        }

        return block.Statements[block.Statements.Count - 1] switch
        {
            { } last when isEnd?.Invoke(last) == true => false,
            ReturnStatementSyntax or GotoStatementSyntax => false,
            DoStatementSyntax @do => FallsThrough(@do.Block, isEnd),
            IfStatementSyntax { Else: { } @else } @if => FallsThrough(@else, isEnd) || AnyFallsThrough(@if, isEnd),
            WhileStatementSyntax { Condition: TrueExpressionSyntax } @while => ContainsBreak(@while.Block),
            _ => true,
        };
    }

    private static bool AnyFallsThrough(IfStatementSyntax statement, Func<StatementSyntax, bool>? isEnd)
    {
        foreach (var clause in statement.Clauses)
        {
            if (FallsThrough(clause.Block, isEnd))
            {
                return true;
            }
        }

        return false;
    }

    // A goto that leaves the loop ends in a label after it, so the loop is not the last statement then.
    private static bool ContainsBreak(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case BreakStatementSyntax:
                case DoStatementSyntax @do when ContainsBreak(@do.Block):
                case IfStatementSyntax { Else: { } @else } when ContainsBreak(@else):
                    return true;
                case IfStatementSyntax @if:
                    foreach (var clause in @if.Clauses)
                    {
                        if (ContainsBreak(clause.Block))
                        {
                            return true;
                        }
                    }

                    break;
                default:
                    break;
            }
        }

        return false;
    }
}
