using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Finds variables that, after their declaration, one function alone uses, as a counter is used: <c>local n = 0 return function() n = n + 1 return n end</c>. When
/// no variable is held by two objects of the function, each object can keep its own.
/// </summary>
internal sealed class KeptVariables
{
    private readonly BoundChunk _bound;
    private readonly Dictionary<LocalSymbol, FunctionSymbol?> _users = [];

    private KeptVariables(BoundChunk bound) => _bound = bound;

    /// <summary>Completes the locals.</summary>
    public static void Find(BoundChunk bound)
    {
        var variables = new KeptVariables(bound);
        foreach (var function in bound.Functions)
        {
            foreach (var local in function.Upvalues)
            {
                variables.AddUser(local, function);
            }

            foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
            {
                if (statement is FunctionStatementSyntax definition && bound.Locals.TryGetValue(definition.Names[0], out var defined))
                {
                    variables.AddUser(defined, function);
                }

                foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
                {
                    variables.AddUser(expression, function);
                }
            }
        }

        foreach (var pair in bound.Scopes)
        {
            // A label may be jumped back to, past the declaration or not.
            if (!pair.Key.Statements.Any(static s => s is LabelStatementSyntax))
            {
                variables.Find(pair.Key, pair.Value);
            }
        }
    }

    private void AddUser(LocalSymbol local, FunctionSymbol function) =>
        _users[local] = _users.TryGetValue(local, out var known) && known != function ? null : function;

    private void AddUser(ExpressionSyntax expression, FunctionSymbol function)
    {
        if (expression is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local))
        {
            AddUser(local, function);
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            AddUser(child, function);
        }
    }

    private void Find(BlockSyntax block, Scope scope)
    {
        foreach (var statement in block.Statements)
        {
            // The expressions of these are evaluated once.
            if (statement is LocalStatementSyntax or AssignmentStatementSyntax or CallStatementSyntax or ReturnStatementSyntax)
            {
                foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
                {
                    Find(expression, scope);
                }
            }
        }
    }

    private void Find(ExpressionSyntax expression, Scope scope)
    {
        if (expression is FunctionExpressionSyntax { Body: var body })
        {
            var function = _bound.FunctionOf[body];
            foreach (var local in function.Upvalues)
            {
                if (local is { Writes: > 0, IsField: false } && local.Scope == scope && _users[local] == function)
                {
                    local.Keeper = function;
                }
            }
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Find(child, scope);
        }
    }
}
