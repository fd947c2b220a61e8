using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <summary>What the statements of a chunk assign to its local variables, with their initial values; loops and parameters aside.</summary>
internal static class LocalSources
{
    /// <summary>The expressions by variable; null where it is one of several results of a call.</summary>
    public static Dictionary<LocalSymbol, List<ExpressionSyntax?>> Find(BoundChunk bound)
    {
        var result = new Dictionary<LocalSymbol, List<ExpressionSyntax?>>();
        void Add(SyntaxNode target, EquatableArray<ExpressionSyntax> values, int index)
        {
            if (!bound.Locals.TryGetValue(target, out var local) || values.Count == 0)
            {
                return;
            }

            if (!result.TryGetValue(local, out var sources))
            {
                result.Add(local, sources = []);
            }

            sources.Add(index < values.Count ? values[index] : null);
        }

        foreach (var function in bound.Functions)
        {
            foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
            {
                if (statement is LocalStatementSyntax local)
                {
                    for (var i = 0; i < local.Variables.Count; i++)
                    {
                        Add(local.Variables[i], local.Values, i);
                    }
                }
                else if (statement is AssignmentStatementSyntax assignment)
                {
                    for (var i = 0; i < assignment.Targets.Count; i++)
                    {
                        Add(assignment.Targets[i], assignment.Values, i);
                    }
                }
            }
        }

        return result;
    }
}
