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

    /// <summary>Whether a statement declares variables that closures hold.</summary>
    public static bool DeclaresCaptured(BoundChunk bound, StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalFunctionStatementSyntax function:
                return bound.Locals[function.Name].IsCaptured;
            case LocalStatementSyntax local:
                foreach (var variable in local.Variables)
                {
                    if (bound.Locals[variable].IsCaptured)
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>Whether a statement of a block before another one jumps to a label behind that.</summary>
    public static bool IsEnteredFromBefore(BlockSyntax block, LabelStatementSyntax label, StatementSyntax border)
    {
        foreach (var statement in block.Statements)
        {
            if (statement == border)
            {
                return false;
            }

            if (JumpsTo(statement, label.Name.Text))
            {
                return true;
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
