using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Groups nodes that reach one another: the strongly connected components of a graph, found by Tarjan's algorithm without recursion, since a chain of nodes may
/// be as long as the source.
/// </summary>
/// <typeparam name="TNode">A node.</typeparam>
internal sealed class Cycles<TNode>
    where TNode : class
{
    private readonly Func<TNode, IEnumerable<TNode>> _next;
    private readonly Dictionary<TNode, int> _indices = [];
    private readonly Dictionary<TNode, int> _lowest = [];

    // The nodes whose group is found, and whether there are others in it.
    private readonly Dictionary<TNode, bool> _closed = [];

    private readonly Stack<TNode> _open = new();

    /// <summary>Groups some nodes and those that they reach.</summary>
    public Cycles(IEnumerable<TNode> nodes, Func<TNode, IEnumerable<TNode>> next)
    {
        _next = next;
        foreach (var node in nodes)
        {
            if (!_indices.ContainsKey(node))
            {
                Visit(node);
            }
        }
    }

    /// <summary>Whether a node reaches itself through others.</summary>
    public bool Contains(TNode node) => _closed[node];

    private void Visit(TNode root)
    {
        var path = new Stack<(TNode Node, IEnumerator<TNode> Next)>();
        Enter(root, path);
        while (path.Count > 0)
        {
            var (node, next) = path.Peek();
            if (next.MoveNext())
            {
                var target = next.Current;
                if (!_indices.ContainsKey(target))
                {
                    Enter(target, path);
                }
                else if (!_closed.ContainsKey(target))
                {
                    _lowest[node] = Math.Min(_lowest[node], _indices[target]);
                }

                continue;
            }

            path.Pop();
            next.Dispose();
            if (_lowest[node] == _indices[node])
            {
                Close(node);
            }

            if (path.Count > 0)
            {
                var before = path.Peek().Node;
                _lowest[before] = Math.Min(_lowest[before], _lowest[node]);
            }
        }
    }

    private void Enter(TNode node, Stack<(TNode Node, IEnumerator<TNode> Next)> path)
    {
        _indices[node] = _lowest[node] = _indices.Count;
        _open.Push(node);
        path.Push((node, _next(node).GetEnumerator()));
    }

    private void Close(TNode root)
    {
        var hasSeveral = _open.Peek() != root;
        TNode node;
        do
        {
            node = _open.Pop();
            _closed[node] = hasSeveral;
        }
        while (node != root);
    }
}
