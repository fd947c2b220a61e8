using System.Collections.Generic;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Finds the tail calls that lead back into a function whose own tail calls led to them, by a search in depth without recursion. Calls of the function
/// itself are none of them.
/// </summary>
internal static class TailCallCycles
{
    /// <summary>The calls without which no cycle of tail calls through several functions is left.</summary>
    public static List<CallSite> Find(List<FunctionSymbol> functions)
    {
        var found = new List<CallSite>();
        var seen = new HashSet<FunctionSymbol>();
        var open = new HashSet<FunctionSymbol>();
        var path = new Stack<(FunctionSymbol Function, int Next)>();
        foreach (var root in functions)
        {
            if (!seen.Add(root))
            {
                continue;
            }

            open.Add(root);
            path.Push((root, 0));
            while (path.Count > 0)
            {
                var (function, next) = path.Pop();
                if (next == function.Calls.Count)
                {
                    open.Remove(function);
                    continue;
                }

                path.Push((function, next + 1));
                var site = function.Calls[next];
                if (site is { IsTail: true, Target: { } target } && target != function)
                {
                    if (open.Contains(target))
                    {
                        found.Add(site);
                    }
                    else if (seen.Add(target))
                    {
                        open.Add(target);
                        path.Push((target, 0));
                    }
                }
            }
        }

        return found;
    }
}
