using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Decides how errors leave functions. An exception costs a hundred times as much as a return, so those on the way from a known call of <c>error</c> to the
/// <c>pcall</c> or <c>xpcall</c> that catches it, through calls of known functions, give it back; all others raise.
/// </summary>
internal sealed class ErrorAnalysis
{
    private readonly BoundChunk _bound;
    private readonly IReadOnlyDictionary<string, List<FunctionSymbol>> _fieldFunctions;
    private readonly HashSet<FunctionSymbol> _failing = [];

    private ErrorAnalysis(BoundChunk bound)
    {
        _bound = bound;
        _fieldFunctions = FieldFunctions.Find(bound);
    }

    /// <summary>Completes the functions of a chunk of which it is known who may wait.</summary>
    public static void Run(BoundChunk bound)
    {
        foreach (var function in bound.Functions)
        {
            function.FallsThrough = function.FallsThrough && FlowEnd.FallsThrough(function.Block, s => s is CallStatementSyntax call && IsError(bound, call.Call));
        }

        var guarded = ProtectedFunctions.Find(bound);
        if (guarded.Count > 0)
        {
            new ErrorAnalysis(bound).Run(guarded);
        }
    }

    /// <summary>Whether an expression is a call of <c>error</c> with one value, at the position of the call or without one.</summary>
    public static bool IsError(BoundChunk bound, ExpressionSyntax expression) =>
        expression is CallExpressionSyntax { Arguments: { Count: 1 or 2 } arguments } call && bound.KnowsHostResults && bound.GetHostPath(call.Callee) is "error"
        && (arguments.Count == 2
            ? arguments[1] is NumberLiteralSyntax { IsInteger: true, IntegerValue: 0 or 1 }
            : !TypeInference.IsOpen(arguments[0])
                || (arguments[0] is CallExpressionSyntax value && bound.GetHostPath(value.Callee) is { } path && LibraryCalls.GivesOne(path)));

    /// <summary>Whether an expression is a call of <c>assert</c> that gives back its arguments if it does not raise.</summary>
    public static bool IsAssertion(BoundChunk bound, ExpressionSyntax expression) =>
        expression is CallExpressionSyntax { Arguments.Count: 1 or 2 } call && bound.KnowsHostResults && bound.GetHostPath(call.Callee) is "assert";

    private void Run(IReadOnlyCollection<FunctionSymbol> guarded)
    {
        FindFailing();
        var found = new Stack<FunctionSymbol>();
        foreach (var function in guarded)
        {
            if (_failing.Contains(function))
            {
                function.IsProtected = true;
                if (function.Callers.Count > 0 || function.FieldName is not null)
                {
                    function.ErrorExit = ErrorExit.Failure;
                }
                else
                {
                    function.ErrorExit = ErrorExit.Result;
                    function.MayReturnTailCall = true;
                }

                found.Push(function);
            }
        }

        while (found.Count > 0)
        {
            foreach (var site in found.Pop().Calls)
            {
                foreach (var callee in CalleesOf(site))
                {
                    if (callee.ErrorExit == ErrorExit.Exception && _failing.Contains(callee))
                    {
                        callee.ErrorExit = ErrorExit.Failure;
                        found.Push(callee);
                    }
                }
            }
        }
    }

    // The functions that raise, or call one that does.
    private void FindFailing()
    {
        var callers = new Dictionary<FunctionSymbol, List<FunctionSymbol>>();
        var found = new Stack<FunctionSymbol>();
        void Add(FunctionSymbol function)
        {
            if (function is { IsChunk: false, IsAsync: false, NeedsCallers: false } && _failing.Add(function))
            {
                found.Push(function);
            }
        }

        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                if (IsError(_bound, site.Syntax) || IsAssertion(_bound, site.Syntax))
                {
                    Add(function);
                }

                foreach (var callee in CalleesOf(site))
                {
                    if (!callers.TryGetValue(callee, out var list))
                    {
                        callers.Add(callee, list = []);
                    }

                    list.Add(function);
                }
            }
        }

        while (found.Count > 0)
        {
            if (callers.TryGetValue(found.Pop(), out var list))
            {
                list.ForEach(Add);
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
}
