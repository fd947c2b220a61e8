using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>
/// Fields of records in typed copies. The shape of a table is asked for once; as long as nothing can change it, its fields are elements of an array.
/// </content>
internal sealed partial class ChunkLowering
{
    // Where the guards of a statement have found the fields that it stores.
    private readonly Dictionary<FieldExpressionSyntax, (CsAtom Fields, int Index)> _storePlaces = [];

    // The shape that a table probably has, and the position of a field in it.
    private (CsAtom Shape, CsExpression Index)? PlaceOf(FieldExpressionSyntax field) =>
        _bound.Records.TryGetValue(field, out var place) ? (Shape(place), Integer(place.Index)) : null;

    private CsAtom Shape(RecordField place)
    {
        var names = new List<CsAtom>();
        foreach (var name in place.Names)
        {
            names.Add(Constant(name));
        }

        return Shape(names);
    }

    /// <summary>The variable with the fields of a table, after a test when it is not known; null when it is none that keeps its value.</summary>
    private KnownRecord? FindRecord(FieldExpressionSyntax field, CsExpression table, System.Action<CsExpression> require)
    {
        if (!_bound.Records.TryGetValue(field, out var place) || table is not CsAtom variable || !IsOwnVariable(field.Object))
        {
            return null;
        }

        var shape = Shape(place);
        if (_frame.Records.Find(variable.Text, shape.Text) is { } known)
        {
            return known;
        }

        var fields = new CsAtom(NextTemporary(), CsType.Other, true);
        require(new CsCall(
            CsType.Bool, null, "TryFields", table, shape, Integer(place.Names.Count), new CsAtom($"out LuaValue[] {fields.Text}", CsType.Other)));
        var record = new KnownRecord(shape.Text, fields, false);
        _frame.Records.Set(variable.Text, record);
        return record;
    }

    // A variable of the method, or a value that a guard keeps in one.
    private bool IsOwnVariable(ExpressionSyntax table) =>
        _bound.Guards.ContainsKey(table) || (table is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) && !local.IsField);

    /// <summary>Reads a field of a record into a variable, after a test when it is not known to have the type.</summary>
    private void AddFieldGuard(FieldExpressionSyntax field, KnownRecord record, CsAtom value, System.Action<CsExpression> require, int line)
    {
        var index = _bound.Records[field].Index;
        var type = _bound.Guards[field];
        if (record.TypeAt(index) == type)
        {
            var number = new CsCall(value.Type, FieldAt(record.Fields, index), type == LuaTypes.Float ? "AsFloat" : "AsInteger");
            _frame.Out.Add(new CsDeclare(line, TypeName(value.Type), value.Text, number));
        }
        else
        {
            require(new CsCall(CsType.Bool, null, "TryIndex", record.Fields, Integer(index), new CsAtom($"out {TypeName(value.Type)} {value.Text}", CsType.Other)));
        }

        if (type is LuaTypes.Integer or LuaTypes.Float)
        {
            _frame.Records.Set(((CsAtom)LowerTyped(field.Object)).Text, record.With(index, type, value));
        }
    }

    /// <summary>Makes sure that a field can be stored without anything else happening.</summary>
    private void AddStoreGuard(FieldExpressionSyntax field, System.Action<CsExpression> require)
    {
        var table = LowerTyped(field.Object);
        var record = FindRecord(field, table, require)!;
        var index = _bound.Records[field].Index;
        if (!record.IsWritable)
        {
            require(new CsCall(CsType.Bool, null, "CanStore", table));
            _frame.Records.Set(((CsAtom)table).Text, record = record with { IsWritable = true });
        }

        if (record.TypeAt(index) == LuaTypes.None)
        {
            require(new CsUnary(CsType.Bool, "!", new CsMember(CsType.Bool, FieldAt(record.Fields, index), "IsNil")));
        }

        _storePlaces[field] = (record.Fields, index);
    }

    private static CsElement FieldAt(CsAtom fields, int index) => new(CsType.Value, fields, Integer(index));

    private CsStatement StoreField(CsAtom fields, int index, CsExpression value, int line)
    {
        var type = value.Type switch { CsType.Long => LuaTypes.Integer, CsType.Double => LuaTypes.Float, _ => LuaTypes.None };
        if (type == LuaTypes.None || _frame.Records.TypeAt(fields, index) != type)
        {
            _frame.Records.Store(fields, index, type, null);
            return new CsEvaluate(line, new CsAssign(FieldAt(fields, index), value));
        }

        var stored = new CsAtom(NextTemporary(), value.Type, true);
        _frame.Records.Store(fields, index, type, stored);
        var store = new CsCall(value.Type, null, type == LuaTypes.Float ? "SetFloat" : "SetInteger", fields, Integer(index), value);
        return new CsDeclare(line, TypeName(value.Type), stored.Text, store);
    }

    /// <summary>Forgets what a statement may have changed.</summary>
    private void EndStatement(StatementSyntax statement)
    {
        if (statement is LocalStatementSyntax or AssignmentStatementSyntax or CallStatementSyntax)
        {
            EndCondition(statement);
        }
    }

    /// <summary>Forgets what the evaluation of a condition, or a statement without blocks, may have changed.</summary>
    private void EndCondition(SyntaxNode node)
    {
        if (IsTypedFrame && !_bound.Pure.Contains(node))
        {
            _frame.Records.ForgetAll();
        }
    }

    /// <summary>Forgets what any pass of a loop may change.</summary>
    private void EnterLoop(StatementSyntax statement)
    {
        if (!IsTypedFrame)
        {
            return;
        }

        if (statement is AssignmentStatementSyntax assignment)
        {
            for (var i = 0; i < assignment.Targets.Count; i++)
            {
                if (_bound.Locals.TryGetValue(assignment.Targets[i], out var local))
                {
                    _frame.Records.Forget(local.CsName);
                }
                else if (assignment.Targets[i] is FieldExpressionSyntax field && _bound.Stores.Contains(field))
                {
                    _frame.Records.Store(null, _bound.Records[field].Index, TypeOf(assignment.Values[i]), null);
                }
            }
        }

        if (statement is GenericForStatementSyntax)
        {
            _frame.Records.ForgetAll();
        }
        else if (statement is IfStatementSyntax @if)
        {
            foreach (var clause in @if.Clauses)
            {
                EndCondition(clause);
            }
        }
        else if (statement is WhileStatementSyntax or RepeatStatementSyntax or NumericForStatementSyntax)
        {
            EndCondition(statement);
        }
        else
        {
            EndStatement(statement);
        }

        foreach (var block in SyntaxWalk.BlocksOf(statement))
        {
            foreach (var inner in block.Statements)
            {
                EnterLoop(inner);
            }
        }
    }
}
