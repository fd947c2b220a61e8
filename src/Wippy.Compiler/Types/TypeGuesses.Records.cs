using System.Collections.Generic;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <content>Which records tables probably are.</content>
internal sealed partial class TypeGuesses
{
    private readonly Dictionary<TableConstructorSyntax, List<string>> _names = [];
    private readonly Dictionary<TableConstructorSyntax, List<(string Name, ExpressionSyntax Value)>> _added = [];

    /// <summary>Where a field is in the record that its table probably is; null when the table is none, or several that begin with other fields.</summary>
    public RecordField? FindInRecord(FieldExpressionSyntax field)
    {
        IReadOnlyList<string>? names = null;
        foreach (var constructor in Root(Evaluate(field.Object)).Constructors)
        {
            var others = NamesOf(constructor);
            names = names is null || IsPrefix(others, names) ? others : IsPrefix(names, others) ? names : [];
        }

        for (var i = 0; names is not null && i < names.Count; i++)
        {
            if (names[i] == field.Name.Text)
            {
                var value = Get(_fields, field.Name.Text);
                return new RecordField(names, i, !value.MayBeNil && (value.Types & LuaTypes.Nil) == 0);
            }
        }

        return null;
    }

    private static bool IsPrefix(IReadOnlyList<string> names, IReadOnlyList<string> others)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (i >= others.Count || names[i] != others[i])
            {
                return false;
            }
        }

        return true;
    }

    // The fields that a table has from its beginning; none when it is no record.
    private List<string> NamesOf(TableConstructorSyntax constructor)
    {
        if (_names.TryGetValue(constructor, out var names))
        {
            return names;
        }

        _names.Add(constructor, names = []);
        foreach (var field in constructor.Fields)
        {
            if (field is not NamedTableFieldSyntax named || names.Contains(named.Name.Text) || names.Count == RecordField.MaximumNames)
            {
                names.Clear();
                break;
            }

            names.Add(named.Name.Text);
        }

        if (names.Count == constructor.Fields.Count && _added.TryGetValue(constructor, out var added))
        {
            foreach (var (name, value) in added)
            {
                // A field that may be nil is not there in all records, so that those behind it have no certain place.
                var node = Root(Evaluate(value));
                var isThere = (node.Types & LuaTypes.Nil) == 0 && !node.MayBeNil && (node.Types != LuaTypes.None || node.Functions.Count > 0);
                if (!isThere || names.Contains(name) || names.Count == RecordField.MaximumNames)
                {
                    break;
                }

                names.Add(name);
            }
        }

        return names;
    }

    // Fields that a new table gets one after the other, as in: local self = setmetatable({}, Class) self.x = x self.y = y
    private void FindAddedFields(BlockSyntax block)
    {
        for (var i = 0; i < block.Statements.Count; i++)
        {
            if (block.Statements[i] is not LocalStatementSyntax { Variables.Count: 1, Values.Count: 1 } local || NewTable(local.Values[0]) is not { } constructor)
            {
                continue;
            }

            var added = new List<(string Name, ExpressionSyntax Value)>();
            for (var j = i + 1; j < block.Statements.Count; j++)
            {
                if (block.Statements[j] is CallStatementSyntax { Call: CallExpressionSyntax call } && IsSetMetatable(call))
                {
                    continue;
                }

                if (block.Statements[j] is not AssignmentStatementSyntax { Targets.Count: 1, Values.Count: 1 } assignment
                    || assignment.Targets[0] is not FieldExpressionSyntax { Object: NameExpressionSyntax name } field
                    || !_bound.Locals.TryGetValue(name, out var target) || target != _bound.Locals[local.Variables[0]])
                {
                    break;
                }

                if (field.Name.Text == "__index")
                {
                    // A metatable gets a shape of its own when something is inherited through it.
                    _names[constructor] = [];
                    break;
                }

                added.Add((field.Name.Text, assignment.Values[0]));
            }

            _added[constructor] = added;
        }
    }

    private TableConstructorSyntax? NewTable(ExpressionSyntax value) => value switch
    {
        TableConstructorSyntax constructor => constructor,
        CallExpressionSyntax call when IsSetMetatable(call) => NewTable(call.Arguments[0]),
        _ => null,
    };

    private bool IsSetMetatable(CallExpressionSyntax call) =>
        call.Arguments.Count == 2 && _bound.KnowsHostResults && _bound.GetHostPath(call.Callee) == "setmetatable";
}
