using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Lowering;

/// <summary>
/// Puts behind each call that may fail the statement that gives the error back: <c>if (lua.HasFailed) return default;</c>. A call inside an expression becomes
/// a statement before it, and so does whatever the expression evaluates before the call. Where that cannot be, the call stays and raises.
/// </summary>
internal sealed class FailureChecks : Linearization
{
    private readonly CsExpression? _result;
    private readonly bool _passesOn;
    private readonly bool _inLoops;

    // Whether operators may fail here too.
    private bool _inOperators;

    private FailureChecks(FunctionSymbol function, CsExpression? result, Func<string> nextTemporary)
        : base(nextTemporary)
    {
        _result = result;
        _passesOn = function.ErrorExit == ErrorExit.Failure;
        _inOperators = function.FailsInOperators;
        _inLoops = function.FailsInLoops;
    }

    /// <summary>The body of a function, with checks.</summary>
    /// <param name="body">Its statements; inner functions have checks of their own.</param>
    /// <param name="function">The function. If its callers ask for failures, that of a call whose result it returns needs no check here.</param>
    /// <param name="result">What it returns when a call has failed; null for nothing.</param>
    /// <param name="nextTemporary">Names new variables.</param>
    public static List<CsStatement> Add(IReadOnlyList<CsStatement> body, FunctionSymbol function, CsExpression? result, Func<string> nextTemporary) =>
        new FailureChecks(function, result, nextTemporary).Statements(body);

    // An operator or a call of a value as one that gives errors back.
    private CsExpression OrFail(CsExpression expression) =>
        _inOperators && expression is CsCall call && FailingOperators.Of(call) is { } failing ? new CsFallible(failing) : expression;

    protected override bool Holds(CsExpression expression)
    {
        switch (OrFail(expression))
        {
            case CsFallible:
                return true;
            case CsConditional choice:
                return Holds(choice.Condition) || Holds(choice.WhenTrue) || Holds(choice.WhenFalse);
            case CsBinary binary:
                return Holds(binary.Left) || Holds(binary.Right);
            default:
                foreach (var part in CsTree.PartsOf(expression))
                {
                    if (Holds(part))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    // In loops inside of loops, and in functions that are called from loops, asking would take longer than it saves.
    private CsBlock Loop(CsBlock block)
    {
        var outside = _inOperators;
        _inOperators &= _inLoops && !HasLoop(block);
        var body = Block(block);
        _inOperators = outside;
        return body;
    }

    protected override void Add(CsStatement statement)
    {
        var line = statement.Line;
        switch (statement)
        {
            case CsEvaluate evaluate when OrFail(evaluate.Expression) is CsFallible fallible:
                Out.Add(new CsEvaluate(line, Parts(fallible.Call, line)));
                AddCheck();
                break;
            case CsDeclare { Value: { } declared } declare when OrFail(declared) is CsFallible fallible:
                Out.Add(declare with { Value = Parts(fallible.Call, line) });
                AddCheck();
                break;
            case CsDeclare { Value: { } value } declare:
                Out.Add(declare with { Value = Value(value, line) });
                break;
            case CsReturn { Value: { } returned } when _passesOn && OrFail(returned) is CsFallible fallible:
                Out.Add(new CsReturn(line, Parts(fallible.Call, line)));
                break;
            case CsIf @if:
                Out.Add(@if with { Condition = Value(@if.Condition, line), Then = Block(@if.Then), Else = @if.Else is { } other ? Else(other) : null });
                break;
            case CsWhile @while when IsFallibleLoop(@while):
                Out.Add(While(@while));
                break;
            case CsWhile @while:
                Out.Add(@while with { Body = Loop(@while.Body) });
                break;
            case CsFor @for:
                Out.Add(@for with { Initial = Value(@for.Initial, line), Body = Loop(@for.Body) });
                break;
            case CsDo @do:
                Out.Add(@do with { Body = Loop(@do.Body) });
                break;
            default:
                base.Add(statement);
                break;
        }
    }

    private static bool HasLoop(CsStatement statement)
    {
        foreach (var inner in CsTree.StatementsOf(statement))
        {
            if (inner is CsWhile or CsFor or CsDo || HasLoop(inner))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFallibleLoop(CsWhile statement)
    {
        var outside = _inOperators;
        _inOperators = false;
        var result = Holds(statement.Condition);
        _inOperators = outside;
        return result;
    }

    private CsWhile While(CsWhile statement)
    {
        var outside = _inOperators;
        _inOperators = false;
        var loop = LoopWithCondition(statement);
        _inOperators = outside;
        return loop;
    }

    // Belongs to no line: whoever steps through the Lua source does not stop there.
    private void AddCheck() => Out.Add(new CsIf(
        0, new CsMember(CsType.Bool, new CsAtom("lua", CsType.Other, true), "HasFailed"), new CsBlock(0, [new CsReturn(0, _result)]), null));

    protected override CsExpression? TakeOut(CsExpression expression, int line)
    {
        if (OrFail(expression) is not CsFallible fallible)
        {
            return null;
        }

        var call = Parts(fallible.Call, line);
        var result = Declare(call.Type, call, line);
        AddCheck();
        return result;
    }

    protected override bool CanMove(CsExpression expression) => !Declares(expression);

    // Whether what an expression declares may be used behind it, so that it cannot go to a block of its own.
    private static bool Declares(CsExpression expression)
    {
        switch (expression)
        {
            case CsAtom atom:
                return atom.Text.StartsWith("out ", StringComparison.Ordinal);
            case CsFallible fallible:
                return Declares(fallible.Call);
            case CsConditional choice:
                return Declares(choice.Condition) || Declares(choice.WhenTrue) || Declares(choice.WhenFalse);
            case CsBinary binary:
                return Declares(binary.Left) || Declares(binary.Right);
            default:
                foreach (var part in CsTree.PartsOf(expression))
                {
                    if (Declares(part))
                    {
                        return true;
                    }
                }

                return false;
        }
    }
}
