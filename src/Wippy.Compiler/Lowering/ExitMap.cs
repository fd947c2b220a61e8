using System.Collections.Generic;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Lowering;

/// <summary>The places where a typed copy hands over to the method that goes on in the general way, and what it hands over.</summary>
/// <param name="name">Name of that method.</param>
/// <param name="counter">Name of the field that counts how often it was entered so.</param>
internal sealed class ExitMap(string name, string counter)
{
    /// <summary>The parameter that tells where a method is entered; 0 is its start.</summary>
    public const string Selector = "resumeAt";

    private readonly Dictionary<(SyntaxNode Node, bool IsAfter), int> _points = [];
    private readonly Dictionary<SyntaxNode, string> _loops = [];
    private readonly HashSet<string> _names = [];

    public string Name { get; } = name;

    public string Counter { get; } = counter;

    /// <summary>How many places there are; they are numbered from 1.</summary>
    public int PointCount => _points.Count;

    /// <summary>How many loops have their state handed over; its names are t1, t2, ...</summary>
    public int LoopCount => _loops.Count;

    /// <summary>Parameters for what is handed over.</summary>
    public List<(string TypeName, string Name)> State { get; } = [];

    /// <summary>The label of a place.</summary>
    public static string Label(int point) => "at_" + CSharpText.Number(point);

    /// <summary>The number of the place before or after a statement; a new one for a new place.</summary>
    public int PointAt(SyntaxNode node, bool isAfter)
    {
        if (!_points.TryGetValue((node, isAfter), out var point))
        {
            _points.Add((node, isAfter), point = _points.Count + 1);
        }

        return point;
    }

    /// <summary>The number of a place, when it is one.</summary>
    public int? FindPoint(SyntaxNode node, bool isAfter) => _points.TryGetValue((node, isAfter), out var point) ? point : null;

    /// <summary>The variable that holds the state of a loop in the general method.</summary>
    public string LoopAt(SyntaxNode loop)
    {
        if (!_loops.TryGetValue(loop, out var name))
        {
            _loops.Add(loop, name = "t" + CSharpText.Number(_loops.Count + 1));
        }

        return name;
    }

    /// <summary>The variable of a loop whose state is handed over; null for others.</summary>
    public string? FindLoop(SyntaxNode loop) => _loops.TryGetValue(loop, out var name) ? name : null;

    public void AddState(string typeName, string stateName)
    {
        if (_names.Add(stateName))
        {
            State.Add((typeName, stateName));
        }
    }
}
