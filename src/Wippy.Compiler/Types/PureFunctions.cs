using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>
/// Which functions only compute: a call of one changes no table and no variable of others, and runs nothing that might, so that what was known before it
/// still holds. It may fail, or call itself.
/// </summary>
/// <param name="copies">The chunk of the copies.</param>
/// <param name="general">The chunk of the functions that take any values.</param>
internal sealed class PureFunctions(BoundChunk copies, BoundChunk general)
{
    // Calls through more functions than this are not followed.
    private const int MaximumDepth = 32;

    private readonly HashSet<FunctionSymbol> _ofCopies = [.. copies.Functions];
    private readonly Dictionary<FunctionSymbol, bool> _known = [];
    private readonly Stack<FunctionSymbol> _visited = [];

    /// <summary>Whether plans for such functions had to drop something.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Whether a function that a call surely reaches is one.</summary>
    public bool Contains(FunctionSymbol function)
    {
        if (_visited.Contains(function))
        {
            // What it calls must not rely on it.
            return _visited.Peek() == function;
        }

        if (!_known.TryGetValue(function, out var isPure) && _visited.Count < MaximumDepth)
        {
            _visited.Push(function);
            _known[function] = isPure = IsSuitable(function) && OnlyComputes(function);
            _visited.Pop();
        }

        return isPure;
    }

    private static bool IsSuitable(FunctionSymbol function) =>
        function is { IsAsync: false, IsResumable: false, HasVararg: false, HasExits: false, MayReturnTailCall: false, Shape: ResultShape.Single or ResultShape.Void };

    private bool OnlyComputes(FunctionSymbol function)
    {
        var bound = _ofCopies.Contains(function) ? copies : general;
        var plan = new GuardPlan(bound, function, this);
        var isPure = true;
        foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
        {
            plan.Visit(statement);
            if (!OnlyComputes(bound, function, statement))
            {
                isPure = false;
                break;
            }
        }

        HasChanged |= plan.HasChanged;
        return isPure;
    }

    private static bool OnlyComputes(BoundChunk bound, FunctionSymbol function, StatementSyntax statement) => statement switch
    {
        AssignmentStatementSyntax assignment =>
            bound.Pure.Contains(assignment) && assignment.Targets.All(t => bound.Locals.TryGetValue(t, out var local) && local.Owner == function),
        IfStatementSyntax @if => @if.Clauses.All(bound.Pure.Contains),
        LocalStatementSyntax or CallStatementSyntax or WhileStatementSyntax or RepeatStatementSyntax or NumericForStatementSyntax or ReturnStatementSyntax =>
            bound.Pure.Contains(statement),
        _ => statement is DoStatementSyntax or BreakStatementSyntax or GotoStatementSyntax or LabelStatementSyntax or TypeDeclarationSyntax,
    };
}
