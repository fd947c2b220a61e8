using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>Finds the functions of a module table whose names and bodies the text tells.</summary>
internal static class ExportFinder
{
    /// <summary>The exports, ordered by name.</summary>
    public static IEnumerable<ExportSignature> Find(BoundChunk bound)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var statement in bound.Chunk.Block.Statements)
        {
            switch (statement)
            {
                case FunctionStatementSyntax { Names.Count: 2, Method: null } function:
                    names.Add(function.Names[1].Text);
                    break;
                case ReturnStatementSyntax { Values: { Count: > 0 } values } when values[0] is TableConstructorSyntax table:
                    foreach (var field in table.Fields.OfType<NamedTableFieldSyntax>())
                    {
                        names.Add(field.Name.Text);
                    }

                    break;
                default:
                    break;
            }
        }

        var finder = new EntryFunctionFinder(bound.Input.Tree.Chunk);
        foreach (var name in names)
        {
            if (finder.Find(name) is { } body && bound.FunctionOf.TryGetValue(body, out var function)
                && function.Name is not "anonymous")
            {
                yield return new ExportSignature(name, function.IsAsync);
            }
        }
    }
}
