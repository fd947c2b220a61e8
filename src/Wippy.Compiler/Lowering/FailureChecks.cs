using System;
using System.Collections.Generic;
using Wippy.Compiler.Binding;

namespace Wippy.Compiler.Lowering;

/// <summary>
/// Puts behind each call that may fail the statement that gives the error back: <c>if (lua.HasFailed) return default;</c>. A call inside an expression becomes
/// a statement before it, and so does whatever the expression evaluates before the call. Where that cannot be, the call stays and raises.
/// </summary>
internal sealed class FailureChecks
{
    private readonly CsExpression? _result;
    private readonly bool _passesOn;
    private readonly Func<string> _nextTemporary;
    private List<CsStatement> _out = [];

    // Whether operators may fail here too.
    private bool _inOperators;

    private FailureChecks(FunctionSymbol function, CsExpression? result, Func<string> nextTemporary)
    {
        _result = result;
        _passesOn = function.ErrorExit == ErrorExit.Failure;
        _inOperators = function.FailsInOperators;
        _nextTemporary = nextTemporary;
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

    private bool MayFail(CsExpression expression)
    {
        switch (OrFail(expression))
        {
            case CsFallible:
                return true;
            case CsConditional choice:
                return MayFail(choice.Condition) || MayFail(choice.WhenTrue) || MayFail(choice.WhenFalse);
            case CsBinary binary:
                return MayFail(binary.Left) || MayFail(binary.Right);
            default:
                foreach (var part in CsTree.PartsOf(expression))
                {
                    if (MayFail(part))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    private List<CsStatement> Statements(IReadOnlyList<CsStatement> statements)
    {
        var outer = _out;
        var result = new List<CsStatement>();
        _out = result;
        foreach (var statement in statements)
        {
            Add(statement);
        }

        _out = outer;
        return result;
    }

    private CsBlock Block(CsBlock block) => block with { Statements = Statements(block.Statements) };

    // In a loop, asking would take longer than it saves.
    private CsBlock Loop(CsBlock block)
    {
        var outside = _inOperators;
        _inOperators = false;
        var body = Block(block);
        _inOperators = outside;
        return body;
    }

    private void Add(CsStatement statement)
    {
        var line = statement.Line;
        switch (statement)
        {
            case CsEvaluate evaluate when OrFail(evaluate.Expression) is CsFallible fallible:
                _out.Add(new CsEvaluate(line, Parts(fallible.Call, line)));
                AddCheck();
                break;
            case CsEvaluate evaluate:
                _out.Add(new CsEvaluate(line, Value(evaluate.Expression, line)));
                break;
            case CsDeclare { Value: { } declared } declare when OrFail(declared) is CsFallible fallible:
                _out.Add(declare with { Value = Parts(fallible.Call, line) });
                AddCheck();
                break;
            case CsDeclare { Value: { } value } declare:
                _out.Add(declare with { Value = Value(value, line) });
                break;
            case CsReturn { Value: { } returned } when _passesOn && OrFail(returned) is CsFallible fallible:
                _out.Add(new CsReturn(line, Parts(fallible.Call, line)));
                break;
            case CsReturn { Value: { } value }:
                _out.Add(new CsReturn(line, Value(value, line)));
                break;
            case CsThrow @throw:
                _out.Add(new CsThrow(line, Value(@throw.Exception, line)));
                break;
            case CsBlock block:
                _out.Add(Block(block));
                break;
            case CsIf @if:
                _out.Add(@if with { Condition = Value(@if.Condition, line), Then = Block(@if.Then), Else = @if.Else is { } other ? Else(other) : null });
                break;
            case CsWhile @while when IsFallibleLoop(@while):
                _out.Add(new CsWhile(line, new CsAtom("true", CsType.Bool, true), While(@while)));
                break;
            case CsWhile @while:
                _out.Add(@while with { Body = Loop(@while.Body) });
                break;
            case CsFor @for:
                _out.Add(@for with { Initial = Value(@for.Initial, line), Body = Loop(@for.Body) });
                break;
            case CsDo @do:
                _out.Add(@do with { Body = Loop(@do.Body) });
                break;
            default:
                _out.Add(statement);
                break;
        }
    }

    private CsStatement Else(CsStatement statement)
    {
        var statements = Statements([statement]);
        return statements.Count == 1 ? statements[0] : new CsBlock(0, statements);
    }

    private bool IsFallibleLoop(CsWhile statement)
    {
        var outside = _inOperators;
        _inOperators = false;
        var result = MayFail(statement.Condition);
        _inOperators = outside;
        return result;
    }

    // The condition is evaluated inside the loop.
    private CsBlock While(CsWhile statement)
    {
        var outer = _out;
        var outside = _inOperators;
        _inOperators = false;
        _out = [];
        var condition = Value(statement.Condition, statement.Line);
        _out.Add(new CsIf(statement.Line, new CsUnary(CsType.Bool, "!", condition), new CsBlock(0, [new CsBreak(statement.Line)]), null));
        _out.AddRange(Statements(statement.Body.Statements));
        var body = statement.Body with { Statements = _out };
        _inOperators = outside;
        _out = outer;
        return body;
    }

    // Belongs to no line: whoever steps through the Lua source does not stop there.
    private void AddCheck() => _out.Add(new CsIf(
        0, new CsMember(CsType.Bool, new CsAtom("lua", CsType.Other, true), "HasFailed"), new CsBlock(0, [new CsReturn(0, _result)]), null));

    /// <summary>What is left of an expression after the statements before it.</summary>
    private CsExpression Value(CsExpression expression, int line)
    {
        switch (OrFail(expression))
        {
            case CsFallible fallible:
                var call = Parts(fallible.Call, line);
                var result = Declare(call.Type, call, line);
                AddCheck();
                return result;
            case CsConditional choice when MayFail(choice):
                return Choice(choice, line);
            case CsBinary { Operator: "&&" or "||" } binary when MayFail(binary):
                return Logical(binary, line);
            default:
                return Parts(expression, line);
        }
    }

    private CsExpression Choice(CsConditional choice, int line)
    {
        var condition = Value(choice.Condition, line);
        if (!(MayFail(choice.WhenTrue) || MayFail(choice.WhenFalse)) || TypeName(choice.Type) is not { } type || Declares(choice.WhenTrue) || Declares(choice.WhenFalse))
        {
            return new CsConditional(choice.Type, condition, choice.WhenTrue, choice.WhenFalse);
        }

        var result = new CsAtom(_nextTemporary(), choice.Type, true);
        _out.Add(new CsDeclare(line, type, result.Text, null));
        _out.Add(new CsIf(line, condition, Assignment(result, choice.WhenTrue, line), Assignment(result, choice.WhenFalse, line)));
        return result;
    }

    private CsExpression Logical(CsBinary binary, int line)
    {
        var left = Value(binary.Left, line);
        if (!MayFail(binary.Right) || Declares(binary.Right))
        {
            return new CsBinary(binary.Type, binary.Operator, left, binary.Right);
        }

        var result = new CsAtom(_nextTemporary(), CsType.Bool, true);
        _out.Add(new CsDeclare(line, "bool", result.Text, left));
        _out.Add(new CsIf(line, binary.Operator == "&&" ? result : new CsUnary(CsType.Bool, "!", result), Assignment(result, binary.Right, line), null));
        return result;
    }

    private CsBlock Assignment(CsAtom target, CsExpression value, int line) => new(0, Statements([new CsEvaluate(line, new CsAssign(target, value))]));

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

    /// <summary>The expression of what is left of its parts. Those before the last that may fail are kept, up to one that cannot be.</summary>
    private CsExpression Parts(CsExpression expression, int line)
    {
        var parts = CsTree.PartsOf(expression);
        var last = parts.Count - 1;
        while (last >= 0 && !MayFail(parts[last]))
        {
            last--;
        }

        if (last < 0 || !IsFree(expression))
        {
            return expression;
        }

        var rest = new List<CsExpression>(parts);
        for (var i = 0; i <= last; i++)
        {
            if (i < last && !CanKeep(parts[i]))
            {
                break;
            }

            rest[i] = Value(parts[i], line);
            if (i < last)
            {
                rest[i] = Keep(rest[i], line);
            }
        }

        return CsTree.WithParts(expression, rest);
    }

    // Whether an expression does nothing between its parts: a table stores its items one by one, which may raise.
    private static bool IsFree(CsExpression expression)
    {
        if (expression is CsNew @new)
        {
            foreach (var (key, _) in @new.Items)
            {
                if (key is not CsAtom { IsConstant: true })
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The values of a result stand in the state until the next call, and what has a type of its own may be no value at all.
    private static bool CanKeep(CsExpression expression) => expression switch
    {
        CsAtom => true,
        CsArray or CsNamed or CsBinary { Type: CsType.Other } => AllKept(CsTree.PartsOf(expression)),
        _ => TypeName(expression.Type) is not null,
    };

    private static bool AllKept(IReadOnlyList<CsExpression> parts)
    {
        foreach (var part in parts)
        {
            if (!CanKeep(part))
            {
                return false;
            }
        }

        return true;
    }

    private CsExpression Keep(CsExpression value, int line)
    {
        switch (value)
        {
            case CsAtom { IsConstant: true } or CsAtom { Type: CsType.Other }:
                return value;
            case CsArray or CsNamed or CsNew { Type: CsType.Values } or CsBinary { Type: CsType.Other }:
                var kept = new List<CsExpression>();
                foreach (var part in CsTree.PartsOf(value))
                {
                    kept.Add(Keep(part, line));
                }

                return CsTree.WithParts(value, kept);
            default:
                return Declare(value.Type, value, line);
        }
    }

    private CsAtom Declare(CsType type, CsExpression value, int line)
    {
        var name = _nextTemporary();
        _out.Add(new CsDeclare(line, type == CsType.Result ? ChunkLowering.TypeName(type) : TypeName(type)!, name, value));
        return new CsAtom(name, type, true);
    }

    // The C# type of a value that can wait in a variable.
    private static string? TypeName(CsType type) => type switch
    {
        CsType.Function => "LuaFunction",
        CsType.Other or CsType.Void or CsType.Result => null,
        _ => ChunkLowering.TypeName(type),
    };
}
