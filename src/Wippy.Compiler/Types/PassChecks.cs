using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>
/// Finds loops of typed copies of which each pass asks for all elements of lists before it changes anything: where one turns out not to be there, the pass can
/// begin again in another way. What it assigns of its own variables is no change, as those are new then.
/// </summary>
internal sealed class PassChecks
{
    private readonly BoundChunk _bound;
    private readonly HashSet<LocalSymbol> _own = [];
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly List<(IndexExpressionSyntax Element, LuaTypes Type)> _elements = [];
    private readonly HashSet<IndexExpressionSyntax> _askedAgain = [];

    // Those that have been asked for wherever control comes here.
    private readonly List<(IndexExpressionSyntax Element, LuaTypes Type)> _asked = [];
    private bool _hasChanges;
    private bool _asksTooLate;

    private PassChecks(BoundChunk bound)
    {
        _bound = bound;
    }

    /// <summary>The elements that a pass reads and stores, with the types that they are asked for.</summary>
    public IReadOnlyList<(IndexExpressionSyntax Element, LuaTypes Type)> Elements => _elements;

    /// <summary>Whether an element is asked for behind a change, having been there before it. The pass must not begin again then.</summary>
    public bool IsAskedAgain(IndexExpressionSyntax element) => _askedAgain.Contains(element);

    /// <summary>What a pass asks for; null for loops that change something before, or go on without end.</summary>
    /// <param name="bound">The chunk of the copies.</param>
    /// <param name="loop">An innermost loop that <see cref="ListUses"/> tells something of, so that its calls change nothing.</param>
    public static PassChecks? Find(BoundChunk bound, StatementSyntax loop)
    {
        var checks = new PassChecks(bound);
        if (loop is NumericForStatementSyntax numeric)
        {
            checks._own.Add(bound.Locals[numeric.Variable]);
        }

        var block = SyntaxWalk.BlocksOf(loop).First();
        if (loop is WhileStatementSyntax @while)
        {
            if (@while.Condition.Unwrap() is TrueExpressionSyntax && !SyntaxWalk.StatementsOf(block).Any(static s => s is BreakStatementSyntax))
            {
                return null;
            }

            checks.AddReads(loop, true);
        }

        checks.Visit(block);
        if (loop is RepeatStatementSyntax)
        {
            checks.AddReads(loop, true);
        }

        return checks._asksTooLate ? null : checks;
    }

    private void Visit(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            AddReads(statement, true);
            Visit(statement);
        }
    }

    private void Visit(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalStatementSyntax local:
                _own.UnionWith(local.Variables.Select(v => _bound.Locals[v]));
                break;
            case AssignmentStatementSyntax assignment:
                AddStores(assignment);
                break;
            case IfStatementSyntax @if:
                VisitClauses(@if);
                break;
            case DoStatementSyntax @do:
                Visit(@do.Block);
                break;
            case GotoStatementSyntax @goto:
                _asksTooLate |= _labels.Contains(@goto.Label.Text);
                break;
            case LabelStatementSyntax label:
                _labels.Add(label.Name.Text);
                _asked.Clear();
                break;
            default:
                break;
        }
    }

    // What one branch changes is not changed before the others, but before what follows, if anything does.
    private void VisitClauses(IfStatementSyntax @if)
    {
        for (var i = 0; i < @if.Clauses.Count; i++)
        {
            AddReads(@if.Clauses[i], i == 0);
        }

        var before = _hasChanges;
        var after = before;
        var asked = _asked.Count;
        foreach (var block in SyntaxWalk.BlocksOf(@if))
        {
            _hasChanges = before;
            Visit(block);
            _asked.RemoveRange(Math.Min(asked, _asked.Count), Math.Max(0, _asked.Count - asked));
            after |= _hasChanges && !(block.Statements.Count > 0 && block.Statements[block.Statements.Count - 1] is BreakStatementSyntax or ReturnStatementSyntax);
        }

        _hasChanges = after;
    }

    private void AddStores(AssignmentStatementSyntax assignment)
    {
        if (SamePlace.FindSwap(_bound, assignment) is var (first, _))
        {
            Add(first, _bound.Guards.TryGetValue((IndexExpressionSyntax)assignment.Values[1], out var type) ? type : LuaTypes.None, false);
            _asksTooLate |= _hasChanges;
            _hasChanges = true;
            return;
        }

        if (_bound.Moves.TryGetValue(assignment, out var moved))
        {
            Add((IndexExpressionSyntax)assignment.Values[0], moved, false);
            _asksTooLate |= _hasChanges;
        }

        for (var i = 0; i < assignment.Targets.Count; i++)
        {
            if (assignment.Targets[i] is IndexExpressionSyntax target)
            {
                // The store of another target comes before.
                _asksTooLate |= assignment.Targets.Count > 1;
                Add(target, moved != LuaTypes.None ? moved : TypeInference.TypeOf(_bound, assignment.Values[i]), true);
            }
        }

        _hasChanges |= !assignment.Targets.All(t => _bound.Locals.TryGetValue(t, out var local) && _own.Contains(local));
    }

    private void AddReads(SyntaxNode node, bool isSure) => _bound.VisitGuards(node, isSure, (guard, isAsked) =>
    {
        if (guard is IndexExpressionSyntax { Key: not StringLiteralSyntax } element)
        {
            Add(element, _bound.Guards[element], isAsked);
        }
    });

    private void Add(IndexExpressionSyntax element, LuaTypes type, bool isSure)
    {
        _elements.Add((element, type));
        if (_hasChanges)
        {
            _askedAgain.Add(element);
            _asksTooLate |= !_asked.Exists(a => a.Type == type && SamePlace.Is(_bound, a.Element, element));
        }
        else if (isSure && IsFixed(element.Object) && IsFixed(element.Key.Unwrap()))
        {
            _asked.Add((element, type));
        }
    }

    // The same wherever the pass uses it.
    private bool IsFixed(ExpressionSyntax part) =>
        part is NumberLiteralSyntax || (part is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) && local is { Writes: 0, IsField: false });
}
