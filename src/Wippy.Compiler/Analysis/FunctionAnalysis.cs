using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Decides for each function whether it may wait, how it ends (tail calls), how many values it gives and where its C# stands.
/// </summary>
internal sealed class FunctionAnalysis
{
    private readonly BoundChunk _bound;
    private readonly bool _unknownMayWait;
    private (HashSet<FunctionSymbol> Functions, HashSet<CallSite> Sites)? _closed;

    private FunctionAnalysis(BoundChunk bound, bool unknownMayWait)
    {
        _bound = bound;
        _unknownMayWait = unknownMayWait;
    }

    /// <summary>Whether an iterator of a generic <c>for</c> with these values may wait.</summary>
    public static bool IteratorMayWait(BoundChunk bound, GenericForStatementSyntax statement, bool unknownMayWait) =>
        unknownMayWait && !(statement.Values[0] is CallExpressionSyntax call && bound.GetHostPath(call.Callee) switch
        {
            "ipairs" or "string.gmatch" or "string.gfind" or "next" => true,
            "pairs" => (bound.WaitingMetamethods & Metamethods.Pairs) == 0,
            _ => false,
        }) && bound.GetHostPath(statement.Values[0]) is not "next" && !IsPlainWrap(bound, statement.Values[0], 0);

    /// <summary>Whether a block, without the functions inside it, has a loop whose iterator may wait.</summary>
    public static bool HasWaitingLoop(BoundChunk bound, BlockSyntax block, bool unknownMayWait) => SyntaxWalk.StatementsOf(block)
        .Any(s => s is GenericForStatementSyntax { Values.Count: > 0 } loop && IteratorMayWait(bound, loop, unknownMayWait));

    /// <summary>Whether a function of the host may wait of itself, whatever it is given.</summary>
    public static bool Waits(BoundChunk bound, ModuleFunction host) =>
        host.Effect is FunctionEffect.Waits or FunctionEffect.Yields || (host.Effect == FunctionEffect.Resumes && bound.CanBlock);

    // Whether an expression surely is what coroutine.wrap gives, and calling that cannot wait: only a coroutine inside which the whole task waits
    // makes its resumer wait.
    private static bool IsPlainWrap(BoundChunk bound, ExpressionSyntax expression, int depth)
    {
        if (bound.CanBlock || depth > 16)
        {
            return false;
        }

        switch (expression)
        {
            case NameExpressionSyntax name:
                return bound.Locals.TryGetValue(name, out var local) && local is { Writes: 0, Kind: LocalKind.Local, InitialValue: { } value }
                    && IsPlainWrap(bound, value, depth + 1);
            case ParenthesizedExpressionSyntax inner:
                return IsPlainWrap(bound, inner.Expression, depth + 1);
            case CallExpressionSyntax call when bound.GetHostPath(call.Callee) is "coroutine.wrap":
                return true;
            case CallExpressionSyntax call when bound.Calls[call].Target is { } target:
                return target.Returns.Count > 0 && target.Returns.TrueForAll(r => r.Values.Count == 1 && IsPlainWrap(bound, r.Values[0], depth + 1));
            default:
                return false;
        }
    }

    /// <summary>Analyses a bound chunk.</summary>
    /// <param name="bound">The chunk; its functions and calls are completed.</param>
    /// <param name="unknownMayWait">Whether a callee of which nothing is known may wait.</param>
    public static void Run(BoundChunk bound, bool unknownMayWait)
    {
        HoistedFunctions.Find(bound);
        var analysis = new FunctionAnalysis(bound, unknownMayWait);
        analysis.Place();
        KeptVariables.Find(bound);
        analysis._closed = unknownMayWait ? ClosedWaiting.Find(bound) : null;
        bound.IteratorsMayWait = unknownMayWait && (analysis._closed is null || bound.CanBlock);
        if (unknownMayWait && analysis._closed is null)
        {
            bound.WaitingMetamethods = WaitingMetamethods.Find(bound);
        }

        analysis.FindTailCalls();
        analysis.FindUnusualCalls();
        analysis.FindWaiting();
        var values = new Lazy<FunctionValues>(() => new FunctionValues(bound));
        ErrorAnalysis.Run(bound, values);
        FindOrders(bound, values);
        analysis.FindShapes();
        LiftedFunctions.Find(bound);
        TypeInference.Run(bound);
    }

    private static void FindOrders(BoundChunk bound, Lazy<FunctionValues> values)
    {
        if (bound.Functions.Exists(f => f.Calls.Exists(s => FunctionValues.IsSort(bound, s))))
        {
            foreach (var function in values.Value.Given(FunctionValues.IsSort, 1))
            {
                function.IsOrder = function is { Parameters.Count: 2, HasVararg: false, IsAsync: false };
            }
        }
    }

