using System;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Whether a chunk names anything that can ever wait (ABI of generated code: the whole-entry rule). If neither it nor its imports do,
/// no call in it can wait, whatever it calls.
/// </summary>
internal sealed class WaitingSources
{
    private readonly BoundChunk _bound;
    private bool _found;

    private WaitingSources(BoundChunk bound) => _bound = bound;

    public static bool Exist(BoundChunk bound)
    {
        foreach (var import in bound.Input.Imports)
        {
            if (import.Library.CanWait)
            {
                return true;
            }
        }

        if (bound.HasDynamicGlobals)
        {
            return true;
        }

        var search = new WaitingSources(bound);
        search.Visit(bound.Chunk.Block);
        return search._found;
    }

    private void Visit(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            foreach (var (expression, isAlias) in SyntaxWalk.ExpressionsOf(statement, _bound))
            {
                Visit(expression, isAlias);
            }

            foreach (var inner in SyntaxWalk.BlocksOf(statement))
            {
                Visit(inner);
            }
        }
    }

    private void Visit(ExpressionSyntax expression, bool isAlias)
    {
        if (_found)
        {
            return;
        }

        if (_bound.GetHostPath(expression) is { } path)
        {
            // An alias that is never assigned again is followed where it is used.
            _found |= !isAlias && PathCanWait(path);
            return;
        }

        if (expression is NameExpressionSyntax name && !_bound.Locals.ContainsKey(name) && PathCanWait(name.Name))
        {
            _found = true;
            return;
        }

        if (expression is FunctionExpressionSyntax function)
        {
            Visit(function.Body.Block);
            return;
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Visit(child, false);
        }
    }

    private static bool PathCanWait(string path)
    {
        if (ModuleCatalogue.FindFunction(path) is { } function)
        {
            return function.Effect is FunctionEffect.Waits or FunctionEffect.GivesWaitable;
        }

        var dot = path.IndexOf('.');
        var module = ModuleCatalogue.Find(dot < 0 ? path : path.Substring(0, dot));
        if (module is null)
        {
            return false;
        }

        var prefix = dot < 0 ? string.Empty : path.Substring(dot + 1) + ".";
        foreach (var candidate in module.Functions)
        {
            if (candidate.Effect is FunctionEffect.Waits or FunctionEffect.GivesWaitable
                && candidate.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
