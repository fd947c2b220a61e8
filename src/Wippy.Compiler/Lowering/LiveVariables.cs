using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Lowering;

/// <summary>The variables of a body that are used behind each call that may wait. Names stand for one variable in the whole body.</summary>
internal sealed class LiveVariables
{
    private const int MaximumWaits = 400;
    private const int MaximumTotal = 4000;

    private readonly Dictionary<string, List<int>> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<CsWait, (int Place, List<(string TypeName, string Name, int Place)> Variables)> _waits = new(ReferenceComparer.Instance);
    private readonly List<(int Start, int End)> _loops = [];
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly List<(string TypeName, string Name, int Place)> _inScope = [];
    private readonly HashSet<string> _live = new(StringComparer.Ordinal);
    private int _place;
    private int _total;

    private LiveVariables()
    {
    }

    /// <summary>Whether there is no call that may wait.</summary>
    public bool IsEmpty => _waits.Count == 0;

    /// <summary>Whether they would make a method that takes long to compile.</summary>
    public bool IsTooMuch => _waits.Count > MaximumWaits || _total > MaximumTotal;

    /// <summary>Finds them.</summary>
    /// <param name="body">The body, where each such call is a statement.</param>
    /// <param name="parameters">Variables that are declared around it.</param>
    public static LiveVariables Find(IReadOnlyList<CsStatement> body, IEnumerable<(string TypeName, string Name)> parameters)
    {
        var result = new LiveVariables();
        foreach (var (typeName, name) in parameters)
        {
            result._inScope.Add((typeName, name, 0));
        }

        result.VisitAll(body);
        foreach (var wait in result._waits.Keys)
        {
            if (result.IsTooMuch)
            {
                break;
            }

            foreach (var (_, name) in result.At(wait))
            {
                result._live.Add(name);
                result._total++;
            }
        }

        return result;
    }

    /// <summary>Whether a variable is used behind a call that may wait.</summary>
    public bool Contains(string name) => _live.Contains(name);

    /// <summary>The variables that are used behind a call.</summary>
    public IEnumerable<(string TypeName, string Name)> At(CsWait wait)
    {
        var (place, variables) = _waits[wait];
        var loops = _loops.FindAll(l => l.Start <= place && place <= l.End);
        foreach (var (typeName, name, declared) in variables)
        {
            // Or control comes to a use before it again, in a loop that begins behind the declaration.
            if (_uses.TryGetValue(name, out var uses) && (uses[uses.Count - 1] > place || loops.Exists(l => declared < l.Start && uses.Exists(u => u >= l.Start))))
            {
                yield return (typeName, name);
            }
        }
    }

    private void VisitAll(IReadOnlyList<CsStatement> statements)
    {
        var count = _inScope.Count;
        foreach (var statement in statements)
        {
            Visit(statement);
        }

        _inScope.RemoveRange(count, _inScope.Count - count);
    }

    private void Visit(CsStatement statement)
    {
        var start = ++_place;
        if (statement is CsWait wait)
        {
            _waits.Add(wait, (start, IsTooMuch ? [] : [.. _inScope]));
            foreach (var argument in wait.Call.Arguments)
            {
                if (ResumableBody.DeclaredBy(argument) is var (typeName, name))
                {
                    _inScope.Add((typeName, name, start));
                }
            }
        }

        foreach (var expression in CsTree.ExpressionsOf(statement))
        {
            Use(expression);
        }

        switch (statement)
        {
            case CsDeclare declare:
                _inScope.Add((declare.TypeName, declare.Name, start));
                break;
            case CsBlock block:
                VisitAll(block.Statements);
                break;
            case CsIf @if:
                VisitAll(@if.Then.Statements);
                if (@if.Else is { } other)
                {
                    VisitAll([other]);
                }

                break;
            case CsWhile @while:
                VisitLoop(start, @while.Body);
                break;
            case CsDo @do:
                VisitLoop(start, @do.Body);
                Use(@do.Condition);
                break;
            case CsFor @for:
                // Its variable is declared once for all passes.
                _inScope.Add((@for.TypeName, @for.Name, start - 1));
                VisitLoop(start, @for.Body);
                _inScope.RemoveAt(_inScope.Count - 1);
                break;
            case CsLabel label:
                _labels[label.Label] = start;
                break;
            case CsGoto @goto when _labels.TryGetValue(@goto.Label, out var target):
                _loops.Add((target, start));
                break;
            default:
                break;
        }
    }

    private void VisitLoop(int start, CsBlock body)
    {
        VisitAll(body.Statements);
        _loops.Add((start, ++_place));
    }

    private void Use(CsExpression expression)
    {
        var names = new List<string>();
        CsTree.AddNames(expression, names);
        foreach (var name in names)
        {
            if (!_uses.TryGetValue(name, out var places))
            {
                _uses.Add(name, places = []);
            }

            places.Add(_place);
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<CsWait>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(CsWait? x, CsWait? y) => ReferenceEquals(x, y);

        public int GetHashCode(CsWait wait) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(wait);
    }
}