    private void Place()
    {
        var hoist = !_bound.HasOutermostLabel;
        foreach (var local in _bound.Scopes[_bound.Chunk.Block].Locals)
        {
            local.IsField = hoist && (local.IsCaptured || _bound.HasParts);
        }

        foreach (var function in _bound.Functions)
        {
            if (function.IsChunk)
            {
                function.Placement = FunctionPlacement.Method;
            }
            else if (function.Local?.KnownFunction == function)
            {
                function.Placement = hoist && function.IsTopLevel ? FunctionPlacement.Method
                    : IsOnlyValue(function) ? FunctionPlacement.Lambda : FunctionPlacement.LocalFunction;
            }
        }

        if (hoist)
        {
            foreach (var statement in _bound.Chunk.Block.Statements)
            {
                PlaceStored(statement);
            }
        }
    }

    // What nobody calls by its name is the same as a function at the place of an expression.
    private static bool IsOnlyValue(FunctionSymbol function) =>
        function is { IsUsedAsValue: true, Callers.Count: 0, Local: { Writes: 0 } local } && !function.Upvalues.Contains(local);

    // Functions that a statement of the outermost block stores in fields; they hold nothing but variables of the chunk.
    private void PlaceStored(StatementSyntax statement)
    {
        switch (statement)
        {
            case FunctionStatementSyntax named:
                var name = named.Method ?? named.Names[named.Names.Count - 1];
                PlaceStored(_bound.FunctionOf[named.Body], name == named.Names[0] ? null : name.Text);
                break;
            case AssignmentStatementSyntax when HoistedFunctions.DefinitionOf(statement) is var (_, _, body):
                PlaceStored(_bound.FunctionOf[body], null);
                break;
            case AssignmentStatementSyntax assignment:
                for (var i = 0; i < assignment.Values.Count; i++)
                {
                    if (assignment.Values[i] is FunctionExpressionSyntax function && i < assignment.Targets.Count
                        && assignment.Targets[i] is FieldExpressionSyntax field)
                    {
                        PlaceStored(_bound.FunctionOf[function.Body], field.Name.Text);
                    }

                    PlaceStored(assignment.Values[i]);
                }

                break;
            case LocalStatementSyntax or ReturnStatementSyntax or CallStatementSyntax:
                foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
                {
                    PlaceStored(expression);
                }

                break;
            default:
                break;
        }
    }

    private void PlaceStored(ExpressionSyntax expression)
    {
        if (expression is TableConstructorSyntax table)
        {
            foreach (var field in table.Fields)
            {
                if (field is NamedTableFieldSyntax { Value: FunctionExpressionSyntax function } named)
                {
                    PlaceStored(_bound.FunctionOf[function.Body], named.Name.Text);
                }
            }
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            PlaceStored(child);
        }
    }

    private void PlaceStored(FunctionSymbol function, string? name)
    {
        function.Placement = FunctionPlacement.Method;
        function.FieldName = name;
        if (name is not null)
        {
            _bound.StoredNames.Add(name);
        }
    }

