using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Groups functions that reach one another through known calls: the strongly connected components of the calls, found by Tarjan's algorithm without recursion,
/// since a chain of calls may be as long as the source.
/// </summary>
internal sealed class CallCycles
{
    private readonly Dictionary<FunctionSymbol, int> _indices = [];
    private readonly Dictionary<FunctionSymbol, int> _lowest = [];

    // The functions whose group is found, and whether there are others in it.
    private readonly Dictionary<FunctionSymbol, bool> _closed = [];

    private readonly Stack<FunctionSymbol> _open = new();

    /// <summary>Groups the functions of a chunk.</summary>
    public CallCycles(IEnumerable<FunctionSymbol> functions)
    {
        foreach (var function in functions)
        {
            if (!_indices.ContainsKey(function))
            {
                Visit(function);
            }
        }
    }

    /// <summary>Whether a function may be called while it runs. A tail call of itself is none: it becomes a jump.</summary>
    public bool Contains(FunctionSymbol function) => _closed[function] || function.Calls.Exists(s => s.Target == function && !s.IsTail);

    private void Visit(FunctionSymbol root)
    {
        var path = new Stack<(FunctionSymbol Function, int Next)>();
        Enter(root);
        path.Push((root, 0));
        while (path.Count > 0)
        {
            var (function, next) = path.Pop();
            if (next < function.Calls.Count)
            {
                path.Push((function, next + 1));
                if (function.Calls[next].Target is not { } target)
                {
                    continue;
                }

                if (!_indices.ContainsKey(target))
                {
                    Enter(target);
                    path.Push((target, 0));
                }
                else if (!_closed.ContainsKey(target))
                {
                    _lowest[function] = Math.Min(_lowest[function], _indices[target]);
                }

                continue;
            }

            if (_lowest[function] == _indices[function])
            {
                Close(function);
            }

            if (path.Count > 0)
            {
                var caller = path.Peek().Function;
                _lowest[caller] = Math.Min(_lowest[caller], _lowest[function]);
            }
        }
    }

    private void Enter(FunctionSymbol function)
    {
        _indices[function] = _lowest[function] = _indices.Count;
        _open.Push(function);
    }

    private void Close(FunctionSymbol root)
    {
        var hasSeveral = _open.Peek() != root;
        FunctionSymbol function;
        do
        {
            function = _open.Pop();
            _closed[function] = hasSeveral;
        }
        while (function != root);
    }
}
