using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <summary>
/// What a loop of a typed copy, or statements that follow each other there, do with lists that are the same throughout, when they do nothing else that may change a table: a list in a
/// variable that the loop does not assign, or one that is an element of such a list at a place that does not change, or a field of such a table.
/// </summary>
internal sealed class ListUses
{
    private const int MaximumOffset = 1000;

    // Each store that may move elements finds all of them again.
    private const int MaximumOnce = 8;

    // So often statements without a loop use a list that it pays to find its elements before.
    private const int MinimumUses = 3;

    // Statements of a block that are looked at together.
    private const int MaximumRun = 100;

    private readonly BoundChunk _bound;
    private readonly HashSet<LocalSymbol> _declared;
    private readonly Dictionary<(string Key, LuaTypes Type), ListUse> _uses = [];
    private readonly Dictionary<IndexExpressionSyntax, (ListUse Use, string Place)> _elements = [];
    private readonly List<ListUse> _lists = [];
    private readonly List<LocalSymbol> _assigned = [];
    private readonly HashSet<string> _storedFields = new(System.StringComparer.Ordinal);
    private readonly List<IndexExpressionSyntax> _columns = [];
    private readonly SortedDictionary<string, FieldExpressionSyntax> _fields = new(System.StringComparer.Ordinal);
    private readonly LocalSymbol? _counter;
    private bool _hasOtherStores;
    private bool _isInLoop;

    private ListUses(BoundChunk bound, IEnumerable<LocalSymbol> declared, LocalSymbol? counter)
    {
        _bound = bound;
        _declared = [.. declared];
        _counter = counter;
    }

    /// <summary>Whether a target is an element that is probably added behind the last: <c>t[#t + 1]</c>.</summary>
    public static bool IsAppended(ExpressionSyntax target) => target is IndexExpressionSyntax
    {
        Key: BinaryExpressionSyntax
        {
            Operator: BinaryOperator.Add,
            Left: UnaryExpressionSyntax { Operator: UnaryOperator.Length },
            Right: NumberLiteralSyntax { IsInteger: true, IntegerValue: 1 },
        },
    };

    /// <summary>The lists, each with one type of its elements.</summary>
    public IReadOnlyList<ListUse> Lists => _lists;

    /// <summary>
    /// A list that may have an element more after each pass: each stores one at a place that follows the counter upwards, and none is read but those a known
    /// number of places before.
    /// </summary>
    public ListUse? Grown { get; private set; }

    /// <summary>Reads of numbers at a place that does not change, of tables that follow the counter in another: those of a column.</summary>
    public IEnumerable<IndexExpressionSyntax> Columns => _columns.Where(c => Find(RowOf(c)!) is { Type: LuaTypes.Table });

    /// <summary>Fields with numbers that every pass reads, of tables in variables that the loop does not assign: one read of each, by its key.</summary>
    public IReadOnlyDictionary<string, FieldExpressionSyntax> Fields => _fields;

    /// <summary>The variables of other blocks that the loop assigns, in order.</summary>
    public IReadOnlyList<LocalSymbol> Assigned => _assigned;

    /// <summary>Whether it is left, or a pass of it, for a label.</summary>
    public bool HasJumps { get; private set; }

    /// <summary>Whether elements are stored, of whatever list.</summary>
    public bool HasStores { get; private set; }

    /// <summary>Whether tables may be stored as elements or fields.</summary>
    public bool StoresTables { get; private set; }

    /// <summary>Whether known functions are called.</summary>
    public bool HasCalls { get; private set; }

    /// <summary>
    /// Whether the places of elements follow the counter of the loop, so that it can be asked before the loop whether all are there: then all that it stores
    /// are other values of elements.
    /// </summary>
    public bool FollowsCounter => _counter is not null && !_hasOtherStores;

