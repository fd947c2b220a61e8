using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Lambda lifting: finds the functions inside other functions that can be methods of the class as well. Nobody has them as values, and what they use of the
/// functions around is handed over with each call: variables that only the function around assigns by value, since it does not run meanwhile, and those that
/// they assign themselves by reference.
/// </summary>
internal sealed class LiftedFunctions
{
    // With more, handing them over takes longer than reaching for them, and deep recursion more of the stack.
    private const int MaximumHeld = 8;

    // C# lets no local function use a parameter by reference: shorter code with shallower expressions has none.
    private const int MaximumLength = 4000;
    private const int MaximumDepth = 10;

    private readonly BoundChunk _bound;
    private readonly HashSet<FunctionSymbol> _lifted;

    // The upvalues of each function, with those that the lifted functions which it calls take.
    private readonly Dictionary<FunctionSymbol, List<LocalSymbol>> _upvalues = [];
    private readonly Dictionary<LocalSymbol, List<FunctionSymbol>> _users = [];

    private LiftedFunctions(BoundChunk bound)
    {
        _bound = bound;
        _lifted = [.. bound.Functions.Where(IsCandidate)];
    }

    /// <summary>Completes the functions, and the variables that they use.</summary>
    public static void Find(BoundChunk bound)
    {
        var functions = new LiftedFunctions(bound);
        if (bound.HasManyFunctions || functions._lifted.Count == 0)
        {
            return;
        }

        do
        {
            functions.FindUpvalues();
        }
        while (functions._lifted.RemoveWhere(f => !functions.CanLift(f)) > 0);

        functions.Lift();
    }

    private static bool IsCandidate(FunctionSymbol function) => function is
    {
        Placement: FunctionPlacement.LocalFunction, IsUsedAsValue: false, IsAsync: false, HasVararg: false, NeedsCallers: false,
    };

    // A function that another one uses stands before it, or around it.
    private void FindUpvalues()
    {
        _users.Clear();
        foreach (var function in _bound.Functions)
        {
            var upvalues = function.Upvalues;
            if (upvalues.Exists(IsLifted))
            {
                upvalues = [.. upvalues.Concat(upvalues.Where(IsLifted).SelectMany(u => u.KnownFunction == function ? [] : _upvalues[u.KnownFunction!])).Distinct()];
            }

            if (upvalues.Count(IsHeld) > MaximumHeld)
            {
                _lifted.Remove(function);
            }

            _upvalues[function] = upvalues;
            foreach (var local in upvalues)
            {
                if (!_users.TryGetValue(local, out var users))
                {
                    _users.Add(local, users = []);
                }

                users.Add(function);
            }
        }
    }

    private bool IsLifted(LocalSymbol local) => local.KnownFunction is { } known && _lifted.Contains(known);

    private static bool IsHeld(LocalSymbol local) => local is { IsField: false, KnownFunction: null };

    private bool CanLift(FunctionSymbol function) => _upvalues[function].TrueForAll(local =>
        local.KnownFunction is { } known ? known.Placement == FunctionPlacement.Method || _lifted.Contains(known)
        : local.IsField || local.Writes == 0
            || (_users[local].TrueForAll(_lifted.Contains) && (!local.IsAssignedInside || CanBeReferenced(local))));

    private bool CanBeReferenced(LocalSymbol local) =>
        local.Kind != LocalKind.Loop && !local.Owner.IsAsync && _users[local].TrueForAll(IsSimple);

    private static bool IsSimple(FunctionSymbol function) =>
        function.Body!.Span.Length <= MaximumLength
        && SyntaxWalk.StatementsOf(function.Block).All(static s => SyntaxWalk.ExpressionsOf(s).All(static e => e.Expression.Depth <= MaximumDepth));

    private void Lift()
    {
        foreach (var function in _bound.Functions)
        {
            foreach (var local in _upvalues[function])
            {
                if (_lifted.Contains(function))
                {
                    local.Keeper = null;
                    local.IsByReference = local is { IsAssignedInside: true, IsField: false };
                }

                if (!function.Upvalues.Contains(local))
                {
                    function.Upvalues.Add(local);
                }
            }
        }

        foreach (var function in _lifted)
        {
            function.Placement = FunctionPlacement.Method;
            function.IsLifted = true;
        }
    }
}
