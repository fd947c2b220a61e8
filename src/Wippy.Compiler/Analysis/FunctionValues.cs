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
    private readonly Dictionary<string, List<FunctionSymbol>> _fields = new(StringComparer.Ordinal);
    private readonly List<FunctionSymbol> _inFields;

    /// <summary>Those of a chunk.</summary>
    public FunctionValues(BoundChunk bound)
    {
        _bound = bound;
        _inFields = bound.Functions.FindAll(static f => f.FieldName is not null);
        foreach (var function in _inFields)
        {
            if (!_fields.TryGetValue(function.FieldName!, out var list))
            {
                _fields.Add(function.FieldName!, list = []);
            }

            list.Add(function);
        }
    }

    /// <summary>Whether a call is one of <c>pcall</c> or <c>xpcall</c>.</summary>
    public static bool IsProtectedCall(BoundChunk bound, CallSite site) =>
        site is { IsKnownHostFunction: true, Syntax: CallExpressionSyntax { Arguments.Count: > 0 } call } && bound.GetHostPath(call.Callee) is "pcall" or "xpcall";

    /// <summary>What <c>pcall</c> and <c>xpcall</c> are given, in the order of the text.</summary>
    public IReadOnlyCollection<FunctionSymbol> OfProtectedCalls()
    {
        var found = new HashSet<FunctionSymbol>();
        var parameters = new HashSet<LocalSymbol>();
        foreach (var function in _bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                if (IsProtectedCall(_bound, site))
                {
                    Add(((CallExpressionSyntax)site.Syntax).Arguments[0], found, parameters);
                }
            }
        }

        return _bound.Functions.FindAll(found.Contains);
    }

    /// <summary>What a call calls by its value; nothing where it calls a body directly, or the host.</summary>
    public IReadOnlyCollection<FunctionSymbol> OfCallee(CallSite site)
    {
        var found = new HashSet<FunctionSymbol>();
        if (site is { Target: null, IsKnownHostFunction: false })
        {
            if (site.Syntax is CallExpressionSyntax call)
            {
                Add(call.Callee, found, []);
            }
            else if (site.Syntax is MethodCallExpressionSyntax method && _fields.TryGetValue(method.Name.Text, out var functions))
            {
                found.UnionWith(functions);
            }
        }

        return found;
    }

    private void Add(ExpressionSyntax expression, HashSet<FunctionSymbol> found, HashSet<LocalSymbol> parameters)
    {
        switch (expression.Unwrap())
        {
            case FunctionExpressionSyntax function:
                found.Add(_bound.FunctionOf[function.Body]);
                break;
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                if (local.KnownFunction is { } known)
                {
                    found.Add(known);
                }
                else if (local is { Kind: LocalKind.Parameter, Writes: 0 } && parameters.Add(local))
                {
                    AddArguments(local, found, parameters);
                }

                break;
            case FieldExpressionSyntax field when _fields.TryGetValue(field.Name.Text, out var functions):
                found.UnionWith(functions);
                break;
            case IndexExpressionSyntax:
                found.UnionWith(_inFields);
                break;
            default:
                break;
        }
    }

    // What the known calls of a function give it for a parameter.
    private void AddArguments(LocalSymbol parameter, HashSet<FunctionSymbol> found, HashSet<LocalSymbol> parameters)
    {
        var index = parameter.Owner.Parameters.IndexOf(parameter);
        foreach (var site in parameter.Owner.Callers)
        {
            if (site.Syntax is CallExpressionSyntax call && index < call.Arguments.Count)
            {
                Add(call.Arguments[index], found, parameters);
            }
        }
    }
}
