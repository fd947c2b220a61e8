using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <summary>The lists of a loop, or of statements, whose elements have been looked for before.</summary>
/// <param name="uses">What is done with lists.</param>
/// <param name="outer">Those of the loop or statements around.</param>
/// <param name="isUnasked">Whether nobody has asked before the loop whether there are elements.</param>
internal sealed class KnownLists(ListUses uses, KnownLists? outer, bool isUnasked = false)
{
    private readonly List<(LuaTypes Type, CsStatement Statement)> _renewal = [];
    private readonly Dictionary<(string List, LuaTypes Type), (CsAtom Variable, bool AreTruths)> _elements = [];
    private readonly Dictionary<ListUse, CsAtom> _known = [];
    private bool _wasRenewed;
    private readonly Dictionary<(string Key, LuaTypes Type), (IndexExpressionSyntax Element, CsAtom Form, CsAtom? Rows)> _columns = [];
    private readonly List<(CsAtom Grid, LuaTypes Type, CsAtom Rows)> _rowsOfGrids = [];
    private readonly Dictionary<string, CsAtom> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CsAtom> _fields = new(StringComparer.Ordinal);

    /// <summary>Those of the loop around this one.</summary>
    public KnownLists? Outer => outer;

    /// <summary>Whether the rows of which columns are read are known to have been found.</summary>
    public bool HasRows { get; set; }

    /// <summary>An element of each column that is read, with the variable for where the rows lie.</summary>
    public IEnumerable<(IndexExpressionSyntax Element, CsAtom Rows)> Columns => _columns.Values.Where(static c => c.Rows is not null).Select(static c => (c.Element, c.Rows!));

    /// <summary>The loop, if it has one version.</summary>
    public StatementSyntax? Loop { get; init; }

    /// <summary>Whether the loop counts upwards by one, so that it finds the <see cref="RowsOfGrids"/> before it begins.</summary>
    public bool FindsRows { get; set; }

    /// <summary>The elements of grids that loops inside of it read columns of, with the type of the elements of the rows, and the variable for where the rows lie.</summary>
    public IReadOnlyList<(CsAtom Grid, LuaTypes Type, CsAtom Rows)> RowsOfGrids => _rowsOfGrids;

    /// <summary>Statements that find everything again, behind a store that has changed more than an element.</summary>
    public IReadOnlyList<CsStatement> Renewal => RenewalOf(~LuaTypes.None);

    /// <summary>Statements that find everything again, behind what may have moved elements of some types: a list has elements of one only.</summary>
    public IReadOnlyList<CsStatement> RenewalOf(LuaTypes types) => RenewalBehind(types, null);

    /// <summary>Statements that find everything again, behind a store in a table that has changed more than an element.</summary>
    public IReadOnlyList<CsStatement> RenewalBehind(CsExpression changed) => RenewalBehind(~LuaTypes.None, changed);

    private IReadOnlyList<CsStatement> RenewalBehind(LuaTypes types, CsExpression? changed)
    {
        _wasRenewed |= FindsRows;
        return
        [
            .. outer?.RenewalBehind(types, changed) ?? [],
            .. _renewal.Where(r => (r.Type & types) != 0).Select(static r => r.Statement),
            .. _rowsOfGrids.Select(r => new CsEvaluate(
                0, new CsAssign(r.Rows, changed is { Type: CsType.Table } ? new CsCall(CsType.Other, null, "Kept", r.Rows, changed) : new CsAtom("default", CsType.Other, true)))),
        ];
    }

    /// <summary>Adds a statement that finds elements of a type again.</summary>
    public void AddRenewal(LuaTypes type, CsStatement statement) => _renewal.Add((type, statement));

    /// <summary>Remembers the variable that holds a list which is an element of another, or a field.</summary>
    public void AddRow(ExpressionSyntax row, CsAtom variable) => _rows.Add(uses.KeyOf(row)!, variable);

    /// <summary>Remembers the elements of a list.</summary>
    public void Add(ListUse use, CsAtom list, CsAtom elements)
    {
        _known.Add(use, elements);
        _elements.Add((list.Text, use.Type), (elements, use.AreTruths));
    }

    /// <summary>Remembers the form of the rows of which one column is read, and the variable for where they lie, if there is one.</summary>
    public void AddColumn(IndexExpressionSyntax element, LuaTypes type, CsAtom form, CsAtom? rows) => _columns.Add((uses.ColumnKeyOf(element)!, type), (element, form, rows));

