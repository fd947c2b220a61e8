using System;
using System.Collections.Generic;
using System.Globalization;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Statements.</content>
internal sealed partial class ChunkLowering
{
    private CsBlock LowerBlock(BlockSyntax block, Action? before = null, Action? after = null)
    {
        var outer = _frame.Out;
        var declared = _frame.Declared.Count;
        var statements = new List<CsStatement>();
        _frame.Out = statements;
        var records = _frame.Records.Copy();
        before?.Invoke();
        LowerStatements(block);
        after?.Invoke();
        if (block.Statements.Count == 0 || block.Statements[block.Statements.Count - 1] is not (ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax))
        {
            records.Meet(_frame.Records);
        }

        _frame.Records = records;
        _frame.Out = outer;
        _frame.Declared.RemoveRange(declared, _frame.Declared.Count - declared);
        return new CsBlock(0, statements);
    }

    private void LowerStatements(BlockSyntax block)
    {
        var whole = _frame.Out;
        var jumpsBack = false;
        StatementSyntax? fresh = null;
        Dictionary<string, LabelStatementSyntax>? labels = null;
        foreach (var statement in block.Statements)
        {
            if (statement is LabelStatementSyntax label)
            {
                _frame.Labels[label] = _frame.Temporaries.NewLabel(label.Name.Text);
                labels ??= new Dictionary<string, LabelStatementSyntax>(StringComparer.Ordinal);
                labels[label.Name.Text] = label;
            }
        }

        _frame.Blocks.Add(labels);

        foreach (var statement in block.Statements)
        {
            if (statement is LabelStatementSyntax entered)
            {
                jumpsBack |= LabelAnalysis.NeedsFreshVariables(_bound, block, entered);
                if (fresh is not null && LabelAnalysis.IsEnteredFromBefore(block, entered, fresh))
                {
                    _frame.Out = whole; // a label at the end of the block, outside the scope of its variables
                }
            }
            else if (jumpsBack && LabelAnalysis.DeclaresCaptured(_bound, statement))
            {
                // Variables that closures hold are new each time that control comes here again; labels up to here can be jumped to from before.
                jumpsBack = false;
                fresh = statement;
                var statements = new List<CsStatement>();
                _frame.Out.Add(new CsBlock(0, statements));
                _frame.Out = statements;
            }

            AddComments(statement.Span.Start);
            if (statement is not (WhileStatementSyntax or RepeatStatementSyntax))
            {
                AddGuards(statement, false, LineOf(statement));
            }

            LowerStatement(statement);
            EndStatement(statement);
            if (statement is not RepeatStatementSyntax)
            {
                // The place after the body of a repeat is its condition.
                AddPoint(statement, true);
            }
        }

        _frame.Blocks.RemoveAt(_frame.Blocks.Count - 1);
    }

    private void LowerStatement(StatementSyntax statement)
    {
        var line = LineOf(statement);
        switch (statement)
        {
            case LocalStatementSyntax local:
                LowerLocal(local, line);
                break;
            case LocalFunctionStatementSyntax local:
                DeclareFunction(_bound.Locals[local.Name], line);
                break;
            case FunctionStatementSyntax function:
                LowerFunctionStatement(function, line);
                break;
            case AssignmentStatementSyntax assignment:
                LowerAssignment(assignment, line);
                break;
            case CallStatementSyntax call when FunctionAnalysis.IsError(_bound, call.Call):
                LowerError((CallExpressionSyntax)call.Call, line);
                break;
            case CallStatementSyntax call:
                _frame.Out.Add(new CsEvaluate(line, LowerCall(call.Call, CallUse.Statement)));
                break;
            case DoStatementSyntax @do:
                _frame.Out.Add(LowerBlock(@do.Block));
                break;
            case WhileStatementSyntax @while:
                {
                    EnterLoop(@while);
                    if (IsTypedFrame && _bound.GuardsOf.ContainsKey(@while))
                    {
                        LowerGuardedWhile(@while, line);
                        break;
                    }

                    AddPoint(@while, false);
                    var condition = Condition(@while.Condition);
                    _frame.Out.Add(new CsWhile(line, condition, LowerBlock(@while.Block)));
                    break;
                }

            case RepeatStatementSyntax repeat:
                EnterLoop(repeat);
                LowerRepeat(repeat, line);
                break;
            case IfStatementSyntax @if:
                LowerIf(@if);
                break;
            case NumericForStatementSyntax numeric:
                EnterLoop(numeric);
                LowerNumericFor(numeric, line);
                break;
            case GenericForStatementSyntax generic:
                EnterLoop(generic);
                LowerGenericFor(generic, line);
                break;
            case ReturnStatementSyntax @return:
                LowerReturn(@return, line);
                break;
            case BreakStatementSyntax:
                _frame.Out.Add(new CsBreak(line));
                break;
            case GotoStatementSyntax @goto:
                if (FindLabel(@goto.Label.Text) is { } target)
                {
                    _frame.Out.Add(new CsGoto(line, _frame.Labels[target]));
                }

                break;
            case LabelStatementSyntax label:
                _frame.Records.ForgetAll();
                _frame.Out.Add(new CsLabel(line, _frame.Labels[label]));
                break;
            default:
                break; // type declarations emit nothing
        }
    }

