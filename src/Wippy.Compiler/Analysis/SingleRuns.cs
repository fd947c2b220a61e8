using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Finds the functions that run no more than once in a protected call: the protected ones, and those that only such call, outside of loops and of cycles.
/// </summary>
internal sealed class SingleRuns
{
    private readonly BoundChunk _bound;
    private readonly Func<CallSite, IEnumerable<FunctionSymbol>> _calleesOf;
    private readonly IReadOnlyDictionary<CallSite, FunctionSet> _valueCallees;

    // What may run more often, and those of them whose calls are still to be looked at.
    private readonly HashSet<FunctionSymbol> _often = [];
    private readonly Stack<FunctionSymbol> _pending = [];
    private readonly HashSet<FunctionSet> _visited = [];

    private SingleRuns(BoundChunk bound, Func<CallSite, IEnumerable<FunctionSymbol>> calleesOf, IReadOnlyDictionary<CallSite, FunctionSet> valueCallees)
    {
        _bound = bound;
        _calleesOf = calleesOf;
        _valueCallees = valueCallees;
    }

    /// <summary>
    /// Marks them, if they can give errors back (<see cref="FunctionSymbol.FailsInOperators"/>), and the protected ones among them
    /// (<see cref="FunctionSymbol.FailsInLoops"/>).
    /// </summary>
    /// <param name="bound">The chunk.</param>
    /// <param name="guarded">What <c>pcall</c> and <c>xpcall</c> are given.</param>
    /// <param name="calleesOf">The functions whose bodies a call may reach without a function value.</param>
    /// <param name="valueCallees">What calls may call by its value.</param>
    public static void Find(
        BoundChunk bound, IReadOnlyCollection<FunctionSymbol> guarded, Func<CallSite, IEnumerable<FunctionSymbol>> calleesOf, IReadOnlyDictionary<CallSite, FunctionSet> valueCallees) =>
        new SingleRuns(bound, calleesOf, valueCallees).Run(guarded);

    private void Run(IReadOnlyCollection<FunctionSymbol> guarded)
    {
        var known = Known(guarded);
        var cycles = new Cycles<object>(_bound.Functions, Next);
        var loops = new Dictionary<FunctionSymbol, LoopCalls>();
        foreach (var function in _bound.Functions)
        {
            var calls = new LoopCalls(function);
            loops.Add(function, calls);
            if (!function.IsChunk
                && !(known.Contains(function) && function is { IsAsync: false, IsRecursive: false, HasSelfTailCall: false } && !calls.HasJumps
                    && (calls.HasOperators || (calls.HasOperatorsInLoops && guarded.Contains(function))) && !cycles.Contains(function)))
            {
                AddOften(function);
            }
        }

        foreach (var function in _bound.Functions)
        {
            AddCallees(function.Calls.Where(s => !loops[function].IsOnce(s.Syntax)));
        }

        while (_pending.Count > 0)
        {
            AddCallees(_pending.Pop().Calls);
        }

        foreach (var function in _bound.Functions)
        {
            function.FailsInOperators = !function.IsChunk && !_often.Contains(function);
            function.FailsInLoops = function.FailsInOperators && guarded.Contains(function);
        }
    }

    // Those of whose calls something is known. Whoever has a function value of a library may call it as often as it likes.
    private HashSet<FunctionSymbol> Known(IReadOnlyCollection<FunctionSymbol> guarded)
    {
        var known = new HashSet<FunctionSymbol>(guarded);
        var visited = new HashSet<FunctionSet>();
        foreach (var site in _bound.Functions.SelectMany(static f => f.Calls))
        {
            known.UnionWith(_calleesOf(site).Where(f => !f.IsUsedAsValue || !_bound.Input.IsLibrary));
            if (!_bound.Input.IsLibrary && _valueCallees.TryGetValue(site, out var callees))
            {
                foreach (var set in callees.Visit(visited))
                {
                    known.UnionWith(set.Functions);
                }
            }
        }

        return known;
    }

    private IEnumerable<object> Next(object node) => node is FunctionSet set
        ? set.Parts.Concat<object>(set.Functions)
        : ((FunctionSymbol)node).Calls.SelectMany(s => _calleesOf(s).Concat<object>(_valueCallees.TryGetValue(s, out var callees) ? [callees] : []));

    private void AddOften(FunctionSymbol function)
    {
        if (_often.Add(function))
        {
            _pending.Push(function);
        }
    }

    private void AddCallees(IEnumerable<CallSite> sites)
    {
        foreach (var site in sites)
        {
            foreach (var callee in _calleesOf(site))
            {
                AddOften(callee);
            }

            if (_valueCallees.TryGetValue(site, out var callees))
            {
                foreach (var set in callees.Visit(_visited))
                {
                    set.Functions.ForEach(AddOften);
                }
            }
        }
    }
}
