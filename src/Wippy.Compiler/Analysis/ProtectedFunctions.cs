using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Finds the functions of a chunk that <c>pcall</c> or <c>xpcall</c> is given: in the call itself, in a field, or as an argument of a known function that hands
/// it on. That one is among them proves nothing; its value then gives errors back, which everyone but <c>pcall</c> raises.
/// </summary>
internal sealed class ProtectedFunctions
{
    private readonly BoundChunk _bound;
    private readonly HashSet<FunctionSymbol> _found = [];
    private readonly HashSet<LocalSymbol> _parameters = [];

    private ProtectedFunctions(BoundChunk bound) => _bound = bound;

    /// <summary>The functions, in the order of the text.</summary>
    public static IReadOnlyCollection<FunctionSymbol> Find(BoundChunk bound)
    {
        var search = new ProtectedFunctions(bound);
        foreach (var function in bound.Functions)
        {
            foreach (var site in function.Calls)
            {
                if (site is { IsKnownHostFunction: true, Syntax: CallExpressionSyntax { Arguments.Count: > 0 } call }
                    && bound.GetHostPath(call.Callee) is "pcall" or "xpcall")
                {
                    search.Add(call.Arguments[0].Unwrap());
                }
            }
        }

        return bound.Functions.FindAll(search._found.Contains);
    }

    private void Add(ExpressionSyntax value)
    {
        switch (value)
        {
            case FunctionExpressionSyntax function:
                _found.Add(_bound.FunctionOf[function.Body]);
                break;
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                if (local.KnownFunction is { } known)
                {
                    _found.Add(known);
                }
                else if (local is { Kind: LocalKind.Parameter, Writes: 0 } && _parameters.Add(local))
                {
                    AddArguments(local);
                }

                break;
            case FieldExpressionSyntax field:
                _found.UnionWith(_bound.Functions.FindAll(f => f.FieldName == field.Name.Text));
                break;
            case IndexExpressionSyntax:
                _found.UnionWith(_bound.Functions.FindAll(static f => f.FieldName is not null));
                break;
            default:
                break;
        }
    }

    // What the known calls of a function give it for a parameter.
    private void AddArguments(LocalSymbol parameter)
    {
        var index = parameter.Owner.Parameters.IndexOf(parameter);
        foreach (var site in parameter.Owner.Callers)
        {
            if (site.Syntax is CallExpressionSyntax call && index < call.Arguments.Count)
            {
                Add(call.Arguments[index].Unwrap());
            }
        }
    }
}
