using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Lowering;

/// <summary>Leaves out of a flat body (<see cref="FlatBody"/>) what cannot be reached from the labels that it is entered at.</summary>
internal sealed class ReachableCode
{
    private readonly IReadOnlyList<CsStatement> _body;
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly bool[] _isReached;
    private readonly Stack<int> _entries = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private ReachableCode(IReadOnlyList<CsStatement> body)
    {
        _body = body;
        _isReached = new bool[body.Count];
    }

    /// <summary>The statements that are reached, and the declarations that those need.</summary>
    /// <param name="body">Declarations, the jumps to the labels, and statements behind them.</param>
    /// <param name="entries">Number of labels that it is entered at.</param>
    public static List<CsStatement> Of(IReadOnlyList<CsStatement> body, int entries)
    {
        var code = new ReachableCode(body);
        code.FindLabels();
        code.VisitCases();
        for (var i = 1; i <= entries; i++)
        {
            code.Enter(ExitMap.Label(i));
        }

        code.Follow();
        return code.Reached();
    }

    private void FindLabels()
    {
        for (var i = 0; i < _body.Count; i++)
        {
            if (_body[i] is CsLabel label)
            {
                _labels[label.Label] = i;
            }
        }
    }

    // What comes before the jumps to the labels.
    private void VisitCases()
    {
        foreach (var statement in _body)
        {
            if (statement is CsSwitch)
            {
                Visit(statement);
            }
        }
    }

    private void Enter(string label)
    {
        if (_labels.TryGetValue(label, out var place))
        {
            _entries.Push(place);
        }
    }

    private void Follow()
    {
        while (_entries.Count > 0)
        {
            for (var i = _entries.Pop(); i < _body.Count && !_isReached[i]; i++)
            {
                _isReached[i] = true;
                Visit(_body[i]);
                if (_body[i] is CsGoto or CsReturn or CsThrow)
                {
                    break;
                }
            }
        }
    }

    private void Visit(CsStatement statement)
    {
        foreach (var expression in CsTree.ExpressionsOf(statement))
        {
            CsTree.AddNames(expression, _names);
        }

        foreach (var inner in CsTree.StatementsOf(statement))
        {
            Visit(inner);
        }

        if (statement is CsGoto @goto)
        {
            Enter(@goto.Label);
        }
    }

    private List<CsStatement> Reached()
    {
        var result = new List<CsStatement>();
        var isBehind = false;
        for (var i = 0; i < _body.Count; i++)
        {
            isBehind |= _body[i] is CsSwitch;
            if (_isReached[i] || _body[i] is CsSwitch || (!isBehind && _body[i] is CsDeclare declare && _names.Contains(declare.Name)))
            {
                result.Add(_body[i]);
            }
        }

        return result;
    }
}
