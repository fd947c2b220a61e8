using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Finds functions that a name holds for good though they are no local functions: <c>function name()</c> or <c>name = function()</c> in the outermost block,
/// where the name is a global or a local declared before. Nothing else may assign the name, and no function of the chunk may have run before, so that no call
/// can find it empty.
/// </summary>
internal sealed class HoistedFunctions
{
    private readonly BoundChunk _bound;
    private readonly HashSet<LocalSymbol> _mentioned = [];
    private readonly Dictionary<string, FunctionSymbol> _globals = new(StringComparer.Ordinal);

    // Whether a table may have a metatable by now, so that an operation on it may run a function of the chunk.
    private bool _setsMetatables;

    // A store calls a function only where the source names __newindex.
    private readonly Lazy<bool> _mayInterceptStores;

    private HoistedFunctions(BoundChunk bound)
    {
        _bound = bound;
        _mayInterceptStores = new(() => bound.Input.Tree.Source.Text.Contains("__newindex"));
    }

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
            if (DefinitionOf(statement) is var (node, name, body))
            {
                hoisted.Define(node, name, bound.FunctionOf[body]);
            }
            else if (!hoisted.IsQuiet(statement))
            {
                break;
            }
        }

        hoisted.ResolveCalls();
    }

    /// <summary>The variable that a statement gives a function to, when it does nothing else.</summary>
    public static (SyntaxNode Node, string Name, FunctionBodySyntax Body)? DefinitionOf(StatementSyntax statement) => statement switch
    {
        FunctionStatementSyntax { Names.Count: 1, Method: null } definition => (definition.Names[0], definition.Names[0].Text, definition.Body),
        AssignmentStatementSyntax { Targets.Count: 1, Values.Count: 1 } assignment
            when assignment.Targets[0] is NameExpressionSyntax name && assignment.Values[0] is FunctionExpressionSyntax function => (name, name.Name, function.Body),
        _ => null,
    };

    private void Define(SyntaxNode node, string name, FunctionSymbol function)
    {
        if (!_bound.Locals.TryGetValue(node, out var local))
        {
            if (!_bound.Input.IsLibrary && _bound.IsAssignedOnce(name))
            {
                _globals[name] = function;
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

    // Whether a statement runs no function of the chunk: it calls none, and no metamethod.
    private bool IsQuiet(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalFunctionStatementSyntax:
                return true;
            case FunctionStatementSyntax function:
                return function.Names.Count + (function.Method is null ? 0 : 1) <= 2 ? IsQuietStore : !_setsMetatables;
            case AssignmentStatementSyntax assignment:
                foreach (var target in assignment.Targets)
                {
                    if (!IsQuietTarget(target))
                    {
                        return false;
                    }
                }

                return AreQuiet(assignment.Values);
            default:
                foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
                {
                    if (!IsQuiet(expression))
                    {
                        return false;
                    }
                }

                break;
        }

        if (statement is GenericForStatementSyntax loop && !(loop.Values[0] is CallExpressionSyntax call && _bound.GetHostPath(call.Callee) is "pairs" or "ipairs"))
        {
            return false;
        }

        var setMetatables = _setsMetatables;
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

        // The block of a loop that sets a metatable may run again.
        return _setsMetatables == setMetatables;
    }

    private bool IsQuietStore => !_setsMetatables || !_mayInterceptStores.Value;

    private bool IsQuietTarget(ExpressionSyntax target) => target switch
    {
        FieldExpressionSyntax field => IsQuiet(field.Object) && IsQuietStore,
        IndexExpressionSyntax index => IsQuiet(index.Object) && IsQuiet(index.Key) && IsQuietStore,
        _ => true,
    };

    private bool IsQuiet(ExpressionSyntax expression) =>
        CallsNothing(expression) && (!_setsMetatables || MetamethodUses.Of(_bound, expression) == Metamethods.None);

    private bool AreQuiet(EquatableArray<ExpressionSyntax> expressions)
    {
        foreach (var expression in expressions)
        {
            if (!IsQuiet(expression))
            {
                return false;
            }
        }

        return true;
    }

    private bool CallsNothing(ExpressionSyntax expression)
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
            default:
                foreach (var child in SyntaxWalk.ChildrenOf(expression))
                {
                    if (!CallsNothing(child))
                    {
                        return false;
                    }
                }

                return expression is not CallExpressionSyntax call || IsQuietCall(_bound.GetHostPath(call.Callee));
        }
    }

    private bool IsQuietCall(string? path)
    {
        switch (path)
        {
            case null:
                return false;
            case "setmetatable" or "getmetatable":
                _setsMetatables = true;
                return true;
            case "require" or "assert" or "select" or "type" or "rawget" or "rawlen" or "rawequal" or "time.now":
                return true;
            case "print" or "ipairs" or "pairs" or "tostring" or "table.concat" or "string.format":
                return !_setsMetatables;
            default:
                return LibraryCalls.GivesOne(path);
        }
    }
}
