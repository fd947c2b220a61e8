using System;
using System.Collections.Generic;
using System.Globalization;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Loops.</content>
internal sealed partial class ChunkLowering
{
    private void LowerTypedWhile(WhileStatementSyntax statement, int line)
    {
        if (!_bound.GuardsOf.ContainsKey(statement))
        {
            CsWhile Loop(CsBlock passes) => new(line, Condition(statement.Condition), passes);
            _frame.Out.Add(Loop(LowerPasses(statement, line, () => LowerBlock(statement.Block), Loop)));
            return;
        }

        // The condition is asked for its types each time.
        _frame.Out.Add(Endless(line, LowerPasses(
            statement,
            line,
            () => LowerBlock(statement.Block, () =>
            {
                AddPoint(statement, false);
                AddExit(statement.Condition, _bound.GuardsOf[statement], new(StringComparer.Ordinal), () => Exit(statement, false, line), line);
                EndCondition(statement);
            }),
            passes => Endless(line, passes))));
    }

    // Leaves the loop unless a condition holds, which is asked for its types. Both sides of an "and" are conditions of their own.
    private void AddExit(ExpressionSyntax condition, List<ExpressionSyntax> guards, Dictionary<string, CsAtom> known, Func<List<CsStatement>> exit, int line)
    {
        if (guards.Count > 0 && guards[guards.Count - 1] is BinaryExpressionSyntax { Operator: BinaryOperator.And } both && ReferenceEquals(both, condition.Unwrap()))
        {
            AddExit(both.Left, guards.GetRange(0, guards.Count - 1), known, exit, line);
            AddExit(both.Right, _bound.GuardsOf[both], known, exit, line);
            return;
        }

        AddGuards(guards, known, exit, line);
        _frame.Out.Add(new CsIf(line, new CsUnary(CsType.Bool, "!", Condition(condition)), new CsBlock(0, [new CsBreak(line)]), null));
    }

    private static CsWhile Endless(int line, CsBlock body) => new(line, new CsAtom("true", CsType.Bool, true), body);

    private void LowerRepeat(RepeatStatementSyntax statement, int line)
    {
        _frame.Out.Add(Endless(line, LowerPasses(
            statement,
            line,
            () => LowerBlock(statement.Block, null, () =>
            {
                AddComments(statement.Condition.Span.Start);
                AddGuards(statement, true, LineOf(statement.Condition));
                var condition = Condition(statement.Condition);
                _frame.Out.Add(new CsIf(LineOf(statement.Condition), condition, new CsBlock(0, [new CsBreak(LineOf(statement.Condition))]), null));
            }),
            passes => Endless(line, passes))));
    }

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

