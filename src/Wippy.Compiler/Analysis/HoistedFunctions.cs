using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Finds functions that a name holds for good though they are no local functions: <c>function name()</c> in the outermost block, where the name is a global
/// or a local declared before. Nothing else may assign the name, and no function of the chunk may have run before, so that no call can find it empty.
/// </summary>
internal sealed class HoistedFunctions
{
    private readonly BoundChunk _bound;
    private readonly HashSet<LocalSymbol> _mentioned = [];
    private readonly Dictionary<string, FunctionSymbol> _globals = new(StringComparer.Ordinal);

    private HoistedFunctions(BoundChunk bound) => _bound = bound;

    /// <summary>Completes the locals, and the calls of what was found.</summary>
    public static void Find(BoundChunk bound)
    {
        var hoisted = new HoistedFunctions(bound);
        var statements = bound.Chunk.Block.Statements;
        foreach (var statement in statements)
        {
            if (statement is LabelStatementSyntax)
            {
                return;
            }
        }

        foreach (var statement in statements)
        {
            if (statement is FunctionStatementSyntax { Names.Count: 1, Method: null } definition)
            {
                hoisted.Define(definition);
            }
            else if (!hoisted.IsQuiet(statement))
            {
                break;
            }
        }

        hoisted.ResolveCalls();
    }

    private void Define(FunctionStatementSyntax definition)
    {
        var name = definition.Names[0];
        var function = _bound.FunctionOf[definition.Body];
        if (!_bound.Locals.TryGetValue(name, out var local))
        {
            if (_bound.KnowsHostResults && _bound.IsAssignedOnce(name.Text))
            {
                _globals[name.Text] = function;
            }
        }
        else if (local is { Writes: 1, Function: null, InitialValue: null, Declaration: VariableSyntax } && local.Scope == _bound.Scopes[_bound.Chunk.Block] && !_mentioned.Contains(local))
        {
            local.IsDefinedLater = true;
            local.Function = function;
            function.Local = local;
            function.IsUsedAsValue = local.IsUsedAsValue;
        }
    }

    private void ResolveCalls()
    {
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                if (site is { Target: null, Syntax: CallExpressionSyntax { Callee: NameExpressionSyntax name } }
                    && (_bound.Locals.TryGetValue(name, out var local) ? local.KnownFunction : _globals.TryGetValue(name.Name, out var global) ? global : null) is { } target)
                {
                    site.Target = target;
                    target.Callers.Add(site);
                }
            }
        }
    }

    // Whether a statement runs no function of the chunk. Values have no metatables of the chunk yet: setting one is not quiet.
    private bool IsQuiet(StatementSyntax statement)
    {
        foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
        {
            if (!IsQuiet(expression))
            {
                return false;
            }
        }

        if (statement is GenericForStatementSyntax loop && !(loop.Values[0] is CallExpressionSyntax call && _bound.GetHostPath(call.Callee) is "pairs" or "ipairs"))
        {
            return false;
        }

        foreach (var block in SyntaxWalk.BlocksOf(statement))
        {
            foreach (var inner in block.Statements)
            {
                if (!IsQuiet(inner))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool IsQuiet(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case NameExpressionSyntax name:
                if (_bound.Locals.TryGetValue(name, out var local))
                {
                    _mentioned.Add(local);
                }

                return true;
            case FunctionExpressionSyntax:
                return true;
            case MethodCallExpressionSyntax:
                return false;
            case CallExpressionSyntax call when !IsQuiet(_bound.GetHostPath(call.Callee)):
                return false;
            default:
                foreach (var child in SyntaxWalk.ChildrenOf(expression))
                {
                    if (!IsQuiet(child))
                    {
                        return false;
                    }
                }

                return true;
        }
    }

    private static bool IsQuiet(string? path) =>
        path is "require" or "print" or "assert" or "select" or "ipairs" or "pairs" or "time.now" || (path is not null and not "setmetatable" && LibraryCalls.GivesOne(path));
}
