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
    private bool _canWait;
    private bool _canBlock;

    private WaitingSources(BoundChunk bound) => _bound = bound;

    /// <summary>Whether there is anything that can wait at all, and anything that makes a whole task wait.</summary>
    public static (bool CanWait, bool CanBlock) Find(BoundChunk bound)
    {
        if (bound.ReadsAnyGlobal)
        {
            return (true, true);
        }

        var search = new WaitingSources(bound);
        foreach (var import in bound.Input.Imports)
        {
            search._canWait |= import.Library.CanWait;
            search._canBlock |= import.Library is { CanWait: true, CanBlock: true };
        }

        search.Visit(bound.Chunk.Block);
        return (search._canWait, search._canBlock);
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
        if (_canBlock)
        {
            return;
        }

        if (_bound.GetHostPath(expression) is { } path)
        {
            // An alias that is never assigned again is followed where it is used.
            if (!isAlias)
            {
                AddPath(path);
            }

            return;
        }

        if (expression is NameExpressionSyntax name && !_bound.Locals.ContainsKey(name))
        {
            AddPath(name.Name);
        }

        if (_bound.GlobalFields.TryGetValue(expression, out var global))
        {
            AddPath(global);
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

    // A function of the host, or a table with all that is in it.
    private void AddPath(string path)
    {
        if (ModuleCatalogue.FindFunction(path) is { } function)
        {
            Add(function.Effect);
            return;
        }

        var dot = path.IndexOf('.');
        var module = ModuleCatalogue.Find(dot < 0 ? path : path.Substring(0, dot));
        if (module is null)
        {
            return;
        }

        var prefix = dot < 0 ? string.Empty : path.Substring(dot + 1) + ".";
        foreach (var candidate in module.Functions)
        {
            if (candidate.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                Add(candidate.Effect);
            }
        }
    }

    private void Add(FunctionEffect effect)
    {
        var blocks = effect is FunctionEffect.Waits or FunctionEffect.GivesWaitable;
        _canBlock |= blocks;
        _canWait |= blocks || effect == FunctionEffect.Yields;
    }
}
