using System.Collections.Generic;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Types;

/// <content>Which records tables probably are.</content>
internal sealed partial class TypeGuesses
{
    // Tables of more shapes in one place have hardly a beginning in common.
    private const int MaximumShapes = 16;

    private readonly Dictionary<TableConstructorSyntax, Shape> _shapes = [];
    private readonly Dictionary<string, Shape> _shapesByNames = new(System.StringComparer.Ordinal);
    private readonly Dictionary<TableConstructorSyntax, List<(string Name, ExpressionSyntax Value)>> _added = [];

    /// <summary>Where a field is in the record that its table probably is; null when the table is none, or several that begin with other fields.</summary>
    public RecordField? FindInRecord(FieldExpressionSyntax field)
    {
        IReadOnlyList<string>? names = null;
        foreach (var shape in Root(Evaluate(field.Object)).Shapes)
        {
            var others = NamesOf(shape);
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

    private void AddShapes(Node to, Node from)
    {
        foreach (var shape in from.Shapes)
        {
            AddShape(to, shape);
        }
    }

    private void AddShape(Node node, Shape shape)
    {
        var shapes = Root(node).Shapes;
        if (shapes.Contains(shape) || shapes.Contains(Shape.None))
        {
            return;
        }

        if (shape == Shape.None || shapes.Count == MaximumShapes)
        {
            shapes.Clear();
            shape = Shape.None;
        }

        shapes.Add(shape);
        _changed = true;
    }

    // Tables that are written and filled with the same names have one shape.
    private Shape ShapeOf(TableConstructorSyntax constructor)
    {
        if (_shapes.TryGetValue(constructor, out var shape))
        {
            return shape;
        }

        shape = Shape.None;
        var written = WrittenNames(constructor);
        var added = _added.TryGetValue(constructor, out var values) ? values : [];
        if (written is not null && written.Count + added.Count > 0)
        {
            var key = new System.Text.StringBuilder().Append(written.Count);
            foreach (var name in written)
            {
                key.Append('\0').Append(name);
            }

            foreach (var (name, _) in added)
            {
                key.Append('\0').Append(name);
            }

            if (!_shapesByNames.TryGetValue(key.ToString(), out shape!))
            {
                _shapesByNames.Add(key.ToString(), shape = new Shape(written));
            }

            shape.Added.Add(added);
        }

        _shapes.Add(constructor, shape);
        return shape;
    }

    // Null when the table is no record.
    private static List<string>? WrittenNames(TableConstructorSyntax constructor)
    {
        var names = new List<string>();
        foreach (var field in constructor.Fields)
        {
            if (field is not NamedTableFieldSyntax named || names.Contains(named.Name.Text) || names.Count == RecordField.MaximumNames)
            {
                return null;
            }

            names.Add(named.Name.Text);
        }

        return names;
    }

    // The fields that all tables of a shape have from their beginning.
    private List<string> NamesOf(Shape shape)
    {
        if (shape.Names is { } names)
        {
            return names;
        }

        shape.Names = names = [.. shape.Written];
        for (var i = 0; shape.Added.Count > 0 && i < shape.Added[0].Count; i++)
        {
            var name = shape.Added[0][i].Name;

            // A field that may be nil is not there in all records, so that those behind it have no certain place.
            if (names.Contains(name) || names.Count == RecordField.MaximumNames || !shape.Added.TrueForAll(values => IsThere(values[i].Value)))
            {
                break;
            }

            names.Add(name);
        }

        return names;
    }

    private bool IsThere(ExpressionSyntax value)
    {
        var node = Root(Evaluate(value));
        return (node.Types & LuaTypes.Nil) == 0 && !node.MayBeNil && (node.Types != LuaTypes.None || node.Functions.Count > 0 || node.Crowd is not null);
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
                    _shapes[constructor] = Shape.None;
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

    /// <summary>The names of the fields that tables get one after the other from their beginning.</summary>
    private sealed class Shape(List<string> written)
    {
        /// <summary>That of tables that are no records.</summary>
        public static readonly Shape None = new([]);

        /// <summary>The names in the constructors.</summary>
        public List<string> Written { get; } = written;

        /// <summary>What each of the tables gets next: the same names, other values.</summary>
        public List<List<(string Name, ExpressionSyntax Value)>> Added { get; } = [];

        /// <summary>The names of the fields that are there from the beginning; null before someone asks.</summary>
        public List<string>? Names { get; set; }
    }
}
