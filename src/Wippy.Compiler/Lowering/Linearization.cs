using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Lowering;

/// <summary>
/// Takes operations out of expressions: each becomes a statement before the one at work, and so does whatever the expression evaluates before the operation.
/// </summary>
/// <param name="nextTemporary">Names new variables.</param>
internal abstract class Linearization(Func<string> nextTemporary)
{
    /// <summary>Where statements go.</summary>
    protected List<CsStatement> Out { get; set; } = [];

    /// <summary>Whether an operation is to be taken out of an expression, or is the expression.</summary>
    protected abstract bool Holds(CsExpression expression);

    /// <summary>Takes out an expression that is such an operation and gives its value; null for others.</summary>
    protected abstract CsExpression? TakeOut(CsExpression expression, int line);

    /// <summary>Adds a statement with everything taken out, behind those before it.</summary>
    protected virtual void Add(CsStatement statement)
    {
        var line = statement.Line;
        switch (statement)
        {
            case CsEvaluate evaluate:
                Out.Add(new CsEvaluate(line, Value(evaluate.Expression, line)));
                break;
            case CsReturn { Value: { } value }:
                Out.Add(new CsReturn(line, Value(value, line)));
                break;
            case CsThrow @throw:
                Out.Add(new CsThrow(line, Value(@throw.Exception, line)));
                break;
            case CsBlock block:
                Out.Add(Block(block));
                break;
            default:
                Out.Add(statement);
                break;
        }
    }

    /// <summary>Whether an expression can become a statement in a block of its own.</summary>
    protected abstract bool CanMove(CsExpression expression);

    /// <summary>Whether the value of an atom is the same after an operation.</summary>
    protected virtual bool IsKept(CsAtom atom) => atom.IsConstant || atom.Type == CsType.Other;

    /// <summary>Called when an operation cannot be taken out of an expression.</summary>
    protected virtual void Leave()
    {
    }

    protected string NextTemporary() => nextTemporary();

    protected List<CsStatement> Statements(IReadOnlyList<CsStatement> statements)
    {
        var outer = Out;
        var result = new List<CsStatement>();
        Out = result;
        foreach (var statement in statements)
        {
            Add(statement);
        }

        Out = outer;
        return result;
    }

    protected CsBlock Block(CsBlock block) => block with { Statements = Statements(block.Statements) };

    protected CsStatement Else(CsStatement statement)
    {
        var statements = Statements([statement]);
        return statements.Count == 1 ? statements[0] : new CsBlock(0, statements);
    }

    /// <summary>A loop whose condition is evaluated inside.</summary>
    protected CsWhile LoopWithCondition(CsWhile loop)
    {
        var outer = Out;
        Out = [];
        var condition = Value(loop.Condition, loop.Line);
        Out.Add(new CsIf(loop.Line, new CsUnary(CsType.Bool, "!", condition), new CsBlock(0, [new CsBreak(loop.Line)]), null));
        Out.AddRange(Statements(loop.Body.Statements));
        var body = loop.Body with { Statements = Out };
        Out = outer;
        return new CsWhile(loop.Line, new CsAtom("true", CsType.Bool, true), body);
    }

    /// <summary>What is left of an expression after the statements before it.</summary>
    protected CsExpression Value(CsExpression expression, int line)
    {
        if (TakeOut(expression, line) is { } value)
        {
            return value;
        }

        return expression switch
        {
            CsConditional choice when Holds(choice) => Choice(choice, line),
            CsBinary { Operator: "&&" or "||" } binary when Holds(binary) => Logical(binary, line),
            _ => Parts(expression, line),
        };
    }

    /// <summary>What is left of a condition. Values that it keeps for the operands behind it become variables when one of those is taken out.</summary>
    protected virtual CsExpression Condition(CsConditional choice, int line) => Value(choice.Condition, line);

    private CsExpression Choice(CsConditional choice, int line)
    {
        var condition = Condition(choice, line);
        if (!(Holds(choice.WhenTrue) || Holds(choice.WhenFalse)))
        {
            return new CsConditional(choice.Type, condition, choice.WhenTrue, choice.WhenFalse);
        }

        if (TypeName(choice.Type) is not { } type || !CanMove(choice.WhenTrue) || !CanMove(choice.WhenFalse))
        {
            Leave();
            return new CsConditional(choice.Type, condition, choice.WhenTrue, choice.WhenFalse);
        }

        if (condition is CsAtom { Text: "true" })
        {
            return Value(choice.WhenTrue, line);
        }

        var result = new CsAtom(NextTemporary(), choice.Type, true);
        Out.Add(new CsDeclare(line, type, result.Text, null));
        Out.Add(new CsIf(line, condition, Assignment(result, choice.WhenTrue, line), Assignment(result, choice.WhenFalse, line)));
        return result;
    }

    private CsExpression Logical(CsBinary binary, int line)
    {
        var left = Value(binary.Left, line);
        if (!Holds(binary.Right))
        {
            return new CsBinary(binary.Type, binary.Operator, left, binary.Right);
        }

        if (!CanMove(binary.Right))
        {
            Leave();
            return new CsBinary(binary.Type, binary.Operator, left, binary.Right);
        }

        var result = new CsAtom(NextTemporary(), CsType.Bool, true);
        Out.Add(new CsDeclare(line, "bool", result.Text, left));
        Out.Add(new CsIf(line, binary.Operator == "&&" ? result : new CsUnary(CsType.Bool, "!", result), Assignment(result, binary.Right, line), null));
        return result;
    }

    private CsBlock Assignment(CsAtom target, CsExpression value, int line) => new(0, Statements([new CsEvaluate(line, new CsAssign(target, value))]));

    /// <summary>The expression of what is left of its parts. Those before the last that may fail are kept, up to one that cannot be.</summary>
    protected CsExpression Parts(CsExpression expression, int line)
    {
        var parts = CsTree.PartsOf(expression);
        var last = parts.Count - 1;
        while (last >= 0 && !Holds(parts[last]))
        {
            last--;
        }

        if (last < 0)
        {
            if (Holds(expression))
            {
                Leave();
            }

            return expression;
        }

        if (!IsFree(expression))
        {
            Leave();
            return expression;
        }

        var rest = new List<CsExpression>(parts);
        for (var i = 0; i <= last; i++)
        {
            if (i < last && !CanKeep(parts[i]))
            {
                Leave();
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
            case CsAtom atom when IsKept(atom):
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

    protected CsAtom Declare(CsType type, CsExpression value, int line)
    {
        var name = NextTemporary();
        Out.Add(new CsDeclare(line, type == CsType.Result ? ChunkLowering.TypeName(type) : TypeName(type)!, name, value));
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
