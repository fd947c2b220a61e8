using System.Collections.Generic;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// The functions that a chunk stores under a name: <c>function Class:name()</c>. A call of a field or method of that name probably reaches one of them.
/// </summary>
internal static class FieldFunctions
{
    // With more functions of a name the tests would cost more than the call that they save.
    private const int MaximumOfName = 4;

    /// <summary>The functions by name, for the names that the chunk calls; only those that C# can call with exact arguments and that cannot wait.</summary>
    public static IReadOnlyDictionary<string, List<FunctionSymbol>> Find(BoundChunk bound)
    {
        var result = new Dictionary<string, List<FunctionSymbol>>(System.StringComparer.Ordinal);
        if (bound.HasManyFunctions)
        {
            return result;
        }

        var called = CalledNames(bound);
        foreach (var function in bound.Functions)
        {
            if (function is { FieldName: { } name, Placement: FunctionPlacement.Method, IsAsync: false, NeedsCallers: false } && called.Contains(name))
            {
                if (!result.TryGetValue(name, out var functions))
                {
                    result.Add(name, functions = []);
                }

                functions.Add(function);
            }
        }

        foreach (var name in new List<string>(result.Keys))
        {
            if (result[name].Count > MaximumOfName)
            {
                result.Remove(name);
            }
        }

        return result;
    }

    private static HashSet<string> CalledNames(BoundChunk bound)
    {
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var call in bound.Calls.Keys)
        {
            switch (call)
            {
                case MethodCallExpressionSyntax method:
                    names.Add(method.Name.Text);
                    break;
                case CallExpressionSyntax { Callee: FieldExpressionSyntax field }:
                    names.Add(field.Name.Text);
                    break;
                default:
                    break;
            }
        }

        return names;
    }
}