    private void FindTailCalls()
    {
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                var path = PathOf(site);
                site.IsKnownHostFunction = IsHostCall(site, path);
            }
        }

        FindCallers();

        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                site.IsTail &= !function.IsChunk;
                if (site.IsTail && site.Target == function)
                {
                    function.HasSelfTailCall = true;
                }
                else if (site is { IsTail: true, Target: null })
                {
                    site.IsTail = !site.IsKnownHostFunction;
                    function.MayReturnTailCall |= site.IsTail;
                }
            }
        }

        foreach (var site in TailCallCycles.Find(_bound.Functions))
        {
            // A cycle of tail calls through several functions is left to the run time.
            site.Target!.IsUsedAsValue = true;
            site.Target.Callers.Remove(site);
            site.Target = null;
            site.Caller.MayReturnTailCall = true;
        }

        // A tail call of itself is none: it becomes a jump.
        var cycles = new Cycles<FunctionSymbol>(_bound.Functions, static f => f.Calls.Where(static s => s.Target is not null).Select(static s => s.Target!));
        foreach (var function in _bound.Functions)
        {
            function.IsRecursive = cycles.Contains(function) || function.Calls.Exists(s => s.Target == function && !s.IsTail);
        }

        SpreadToCallers(static f => f.MayReturnTailCall, static site =>
        {
            var isNew = site.IsTail && !site.Caller.MayReturnTailCall;
            site.Caller.MayReturnTailCall |= site.IsTail;
            return isNew;
        });
    }

    // Gives what some functions have to their callers, and on to theirs; "spread" tells whether a caller has it from now on.
    private void SpreadToCallers(Predicate<FunctionSymbol> has, Predicate<CallSite> spread)
    {
        var found = new Stack<FunctionSymbol>(_bound.Functions.FindAll(has));
        while (found.Count > 0)
        {
            foreach (var site in found.Pop().Callers)
            {
                if (spread(site))
                {
                    found.Push(site.Caller);
                }
            }
        }
    }

    // A level of 2 asks for the caller of the function itself; a higher one for callers of callers, so that all functions that may lead to it tell theirs.
    private void FindCallers()
    {
        var isDeep = RaisesAtCallers();
        _bound.RaisesAtCallers = isDeep;
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                function.NeedsCallers |= _bound.IsLeveledError(site.Syntax)
                    || (isDeep && site.Target is null && (!site.IsKnownHostFunction || CallsBack(site)));
            }
        }

        if (isDeep)
        {
            SpreadToCallers(static f => f.NeedsCallers, static site =>
            {
                var isNew = !site.Caller.NeedsCallers;
                site.Caller.NeedsCallers = true;
                return isNew;
            });
        }
    }

    private bool RaisesAtCallers()
    {
        foreach (var import in _bound.Input.Imports)
        {
            if (import.Library.RaisesAtCallers)
            {
                return true;
            }
        }

        return _bound.Functions.Exists(f => f.Calls.Exists(
            s => _bound.IsLeveledError(s.Syntax) && ((CallExpressionSyntax)s.Syntax).Arguments[1] is not NumberLiteralSyntax { IsInteger: true, IntegerValue: 2 }));
    }

    private bool CallsBack(CallSite site) => PathOf(site) is { } path && ModuleCatalogue.FindFunction(path) is { Effect: FunctionEffect.CallsBack };

    // A call that C# cannot express with the exact parameters goes through the function value; one whose target asks for its caller's
    // position too, since that stores the position.
    private void FindUnusualCalls()
    {
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                if (site is { Target: { } target, Syntax: CallExpressionSyntax call } && !(site.IsTail && target == function)
                    && (target.NeedsCallers || (target is { HasVararg: false, Parameters.Count: 0 } && call.Arguments.Count > 0)))
                {
                    target.IsUsedAsValue = true;
                    target.Callers.Remove(site);
                    site.Target = null;
                    function.MayReturnTailCall |= site.IsTail;
                }
            }
        }
    }

    private void FindWaiting()
    {
        if (_closed is var (functions, sites))
        {
            foreach (var function in _bound.Functions)
            {
                function.IsAsync = functions.Contains(function);
                function.Calls.ForEach(s => s.MayWait = sites.Contains(s));
            }

            return;
        }

        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                if (site.Target is null)
                {
                    site.MayWait = UnknownCallMayWait(site);
                    function.IsAsync |= site.MayWait;
                }
            }
        }

        foreach (var function in _bound.Functions)
        {
            function.IsAsync |= HasWaitingLoop(_bound, function.Block, _bound.IteratorsMayWait);
        }

        if (_bound.WaitingMetamethods != Metamethods.None)
        {
            foreach (var function in _bound.Functions)
            {
                function.IsAsync |= (MetamethodUses.Of(_bound, function.Block) & _bound.WaitingMetamethods) != 0;
            }
        }

        SpreadToCallers(static f => f.IsAsync, static site =>
        {
            var isNew = !site.Caller.IsAsync;
            site.MayWait = true;
            site.Caller.IsAsync = true;
            return isNew;
        });

        foreach (var function in _bound.Functions)
        {
            function.IsResumable = _unknownMayWait && function is { IsAsync: true, IsChunk: false } && !function.Calls.Exists(IsWait);
        }
    }

    // A call of a function of the host that waits of itself: whoever makes it does wait.
    private bool IsWait(CallSite site) => site.Target is null && PathOf(site) is { } path && ModuleCatalogue.FindFunction(path) is { } host && Waits(_bound, host);

    private string? PathOf(CallSite site) => site.Syntax is CallExpressionSyntax call ? _bound.GetHostPath(call.Callee) : null;

    private bool IsHostCall(CallSite site, string? path) =>
        path is not null ? ModuleCatalogue.FindFunction(path) is not null
        : site.Syntax is MethodCallExpressionSyntax { Object: ParenthesizedExpressionSyntax { Expression: StringLiteralSyntax } };

    private bool UnknownCallMayWait(CallSite site)
    {
        var path = PathOf(site);
        if (path is not null && ModuleCatalogue.FindFunction(path) is { } function)
        {
            return Waits(_bound, function) || (function.Effect == FunctionEffect.CallsBack && _unknownMayWait);
        }

        if (site.IsKnownHostFunction)
        {
            return false;
        }

        return _unknownMayWait && !(site.Syntax is CallExpressionSyntax { Callee: NameExpressionSyntax callee } && IsPlainWrap(_bound, callee, 0)) && (ExportOf(site) is not { } export || export.MayWait);
    }

    // lib.f(...) where lib is the never assigned global of an import.
    private ExportSignature? ExportOf(CallSite site)
    {
        if (site.Syntax is not CallExpressionSyntax { Callee: FieldExpressionSyntax { Object: NameExpressionSyntax name } field }
            || _bound.Locals.ContainsKey(name) || _bound.AssignedGlobals.Contains(name.Name))
        {
            return null;
        }

        foreach (var import in _bound.Input.Imports)
        {
            if (import.Alias == name.Name)
            {
                foreach (var export in import.Library.Exports)
                {
                    if (export.Name == field.Name.Text)
                    {
                        return export;
                    }
                }
            }
        }

        return null;
    }

    private void FindShapes()
    {
        foreach (var function in _bound.Functions)
        {
            // A function object that may wait takes any number of results; only what nobody but known callers calls can do with one. One that others go on behind
            // gives a frame of the same type as all.
            function.Shape = function.IsChunk || function.MayReturnTailCall || (_unknownMayWait && _closed is null && function is { IsAsync: true, IsResumable: false }) || (function.IsAsync && (function.IsUsedAsValue || function.Local?.KnownFunction != function))
                ? ResultShape.Multiple
                : ResultShape.Single;
        }

        foreach (var function in _bound.Functions)
        {
            if (!IsSingle(function))
            {
                function.Shape = ResultShape.Multiple;
            }
        }

        SpreadToCallers(static f => f.Shape == ResultShape.Multiple, site =>
        {
            if (site.Caller.Shape == ResultShape.Multiple || IsSingle(site.Caller))
            {
                return false;
            }

            site.Caller.Shape = ResultShape.Multiple;
            return true;
        });

        foreach (var function in _bound.Functions)
        {
            if (function is { IsChunk: false, IsAsync: false, MayReturnTailCall: false } && function.Placement != FunctionPlacement.Lambda && GivesNothing(function)
                && function.Callers.TrueForAll(static c => c.IsStatement))
            {
                function.Shape = ResultShape.Void;
            }
            else if (function is { IsResumable: true, Shape: ResultShape.Multiple }
                || (function is { IsChunk: false, IsAsync: false, Shape: ResultShape.Multiple } && (function.MayReturnTailCall || MostlyGivesOne(function))))
            {
                function.Shape = ResultShape.Open;
            }
        }
    }

    private static bool MostlyGivesOne(FunctionSymbol function) =>
        function.Returns.Exists(static r => r.Values.Count == 1) && function.Returns.TrueForAll(static r => r.Values.Count == 0 || (r.Values.Count == 1 && r.Values[0] is not VarargExpressionSyntax));

    private static bool GivesNothing(FunctionSymbol function) => function.Returns.TrueForAll(static r => r.Values.Count == 0);

    private bool IsSingle(FunctionSymbol function)
    {
        // When every caller takes one value, cutting and filling up happens inside.
        if (!function.IsUsedAsValue && function.Callers.TrueForAll(static c => !c.IsMultiple))
        {
            return true;
        }

        return !function.FallsThrough && function.Returns.TrueForAll(r => r.Values.Count == 1 && !IsOpen(_bound, r.Values[0]));
    }

    /// <summary>Whether an expression may have any number of values: a call of a function that surely gives one has not.</summary>
    public static bool IsOpen(BoundChunk bound, ExpressionSyntax value) => value switch
    {
        CallExpressionSyntax call when bound.Calls[call].Target is { } target => target.Shape != ResultShape.Single,
        CallExpressionSyntax call when bound.KnowsHostResults && bound.GetHostPath(call.Callee) is { } path => !LibraryCalls.GivesOne(path),
        CallExpressionSyntax or MethodCallExpressionSyntax or VarargExpressionSyntax => true,
        CastExpressionSyntax cast => IsOpen(bound, cast.Operand),
        NonNilExpressionSyntax nonNil => IsOpen(bound, nonNil.Operand),
        _ => false,
    };
}
