using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Decides how errors leave functions. An exception costs a hundred times as much as a return, so those on the way from a known call of <c>error</c> to the
/// <c>pcall</c>, <c>xpcall</c> or coroutine that catches it, through calls of known functions, give it back; all others raise. What a protected call does only once may
/// cost a test: there, operators and calls of values give back that a value has the wrong type.
/// </summary>
internal sealed class ErrorAnalysis
{
    private readonly BoundChunk _bound;
    private readonly IReadOnlyDictionary<string, List<FunctionSymbol>> _fieldFunctions;
    private readonly FunctionValues _values;
    private readonly HashSet<FunctionSymbol> _failing = [];
    private readonly Dictionary<FunctionSymbol, List<CallSite>> _callers = [];
    private readonly Dictionary<CallSite, FunctionSet> _valueCallees = [];
    private readonly Dictionary<FunctionSymbol, List<FunctionSet>> _sets = [];
    private readonly Dictionary<FunctionSet, SetCalls> _setCalls = [];

    private ErrorAnalysis(BoundChunk bound, FunctionValues values)
    {
        _bound = bound;
        _values = values;
        _fieldFunctions = FieldFunctions.Find(bound);
    }

    /// <summary>Completes the functions of a chunk of which it is known who may wait.</summary>
    public static void Run(BoundChunk bound, Lazy<FunctionValues> values)
    {
        foreach (var function in bound.Functions)
        {
            function.FallsThrough = function.FallsThrough && FlowEnd.FallsThrough(function.Block, s => s is CallStatementSyntax call && IsError(bound, call.Call));
        }

        if (bound.Functions.Exists(f => f.Calls.Exists(s => FunctionValues.IsProtectedCall(bound, s) || FunctionValues.IsCoroutine(bound, s))))
        {
            new ErrorAnalysis(bound, values.Value).Run(values.Value.Given(FunctionValues.IsProtectedCall), values.Value.Given(FunctionValues.IsCoroutine));
        }
    }

    /// <summary>Whether an expression is a call of <c>error</c> with one value, at the position of the call or without one.</summary>
    public static bool IsError(BoundChunk bound, ExpressionSyntax expression) =>
        expression is CallExpressionSyntax { Arguments: { Count: 1 or 2 } arguments } call && bound.KnowsHostResults && bound.GetHostPath(call.Callee) is "error"
        && (arguments.Count == 2
            ? arguments[1] is NumberLiteralSyntax { IsInteger: true, IntegerValue: 0 or 1 }
            : !TypeInference.IsOpen(arguments[0])
                || (arguments[0] is CallExpressionSyntax value && bound.GetHostPath(value.Callee) is { } path && LibraryCalls.GivesOne(path)));

    /// <summary>Whether an expression is a call of <c>error</c> at the position of a caller, or with all results of another call.</summary>
    public static bool IsOtherError(BoundChunk bound, ExpressionSyntax expression) =>
        expression is CallExpressionSyntax { Arguments: { Count: 1 or 2 } arguments } call && bound.KnowsHostResults && bound.GetHostPath(call.Callee) is "error"
        && (arguments.Count == 1 ? TypeInference.IsOpen(arguments[0]) : arguments[1] is NumberLiteralSyntax { IsInteger: true, IntegerValue: > 1 });

    /// <summary>Whether an expression is a call of <c>assert</c> that gives back its arguments if it does not raise.</summary>
    public static bool IsAssertion(BoundChunk bound, ExpressionSyntax expression) =>
        expression is CallExpressionSyntax { Arguments.Count: 1 or 2 } call && bound.KnowsHostResults && bound.GetHostPath(call.Callee) is "assert";

    private void Run(IReadOnlyCollection<FunctionSymbol> guarded, IReadOnlyCollection<FunctionSymbol> coroutines)
    {
        FindCallers();
        SingleRuns.Find(_bound, guarded, CalleesOf, _valueCallees);
        FindFailing();
        var found = new Stack<FunctionSymbol>();
        var visited = new HashSet<FunctionSet>();
        foreach (var function in guarded.Concat(coroutines))
        {
            if (_failing.Contains(function) && !function.IsProtected)
            {
                GiveBackAsValue(function);
                found.Push(function);
            }
        }

        while (found.Count > 0)
        {
            var function = found.Pop();
            foreach (var site in function.Calls)
            {
                foreach (var callee in CalleesOf(site))
                {
                    if (callee.ErrorExit == ErrorExit.Exception && _failing.Contains(callee))
                    {
                        callee.ErrorExit = ErrorExit.Failure;
                        found.Push(callee);
                    }
                }

                if (site.MayWait || !_valueCallees.TryGetValue(site, out var callees) || !CallsOf(callees).MayFail)
                {
                    continue;
                }

                site.MayGiveBack = true;
                foreach (var set in callees.Visit(visited))
                {
                    foreach (var callee in set.Functions)
                    {
                        if (_failing.Contains(callee) && !callee.IsProtected)
                        {
                            GiveBackAsValue(callee);
                            found.Push(callee);
                        }
                    }
                }
            }
        }
    }