        arguments.Add(At(statement.DoSpan.Start));
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
            initial = Once(initial, line);
            limit = LowerTyped(statement.Limit);
            limit = Once(limit, line);
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
            arguments.Add(At(statement.DoSpan.Start));
            limit = Keep(new CsCall(CsType.Long, null, "ForLimit", arguments.ToArray()), line);
        }

        initial = ReserveLists(statement, variable, initial, limit, step, line);
        var i = new CsAtom(counter, CsType.Long);
        CsBinary Goes(CsExpression last) => new(CsType.Bool, step > 0 ? "<=" : ">=", i, last);
        var condition = Goes(limit);
        CsExpression increment = step == 1 ? new CsAtom(counter + "++", CsType.Long)
            : step == -1 ? new CsAtom(counter + "--", CsType.Long)
            : new CsAtom(step > 0 ? $"{counter} += {CSharpText.Number(step)}" : $"{counter} -= {CSharpText.Number(-step)}", CsType.Long);
        var edge = step > 0 ? long.MaxValue - step : long.MinValue - step;
        var mayPass = known is not { } last ? !IsFarFromEnd(ConstantInteger(statement.Initial), step)
            : (step > 0 ? last > edge : last < edge) || step == long.MinValue;
        CsBlock Body(bool mayBeAtEnd) => LowerLoopBody(
            statement,
            "LuaForLoop",
            new CsCall(CsType.Other, null, "ForResume", i, limit, Integer(step)),
            statement.Block,
            () => DeclareLoopVariable(variable, i, line),
            () =>
            {
                if (mayPass && mayBeAtEnd)
                {
                    // The loop ends before the counter would wrap around.
                    var beyond = step > 0
                        ? new CsBinary(CsType.Bool, ">", i, new CsAtom("long.MaxValue - " + CSharpText.Number(step), CsType.Other))
                        : new CsBinary(CsType.Bool, "<", i, new CsAtom("long.MinValue + " + CSharpText.Number(unchecked(-step)), CsType.Other));
                    _frame.Out.Add(new CsIf(line, beyond, new CsBlock(0, [new CsBreak(line)]), null));
                }
            });

        CsDo Passes(CsBlock passes, CsExpression last) => new(line, passes with { Statements = [.. passes.Statements, new CsEvaluate(line, increment)] }, Goes(last));
        if (_frame.Around is { FollowsCounter: true } uses && counter == variable.CsName)
        {
            initial = uses.Grown is { GrowsInPlace: true } ? Once(initial, line) : initial;
            var body = LowerFollowing(statement, uses, line, (i, initial, limit, Integer(step), step), Passes, Body);
            _frame.Out.Add(new CsFor(line, "long", counter, initial, condition, [increment], body));
        }
        else
        {
            LowerWithLists(
                statement,
                line,
                () =>
                {
                    var lists = step == 1 && _frame.Lists?.Loop == statement ? _frame.Lists : null;
                    if (lists is not null)
                    {
                        lists.FindsRows = true;
                    }

                    var body = LowerPasses(statement, line, () => Body(true), passes => Passes(passes, limit), i);
                    foreach (var (grid, type, rows) in lists?.RowsOfGrids ?? [])
                    {
                        initial = Once(initial, line);
                        _frame.Out.Add(new CsDeclare(
                            line, $"LuaRows<{TypeName(CsTypeOf(type))}>", rows.Text, new CsCall(CsType.Other, null, "RowsOf" + NameOf(type), grid, initial, limit)));
                    }

                    _frame.Out.Add(new CsFor(line, "long", counter, initial, condition, [increment], body));
                });
        }
    }

    // The value of an expression, which is evaluated here.
    private CsExpression Once(CsExpression value, int line) => value is CsAtom { IsConstant: true } ? value : Keep(value, line);

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
            statement.Step is { } given ? LowerTyped(given) : Integer(1), Lower(assignment.Values[0]), At(statement.DoSpan.Start), At(assignment),
            Text(Describe(target.Object)))));
        RenewLists(~LuaTypes.None);
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
            line, "ulong", count, new CsCall(CsType.Other, null, "ForCount", initial, limit, step, At(statement.DoSpan.Start))));
        var state = new CsCall(CsType.Other, null, "ForResumeCount", counter, new CsAtom(count, CsType.Other), step);
        var goesOn = new CsBinary(CsType.Bool, ">", new CsAtom(count, CsType.Other), Integer(0));
        var next = new CsAtom($"{counter.Text} = unchecked({counter.Text} + {step.Text})", CsType.Other);
        CsBlock Body() => LowerLoopBody(statement, "LuaForLoop", state, statement.Block, () => DeclareLoopVariable(variable, counter, line));
        CsDo Passes(CsBlock passes) => new(
            line, passes with { Statements = [.. passes.Statements, new CsEvaluate(line, next)] }, new CsBinary(CsType.Bool, ">", new CsAtom("--" + count, CsType.Other), Integer(0)));
        void AddLoop(CsBlock body) => _frame.Out.Add(new CsFor(line, "long", counter.Text, initial, goesOn, [new CsAtom(count + "--", CsType.Other), next], body));
        if (_frame.Around is { FollowsCounter: true } uses && counter.Text == variable.CsName)
        {
            var last = Keep(new CsAtom($"unchecked({((CsAtom)initial).Text} + (long)({count} - 1) * {step.Text})", CsType.Long), line);
            AddLoop(LowerFollowing(
                statement, uses, line, (counter, initial, last, step, null),
                (passes, _) => Passes(passes),
                _ => Body()));
        }
        else
        {
            LowerWithLists(statement, line, () => AddLoop(LowerPasses(statement, line, Body, Passes, counter)));
        }
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
            : new CsCall(CsType.Double, null, "ForLimit", limit, At(statement.DoSpan.Start)),
            line);
        var ascending = step is CsAtom atom && atom.Text[0] != '-';
        var state = new CsCall(CsType.Other, null, "ForResumeFloat", counter, limit, step);
        var body = LowerLoopBody(statement, "LuaForLoop", state, statement.Block, () => DeclareLoopVariable(variable, counter, line));
        _frame.Out.Add(new CsFor(
            line, "double", counter.Text, initial, new CsBinary(CsType.Bool, ascending ? "<=" : ">=", counter, limit),
            [new CsBinary(CsType.Double, "+=", counter, step)], body));
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
        var waits = FunctionAnalysis.IteratorMayWait(_bound, statement, _bound.IteratorsMayWait);
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
            var results = statement.Variables.Count <= 2 ? Keep(CallTwo(call, waits ? "StartTwo" : null), line)
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
        if (IsTypedFrame && HostIteratorOf(statement) is ("ipairs", var list, _) && TypeOf(list) == LuaTypes.Table)
        {
            LowerListIterator(statement, list, line);
            return;
        }

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

    // for i, v in ipairs(list) in a typed copy: a counter, so that nothing but the element is in memory.
    private void LowerListIterator(GenericForStatementSyntax statement, ExpressionSyntax values, int line)
    {
        var list = Keep(LowerTyped(values), line);
        var first = _bound.Locals[statement.Variables[0]];
        var second = statement.Variables.Count > 1 ? _bound.Locals[statement.Variables[1]] : null;
        var counter = new CsAtom(LoopCounter(first, CsType.Long), CsType.Long);
        var body = LowerLoopBody(
            statement, "LuaIterator", new CsCall(CsType.Other, new CsAtom("LuaIterator", CsType.Other), "ListAt", list, counter), statement.Block,
            () =>
            {
                AddPoint(statement.Block, false);
                var element = new CsAtom(NextTemporary(), CsType.Value);
                var find = new List<CsStatement>
                {
                    new CsDeclare(line, "LuaValue", element.Text, new CsCall(CsType.Value, null, "Index", list, counter, Integer(0))),
                };
                find.AddRange(_frame.Lists?.Renewal ?? []); // a metamethod may have been called
                find.Add(new CsIf(line, new CsMember(CsType.Bool, element, "IsNil"), new CsBlock(0, [new CsBreak(line)]), null));
                if (second is not { Guess: LuaTypes.Integer or LuaTypes.Float or LuaTypes.String or LuaTypes.Table })
                {
                    _frame.Out.AddRange(find);
                    List<(LocalSymbol, CsExpression)> copies = [(first, counter)];
                    if (second is not null)
                    {
                        copies.Add((second, element));
                    }

                    DeclareIterated(statement, copies, line);
                    return;
                }

                // Mostly one of the array part; what is no such element is found in the general way.
                var value = new CsAtom(second.IsCaptured ? NextTemporary() : second.CsName, CsTypeOf(second.Guess));
                find.Add(new CsIf(
                    line, new CsUnary(CsType.Bool, "!", new CsMember(CsType.Bool, element, TestOf(second.Guess))),
                    new CsBlock(0, Exit(statement.Block, false, line, (first, counter), (second, element))), null));
                find.Add(new CsEvaluate(line, new CsAssign(value, Coerce(element, value.Type))));
                CsExpression read = values is NameExpressionSyntax && _frame.Lists?.Find(LowerTyped(values), second.Guess) is { } elements ? ReadAmong(elements, list, counter, "TryIndex", value) : Read("TryIndex", value, counter, list);
                _frame.Out.Add(new CsIf(line, new CsUnary(CsType.Bool, "!", read), new CsBlock(0, find), null));
                DeclareLoopVariable(first, counter, line);
                DeclareLoopVariable(second, value, line);
            });
        _frame.Out.Add(new CsFor(
            line, "long", counter.Text, Integer(1), new CsAtom("true", CsType.Bool, true), [new CsAtom(counter.Text + "++", CsType.Long)], body));
    }

    private void DeclareIterated(GenericForStatementSyntax statement, List<(LocalSymbol Variable, CsExpression Value)> copies, int line)
    {
        AddPoint(statement.Block, false);
        CsExpression? test = null;
        foreach (var (variable, value) in copies)
        {
            if (variable.Guess != LuaTypes.None && value.Type == CsType.Value && IsTypedFrame)
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
}
