using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>What jumps to labels mean for variables.</summary>
internal static class LabelAnalysis
{
    /// <summary>
    /// Whether control can jump back to a label with closures holding variables declared behind it: those variables are new on each pass.
    /// </summary>
    public static bool NeedsFreshVariables(BoundChunk bound, BlockSyntax block, LabelStatementSyntax label)
    {
        var captured = false;
        foreach (var local in bound.Scopes[block].Locals)
        {
            captured |= local.IsCaptured && local.Declaration.Span.Start > label.Span.Start;
        }

        if (!captured)
        {
            return false;
        }

        foreach (var statement in block.Statements)
        {
            if (statement.Span.Start > label.Span.Start && JumpsTo(statement, label.Name.Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the statements behind such a label hold another label that a jump from before enters; the two cannot both be expressed.
    /// </summary>
    public static bool IsEnteredFromBefore(BlockSyntax block, LabelStatementSyntax label)
    {
        foreach (var statement in block.Statements)
        {
            if (statement is LabelStatementSyntax later && later.Span.Start > label.Span.Start)
            {
                foreach (var earlier in block.Statements)
                {
                    if (earlier.Span.Start < label.Span.Start && JumpsTo(earlier, later.Name.Text))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool JumpsTo(StatementSyntax statement, string label)
    {
        if (statement is GotoStatementSyntax jump)
        {
            return jump.Label.Text == label;
        }

        if (statement is LocalFunctionStatementSyntax or FunctionStatementSyntax)
        {
            return false;
        }

        foreach (var block in SyntaxWalk.BlocksOf(statement))
        {
            foreach (var inner in block.Statements)
            {
                if (JumpsTo(inner, label))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