    private static void GiveBackAsValue(FunctionSymbol function)
    {
        function.IsProtected = true;
        if (function.ErrorExit == ErrorExit.Failure || function.Callers.Count > 0 || function is { FieldName: not null, NeedsCallers: false, IsAsync: false })
        {
            function.ErrorExit = ErrorExit.Failure;
        }
        else
        {
            function.ErrorExit = ErrorExit.Result;
            function.MayReturnTailCall = true;
        }
    }

    // One that waits gives errors back as its result, which nobody who calls it by name asks for, nor a plain method that goes on in another.
    private static bool CanGiveBack(FunctionSymbol function) =>
        function is { IsChunk: false, IsResumable: false } && (!function.IsAsync || function.Callers.Count == 0);

    private void FindCallers()
    {
        var visited = new HashSet<FunctionSet>();
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                foreach (var callee in CalleesOf(site))
                {
                    Add(_callers, callee, site);
                }

                if (_values.OfCallee(site) is not { } callees)
                {
                    continue;
                }

                _valueCallees.Add(site, callees);
                if (!site.MayWait)
                {
                    CallsOf(callees).Sites.Add(site);
                    foreach (var set in callees.Visit(visited))
                    {
                        set.Functions.ForEach(f => Add(_sets, f, set));
                    }
                }
            }
        }
    }

    private static void Add<T>(Dictionary<FunctionSymbol, List<T>> lists, FunctionSymbol function, T item)
    {
        if (!lists.TryGetValue(function, out var list))
        {
            lists.Add(function, list = []);
        }

        list.Add(item);
    }

    private SetCalls CallsOf(FunctionSet set)
    {
        if (!_setCalls.TryGetValue(set, out var calls))
        {
            _setCalls.Add(set, calls = new SetCalls());
        }

        return calls;
    }

    // The functions that raise, or call one that does.
    private void FindFailing()
    {
        var found = new Stack<FunctionSymbol>();
        foreach (var function in _bound.Functions)
        {
            if (function.FailsInOperators || function.Calls.Exists(s => IsError(_bound, s.Syntax) || IsOtherError(_bound, s.Syntax) || IsAssertion(_bound, s.Syntax)))
            {
                Fail(function, found);
            }
        }

        while (found.Count > 0)
        {
            var function = found.Pop();
            if (_callers.TryGetValue(function, out var callers))
            {
                callers.ForEach(s => Fail(s.Caller, found));
            }

            if (_sets.TryGetValue(function, out var sets))
            {
                Fail(sets, found);
            }
        }
    }

    private void Fail(FunctionSymbol function, Stack<FunctionSymbol> found)
    {
        if (CanGiveBack(function) && _failing.Add(function))
        {
            found.Push(function);
        }
    }

    private void Fail(List<FunctionSet> sets, Stack<FunctionSymbol> found)
    {
        var pending = new Stack<FunctionSet>(sets);
        while (pending.Count > 0)
        {
            var set = pending.Pop();
            var calls = CallsOf(set);
            if (calls.MayFail)
            {
                continue;
            }

            calls.MayFail = true;
            calls.Sites.ForEach(s => Fail(s.Caller, found));
            foreach (var whole in set.Wholes)
            {
                pending.Push(whole);
            }
        }
    }

    // The functions whose bodies a call may reach without a function value.
    private IEnumerable<FunctionSymbol> CalleesOf(CallSite site)
    {
        if (site.Target is { } target)
        {
            return [target];
        }

        var name = site.Syntax switch
        {
            MethodCallExpressionSyntax call => call.Name.Text,
            CallExpressionSyntax { Callee: FieldExpressionSyntax field } => field.Name.Text,
            _ => null,
        };
        return name is not null && !site.MayWait && _fieldFunctions.TryGetValue(name, out var functions) ? functions : [];
    }

    /// <summary>What is known of the calls of values that are functions of a set.</summary>
    private sealed class SetCalls
    {
        public List<CallSite> Sites { get; } = [];

        /// <summary>Whether a function of the set raises.</summary>
        public bool MayFail { get; set; }
    }
}
