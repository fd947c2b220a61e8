using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Declarations of variables, and assignments.</content>
internal sealed partial class ChunkLowering
{
    // Declares a variable, or assigns it when it is a field.
    private void Initialize(LocalSymbol local, CsExpression value, int line)
    {
        var type = CsTypeOf(local);
        value = Coerce(value, type);
        _frame.Out.Add(local.IsField
            ? new CsEvaluate(line, new CsAssign(new CsAtom(local.CsName, type), value))
            : new CsDeclare(line, TypeName(type), local.CsName, value));
        _frame.Records.Forget(local.CsName);
        Declare(local);
    }

    private void LowerLocal(LocalStatementSyntax statement, int line)
    {
        var variables = statement.Variables;
        var values = statement.Values;
        CsExpression? open = null;
        var locals = variables.Select(v => _bound.Locals[v]).ToList();
        var areAsked = locals.Where((l, i) => IsAsked(l, values, i)).Any();
        var given = new List<CsExpression>();
        for (var i = 0; i < Math.Max(variables.Count, values.Count); i++)
        {
            var symbol = i < variables.Count ? locals[i] : null;
            if (symbol?.KnownFunction is not null)
            {
                if (!symbol.IsDefinedLater)
                {
                    DeclareFunction(symbol, line);
                }
            }
            else if (i >= values.Count)
            {
                Give(symbol!, open is null ? Nil : Element(open, i - values.Count + 1));
            }
            else if (symbol is null)
            {
                Discard(values[i], line);
            }
            else if (i == values.Count - 1 && variables.Count > values.Count && IsOpen(values[i]))
            {
                open = KeepMultiple(values[i], variables.Count - i, line);
                Give(symbol, Element(open, 0));
            }
            else
            {
                Give(symbol, Lower(values[i]));
            }
        }

        if (areAsked)
        {
            given = Expect([.. locals], values, given, statement, line);
            for (var i = 0; i < locals.Count; i++)
            {
                Initialize(locals[i], given[i], line);
            }
        }

        // Where values are asked for their types, all are evaluated before the first variable gets one.
        void Give(LocalSymbol symbol, CsExpression value)
        {
            if (areAsked)
            {
                given.Add(value is CsAtom { IsConstant: true } || (locals.Count == 1 && values.Count == 1) ? value : Keep(Variant(value), line));
            }
            else
            {
                Initialize(symbol, value, line);
            }
        }
    }

    private void LowerFunctionStatement(FunctionStatementSyntax statement, int line)
    {
        var first = statement.Names[0];
        var function = _bound.FunctionOf[statement.Body];
        _bound.Locals.TryGetValue(first, out var local);
        if (statement.Names.Count == 1 && statement.Method is null)
        {
            if (local?.KnownFunction is not null)
            {
                DeclareFunction(local, line);
                return;
            }

            var value = FunctionValue(function, statement.Body);
            _frame.Out.Add(local is not null
                ? new CsEvaluate(line, new CsAssign(Variable(local), value))
                : new CsEvaluate(line, new CsCall(CsType.Void, Lua, "SetGlobal", Constant(first.Text), value, At(first.Span.Start))));
            return;
        }

        var target = local is not null ? Variable(local) : Global(first.Text, first.Span.Start);
        var what = local is not null ? DescribeLocal(local) : $"global '{first.Text}'";
        var last = statement.Method ?? statement.Names[statement.Names.Count - 1];
        var count = statement.Method is null ? statement.Names.Count - 1 : statement.Names.Count;
        for (var i = 1; i < count; i++)
        {
            target = Indexed(target, Constant(statement.Names[i].Text), At(statement.Names[i].Span.Start), what);
            what = $"field '{statement.Names[i].Text}'";
        }

        SetField(target, Constant(last.Text), FunctionValue(function, statement.Body), At(statement.Span.Start), what, line);
    }

