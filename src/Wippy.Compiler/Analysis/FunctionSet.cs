using System.Collections.Generic;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Analysis;

/// <summary>Functions that an expression may give: some of its own, and those of its parts, which other sets share.</summary>
internal sealed class FunctionSet
{
    private readonly List<FunctionSet> _parts = [];
    private readonly List<FunctionSet> _wholes = [];

    /// <summary>The functions that are in this set without being in a part.</summary>
    public List<FunctionSymbol> Functions { get; } = [];

    /// <summary>The sets that are in this one.</summary>
    public IReadOnlyList<FunctionSet> Parts => _parts;

    /// <summary>The sets of which this one is a part.</summary>
    public IReadOnlyList<FunctionSet> Wholes => _wholes;

    /// <summary>Makes this set a part of another. Both may be parts of each other.</summary>
    public void AddTo(FunctionSet whole)
    {
        whole._parts.Add(this);
        _wholes.Add(whole);
    }

    /// <summary>The set, its parts and theirs, without those that were visited before.</summary>
    public IEnumerable<FunctionSet> Visit(HashSet<FunctionSet> visited)
    {
        var pending = new Stack<FunctionSet>([this]);
        while (pending.Count > 0)
        {
            var set = pending.Pop();
            if (visited.Add(set))
            {
                yield return set;
                foreach (var part in set._parts)
                {
                    pending.Push(part);
                }
            }
        }
    }
}
