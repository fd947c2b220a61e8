using System;
using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Syntax;

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

        var lists = _frame.Lists;
        var runEnd = 0;
        for (var i = 0; i < block.Statements.Count; i++)
        {
            var statement = block.Statements[i];
            if (i >= runEnd)
            {
                _frame.Lists = lists;
            }

            if (FindRun(block, i, i < runEnd ? runEnd : block.Statements.Count) is > 0 and var count)
            {
                runEnd = i + count;
            }

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

            LowerWhole(statement);
        }

        _frame.Lists = lists;
        _frame.Blocks.RemoveAt(_frame.Blocks.Count - 1);
    }

    // A statement with the comments before it, and what is asked and noted around it.
    private void LowerWhole(StatementSyntax statement)
    {
        AddComments(statement.Span.Start);
        if (statement is AssignmentStatementSyntax assignment && Swap(assignment) is { } swap)
        {
            var records = _frame.Records.Copy();
            _frame.Out.Add(Otherwise(swap, (IndexExpressionSyntax)assignment.Targets[0], LineOf(statement)) ?? new CsIf(LineOf(statement), new CsUnary(CsType.Bool, "!", swap), LowerApart(LowerGuarded), null));
            _frame.Records.Meet(records);
        }
        else
        {
            LowerGuarded();
        }

        if (statement is not RepeatStatementSyntax)
        {
            // The place after the body of a repeat is its condition.
            AddPoint(statement, true);
        }

        void LowerGuarded()
        {
            if (statement is not (WhileStatementSyntax or RepeatStatementSyntax))
            {
                AddGuards(statement, false, LineOf(statement));
            }

            LowerStatement(statement);
            EndStatement(statement);
        }
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
                DeclareFunction(_bound.Locals[local.Name], LineOf(local.Name.Span.Start));
                break;
            case FunctionStatementSyntax function:
                LowerFunctionStatement(function, line);
                break;
            case AssignmentStatementSyntax assignment:
                LowerAssignment(assignment, line);
                break;
            case CallStatementSyntax call when IsError(call.Call):
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
                    if (IsTypedFrame)
                    {
                        LowerLoop(@while, line, () => LowerWithLists(@while, line, () => LowerTypedWhile(@while, line)));
                        break;
                    }

                    AddPoint(@while, false);
                    var condition = Condition(@while.Condition);
                    _frame.Out.Add(new CsWhile(line, condition, LowerBlock(@while.Block)));
                    break;
                }

            case RepeatStatementSyntax repeat:
                EnterLoop(repeat);
                LowerLoop(repeat, line, () => LowerWithLists(repeat, line, () => LowerRepeat(repeat, line)));
                break;
            case IfStatementSyntax @if:
                LowerIf(@if);
                break;
            case NumericForStatementSyntax numeric:
                EnterLoop(numeric);
                LowerLoop(numeric, line, () => LowerNumericFor(numeric, line));
                break;
            case GenericForStatementSyntax generic:
                EnterLoop(generic);
                LowerLoop(generic, line, () => LowerGenericFor(generic, line));
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
}