    // The condition is asked for its types each time.
    private void LowerGuardedWhile(WhileStatementSyntax statement, int line)
    {
        var body = LowerBlock(statement.Block, () =>
        {
            AddGuards(statement, false, line);
            _frame.Out.Add(new CsIf(line, new CsUnary(CsType.Bool, "!", Condition(statement.Condition)), new CsBlock(0, [new CsBreak(line)]), null));
            EndCondition(statement);
        });
        _frame.Out.Add(new CsWhile(line, new CsAtom("true", CsType.Bool, true), body));
    }

    private LabelStatementSyntax? FindLabel(string name)
    {
        for (var i = _frame.Blocks.Count - 1; i >= 0; i--)
        {
            if (_frame.Blocks[i] is { } labels && labels.TryGetValue(name, out var label))
            {
                return label;
            }
        }

        return null;
    }

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
        for (var i = 0; i < Math.Max(variables.Count, values.Count); i++)
        {
            var symbol = i < variables.Count ? _bound.Locals[variables[i]] : null;
            if (symbol?.KnownFunction is not null)
            {
                if (!symbol.IsDefinedLater)
                {
                    DeclareFunction(symbol, line);
                }
            }
            else if (i >= values.Count)
            {
                Initialize(symbol!, open is null ? Nil : Element(open, i - values.Count + 1), line);
            }
            else if (symbol is null)
            {
                Discard(values[i], line);
            }
            else if (i == values.Count - 1 && variables.Count > values.Count && IsOpen(values[i]))
            {
                open = KeepMultiple(values[i], variables.Count - i, line);
                Initialize(symbol, Element(open, 0), line);
            }
            else
            {
                var value = Expect(symbol, values[i], Lower(values[i]), statement, line);
                Initialize(symbol, value, line);
            }
        }
    }

    /// <summary>Keeps a value in a new temporary of its own type.</summary>
    private CsExpression Keep(CsExpression value, int line)
    {
        var name = NextTemporary();
        _frame.Out.Add(new CsDeclare(line, TypeName(value.Type), name, value));
        return new CsAtom(name, value.Type);
    }

    private void Discard(ExpressionSyntax expression, int line)
    {
        if (expression is CallExpressionSyntax or MethodCallExpressionSyntax)
        {
            _frame.Out.Add(new CsEvaluate(line, LowerCall(expression, CallUse.Statement)));
        }
        else if (!IsPure(expression))
        {
            Keep(Lower(expression), line);
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

        SetField(target, Constant(last.Text), FunctionValue(function, statement.Body), At(last.Span.Start), what, line);
    }

    private void LowerAssignment(AssignmentStatementSyntax statement, int line)
    {
        if (statement.Targets.Count == 1)
        {
            for (var i = 1; i < statement.Values.Count; i++)
            {
                if (!IsPure(statement.Values[i]))
                {
                    LowerMultipleAssignment(statement, line);
                    return;
                }
            }

            var (target, prepare) = PrepareTarget(statement.Targets[0], false);
            var value = Lower(statement.Values[0]);
            if (_bound.Locals.TryGetValue(target, out var local))
            {
                value = Expect(local, statement.Values[0], value, statement, line);
            }

            Store(target, prepare, value, line);
            return;
        }

        LowerMultipleAssignment(statement, line);
    }

    private void LowerMultipleAssignment(AssignmentStatementSyntax statement, int line)
    {
        var targets = new List<(ExpressionSyntax Syntax, CsExpression[] Parts)>();
        foreach (var target in statement.Targets)
        {
            targets.Add(PrepareTarget(target, true));
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

        for (var i = targets.Count - 1; i >= 0; i--)
        {
            Store(targets[i].Syntax, targets[i].Parts, values[i], line);
        }
    }

    // The declared type of a temporary must hold what a function or table object is.
    private static CsExpression Variant(CsExpression value) =>
        value.Type is CsType.Function or CsType.Other ? new CsUnary(CsType.Value, "(LuaValue)", value) : value;

    // Evaluates what a target needs before the values; into temporaries when other targets stand beside it.
    private (ExpressionSyntax Syntax, CsExpression[] Parts) PrepareTarget(ExpressionSyntax target, bool keep)
    {
        CsExpression Part(ExpressionSyntax syntax)
        {
            var value = Coerce(Lower(syntax), CsTypeOf(TypeOf(syntax)));
            return keep && value is not CsAtom { IsConstant: true } ? Keep(Variant(value), LineOf(syntax)) : value;
        }

        return target switch
        {
            FieldExpressionSyntax field => (target, [Part(field.Object)]),
            IndexExpressionSyntax index => (target, [Part(index.Object), Part(index.Key)]),
            _ => (target, []),
        };
    }

    private void Store(ExpressionSyntax target, CsExpression[] parts, CsExpression value, int line)
    {
        switch (target)
        {
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                _frame.Records.Forget(local.CsName);
                _frame.Out.Add(new CsEvaluate(line, new CsAssign(Variable(local), Coerce(value, CsTypeOf(local)))));
                break;
            case NameExpressionSyntax name:
                _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, Lua, "SetGlobal", Constant(name.Name), value, At(name.Span.Start))));
                break;
            case FieldExpressionSyntax field when IsTypedFrame && _storePlaces.TryGetValue(field, out var place):
                _frame.Out.Add(new CsEvaluate(line, StoreField(place.Fields, place.Index, value)));
                break;
            case FieldExpressionSyntax field when parts[0].Type == CsType.Table && PlaceOf(field) is var (shape, index):
                _frame.Out.Add(new CsEvaluate(line, new CsCall(
                    CsType.Void, null, "SetIndex", parts[0], shape, index, Constant(field.Name.Text), value, NextSlot(), At(field.Name.Span.Start), Text(Describe(field.Object)))));
                break;
            case FieldExpressionSyntax field:
                SetField(parts[0], Constant(field.Name.Text), value, At(field.Name.Span.Start), Describe(field.Object), line);
                break;
            case IndexExpressionSyntax { Key: StringLiteralSyntax text } index:
                SetField(parts[0], Constant(text.Value), value, At(index.Key.Span.Start), Describe(index.Object), line);
                break;
            case IndexExpressionSyntax index:
                _frame.Out.Add(new CsEvaluate(line, Waits(Metamethods.NewIndex)
                    ? SetAwaited(parts[0], parts[1], value, At(index.Key.Span.Start), Describe(index.Object))
                    : new CsCall(CsType.Void, null, "SetIndex", parts[0], parts[1], value, At(index.Key.Span.Start), Text(Describe(index.Object)))));
                break;
            default:
                break;
        }
    }

    // Assigns a field with a constant name, through a cached slot unless assigning may wait.
    private void SetField(CsExpression target, CsExpression name, CsExpression value, CsExpression at, string? what, int line) =>
        _frame.Out.Add(new CsEvaluate(line, Waits(Metamethods.NewIndex)
            ? SetAwaited(target, name, value, at, what)
            : new CsCall(CsType.Void, null, "SetIndex", target, name, value, NextSlot(), at, Text(what))));

    private static CsAwait SetAwaited(CsExpression target, CsExpression key, CsExpression value, CsExpression at, string? what) =>
        new(CsType.Values, new CsCall(CsType.Other, null, "SetIndexAsync", target, key, value, at, Text(what)));

    private void LowerRepeat(RepeatStatementSyntax statement, int line)
    {
        var body = LowerBlock(statement.Block, null, () =>
        {
            AddComments(statement.Condition.Span.Start);
            AddGuards(statement, true, LineOf(statement.Condition));
            var condition = Condition(statement.Condition);
            _frame.Out.Add(new CsIf(LineOf(statement.Condition), condition, new CsBlock(0, [new CsBreak(LineOf(statement.Condition))]), null));
        });
        _frame.Out.Add(new CsWhile(line, new CsAtom("true", CsType.Bool, true), body));
    }

    private void LowerIf(IfStatementSyntax statement)
    {
        if (statement.Clauses.Count > IfStatementSyntax.UsualClauses)
        {
            LowerLongIf(statement, LineOf(statement));
        }
        else
        {
            LowerIf(statement, 0);
        }
    }

    // In groups, each behind a flag that no clause has been taken yet.
    private void LowerLongIf(IfStatementSyntax statement, int line)
    {
        var open = new CsAtom(NextTemporary(), CsType.Bool);
        var outer = _frame.Out;
        outer.Add(new CsDeclare(line, "bool", open.Text, new CsAtom("true", CsType.Bool, true)));
        for (var start = 0; start < statement.Clauses.Count; start += IfStatementSyntax.UsualClauses)
        {
            var end = Math.Min(statement.Clauses.Count, start + IfStatementSyntax.UsualClauses);
            _frame.Out = [new CsEvaluate(line, new CsAssign(open, new CsAtom("false", CsType.Bool, true)))];
            var clauses = new List<(int Line, CsExpression Condition, CsBlock Then)>();
            for (var i = start; i < end; i++)
            {
                var clause = statement.Clauses[i];
                var condition = Condition(clause.Condition);
                clauses.Add((LineOf(clause.Condition), condition, LowerBlock(clause.Block)));
            }

            CsStatement? rest = end < statement.Clauses.Count
                ? new CsBlock(0, [new CsEvaluate(line, new CsAssign(open, new CsAtom("true", CsType.Bool, true)))])
                : statement.Else is { } @else ? LowerBlock(@else) : null;
            for (var i = clauses.Count - 1; i >= 0; i--)
            {
                rest = new CsIf(clauses[i].Line, clauses[i].Condition, clauses[i].Then, rest);
            }

            _frame.Out.Add(rest!);
            outer.Add(new CsIf(line, open, new CsBlock(0, _frame.Out), null));
            _frame.Out = outer;
        }
    }

    private void LowerIf(IfStatementSyntax statement, int start)
    {
        AddGuards(statement.Clauses[start], false, LineOf(statement.Clauses[start].Condition));

        // From the last clause to the first; the text is lowered in its own order, so that temporaries and comments keep it.
        var clauses = new List<(int Line, CsExpression Condition, CsBlock Then)>();
        CsStatement? rest = null;
        var next = start;
        for (; next < statement.Clauses.Count; next++)
        {
            var clause = statement.Clauses[next];
            if (next > start && HasGuards(clause))
            {
                var outer = _frame.Out;
                var records = _frame.Records.Copy();
                _frame.Out = [];
                LowerIf(statement, next);
                rest = new CsBlock(0, _frame.Out);
                _frame.Out = outer;
                records.Meet(_frame.Records);
                _frame.Records = records;
                break;
            }

            var condition = Condition(clause.Condition);
            EndCondition(clause);
            clauses.Add((LineOf(clause.Condition), condition, LowerBlock(clause.Block)));
        }

        if (next == statement.Clauses.Count && statement.Else is { } @else)
        {
            rest = LowerBlock(@else);
        }

        for (var i = clauses.Count - 1; i >= 0; i--)
        {
            rest = new CsIf(clauses[i].Line, clauses[i].Condition, clauses[i].Then, rest);
        }

        if (rest is not null)
        {
            _frame.Out.Add(rest);
        }
    }

    // The condition of a later clause that needs statements before it.
    private bool HasGuards(IfClauseSyntax clause) =>
        IsTypedFrame ? _bound.GuardsOf.ContainsKey(clause) : _frame.IsFlat && _frame.Exits!.FindPoint(clause, false) is not null;

    private void LowerNumericFor(NumericForStatementSyntax statement, int line)
    {
        var variable = _bound.Locals[statement.Variable];
        _loopOf[variable] = statement;
        var entered = _frame.IsFlat ? _frame.Exits!.FindLoop(statement) : null;
        if (entered is null && LowerFill(statement, variable, line))
        {
            return;
        }

        if (entered is null && TypeOf(statement.Initial) == LuaTypes.Integer && (statement.Step is null || TypeOf(statement.Step) == LuaTypes.Integer))
        {
            if ((statement.Step is null ? 1 : ConstantInteger(statement.Step)) is { } step && step != 0)
            {
                LowerIntegerFor(statement, variable, step, line);
            }
            else
            {
                LowerCountedFor(statement, variable, line);
            }

            return;
        }

        if (entered is null && ConstantStep(statement) is { } floatStep && CsTypeOf(TypeOf(statement.Initial)) is CsType.Double or CsType.Long)
        {
            LowerFloatFor(statement, variable, floatStep, line);
            return;
        }

        var arguments = new List<CsExpression> { Lower(statement.Initial), Lower(statement.Limit) };
        if (statement.Step is { } stepSyntax)
        {
            arguments.Add(Lower(stepSyntax));
        }

        arguments.Add(At(statement.Span.Start));
        var loop = entered ?? NextTemporary();
        _frame.Out.Add(new CsDeclare(line, "LuaForLoop", loop, new CsCall(CsType.Other, null, "ForPrepare", arguments.ToArray())));
        var type = CsTypeOf(variable);
        var loopName = new CsAtom(loop, CsType.Other);
        var body = LowerLoopBody(statement, "LuaForLoop", loopName, statement.Block, () =>
        {
            _frame.Out.Add(new CsDeclare(line, TypeName(type), variable.CsName, Coerce(new CsMember(CsType.Value, loopName, "Current"), type)));
            Declare(variable);
        });
        _frame.Out.Add(new CsWhile(line, new CsCall(CsType.Bool, loopName, "MoveNext"), body));
    }

    // The counter of a loop is the variable itself unless the body could tell the difference.
    private string LoopCounter(LocalSymbol variable, CsType type) =>
        variable.IsCaptured || variable.Writes > 0 || CsTypeOf(variable) != type ? NextTemporary() : variable.CsName;

    private void DeclareLoopVariable(LocalSymbol variable, CsAtom counter, int line)
    {
        if (counter.Text != variable.CsName)
        {
            _frame.Out.Add(new CsDeclare(line, TypeName(CsTypeOf(variable)), variable.CsName, counter));
        }

        Declare(variable);
    }

    private void LowerIntegerFor(NumericForStatementSyntax statement, LocalSymbol variable, long step, int line)
    {
        var counter = LoopCounter(variable, CsType.Long);
        var initial = LowerTyped(statement.Initial);
        CsExpression limit;
        var known = ConstantInteger(statement.Limit);
        if (known is not null)
        {
            limit = LowerTyped(statement.Limit);
        }
        else if (TypeOf(statement.Limit) == LuaTypes.Integer)
        {
            initial = initial is CsAtom { IsConstant: true } ? initial : Keep(initial, line);
            limit = LowerTyped(statement.Limit);
            limit = limit is CsAtom { IsConstant: true } ? limit : Keep(limit, line);
        }
        else
        {
            var arguments = new List<CsExpression>();
            if (ConstantInteger(statement.Initial) is null or long.MinValue or long.MaxValue)
            {
                initial = Keep(new CsUnary(CsType.Long, "(long)", initial), line);
                arguments.Add(new CsAtom("ref " + ((CsAtom)initial).Text, CsType.Other));
            }

            limit = Lower(statement.Limit);
            arguments.Add(limit.HasAwait ? Keep(Variant(limit), line) : limit);
            arguments.Add(Integer(step));
            arguments.Add(At(statement.Span.Start));
            limit = Keep(new CsCall(CsType.Long, null, "ForLimit", arguments.ToArray()), line);
        }

        var i = new CsAtom(counter, CsType.Long);
        var condition = new CsBinary(CsType.Bool, step > 0 ? "<=" : ">=", i, limit);
        CsExpression increment = step == 1 ? new CsAtom(counter + "++", CsType.Long)
            : step == -1 ? new CsAtom(counter + "--", CsType.Long)
            : new CsAtom(step > 0 ? $"{counter} += {CSharpText.Number(step)}" : $"{counter} -= {CSharpText.Number(-step)}", CsType.Long);
        var edge = step > 0 ? long.MaxValue - step : long.MinValue - step;
        var mayPass = known is not { } last ? !IsFarFromEnd(ConstantInteger(statement.Initial), step)
            : (step > 0 ? last > edge : last < edge) || step == long.MinValue;
        var body = LowerLoopBody(
            statement,
            "LuaForLoop",
            new CsCall(CsType.Other, null, "ForResume", i, limit, Integer(step)),
            statement.Block,
            () => DeclareLoopVariable(variable, i, line),
            () =>
            {
                if (mayPass)
                {
                    // The loop ends before the counter would wrap around.
                    var beyond = step > 0
                        ? new CsBinary(CsType.Bool, ">", i, new CsAtom("long.MaxValue - " + CSharpText.Number(step), CsType.Other))
                        : new CsBinary(CsType.Bool, "<", i, new CsAtom("long.MinValue + " + CSharpText.Number(unchecked(-step)), CsType.Other));
                    _frame.Out.Add(new CsIf(line, beyond, new CsBlock(0, [new CsBreak(line)]), null));
                }
            });
        _frame.Out.Add(new CsFor(line, "long", counter, initial, condition, increment, body));
    }

    // for i = a, b do t[i] = value end, with a value that stays the same.
    private bool LowerFill(NumericForStatementSyntax statement, LocalSymbol variable, int line)
    {
        if (statement.Block.Statements.Count != 1
            || statement.Block.Statements[0] is not AssignmentStatementSyntax { Targets.Count: 1, Values.Count: 1 } assignment
            || assignment.Targets[0] is not IndexExpressionSyntax { Object: NameExpressionSyntax list, Key: NameExpressionSyntax key } target
            || !_bound.Locals.TryGetValue(key, out var index) || index != variable || variable.IsCaptured
            || TypeOf(list) != LuaTypes.Table || !Stays(list) || !Stays(assignment.Values[0]) || TypeOf(statement.Initial) != LuaTypes.Integer
            || (statement.Step is { } step && TypeOf(step) != LuaTypes.Integer)
            || Waits(Metamethods.NewIndex) || _bound.GuardsOf.ContainsKey(assignment)
            || (_frame.IsFlat && _frame.Exits!.FindPoint(assignment, false) is not null))
        {
            return false;
        }

        AddComments(assignment.Span.Start);
        _frame.Out.Add(new CsEvaluate(line, new CsCall(
            CsType.Void, null, "Fill", LowerTyped(list), LowerTyped(statement.Initial), Lower(statement.Limit),
            statement.Step is { } given ? LowerTyped(given) : Integer(1), Lower(assignment.Values[0]), At(statement.Span.Start), At(key.Span.Start),
            Text(Describe(target.Object)))));
        return true;

        // What a metamethod cannot change.
        bool Stays(ExpressionSyntax value) =>
            value is NumberLiteralSyntax or TrueExpressionSyntax or FalseExpressionSyntax or NilExpressionSyntax
            || (value is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) && local != variable && local.KnownFunction is null
                && (local.Writes == 0 || !local.IsCaptured));
    }

    // Such a loop would run for years before its counter wraps around.
    private static bool IsFarFromEnd(long? initial, long step) =>
        initial is >= int.MinValue and <= int.MaxValue && step is >= -16 and <= 16;

    // The step is known to be an integer, but not its sign.
    private void LowerCountedFor(NumericForStatementSyntax statement, LocalSymbol variable, int line)
    {
        var counter = new CsAtom(LoopCounter(variable, CsType.Long), CsType.Long);
        var initial = Keep(LowerTyped(statement.Initial), line);
        var limit = Keep(Variant(Lower(statement.Limit)), line);
        var step = (CsAtom)Keep(LowerTyped(statement.Step!), line);
        var count = NextTemporary();
        _frame.Out.Add(new CsDeclare(
            line, "ulong", count, new CsCall(CsType.Other, null, "ForCount", initial, limit, step, At(statement.Span.Start))));
        var state = new CsCall(CsType.Other, null, "ForResumeCount", counter, new CsAtom(count, CsType.Other), step);
        var body = LowerLoopBody(statement, "LuaForLoop", state, statement.Block, () => DeclareLoopVariable(variable, counter, line));
        _frame.Out.Add(new CsFor(
            line, "long", counter.Text, initial, new CsBinary(CsType.Bool, ">", new CsAtom(count, CsType.Other), Integer(0)),
            new CsAtom($"{count}--, {counter.Text} = unchecked({counter.Text} + {step.Text})", CsType.Other), body));
    }

    // Start and step are numbers, one of them a float.
    private void LowerFloatFor(NumericForStatementSyntax statement, LocalSymbol variable, CsExpression step, int line)
    {
        var counter = new CsAtom(LoopCounter(variable, CsType.Double), CsType.Double);
        var initial = Coerce(LowerTyped(statement.Initial), CsType.Double);
        if (!IsWhole(initial) || !IsWhole(step))
        {
            // The loop begins by adding the step (Lua manual 3.3.5), which rounds.
            initial = new CsBinary(CsType.Double, "+", new CsBinary(CsType.Double, "-", initial, step), step);
        }

        initial = Keep(initial, line);
        var limit = Lower(statement.Limit);
        limit = Keep(
            limit.Type is CsType.Long or CsType.Double ? Coerce(limit, CsType.Double)
            : new CsCall(CsType.Double, null, "ForLimit", limit, At(statement.Span.Start)),
            line);
        var ascending = step is CsAtom atom && atom.Text[0] != '-';
        var state = new CsCall(CsType.Other, null, "ForResumeFloat", counter, limit, step);
        var body = LowerLoopBody(statement, "LuaForLoop", state, statement.Block, () => DeclareLoopVariable(variable, counter, line));
        _frame.Out.Add(new CsFor(
            line, "double", counter.Text, initial, new CsBinary(CsType.Bool, ascending ? "<=" : ">=", counter, limit),
            new CsBinary(CsType.Double, "+=", counter, step), body));
    }

    private static bool IsWhole(CsExpression number) =>
        number is CsAtom { IsConstant: true } atom && double.TryParse(atom.Text.TrimEnd('d'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) < 1 << 30 && value == Math.Floor(value);

    // The step of a loop over floats, when it is a finite number other than zero.
    private CsExpression? ConstantStep(NumericForStatementSyntax statement)
    {
        if (statement.Step is null || ConstantInteger(statement.Step) is not null)
        {
            return TypeOf(statement.Initial) == LuaTypes.Float && (statement.Step is null ? 1 : ConstantInteger(statement.Step)) is { } step && step != 0
                ? new CsAtom(CSharpText.Number((double)step), CsType.Double, true)
                : null;
        }

        var number = statement.Step.Unwrap() switch
        {
            NumberLiteralSyntax { IsInteger: false } literal => literal.FloatValue,
            UnaryExpressionSyntax { Operator: UnaryOperator.Negate, Operand: NumberLiteralSyntax { IsInteger: false } literal } => -literal.FloatValue,
            _ => 0,
        };
        return number != 0 && !double.IsInfinity(number) ? new CsAtom(CSharpText.Number(number), CsType.Double, true) : null;
    }

    private static long? ConstantInteger(ExpressionSyntax expression) => expression switch
    {
        NumberLiteralSyntax { IsInteger: true } number => number.IntegerValue,
        UnaryExpressionSyntax { Operator: UnaryOperator.Negate, Operand: NumberLiteralSyntax { IsInteger: true } number } => unchecked(-number.IntegerValue),
        ParenthesizedExpressionSyntax inner => ConstantInteger(inner.Expression),
        _ => null,
    };

    private void LowerGenericFor(GenericForStatementSyntax statement, int line)
    {
        var waits = FunctionAnalysis.IteratorMayWait(_bound, statement, _unknownMayWait);
        if (!waits && statement.Variables.Count <= 2)
        {
            LowerIterator(statement, line);
            return;
        }

        var values = Keep(LowerList(statement.Values), line);
        var iterator = Keep(Element(values, 0), line);
        var state = Keep(Element(values, 1), line);
        var control = (CsAtom)Keep(Element(values, 2), line);
        var at = At(statement.Values[0].Span.Start);
        _frame.Out.Add(new CsEvaluate(line, new CsCall(CsType.Void, new CsAtom("LuaIterator", CsType.Other), "CheckState", iterator, state, at)));
        var body = LowerBlock(statement.Block, () =>
        {
            List<CsExpression> call = [iterator, state, control, FromHere(at, CallUse.All, false), Text(null)];
            var results = statement.Variables.Count <= 2 ? Keep(CallTwo(call, waits), line)
                : Keep(waits ? Start(call, CallUse.All) : Call(call, CallUse.All), line);
            _frame.Out.Add(new CsEvaluate(line, new CsAssign(control, Element(results, 0))));
            _frame.Out.Add(new CsIf(line, new CsMember(CsType.Bool, control, "IsNil"), new CsBlock(0, [new CsBreak(line)]), null));
            for (var i = 0; i < statement.Variables.Count; i++)
            {
                var variable = _bound.Locals[statement.Variables[i]];
                _frame.Out.Add(new CsDeclare(
                    line, "LuaValue", variable.CsName, i == 0 ? control : Element(results, i)));
            }
        });
        _frame.Out.Add(new CsWhile(line, new CsAtom("true", CsType.Bool, true), body));
    }

    private void LowerIterator(GenericForStatementSyntax statement, int line)
    {
        var loop = (_frame.IsFlat ? _frame.Exits!.FindLoop(statement) : null) ?? NextTemporary();
        _frame.Out.Add(new CsDeclare(line, "LuaIterator", loop, LowerHostIterator(statement) ?? new CsNew(CsType.Other, "LuaIterator", [LowerList(statement.Values)])));
        var names = new List<string>();
        var copies = new List<(LocalSymbol Variable, CsExpression Value)>();
        foreach (var syntax in statement.Variables)
        {
            var variable = _bound.Locals[syntax];
            var name = variable.IsCaptured || CsTypeOf(variable) != CsType.Value ? NextTemporary() : variable.CsName;
            if (_frame.IsFlat)
            {
                _frame.Out.Add(new CsDeclare(line, "LuaValue", name, null));
            }

            names.Add((_frame.IsFlat ? "out " : "out LuaValue ") + name);
            copies.Add((variable, new CsAtom(name, CsType.Value)));
        }

        var next = new CsCall(
            CsType.Bool, new CsAtom(loop, CsType.Other), "MoveNext", Lua, FromHere(At(statement.Values[0].Span.Start), CallUse.All, false),
            new CsAtom(names[0], CsType.Other), new CsAtom(names.Count > 1 ? names[1] : "out _", CsType.Other));
        var body = LowerLoopBody(statement, "LuaIterator", new CsAtom(loop, CsType.Other), statement.Block, () => DeclareIterated(statement, copies, line));
        _frame.Out.Add(new CsWhile(line, next, body));
    }

    private void DeclareIterated(GenericForStatementSyntax statement, List<(LocalSymbol Variable, CsExpression Value)> copies, int line)
    {
        AddPoint(statement.Block, false);
        CsExpression? test = null;
        foreach (var (variable, value) in copies)
        {
            if (variable.Guess != LuaTypes.None && IsTypedFrame)
            {
                CsExpression failed = new CsUnary(CsType.Bool, "!", new CsMember(CsType.Bool, value, TestOf(variable.Guess)));
                test = test is null ? failed : new CsBinary(CsType.Bool, "||", test, failed);
            }
        }

        if (test is not null)
        {
            _frame.Out.Add(new CsIf(line, test, new CsBlock(0, Exit(statement.Block, false, line, copies.ToArray())), null));
        }

        foreach (var (variable, value) in copies)
        {
            if (((CsAtom)value).Text != variable.CsName)
            {
                var type = CsTypeOf(variable);
                _frame.Out.Add(new CsDeclare(line, TypeName(type), variable.CsName, Coerce(value, type)));
            }

            Declare(variable);
        }
    }

    private void LowerReturn(ReturnStatementSyntax statement, int line)
    {
        var function = _frame.Function;
        if (statement.Values.Count == 1 && FunctionAnalysis.IsError(_bound, statement.Values[0]))
        {
            LowerError((CallExpressionSyntax)statement.Values[0], line);
            return;
        }

        if (statement.Values.Count == 1 && statement.Values[0] is CallExpressionSyntax call && _bound.Calls[call] is { IsTail: true, Target: { } target }
            && target == function)
        {
            LowerSelfCall(call, line);
            return;
        }

        switch (function.Shape)
        {
            case ResultShape.Void:
                _frame.Out.Add(new CsReturn(line, null));
                break;
            case ResultShape.Single:
                {
                    var type = ResultTypeOf(function);
                    CsExpression result = statement.Values.Count == 0 ? Nil : Lower(statement.Values[0]);
                    var pure = true;
                    for (var i = 1; i < statement.Values.Count; i++)
                    {
                        pure &= IsPure(statement.Values[i]);
                    }

                    if (!pure)
                    {
                        result = Keep(Variant(result), line);
                        for (var i = 1; i < statement.Values.Count; i++)
                        {
                            Discard(statement.Values[i], line);
                        }
                    }

                    _frame.Out.Add(new CsReturn(line, Coerce(result, type)));
                    break;
                }

            default:
                _frame.Out.Add(new CsReturn(line, Coerce(LowerResults(statement.Values), ResultTypeOf(function))));
                break;
        }
    }

    // A call of error ends the function.
    private void LowerError(CallExpressionSyntax call, int line)
    {
        var arguments = new List<CsExpression> { Lower(call.Arguments[0]), At(call.Span.Start) };
        if (call.Arguments.Count == 2 && call.Arguments[1] is NumberLiteralSyntax { IntegerValue: 0 })
        {
            arguments.Add(Integer(0));
        }

        _frame.Out.Add(_frame.Function.ReturnsErrors
            ? new CsReturn(line, Coerce(new CsCall(CsType.Values, Lua, "Raise", arguments.ToArray()), ResultTypeOf(_frame.Function)))
            : new CsThrow(line, new CsCall(CsType.Other, Lua, "Error", arguments.ToArray())));
    }

    // All values of a return statement.
    private CsExpression LowerResults(EquatableArray<ExpressionSyntax> values)
    {
        if (values.Count == 1 && values[0] is CallExpressionSyntax or MethodCallExpressionSyntax)
        {
            return LowerCall(values[0], _bound.Calls[values[0]].IsTail ? CallUse.Tail : CallUse.All);
        }

        return _frame.Function.Shape != ResultShape.Open || values.Count > 1 || (values.Count == 1 && IsOpen(values[0])) ? LowerList(values)
            : values.Count == 1 ? Lower(values[0])
            : new CsAtom("LuaResult.None", CsType.Result);
    }

    // A call of itself at the end becomes a jump to the start with new parameters.
    private void LowerSelfCall(CallExpressionSyntax call, int line)
    {
        var function = _frame.Function;
        var values = new List<CsExpression>();
        CsExpression? open = null;
        var arguments = call.Arguments;
        var count = function.Parameters.Count;
        for (var i = 0; i < Math.Max(count, arguments.Count); i++)
        {
            if (function.HasVararg && i >= count)
            {
                break;
            }

            if (i >= count)
            {
                Discard(arguments[i], line);
            }
            else if (i >= arguments.Count)
            {
                values.Add(open is null ? Nil : Element(open, i - arguments.Count + 1));
            }
            else if (i == arguments.Count - 1 && IsOpen(arguments[i]) && (count > arguments.Count || function.HasVararg))
            {
                open = Keep(LowerMultiple(arguments[i]), line);
                values.Add(Element(open, 0));
            }
            else
            {
                var value = Coerce(Lower(arguments[i]), CsTypeOf(function.Parameters[i]));
                values.Add(value is CsAtom { IsConstant: true } ? value : Keep(Variant(value), line));
            }
        }

        CsExpression? rest = null;
        if (function.HasVararg)
        {
            // Evaluated before the parameters change.
            rest = open is not null
                ? new CsCall(CsType.Values, open, "From", Integer(count - arguments.Count + 1))
                : Keep(LowerList(arguments, count), line);
        }

        for (var i = 0; i < count; i++)
        {
            var parameter = function.Parameters[i];
            var type = CsTypeOf(parameter);
            _frame.Out.Add(new CsEvaluate(line, new CsAssign(new CsAtom(ParameterName(parameter), type), Coerce(values[i], type))));
        }

        if (rest is not null)
        {
            _frame.Out.Add(new CsEvaluate(line, new CsAssign(new CsAtom("varargs", CsType.Values), rest)));
        }

        _frame.Out.Add(new CsGoto(line, StartLabel(function)));
    }
}
