using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types.Checking;

/// <summary>A table that a local always holds: the functions in it, and whether it serves as a class.</summary>
internal sealed class TableInfo(LocalSymbol local)
{
    private readonly Dictionary<string, TableMember?> _members = new(StringComparer.Ordinal);
    private TableInfo? _parent;
    private bool _isIndex;

    public string Name { get; } = local.Name;

    public LocalSymbol Local { get; } = local;

    /// <summary>Whether it is its own <c>__index</c>.</summary>
    public bool IsClass { get; set; }

    /// <summary>Where fields that it lacks are looked up: its metatable, when that is a class, or the <c>__index</c> of it.</summary>
    public TableInfo? Base => _parent is { IsClass: true } || _isIndex ? _parent : null;

    /// <summary>Whether other code may have put fields into it.</summary>
    public bool IsShared { get; set; }

    /// <summary>The functions that are its own.</summary>
    public IEnumerable<TableMember> Functions => _members.Values.OfType<TableMember>();

    /// <summary>Names of the members.</summary>
    public IEnumerable<string> Names => _members.Keys.Concat(Base?.Names ?? []);

    /// <summary>Notes the metatable, or the <c>__index</c> of one.</summary>
    public void SetParent(TableInfo? parent, bool isIndex)
    {
        IsShared |= parent is null || _parent is not null;
        (_parent, _isIndex) = (parent == this ? null : parent, isIndex);
    }

    /// <summary>Notes a member; one that is assigned twice is not known.</summary>
    public void Add(string name, TableMember? member) => _members[name] = _members.ContainsKey(name) ? null : member;