    /// <summary>
    /// Finds what a loop does that the search for innermost loops tells nothing of: one around others, or one that stores fields, too, or walks through a list. Null when nothing would be
    /// gained, or it may change tables in unknown ways.
    /// </summary>
    /// <param name="bound">The chunk of the copies.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="declared">Variables in scope before it.</param>
    /// <param name="isList">Whether a generic <c>for</c> is known to walk through a list in a variable.</param>
    public static ListUses? FindOnce(
        BoundChunk bound, StatementSyntax loop, IReadOnlyCollection<LocalSymbol> declared, System.Func<GenericForStatementSyntax, bool> isList)
    {
        var body = SyntaxWalk.StatementsOf(SyntaxWalk.BlocksOf(loop).First()).ToList();
        var isInnermost = !body.Exists(IsLoop);
        if (!KeepsLists(bound, loop, isList) || !body.TrueForAll(s => KeepsLists(bound, s, isList)))
        {
            return null;
        }

        var lists = FindIn(bound, body, declared);
        lists.AddWalked(loop);
        return lists._lists.Count is > 0 and <= MaximumOnce && !(isInnermost && lists._lists.TrueForAll(static u => !u.IsRead)) ? lists : null;
    }

    /// <summary>
    /// Finds what statements that follow each other do with lists of which each is used several times outside of the loops among them. Null when there are none, or the first
    /// statement uses no list.
    /// </summary>
    /// <param name="bound">The chunk of the copies.</param>
    /// <param name="statements">The statements of a block.</param>
    /// <param name="range">The index of the first statement, and that behind the last one.</param>
    /// <param name="declared">Variables in scope before the first.</param>
    /// <param name="isList">Whether a generic <c>for</c> is known to walk through a list in a variable.</param>
    /// <param name="isFound">Whether a list has been looked for before.</param>
    /// <param name="count">The number of statements up to one that may change tables in unknown ways, or that a jump may lead to.</param>
    public static ListUses? FindRun(
        BoundChunk bound,
        IReadOnlyList<StatementSyntax> statements,
        (int Start, int End) range,
        IReadOnlyCollection<LocalSymbol> declared,
        System.Func<GenericForStatementSyntax, bool> isList,
        System.Func<ListUse, bool> isFound,
        out int count)
    {
        var body = new List<StatementSyntax>();
        for (count = 0; count < MaximumRun && range.Start + count < range.End; count++)
        {
            var statement = statements[range.Start + count];
            var whole = SyntaxWalk.StatementsOf(statement).ToList();
            if (statement is LabelStatementSyntax || !whole.TrueForAll(s => KeepsLists(bound, s, isList)) || (count == 0 && FindIn(bound, whole, declared)._lists.TrueForAll(u => isFound(u))))
            {
                break;
            }

            body.AddRange(whole);
        }

        if (count == 0)
        {
            return null;
        }

        var lists = FindIn(bound, body, declared);
        lists._lists.RemoveAll(u => u.Count < MinimumUses || isFound(u));
        return lists._lists.Count is > 0 and <= MaximumOnce ? lists : null;
    }

    /// <summary>Finds what an innermost loop does; null when nothing would be gained, or it may change tables in unknown ways.</summary>
    /// <param name="bound">The chunk of the copies.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="declared">Variables in scope before it.</param>
    public static ListUses? Find(BoundChunk bound, StatementSyntax loop, IReadOnlyCollection<LocalSymbol> declared)
    {
        var body = SyntaxWalk.StatementsOf(SyntaxWalk.BlocksOf(loop).First()).ToList();
        if (!body.TrueForAll(s => Keeps(bound, s)) || !(loop is NumericForStatementSyntax || bound.Pure.Contains(loop)))
        {
            // What a numeric loop is given is evaluated once, before its lists are looked for.
            return null;
        }

        var counter = loop is NumericForStatementSyntax numeric && bound.Locals[numeric.Variable] is { Writes: 0 } variable ? variable : null;
        var lists = new ListUses(bound, declared, counter);
        lists.AddLoop(loop, body);
        if (counter is not null && lists._hasOtherStores)
        {
            // Such a store may change where elements lie before the turn of others has come.
            lists = new ListUses(bound, declared, null);
            lists.AddLoop(loop, body);
        }

        if (lists.FollowsCounter && loop is NumericForStatementSyntax { Step: null })
        {
            lists.Grown = lists._lists.Find(u => u is { IsAdded: true, StorePlaces.Count: 1 }
                && lists._lists.TrueForAll(l => l == u || l.Key != u.Key) && (u.IsRead ? lists.IsReadBefore(u) : u.Places.Count == 1));
            if (lists.Grown is { List: not NameExpressionSyntax } row)
            {
                row.GrowsInPlace = !LoopGrowth.MayLeave(SyntaxWalk.BlocksOf(loop).First());
            }
        }

        return lists._lists.Exists(static l => l.IsRead) || lists.Grown is not null ? lists : null;
    }

