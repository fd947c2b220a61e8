using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <summary>The lists of a loop whose elements have been looked for before it.</summary>
/// <param name="uses">What the loop does with lists.</param>
/// <param name="outer">Those of the loop around it.</param>
/// <param name="isUnasked">Whether nobody has asked before the loop whether there are elements.</param>
internal sealed class KnownLists(LoopLists uses, KnownLists? outer, bool isUnasked = false)
{
    private readonly List<(LuaTypes Type, CsStatement Statement)> _renewal = [];
    private readonly Dictionary<(string List, LuaTypes Type), (CsAtom Variable, bool AreTruths)> _elements = [];
    private readonly Dictionary<ListUse, CsAtom> _known = [];
    private readonly Dictionary<(string Key, LuaTypes Type), CsAtom> _columns = [];
    private readonly Dictionary<string, CsAtom> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CsAtom> _fields = new(StringComparer.Ordinal);

    /// <summary>Those of the loop around this one.</summary>
    public KnownLists? Outer => outer;

    /// <summary>Statements that find everything again, behind a store that has changed more than an element.</summary>
    public IReadOnlyList<CsStatement> Renewal => RenewalOf(~LuaTypes.None);

    /// <summary>Statements that find everything again, behind what may have moved elements of some types: a list has elements of one only.</summary>
    public IReadOnlyList<CsStatement> RenewalOf(LuaTypes types) =>
        [.. outer?.RenewalOf(types) ?? [], .. _renewal.Where(r => (r.Type & types) != 0).Select(static r => r.Statement)];

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

    /// <summary>Remembers the form of the rows of which one column is read.</summary>
    public void AddColumn(IndexExpressionSyntax element, LuaTypes type, CsAtom form) => _columns.Add((uses.ColumnKeyOf(element)!, type), form);

    /// <summary>Remembers the variable that holds the number in a field.</summary>
    public void AddField(string key, CsAtom variable) => _fields.Add(key, variable);

    /// <summary>The variable that holds the number in a field, if it was read before the loop.</summary>
    public CsAtom? FindField(ExpressionSyntax expression) =>
        _fields.Count > 0 && expression is FieldExpressionSyntax field && uses.FieldKeyOf(field) is { } key && _fields.TryGetValue(key, out var value) ? value : null;

    /// <summary>The form that the row of an element probably has.</summary>
    public CsAtom? FindColumn(IndexExpressionSyntax element, LuaTypes type) =>
        _columns.Count > 0 && uses.ColumnKeyOf(element) is { } key && _columns.TryGetValue((key, type), out var form) ? form : null;

    /// <summary>The variable that holds an element of a list, or a field, when that is a list of its own, and whether it may be null.</summary>
    public (CsAtom Row, bool MayBeNull)? FindRow(ExpressionSyntax expression) =>
        expression is not (IndexExpressionSyntax or FieldExpressionSyntax) ? null
        : uses.KeyOf(expression) is { } key && _rows.TryGetValue(key, out var row) ? (row, isUnasked || (uses.HasStores && !uses.FollowsCounter))
        : outer?.FindRow(expression) is { } known ? (known.Row, true)
        : null;

    /// <summary>The elements that one is known to be among, and their type; null for one that may be none.</summary>
    public (CsAtom Elements, LuaTypes Type)? FindKnown(IndexExpressionSyntax element) =>
        uses.Find(element) is { } use ? (_known[use], use.Type) : null;

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
