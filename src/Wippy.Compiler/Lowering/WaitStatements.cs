using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Lowering;

/// <summary>Makes a statement of each call of a body that may wait (<see cref="CsWait"/>), so that control can come in behind it.</summary>
internal sealed class WaitStatements : Linearization
{
    // Variables of the body: no call assigns them.
    private readonly HashSet<string> _variables;
    private bool _hasFailed;

    private WaitStatements(IEnumerable<string> parameters, Func<string> nextTemporary)
        : base(nextTemporary) => _variables = [.. parameters];

    /// <summary>The statements of a body.</summary>
    /// <param name="body">Statements that await.</param>
    /// <param name="parameters">Names that are declared around it.</param>
    /// <param name="nextTemporary">Names new variables.</param>
    /// <returns>Null when it holds functions, which share its variables, or an operation that cannot be a statement.</returns>
    public static List<CsStatement>? Make(IReadOnlyList<CsStatement> body, IEnumerable<string> parameters, Func<string> nextTemporary)
    {
        var waits = new WaitStatements(parameters, nextTemporary);
        var result = waits.Statements(body);
        return waits._hasFailed ? null : result;
    }

    protected override bool Holds(CsExpression expression) => expression.HasAwait;

    protected override bool CanMove(CsExpression expression) => true;

    protected override bool IsKept(CsAtom atom) => base.IsKept(atom) || _variables.Contains(atom.Text);

    protected override void Leave() => _hasFailed = true;

    protected override void Add(CsStatement statement)
    {
        var line = statement.Line;
        foreach (var expression in CsTree.ExpressionsOf(statement))
        {
            _hasFailed |= HoldsFunction(expression);
        }

        switch (statement)
        {
            case CsEvaluate { Expression: CsAssign { Target: CsAtom { Text: "_" } } discard } when discard.HasAwait:
                Value(discard.Value, line);
                break;
            case CsEvaluate { Expression: CsAwait wait }:
                Value(wait, line);
                break;
            case CsDeclare declare:
                Out.Add(declare with { Value = declare.Value is { } value ? Value(value, line) : null });
                _variables.Add(declare.Name);
                break;
            case CsIf { Condition: CsKeep { NotNull: true, Operand: CsCall call } keep, Then: { } then }:
                var results = ((CsEvaluate)then.Statements[0]).Expression;
                var assignment = results as CsAssign;
                AddWait(call, keep.Name, (CsAtom?)assignment?.Target, PartOf((CsAwait)(assignment?.Value ?? results)), line);
                break;
            case CsIf @if:
                Out.Add(@if with { Condition = Value(DeclareResults(@if.Condition), line), Then = Block(@if.Then), Else = @if.Else is { } other ? Else(other) : null });
                break;
            case CsWhile { Condition.HasAwait: true } @while:
                Out.Add(LoopWithCondition(@while));
                break;
            case CsWhile @while:
                Out.Add(new CsWhile(line, DeclareResults(@while.Condition), Block(@while.Body)));
                break;
            case CsFor @for:
                _variables.Add(@for.Name);
                Out.Add(@for with { Initial = Value(@for.Initial, line), Body = Block(@for.Body) });
                break;
            case CsDo { Condition.HasAwait: true } @do:
                Out.Add(new CsWhile(line, new CsAtom("true", CsType.Bool, true), Passes(@do)));
                break;
            case CsDo @do:
                Out.Add(@do with { Body = Block(@do.Body) });
                break;
            default:
                _hasFailed |= statement is CsFunction || (statement is CsLabel label && label.Label.StartsWith("at_", StringComparison.Ordinal));
                base.Add(statement);
                break;
        }
    }

    // Functions inside share variables with the body; other delegates have but their own.
    private static bool HoldsFunction(CsExpression expression)
    {
        if (expression is CsLambda { Body: not null })
        {
            return true;
        }

        foreach (var child in CsTree.ChildrenOf(expression))
        {
            if (HoldsFunction(child))
            {
                return true;
            }
        }

        return false;
    }

    protected override CsExpression? TakeOut(CsExpression expression, int line)
    {
        switch (expression)
        {
            case CsConditional { Condition: CsKeep { NotNull: true, Operand: CsCall call } keep, WhenTrue: CsAwait wait } choice:
                var isUsed = choice.WhenFalse is CsAtom { Text: not ("default" or "LuaValue.Nil") };
                return AddWait(call, keep.Name, isUsed ? (CsAtom)choice.WhenFalse : null, PartOf(wait), line);
            case CsAwait { Type: CsType.Values, Operand: CsCall { Method: not "Yield" } task }:
                var results = new CsAtom(NextTemporary(), CsType.Values, true);
                return AddWait(new CsCall(CsType.Other, task, "Pending", new CsAtom("out LuaValues " + results.Text, CsType.Other)), NextTemporary(), results, null, line);
            case CsAwait:
                _hasFailed = true;
                return expression;
            default:
                return null;
        }
    }

    // A value that is kept for the operands becomes a variable: control may come in between.
    protected override CsExpression Condition(CsConditional choice, int line)
    {
        if (choice is { WhenTrue.HasAwait: false, WhenFalse.HasAwait: false })
        {
            return base.Condition(choice, line);
        }

        switch (choice.Condition)
        {
            case CsKeep { NotNull: false } keep:
                DeclareKept(keep, line);
                return new CsAtom("true", CsType.Bool, true);
            case CsBinary { Operator: "&&", Left: CsKeep { NotNull: false } keep } binary:
                DeclareKept(keep, line);
                return Value(binary.Right, line);
            default:
                return base.Condition(choice, line);
        }
    }

    private void DeclareKept(CsKeep keep, int line)
    {
        var value = Value(keep.Operand, line);
        Out.Add(new CsDeclare(line, ChunkLowering.TypeName(value.Type), keep.Name, value));
        _variables.Add(keep.Name);
    }

    private static string? PartOf(CsAwait wait) => (wait.Operand as CsNew)?.Name;

    private CsAtom AddWait(CsCall call, string frame, CsAtom? target, string? part, int line)
    {
        var known = (CsCall)Parts(call, line);
        Out.Add(new CsWait(line, known, frame, target, part));
        if (target is not null)
        {
            _variables.Add(target.Text);
        }

        return target is null ? (CsAtom)ChunkLowering.Nil : target with { IsConstant = true };
    }

    // Variables that a condition declares are used behind it, where control may come in.
    private CsExpression DeclareResults(CsExpression condition)
    {
        if (condition is not CsCall call)
        {
            return condition;
        }

        var arguments = new List<CsExpression>();
        foreach (var argument in call.Arguments)
        {
            arguments.Add(argument);
            if (ResumableBody.DeclaredBy(argument) is var (typeName, name))
            {
                Out.Add(new CsDeclare(0, typeName, name, null));
                _variables.Add(name);
                arguments[arguments.Count - 1] = new CsAtom("out " + name, CsType.Other);
            }
        }

        return new CsCall(call.Type, call.Target, call.Method, arguments.ToArray());
    }

    private CsBlock Passes(CsDo loop)
    {
        var outer = Out;
        Out = [.. Statements(loop.Body.Statements)];
        var condition = Value(loop.Condition, loop.Line);
        Out.Add(new CsIf(loop.Line, new CsUnary(CsType.Bool, "!", condition), new CsBlock(0, [new CsBreak(loop.Line)]), null));
        var body = loop.Body with { Statements = Out };
        Out = outer;
        return body;
    }
}