    /// <summary>The function that a field holds for good, here or in a base; null when it is none or not known.</summary>
    public TableMember? Find(string name)
    {
        var info = this;
        for (var i = 0; info is not null && i < TypeAlgebra.Limit; i++, info = info.Base)
        {
            if (info._members.TryGetValue(name, out var member))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Whether nothing of this name can be in the table or its bases.</summary>
    public bool Lacks(string name)
    {
        var info = this;
        for (var i = 0; info is not null; i++, info = info.Base)
        {
            if (i == TypeAlgebra.Limit || info.IsShared || (info._parent is not null && info.Base is null) || info._members.ContainsKey(name))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A function of a table.</summary>
/// <param name="Body">The function.</param>
/// <param name="IsMethod">Whether it was declared with a colon.</param>
internal sealed record TableMember(FunctionBodySyntax Body, bool IsMethod);

/// <summary>Finds the tables of a chunk that locals always hold, and every name of a field that is written anywhere.</summary>
internal sealed class TableFinder
{
    private readonly BoundChunk _bound;
    private readonly Dictionary<LocalSymbol, TableInfo> _tables = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    private TableFinder(BoundChunk bound) => _bound = bound;

    /// <summary>Finds them.</summary>
    public static (IReadOnlyDictionary<LocalSymbol, TableInfo> Tables, HashSet<string> WrittenFields) Find(BoundChunk bound)
    {
        var finder = new TableFinder(bound);
        finder.FindTables();
        finder.Visit(bound.Chunk.Block);
        return (finder._tables, finder._written);
    }

    private void FindTables()
    {
        foreach (var pair in _bound.Locals)
        {
            if (pair.Key is VariableSyntax { Type: null } && pair.Value is { Writes: 0, Kind: LocalKind.Local, InitialValue: { } value } && TableOf(value) is not null)
            {
                _tables[pair.Value] = new TableInfo(pair.Value);
            }
        }
    }

    // {...} or setmetatable({...}, ...).
    private TableConstructorSyntax? TableOf(ExpressionSyntax value) => value switch
    {
        TableConstructorSyntax table => table,
        CallExpressionSyntax { Arguments: { Count: > 0 } arguments } call when arguments[0] is TableConstructorSyntax table && _bound.GetHostPath(call.Callee) is "setmetatable" => table,
        _ => null,
    };

    private TableInfo? InfoOf(SyntaxNode node) => _bound.Locals.TryGetValue(node, out var local) && _tables.TryGetValue(local, out var info) ? info : null;

    private void Visit(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case LocalStatementSyntax local:
                    VisitLocal(local);
                    break;
                case FunctionStatementSyntax function:
                    VisitFunction(function);
                    break;
                case AssignmentStatementSyntax assignment:
                    VisitAssignment(assignment);
                    continue;
                case ReturnStatementSyntax { Values: { Count: 1 } values } when InfoOf(values[0]) is not null:
                    continue;
                default:
                    break;
            }

            foreach (var (expression, _) in SyntaxWalk.ExpressionsOf(statement))
            {
                Visit(expression);
            }

            foreach (var inner in SyntaxWalk.BlocksOf(statement))
            {
                Visit(inner);
            }
        }
    }

    private void VisitLocal(LocalStatementSyntax local)
    {
        for (var i = 0; i < local.Variables.Count && i < local.Values.Count; i++)
        {
            if (InfoOf(local.Variables[i]) is not { } info || TableOf(local.Values[i]) is not { } table)
            {
                continue;
            }

            foreach (var field in table.Fields)
            {
                if (field is NamedTableFieldSyntax named)
                {
                    info.Add(named.Name.Text, field.Value is FunctionExpressionSyntax function ? new TableMember(function.Body, false) : null);
                }
                else if (field is KeyedTableFieldSyntax { Key: StringLiteralSyntax key })
                {
                    info.Add(LuaText.Decode(key.Value), null);
                }
                else if (field is KeyedTableFieldSyntax)
                {
                    info.IsShared = true;
                }
            }

            if (local.Values[i] is CallExpressionSyntax { Arguments: { Count: > 1 } arguments })
            {
                SetMetatable(info, arguments[1]);
            }
        }
    }

    private void VisitFunction(FunctionStatementSyntax function)
    {
        var name = function.Names.Count == 1 ? function.Method?.Text : function.Names.Count == 2 && function.Method is null ? function.Names[1].Text : null;
        if (function.Names.Count > 1 || function.Method is not null)
        {
            _written.Add((function.Method ?? function.Names[function.Names.Count - 1]).Text);
        }

        if (name is not null && InfoOf(function.Names[0]) is { } info)
        {
            info.Add(name, new TableMember(function.Body, function.Method is not null));
        }
    }

    private void VisitAssignment(AssignmentStatementSyntax assignment)
    {
        for (var i = 0; i < assignment.Targets.Count; i++)
        {
            var value = i < assignment.Values.Count ? assignment.Values[i] : null;
            switch (assignment.Targets[i])
            {
                case FieldExpressionSyntax field:
                    Assign(field.Object, field.Name.Text, value);
                    break;
                case IndexExpressionSyntax { Key: StringLiteralSyntax key } index:
                    Assign(index.Object, LuaText.Decode(key.Value), value);
                    break;
                case IndexExpressionSyntax index when InfoOf(index.Object) is { } info:
                    info.IsShared = true;
                    Visit(index.Key);
                    break;
                case IndexExpressionSyntax index:
                    Visit(index.Object);
                    Visit(index.Key);
                    break;
                default:
                    break;
            }

            if (value is not null && !IsOwnIndex(assignment.Targets[i], value))
            {
                Visit(value);
            }
        }

        for (var i = assignment.Targets.Count; i < assignment.Values.Count; i++)
        {
            Visit(assignment.Values[i]);
        }
    }

    private bool IsOwnIndex(ExpressionSyntax target, ExpressionSyntax value) =>
        target is FieldExpressionSyntax { Name.Text: "__index" } field && InfoOf(field.Object) is { } info && info == InfoOf(value);

    private void Assign(ExpressionSyntax owner, string name, ExpressionSyntax? value)
    {
        _written.Add(name);
        if (InfoOf(owner) is not { } info)
        {
            Visit(owner);
            return;
        }

        if (name == "__index")
        {
            info.IsClass = value is not null && InfoOf(value) == info;
            info.IsShared |= !info.IsClass;
            return;
        }

        info.Add(name, value is FunctionExpressionSyntax function ? new TableMember(function.Body, false) : null);
    }

    private void Visit(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case NameExpressionSyntax name when InfoOf(name) is { } info:
                info.IsShared = true;
                return;
            case FieldExpressionSyntax field when InfoOf(field.Object) is not null:
                return;
            case MethodCallExpressionSyntax call when InfoOf(call.Object) is not null:
                foreach (var argument in call.Arguments)
                {
                    Visit(argument);
                }

                return;
            case CallExpressionSyntax { Arguments: { Count: 2 } arguments } call when _bound.GetHostPath(call.Callee) is "setmetatable":
                VisitMetatable(arguments[0], arguments[1]);
                return;
            case FunctionExpressionSyntax function:
                Visit(function.Body.Block);
                return;
            case TableConstructorSyntax table:
                foreach (var field in table.Fields)
                {
                    if (field is NamedTableFieldSyntax named)
                    {
                        _written.Add(named.Name.Text);
                    }
                    else if (field is KeyedTableFieldSyntax { Key: StringLiteralSyntax key })
                    {
                        _written.Add(LuaText.Decode(key.Value));
                    }
                }

                break;
            default:
                break;
        }

        foreach (var child in SyntaxWalk.ChildrenOf(expression))
        {
            Visit(child);
        }
    }

    private void VisitMetatable(ExpressionSyntax table, ExpressionSyntax metatable)
    {
        if (InfoOf(table) is { } info)
        {
            SetMetatable(info, metatable);
        }
        else
        {
            Visit(table);
        }

        if (InfoOf(metatable) is null && IndexOf(metatable) is null)
        {
            Visit(metatable);
        }
    }

    // A class, {__index = Class}, or something that is not known.
    private void SetMetatable(TableInfo info, ExpressionSyntax metatable) =>
        info.SetParent(IndexOf(metatable) ?? InfoOf(metatable), IndexOf(metatable) is not null);

    private TableInfo? IndexOf(ExpressionSyntax metatable) =>
        metatable is TableConstructorSyntax { Fields: { Count: 1 } fields } && fields[0] is NamedTableFieldSyntax { Name.Text: "__index" } index ? InfoOf(index.Value) : null;
}