    private void LowerAssignment(AssignmentStatementSyntax statement, int line)
    {
        if (HoistedFunctions.DefinitionOf(statement) is { } definition && _bound.Locals.TryGetValue(definition.Node, out var defined) && defined.KnownFunction is not null)
        {
            DeclareFunction(defined, line);
            return;
        }

        if (statement.Targets.Count == 1 && !IsStoredLate(statement.Targets[0], statement.Values[0]))
        {
            for (var i = 1; i < statement.Values.Count; i++)
            {
                if (!IsPure(statement.Values[i]))
                {
                    LowerMultipleAssignment(statement, line);
                    return;
                }
            }

            if (IsTypedFrame && _bound.Moves.TryGetValue(statement, out var moved))
            {
                LowerMove(statement, moved, line);
                return;
            }

            var (target, prepare) = PrepareTarget(statement.Targets[0]);
            var value = Lower(statement.Values[0]);
            value = Expect([_bound.Locals.TryGetValue(target, out var local) ? local : null], statement.Values, [value], statement, line)[0];
            Store(target, prepare, value, At(statement), line);
            return;
        }

        LowerMultipleAssignment(statement, line);
    }

    private void LowerMultipleAssignment(AssignmentStatementSyntax statement, int line)
    {
        var targets = new List<(ExpressionSyntax Syntax, CsExpression[] Parts)>();
        for (var i = 0; i < statement.Targets.Count; i++)
        {
            targets.Add(PrepareTarget(statement.Targets[i], part => !IsAssignedAfter(part, i)));
        }

        var values = new List<CsExpression>();
        CsExpression? open = null;
        var count = statement.Values.Count;
        for (var i = 0; i < Math.Max(targets.Count, count); i++)
        {
            if (i >= count)
            {
                values.Add(open is null ? Nil : Element(open, i - count + 1));
            }
            else if (i >= targets.Count)
            {
                Discard(statement.Values[i], line);
            }
            else if (i == count - 1 && targets.Count > count && IsOpen(statement.Values[i]))
            {
                open = KeepMultiple(statement.Values[i], targets.Count - i, line);
                values.Add(Element(open, 0));
            }
            else
            {
                var value = Lower(statement.Values[i]);
                values.Add(value is CsAtom { IsConstant: true } ? value : Keep(Variant(value), line));
            }
        }

        values = Expect(targets.ConvertAll(t => _bound.Locals.TryGetValue(t.Syntax, out var local) ? local : null), statement.Values, values, statement, line);
        for (var i = targets.Count - 1; i >= 0; i--)
        {
            Store(targets[i].Syntax, targets[i].Parts, values[i], At(statement), line);
        }

        // A variable that stands further right as a target is kept before anything is assigned.
        bool IsAssignedAfter(ExpressionSyntax part, int index)
        {
            var variable = _bound.Locals[(NameExpressionSyntax)part.Unwrap()];
            for (var i = index + 1; i < statement.Targets.Count; i++)
            {
                if (statement.Targets[i] is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var assigned) && assigned == variable)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The test that has given two elements of a list each other's values, for an assignment that does no more; null for others, and where the test is of no use.</summary>
    private CsCall? Swap(AssignmentStatementSyntax assignment)
    {
        if (_frame.IsFlat || SamePlace.FindSwap(_bound, assignment) is not var (first, second))
        {
            return null;
        }

        var list = Lower(first.Object);
        if (_frame.Lists is { } lists)
        {
            // A list of lists may be one whose rows were found.
            if (!_bound.Guards.TryGetValue(first, out var type))
            {
                _bound.Guards.TryGetValue((IndexExpressionSyntax)assignment.Values[1], out type);
            }

            if (type is not (LuaTypes.Integer or LuaTypes.Float or LuaTypes.Boolean) || lists.FindKnown(first) is not null || lists.Find(list, type) is not { } elements)
            {
                return null;
            }

            list = elements;
        }

        return new CsCall(CsType.Bool, null, "TrySwap", list, Lower(first.Key), Lower(second.Key));
    }

    // Whether a part of the target is read after something that may assign it.
    private bool IsStoredLate(ExpressionSyntax target, ExpressionSyntax value) => target switch
    {
        FieldExpressionSyntax field => !IsPure(value) && IsIndexedLate(field.Object),
        IndexExpressionSyntax index => (!IsPure(value) && (IsIndexedLate(index.Object) || IsReadLate(index.Key))) || (!IsPure(index.Key) && IsIndexedLate(index.Object)),
        _ => false,
    };

    // The declared type of a temporary must hold what a function or table object is.
    private static CsExpression Variant(CsExpression value) =>
        value.Type is CsType.Function or CsType.Other ? new CsUnary(CsType.Value, "(LuaValue)", value) : value;

    // Evaluates what a target needs before the values; into temporaries when other targets stand beside it, but for variables that are read late.
    private (ExpressionSyntax Syntax, CsExpression[] Parts) PrepareTarget(ExpressionSyntax target, Func<ExpressionSyntax, bool>? mayReadLate = null)
    {
        CsExpression Part(ExpressionSyntax syntax, bool isLate)
        {
            var value = Coerce(Lower(syntax), CsTypeOf(TypeOf(syntax)));
            return mayReadLate is null || value is CsAtom { IsConstant: true } || (isLate && mayReadLate(syntax)) ? value : Keep(Variant(value), LineOf(syntax));
        }

        return target switch
        {
            FieldExpressionSyntax field => (target, [Part(field.Object, IsIndexedLate(field.Object))]),
            IndexExpressionSyntax index => (target, [Part(index.Object, IsIndexedLate(index.Object)), Part(index.Key, IsReadLate(index.Key))]),
            _ => (target, []),
        };
    }

    private void Store(ExpressionSyntax target, CsExpression[] parts, CsExpression value, CsExpression at, int line)
    {
        switch (target)
        {
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                _frame.Records.Forget(local.CsName);
                _frame.Out.Add(new CsEvaluate(line, new CsAssign(Variable(local), Coerce(value, CsTypeOf(local)))));
                break;
            case NameExpressionSyntax name:
                _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, Lua, "SetGlobal", Constant(name.Name), value, at)));
                break;
            case FieldExpressionSyntax field when IsTypedFrame && _storePlaces.TryGetValue(field, out var place):
                _frame.Out.Add(StoreField(place.Fields, place.Index, value, line));
                break;
            case FieldExpressionSyntax field when parts[0].Type == CsType.Table && PlaceOf(field) is var (shape, index):
                _frame.Out.Add(new CsEvaluate(line, new CsCall(
                    CsType.Void, null, "SetIndex", parts[0], shape, index, Constant(field.Name.Text), value, NextSlot(), at, Text(Describe(field.Object)))));
                break;
            case FieldExpressionSyntax field:
                SetField(parts[0], Constant(field.Name.Text), value, at, Describe(field.Object), line);
                break;
            case IndexExpressionSyntax { Key: StringLiteralSyntax text } index:
                SetField(parts[0], Constant(text.Value), value, at, Describe(index.Object), line);
                break;
            case IndexExpressionSyntax index when _frame.Lists is { } lists:
                StoreAmongLists(lists, index, parts, value, at, line);
                break;
            case IndexExpressionSyntax index when parts[0].Type == CsType.Table && parts[1].Type == CsType.Long:
                StoreElement(index, parts, value, at, line);
                break;
            case IndexExpressionSyntax index:
                Store(parts[0], parts[1], value, null, at, Describe(index.Object), line);
                break;
            default:
                break;
        }
    }

    // Stores at an integer in a table. Lists are mostly filled behind their last element, and emptied from there.
    private void StoreElement(IndexExpressionSyntax target, CsExpression[] parts, CsExpression value, CsExpression at, int line)
    {
        var what = Describe(target.Object);
        if (Waits(Metamethods.NewIndex))
        {
            Store(parts[0], parts[1], value, null, at, what, line);
        }
        else if (value is CsAtom { Text: "LuaValue.Nil" })
        {
            _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, null, "ClearIndex", parts[0], parts[1], at, Text(what))));
        }
        else
        {
            var method = ListUses.IsAppended(target) ? "Append" : "SetIndex";
            _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, null, method, parts[0], parts[1], value, at, Text(what))));
        }
    }

    // Assigns a field with a constant name, through a cached slot.
    private void SetField(CsExpression target, CsExpression name, CsExpression value, CsExpression at, string? what, int line) =>
        Store(target, name, value, NextSlot(), at, what, line);

    private void Store(CsExpression target, CsExpression key, CsExpression value, CsExpression? slot, CsExpression at, string? what, int line)
    {
        CsExpression[] arguments = slot is null ? [target, key, value, at, Text(what)] : [target, key, value, slot, at, Text(what)];
        if (!Waits(Metamethods.NewIndex))
        {
            _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, null, "SetIndex", arguments)));
            return;
        }

        var frame = NextTemporary();
        _frame.Out.Add(new CsIf(
            line,
            new CsKeep(new CsCall(CsType.Other, null, "StartSetIndex", arguments), frame, true),
            new CsBlock(0, [new CsEvaluate(0, new CsAwait(CsType.Values, new CsAtom(frame, CsType.Other)))]),
            null));
    }
}
