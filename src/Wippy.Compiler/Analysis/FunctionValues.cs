using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Which functions of a chunk an expression may give: one written there, in a variable or a field of its name, or an argument of the known calls of a
/// function. That one is among them proves nothing.
/// </summary>
internal sealed class FunctionValues
{
    private readonly BoundChunk _bound;
    private readonly Dictionary<string, FunctionSet> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<LocalSymbol, FunctionSet> _locals = [];
    private readonly FunctionSet _inFields = new();

    /// <summary>Those of a chunk.</summary>
    public FunctionValues(BoundChunk bound)
    {
        _bound = bound;
        foreach (var function in bound.Functions)
        {
            if (function.FieldName is { } name)
            {
                if (!_fields.TryGetValue(name, out var set))
                {
                    _fields.Add(name, set = new FunctionSet());
                    set.AddTo(_inFields);
                }

                set.Functions.Add(function);
            }
        }
    }

    /// <summary>Whether a call is one of <c>pcall</c> or <c>xpcall</c>.</summary>
    public static bool IsProtectedCall(BoundChunk bound, CallSite site) =>
        site is { IsKnownHostFunction: true, Syntax: CallExpressionSyntax { Arguments.Count: > 0 } call } && bound.GetHostPath(call.Callee) is "pcall" or "xpcall";

    /// <summary>What <c>pcall</c> and <c>xpcall</c> are given, in the order of the text.</summary>
    public IReadOnlyCollection<FunctionSymbol> OfProtectedCalls()
    {
        var given = new FunctionSet();
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                if (IsProtectedCall(_bound, site))
                {
                    SetOf(((CallExpressionSyntax)site.Syntax).Arguments[0])?.AddTo(given);
                }
            }
        }

        var found = new HashSet<FunctionSymbol>();
        foreach (var set in given.Visit([]))
        {
            found.UnionWith(set.Functions);
        }

        return _bound.Functions.FindAll(found.Contains);
    }

    /// <summary>What a call calls by its value; null where it calls a body directly, or the host, or nothing is known.</summary>
    public FunctionSet? OfCallee(CallSite site) => site switch
    {
        { Target: null, IsKnownHostFunction: false, Syntax: CallExpressionSyntax call } => SetOf(call.Callee),
        { Target: null, IsKnownHostFunction: false, Syntax: MethodCallExpressionSyntax method } when _fields.TryGetValue(method.Name.Text, out var functions) => functions,
        _ => null,
    };

    private FunctionSet? SetOf(ExpressionSyntax expression)
    {
        var parameters = new Stack<LocalSymbol>();
        var set = SetOf(expression, parameters);
        while (parameters.Count > 0)
        {
            AddArguments(parameters.Pop(), parameters);
        }

        return set;
    }

    // The parameters that got a new set wait for what is in it.
    private FunctionSet? SetOf(ExpressionSyntax expression, Stack<LocalSymbol> parameters)
    {
        switch (expression.Unwrap())
        {
            case FunctionExpressionSyntax function:
                return new FunctionSet { Functions = { _bound.FunctionOf[function.Body] } };
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                if (!_locals.TryGetValue(local, out var set))
                {
                    _locals.Add(local, set = new FunctionSet());
                    if (local.KnownFunction is { } known)
                    {
                        set.Functions.Add(known);
                    }
                    else if (local is { Kind: LocalKind.Parameter, Writes: 0 })
                    {
                        parameters.Push(local);
                    }
                }

                return set;
            case FieldExpressionSyntax field when _fields.TryGetValue(field.Name.Text, out var functions):
                return functions;
            case IndexExpressionSyntax:
                return _inFields;
            default:
                return null;
        }
    }

    // What the known calls of a function give it for a parameter.
    private void AddArguments(LocalSymbol parameter, Stack<LocalSymbol> parameters)
    {
        var index = parameter.Owner.Parameters.IndexOf(parameter);
        foreach (var site in parameter.Owner.Callers)
        {
            if (site.Syntax is CallExpressionSyntax call && index < call.Arguments.Count)
            {
                SetOf(call.Arguments[index], parameters)?.AddTo(_locals[parameter]);
            }
        }
    }
}