    /// <summary>
    /// The variable for where the rows of a grid lie, found before the loop; null when it may replace one, has no known number of passes, or what stands behind a store in it
    /// does not tell of this one.
    /// </summary>
    /// <param name="grid">The grid.</param>
    /// <param name="elements">Its elements.</param>
    /// <param name="type">The type of the elements of its rows.</param>
    /// <param name="add">Makes the variable.</param>
    public CsAtom? FindRows(ExpressionSyntax grid, CsAtom elements, LuaTypes type, Func<CsAtom> add)
    {
        if (Loop is null)
        {
            // Those of statements in the loop.
            return outer?.FindRows(grid, elements, type, add);
        }

        if (!FindsRows || uses.StoresTables || uses.KeyOf(grid) is null || !_elements.Any(e => e.Key.Type == LuaTypes.Table && e.Value.Variable == elements))
        {
            return null;
        }

        var rows = _rowsOfGrids.Find(r => r.Grid == elements && r.Type == type).Rows;
        if (rows is null && !_wasRenewed)
        {
            rows = add();
            _rowsOfGrids.Add((elements, type, rows));
        }

        return rows;
    }

    /// <summary>Remembers the variable that holds the number in a field.</summary>
    public void AddField(string key, CsAtom variable) => _fields.Add(key, variable);

    /// <summary>The variable that holds the number in a field, if it was read before the loop.</summary>
    public CsAtom? FindField(ExpressionSyntax expression) =>
        _fields.Count > 0 && expression is FieldExpressionSyntax field && uses.FieldKeyOf(field) is { } key && _fields.TryGetValue(key, out var value) ? value
        : outer?.FindField(expression);

    /// <summary>The element of a grid that an element of a column is in.</summary>
    public IndexExpressionSyntax RowOf(IndexExpressionSyntax element) => uses.RowOf(element)!;

    /// <summary>The form that the row of an element probably has, and the variable for where the rows lie, if there is one.</summary>
    public (IndexExpressionSyntax Element, CsAtom Form, CsAtom? Rows)? FindColumn(IndexExpressionSyntax element, LuaTypes type) =>
        _columns.Count > 0 && uses.ColumnKeyOf(element) is { } key && _columns.TryGetValue((key, type), out var column) ? column
        : outer?.FindColumn(element, type);

    /// <summary>The variable that holds an element of a list, or a field, when that is a list of its own, and whether it may be null.</summary>
    public (CsAtom Row, bool MayBeNull)? FindRow(ExpressionSyntax expression) =>
        expression is not (IndexExpressionSyntax or FieldExpressionSyntax or NameExpressionSyntax) ? null
        : uses.KeyOf(expression) is { } key && _rows.TryGetValue(key, out var row) ? (row, isUnasked || (uses.HasStores && !uses.FollowsCounter))
        : outer?.FindRow(expression) is { } known ? (known.Row, true)
        : null;

    /// <summary>The rows that hold an element of a column, if it is known to be there.</summary>
    public CsAtom? FindRows(IndexExpressionSyntax element, LuaTypes type) => HasRows ? FindColumn(element, type)?.Rows : outer?.FindRows(element, type);

    /// <summary>Whether an element of a grid is read for an element of a column only, which is known to be there.</summary>
    public bool IsRowOfColumn(IndexExpressionSyntax row) =>
        (HasRows && uses.Columns.Any(c => c.Object == row && (FindRows(c, LuaTypes.Integer) ?? FindRows(c, LuaTypes.Float)) is not null)) || outer?.IsRowOfColumn(row) == true;

    /// <summary>The elements that one is known to be among, and their type; null for one that may be none.</summary>
    public (CsAtom Elements, LuaTypes Type)? FindKnown(IndexExpressionSyntax element) =>
        uses.Find(element) is { } use ? (_known[use], use.Type) : outer?.FindKnown(element);

    /// <summary>Whether the elements of a list have been looked for.</summary>
    public bool Has(ListUse use) => uses.KeyOf(use.List) is { } key && _known.Keys.Any(k => k.Key == key && k.Type == use.Type && (use.AreTruths || !k.AreTruths)) || outer?.Has(use) == true;

    /// <summary>The elements of this type of the list in a variable.</summary>
    /// <param name="list">The variable.</param>
    /// <param name="type">The type.</param>
    /// <param name="mayBeTruths">Whether they are not read as values, so that some may be nil where they should be booleans.</param>
    public CsAtom? Find(CsExpression list, LuaTypes type, bool mayBeTruths = false) =>
        list is CsAtom variable && _elements.TryGetValue((variable.Text, type), out var elements) && (mayBeTruths || !elements.AreTruths) ? elements.Variable
        : outer?.Find(list, type, mayBeTruths);
}
