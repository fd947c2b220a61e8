using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>
/// What an innermost loop of a typed copy does with lists that are the same in every pass, when it does nothing else that may change a table: a list in a
/// variable that the loop does not assign, or one that is an element of such a list, at a place that does not change.
/// </summary>
internal sealed class LoopLists
{
    private readonly BoundChunk _bound;
    private readonly HashSet<LocalSymbol> _stable;
    private readonly Dictionary<(string Key, LuaTypes Type), ListUse> _uses = [];
    private readonly List<ListUse> _lists = [];
    private LocalSymbol? _counter;
    private bool _storesTables;

    private LoopLists(BoundChunk bound, HashSet<LocalSymbol> stable)
    {
        _bound = bound;
        _stable = stable;
    }

    /// <summary>The lists, each with one type of its elements.</summary>
    public IReadOnlyList<ListUse> Lists => _lists;

    /// <summary>Whether elements are stored, of whatever list.</summary>
    public bool HasStores { get; private set; }

    /// <summary>Finds what a loop does; null when nothing would be gained, or it may change tables in unknown ways.</summary>
    /// <param name="bound">The chunk of the copies.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="declared">Variables in scope before it.</param>
    public static LoopLists? Find(BoundChunk bound, StatementSyntax loop, IEnumerable<LocalSymbol> declared)
    {
        var body = SyntaxWalk.StatementsOf(SyntaxWalk.BlocksOf(loop).First()).ToList();
        if (!bound.Pure.Contains(loop) || !body.TrueForAll(s => Keeps(bound, s)))
        {
            return null;
        }

        var lists = new LoopLists(bound, [.. declared]);
        foreach (var assignment in body.OfType<AssignmentStatementSyntax>())
        {
            for (var i = 0; i < assignment.Targets.Count; i++)
            {
                if (bound.Locals.TryGetValue(assignment.Targets[i], out var local))
                {
                    lists._stable.Remove(local);
                }
                else
                {
                    lists.HasStores |= assignment.Targets[i] is IndexExpressionSyntax;
                    lists._storesTables |= lists.TypeOf(assignment.Values[i]) == LuaTypes.Table;
                }
            }
        }

        if (loop is NumericForStatementSyntax numeric)
        {
            // With stores, elements may come to lie elsewhere before its turn has come.
            lists._counter = lists.HasStores || bound.Locals[numeric.Variable].Writes > 0 ? null : bound.Locals[numeric.Variable];
        }
        else
        {
            lists.AddReads(loop);
        }

        body.ForEach(lists.AddUses);
        return lists._lists.Exists(static l => l.IsRead) ? lists : null;
    }

    /// <summary>A text that is the same for the same list; null for what may be another list, or none, in each pass.</summary>
    public string? KeyOf(ExpressionSyntax list) => list switch
    {
        NameExpressionSyntax => IntegerKeyOf(list),
        IndexExpressionSyntax { Object: NameExpressionSyntax name, Key: not StringLiteralSyntax } row
            when !_storesTables && _bound.Guards.TryGetValue(row, out var type) && type == LuaTypes.Table
                && KeyOf(name) is { } outer && IntegerKeyOf(row.Key) is { } place => $"{outer}[{place}]",
        _ => null,
    };

    // The same for a variable, a literal, and sums of those.
    private string? IntegerKeyOf(ExpressionSyntax key) => key switch
    {
        NumberLiteralSyntax { IsInteger: true } number => Emit.CSharpText.Number(number.IntegerValue),
        NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local) && _stable.Contains(local) => local.CsName,
        ParenthesizedExpressionSyntax inner => IntegerKeyOf(inner.Expression),
        BinaryExpressionSyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum
            when TypeOf(sum) == LuaTypes.Integer && IntegerKeyOf(sum.Left) is { } left && IntegerKeyOf(sum.Right) is { } right => $"({left} {sum.Operator} {right})",
        _ => null,
    };

    // Whether a statement changes no more than elements of lists, blocks inside of it aside, or leaves the loop. A loop that stores fields is about records: a second
    // version of it would cost more than reads of elements do.
    private static bool Keeps(BoundChunk bound, StatementSyntax statement) => statement switch
    {
        IfStatementSyntax @if => @if.Clauses.All(bound.Pure.Contains),
        AssignmentStatementSyntax assignment =>
            (bound.Pure.Contains(assignment) || bound.ElementStores.Contains(assignment)) && !assignment.Targets.Any(static t => t is FieldExpressionSyntax),
        LocalStatementSyntax => bound.Pure.Contains(statement),
        CallStatementSyntax call => bound.Pure.Contains(statement) || FunctionAnalysis.IsError(bound, call.Call),
        DoStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax or LabelStatementSyntax or TypeDeclarationSyntax => true,
        _ => false,
    };

    private LuaTypes TypeOf(ExpressionSyntax expression) => TypeInference.TypeOf(_bound, expression);

    private void AddUses(StatementSyntax statement)
    {
        AddReads(statement);
        if (statement is IfStatementSyntax @if)
        {
            foreach (var clause in @if.Clauses)
            {
                AddReads(clause);
            }
        }
        else if (statement is AssignmentStatementSyntax assignment)
        {
            var isMove = _bound.Moves.TryGetValue(assignment, out var moved);
            for (var i = 0; i < assignment.Targets.Count; i++)
            {
                if (assignment.Targets[i] is IndexExpressionSyntax target)
                {
                    Add(target.Object, isMove ? moved : TypeOf(assignment.Values[i]), false);
                }
            }

            if (isMove)
            {
                Add(((IndexExpressionSyntax)assignment.Values[0]).Object, moved, true);
            }
        }
    }

    private void AddReads(SyntaxNode node)
    {
        if (!_bound.GuardsOf.TryGetValue(node, out var guards))
        {
            return;
        }

        foreach (var guard in guards)
        {
            if (guard is BinaryExpressionSyntax)
            {
                AddReads(guard);
            }
            else if (guard is IndexExpressionSyntax { Key: not StringLiteralSyntax } read && KeyOf(read) is null && Add(read.Object, _bound.Guards[read], true) is { } use)
            {
                use.IsReadInTurn |= read.Key is NameExpressionSyntax name && _bound.Locals[name] == _counter;
            }
        }
    }

    private ListUse? Add(ExpressionSyntax list, LuaTypes type, bool isRead)
    {
        if (KeyOf(list) is not { } key || TypeOf(list) != LuaTypes.Table
            || !(type is LuaTypes.Integer or LuaTypes.Float || (isRead && type is LuaTypes.String or LuaTypes.Table)))
        {
            return null;
        }

        if (!_uses.TryGetValue((key, type), out var use))
        {
            _uses.Add((key, type), use = new ListUse(list, key, type));
            _lists.Add(use);
        }

        use.IsRead |= isRead;
        return use;
    }
}

/// <summary>A list that a loop uses.</summary>
/// <param name="list">An expression that gives it.</param>
/// <param name="key">The text that is the same for the same list.</param>
/// <param name="type">The type of its elements.</param>
internal sealed class ListUse(ExpressionSyntax list, string key, LuaTypes type)
{
    public ExpressionSyntax List { get; } = list;

    public string Key { get; } = key;

    public LuaTypes Type { get; } = type;

    /// <summary>Whether elements are read, not only stored.</summary>
    public bool IsRead { get; set; }

    /// <summary>Whether the element at the counter of the loop is read.</summary>
    public bool IsReadInTurn { get; set; }
}