    /// <summary>Whether an expression is the counter of the loop.</summary>
    public bool IsCounter(ExpressionSyntax expression) =>
        _counter is not null && expression is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) && local == _counter;

    /// <summary>Whether a place follows the counter.</summary>
    public bool Follows(ExpressionSyntax place) => FollowingKeyOf(place.Unwrap()) is not null;

    /// <summary>The list of an element whose place follows the counter or does not change; null for any other place.</summary>
    public ListUse? Find(IndexExpressionSyntax element) =>
        _elements.TryGetValue(element, out var known) && known.Use.Places.ContainsKey(known.Place) ? known.Use : null;

    /// <summary>A text that is the same for reads of the same column; null for others.</summary>
    public string? ColumnKeyOf(IndexExpressionSyntax column) =>
        RowOf(column) is { } row && FollowingKeyOf(row.Key.Unwrap()) is { } place && IntegerKeyOf(column.Key) is { } key ? $"{KeyOf(row.Object)}[{place}][{key}]" : null;

    /// <summary>The element of another list that has an element; null when it is in no such list.</summary>
    public IndexExpressionSyntax? RowOf(IndexExpressionSyntax element) => element.Object as IndexExpressionSyntax ?? ValueOf(element.Object) as IndexExpressionSyntax;

    /// <summary>A text that is the same for the same list; null for what may be another list, or none, in each pass.</summary>
    public string? KeyOf(ExpressionSyntax list) => list switch
    {
        NameExpressionSyntax name => IntegerKeyOf(name) ?? (IsGuardedTable(name) && IsStable(_bound.Locals[name]) ? "?" + _bound.Locals[name].CsName : null),
        FieldExpressionSyntax field
            when IsGuardedTable(field) && !_storedFields.Contains(field.Name.Text) && TypeOf(field.Object) == LuaTypes.Table && KeyOf(field.Object) is { } outer =>
            $"{outer}.{field.Name.Text}",
        IndexExpressionSyntax { Key: not StringLiteralSyntax } row
            when !StoresTables && IsGuardedTable(row) && KeyOf(row.Object) is { } outer && IntegerKeyOf(row.Key) is { } place => $"{outer}[{place}]",
        _ => null,
    };

    /// <summary>A text that is the same for reads of the same field with a number of the same type; null for others.</summary>
    public string? FieldKeyOf(FieldExpressionSyntax field) =>
        field.Object is NameExpressionSyntax table && !IsGuardedTable(table) && TypeOf(table) == LuaTypes.Table && KeyOf(table) is { } key
            && _bound.Guards.TryGetValue(field, out var type) && type is LuaTypes.Integer or LuaTypes.Float ? $"{key}.{field.Name.Text}: {type}" : null;

    private bool IsGuardedTable(ExpressionSyntax read) => _bound.Guards.TryGetValue(read, out var type) && type == LuaTypes.Table;

    // The same for a variable, a literal, and what is computed of those without an error.
    private string? IntegerKeyOf(ExpressionSyntax key) => key switch
    {
        NumberLiteralSyntax { IsInteger: true } number => Emit.CSharpText.Number(number.IntegerValue),
        NameExpressionSyntax name when !_bound.Guards.ContainsKey(name) && _bound.Locals.TryGetValue(name, out var local) && IsStable(local) => local.CsName,
        ParenthesizedExpressionSyntax inner => IntegerKeyOf(inner.Expression),
        BinaryExpressionSyntax binary
            when IsTotal(binary) && TypeOf(binary.Left) == LuaTypes.Integer && TypeOf(binary.Right) == LuaTypes.Integer
                && IntegerKeyOf(binary.Left) is { } left && IntegerKeyOf(binary.Right) is { } right => $"({left} {binary.Operator} {right})",
        _ => null,
    };

    // Whether an operator on integers surely has a result.
    private static bool IsTotal(BinaryExpressionSyntax binary) => binary.Operator switch
    {
        BinaryOperator.FloorDivide or BinaryOperator.Modulo => binary.Right is NumberLiteralSyntax { IsInteger: true, IntegerValue: not 0 },
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.BitwiseAnd or BinaryOperator.BitwiseOr or BinaryOperator.BitwiseXor
            or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => true,
        _ => false,
    };

    // A text that is the same for the same place: an integer that does not change, or one that follows the counter.
    private string? PlaceOf(ExpressionSyntax key) =>
        _counter is null || TypeOf(key) != LuaTypes.Integer ? null : FollowingKeyOf(key.Unwrap()) ?? IntegerKeyOf(key);

    /// <summary>The value of a variable of the loop itself that stays what it is declared as; null for any other.</summary>
    public ExpressionSyntax? ValueOf(ExpressionSyntax name) =>
        _bound.Locals.TryGetValue(name, out var local) && local is { Kind: LocalKind.Local, Writes: 0 } && !IsStable(local) ? local.InitialValue?.Unwrap() : null;

    // The same for the counter, sums of that and others that do not change, and variables that are such a sum.
    private string? FollowingKeyOf(ExpressionSyntax key) => key switch
    {
        NameExpressionSyntax name when IsCounter(name) => _counter!.CsName,
        NameExpressionSyntax name => ValueOf(name) is { } value ? FollowingKeyOf(value) : null,
        BinaryExpressionSyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum
            when FollowingKeyOf(sum.Left.Unwrap()) is { } left && IntegerKeyOf(sum.Right) is { } right => $"({left} {sum.Operator} {right})",
        BinaryExpressionSyntax { Operator: BinaryOperator.Add } sum
            when FollowingKeyOf(sum.Right.Unwrap()) is { } right && IntegerKeyOf(sum.Left) is { } left => $"({left} {sum.Operator} {right})",
        _ => null,
    };

    // Whether all elements that are read lie before the one that is stored.
    private bool IsReadBefore(ListUse use) =>
        !use.HasOtherPlaces && OffsetOf(use.Places[use.StorePlaces.Single()]) is { } stored && use.ReadPlaces.All(p => OffsetOf(use.Places[p]) < stored);

    // What is added to the counter, when a literal tells.
    private int? OffsetOf(ExpressionSyntax place) => place.Unwrap() switch
    {
        { } name when IsCounter(name) => 0,
        { } name when ValueOf(name) is { } value => OffsetOf(value),
        BinaryExpressionSyntax { Operator: BinaryOperator.Add, Right: NumberLiteralSyntax { IsInteger: true, IntegerValue: >= 0 and <= MaximumOffset and var added } } sum =>
            OffsetOf(sum.Left) + (int)added,
        BinaryExpressionSyntax { Operator: BinaryOperator.Subtract, Right: NumberLiteralSyntax { IsInteger: true, IntegerValue: >= 0 and <= MaximumOffset and var taken } } difference =>
            OffsetOf(difference.Left) - (int)taken,
        _ => null,
    };

    private string? FollowingStoreKeyOf(IndexExpressionSyntax target, LuaTypes type) =>
        _counter is not null && Find(target) is { } use && use.Type == type && FollowingKeyOf(target.Key.Unwrap()) is { } place ? $"{use.Key}[{place}]" : null;

    // Whether a statement changes no more than elements of lists, blocks inside of it aside, or leaves the loop. A loop that stores fields is about records: a second
    // version of it would cost more than reads of elements do.
    private static bool Keeps(BoundChunk bound, StatementSyntax statement) => statement switch
    {
        IfStatementSyntax @if => @if.Clauses.All(bound.Pure.Contains),
        AssignmentStatementSyntax assignment =>
            (bound.Pure.Contains(assignment) || bound.ElementStores.Contains(assignment)) && !assignment.Targets.Any(static t => t is FieldExpressionSyntax),
        LocalStatementSyntax => bound.Pure.Contains(statement),
        CallStatementSyntax call => bound.Pure.Contains(statement) || ErrorAnalysis.IsError(bound, call.Call),
        DoStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax or LabelStatementSyntax or TypeDeclarationSyntax => true,
        _ => false,
    };

    // The same where loops stand around others.
    private static bool KeepsLists(BoundChunk bound, StatementSyntax statement, System.Func<GenericForStatementSyntax, bool> isList) =>
        statement is GenericForStatementSyntax generic ? isList(generic)
        : IsLoop(statement) ? bound.Pure.Contains(statement)
        : Keeps(bound, statement) || (statement is AssignmentStatementSyntax && bound.Pure.Contains(statement));

    private static ListUses FindIn(BoundChunk bound, List<StatementSyntax> statements, IReadOnlyCollection<LocalSymbol> declared)
    {
        var lists = new ListUses(bound, declared, null);
        lists.AddAssigned(statements);
        var ofLoops = new HashSet<StatementSyntax>(statements.Where(IsLoop).SelectMany(SyntaxWalk.StatementsOf));
        foreach (var statement in statements)
        {
            lists._isInLoop = ofLoops.Contains(statement);
            lists.AddUses(statement, false);
        }

        return lists;
    }

    private static bool IsLoop(StatementSyntax statement) =>
        statement is WhileStatementSyntax or RepeatStatementSyntax or NumericForStatementSyntax or GenericForStatementSyntax;

    private LuaTypes TypeOf(ExpressionSyntax expression) => TypeInference.TypeOf(_bound, expression);

    // Whether a variable has the same value in every pass. One of the chunk is in scope wherever a function uses it.
    private bool IsStable(LocalSymbol local) => (local.IsField || _declared.Contains(local)) && !_assigned.Contains(local);

    private void AddAssigned(List<StatementSyntax> body)
    {
        foreach (var assignment in body.OfType<AssignmentStatementSyntax>())
        {
            for (var i = 0; i < assignment.Targets.Count; i++)
            {
                if (_bound.Locals.TryGetValue(assignment.Targets[i], out var local))
                {
                    if (IsStable(local))
                    {
                        _assigned.Add(local);
                    }
                }
                else
                {
                    HasStores |= assignment.Targets[i] is IndexExpressionSyntax;
                    StoresTables |= i >= assignment.Values.Count || (TypeOf(assignment.Values[i]) & LuaTypes.Table) != 0;
                    if (assignment.Targets[i] is FieldExpressionSyntax field)
                    {
                        _storedFields.Add(field.Name.Text);
                    }
                }
            }
        }
    }

    private void AddLoop(StatementSyntax loop, List<StatementSyntax> body)
    {
        AddAssigned(body);
        if (loop is not NumericForStatementSyntax)
        {
            AddReads(loop, true);
        }

        HasJumps = body.Exists(static s => s is GotoStatementSyntax);
        SyntaxWalk.Visit(
            SyntaxWalk.BlocksOf(loop).First(),
            e => HasCalls |= e is CallExpressionSyntax && _bound.Calls.TryGetValue(e, out var call) && call.Target is not null);
        var isLeft = false;
        var ofEachPass = new HashSet<StatementSyntax>(SyntaxWalk.BlocksOf(loop).First().Statements);
        foreach (var statement in body)
        {
            AddUses(statement, !isLeft && ofEachPass.Contains(statement));
            isLeft |= statement is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax;
        }

        foreach (var (target, _, _) in LoopGrowth.StoresOf(_bound, SyntaxWalk.BlocksOf(loop).First(), FollowingStoreKeyOf))
        {
            Find(target)!.IsAdded = true;
        }
    }

    // The list that a generic "for" walks through with "ipairs", as its callers know.
    private void AddWalked(StatementSyntax statement)
    {
        if (statement is GenericForStatementSyntax { Variables: { Count: 2 } variables } loop)
        {
            Add(((CallExpressionSyntax)loop.Values[0]).Arguments[0], null, _bound.Locals[variables[1]].Guess, true, false);
        }
    }

    private void AddUses(StatementSyntax statement, bool isSure)
    {
        AddReads(statement, isSure);
        AddWalked(statement);
        if (statement is IfStatementSyntax @if)
        {
            for (var i = 0; i < @if.Clauses.Count; i++)
            {
                AddReads(@if.Clauses[i], isSure && i == 0);
            }
        }
        else if (statement is AssignmentStatementSyntax assignment)
        {
            var isMove = _bound.Moves.TryGetValue(assignment, out var moved);
            for (var i = 0; i < assignment.Targets.Count; i++)
            {
                if (assignment.Targets[i] is IndexExpressionSyntax target)
                {
                    Add(target.Object, target, isMove ? moved : TypeOf(assignment.Values[i]), false, true);
                    _hasOtherStores |= Find(target) is null;
                }
            }

            if (isMove)
            {
                // An element of another type would be stored in another way.
                var source = (IndexExpressionSyntax)assignment.Values[0];
                Add(source.Object, source, moved, true, true);
                _hasOtherStores |= Find(source) is null;
            }
        }
    }

    private void AddReads(SyntaxNode node, bool isSure) => _bound.VisitGuards(node, isSure, AddRead);

    private void AddRead(ExpressionSyntax guard, bool isSure)
    {
        if (guard is FieldExpressionSyntax field)
        {
            if (isSure && FieldKeyOf(field) is { } key && !_fields.ContainsKey(key))
            {
                _fields.Add(key, field);
            }
        }
        else if (guard is IndexExpressionSyntax { Key: not StringLiteralSyntax } read && KeyOf(read) is null)
        {
            Add(read.Object, read, _bound.Guards[read], true, isSure);
            if (_bound.Guards[read] is LuaTypes.Integer or LuaTypes.Float && TypeOf(read.Key) == LuaTypes.Integer && ColumnKeyOf(read) is not null)
            {
                _columns.Add(read);
            }
        }
    }

    // What is not read in each pass may be there only where it is read: the neighbour of the last element. Without an element for all of a list one by one.
    private void Add(ExpressionSyntax list, IndexExpressionSyntax? element, LuaTypes type, bool isRead, bool isSure)
    {
        if (KeyOf(list) is not { } key || TypeOf(list) != LuaTypes.Table
            || !(type is LuaTypes.Integer or LuaTypes.Float or LuaTypes.Boolean || (isRead && type is LuaTypes.String or LuaTypes.Table)))
        {
            return;
        }

        if (!_uses.TryGetValue((key, type), out var use))
        {
            _uses.Add((key, type), use = new ListUse(list, key, type));
            _lists.Add(use);
        }

        use.Count += _isInLoop ? 0 : 1;
        use.IsRead |= isRead;
        use.IsStored |= !isRead;
        use.HasValues |= isRead && (element is null || !_bound.Truths.Contains(element));
        if (element is null || PlaceOf(element.Key) is not { } place)
        {
            use.HasOtherPlaces = true;
            return;
        }

        _elements[element] = (use, place);
        (isRead ? use.ReadPlaces : use.StorePlaces).Add(place);
        if (isSure || IsCounter(element.Key))
        {
            use.Places[place] = element.Key;
        }
        else
        {
            use.HasOtherPlaces = true;
        }
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

    /// <summary>How often elements are used outside of loops.</summary>
    public int Count { get; set; }

    /// <summary>Whether elements are read.</summary>
    public bool IsRead { get; set; }

    /// <summary>Whether elements are stored.</summary>
    public bool IsStored { get; set; }

    /// <summary>Whether elements are read for more than their truth.</summary>
    public bool HasValues { get; set; }

    /// <summary>Whether the elements are booleans of which none is read for more than its truth, so that some may be nil.</summary>
    public bool AreTruths => Type == LuaTypes.Boolean && !HasValues;

    /// <summary>Whether each pass stores an element at a place that follows the counter.</summary>
    public bool IsAdded { get; set; }

    /// <summary>Whether it is a field or an element of another list and surely gets an element in each pass: it is probably new.</summary>
    public bool GrowsInPlace { get; set; }

    /// <summary>Whether elements are used at places that are not known before the loop.</summary>
    public bool HasOtherPlaces { get; set; }

    /// <summary>The places where elements are read.</summary>
    public HashSet<string> ReadPlaces { get; } = [];

    /// <summary>The places where elements are stored.</summary>
    public HashSet<string> StorePlaces { get; } = [];

    /// <summary>The places that are known before the loop.</summary>
    public SortedDictionary<string, ExpressionSyntax> Places { get; } = new(System.StringComparer.Ordinal);
}
