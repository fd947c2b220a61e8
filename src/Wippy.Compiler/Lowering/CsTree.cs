using System.Collections.Generic;
using System.Linq;

namespace Wippy.Compiler.Lowering;

/// <summary>Expressions by their parts.</summary>
internal static class CsTree
{
    // A formula with more parts is worth a call.
    private const int MaximumParts = 32;

    // What stands between names in the text of an atom.
    private static readonly char[] NoNames = [' ', '(', ')', ',', '.', '[', ']', '+', '-', '!'];

    /// <summary>
    /// The parts that an expression always evaluates, in that order and before anything else; none where it evaluates some of them only under a condition,
    /// later or elsewhere.
    /// </summary>
    public static IReadOnlyList<CsExpression> PartsOf(CsExpression expression)
    {
        switch (expression)
        {
            case CsCall { Target: { } target } call:
                return [target, .. call.Arguments];
            case CsCall call:
                return call.Arguments;
            case CsMember member:
                return [member.Target];
            case CsElement element:
                return [element.Target, element.Index];
            case CsNew @new:
                var parts = new List<CsExpression>(@new.Arguments);
                foreach (var (key, value) in @new.Items)
                {
                    parts.Add(key);
                    parts.Add(value);
                }

                return parts;
            case CsArray array:
                return array.Items;
            case CsBinary { Operator: not ("&&" or "||") } binary:
                return [binary.Left, binary.Right];
            case CsUnary unary:
                return [unary.Operand];
            case CsKeep keep:
                return [keep.Operand];
            case CsNamed named:
                return [named.Value];
            case CsAssign { Target: CsAtom } assign:
                return [assign.Value];
            default:
                return [];
        }
    }

    /// <summary>The same expression of other parts.</summary>
    public static CsExpression WithParts(CsExpression expression, IReadOnlyList<CsExpression> parts)
    {
        switch (expression)
        {
            case CsCall call:
                var first = call.Target is null ? 0 : 1;
                return new CsCall(call.Type, first == 0 ? null : parts[0], call.Method, Range(parts, first, call.Arguments.Count));
            case CsMember member:
                return new CsMember(member.Type, parts[0], member.Name);
            case CsElement element:
                return new CsElement(element.Type, parts[0], parts[1]);
            case CsNew @new:
                var count = @new.Arguments.Count;
                var items = new List<(CsExpression Key, CsExpression Value)>();
                for (var i = count; i < parts.Count; i += 2)
                {
                    items.Add((parts[i], parts[i + 1]));
                }

                return new CsNew(@new.Type, @new.Name, Range(parts, 0, count), items);
            case CsArray array:
                return new CsArray(parts, array.Element);
            case CsBinary binary:
                return new CsBinary(binary.Type, binary.Operator, parts[0], parts[1]);
            case CsUnary unary:
                return new CsUnary(unary.Type, unary.Operator, parts[0]);
            case CsKeep keep:
                return new CsKeep(parts[0], keep.Name, keep.NotNull);
            case CsNamed named:
                return new CsNamed(named.Name, parts[0]);
            case CsAssign assign:
                return new CsAssign(assign.Target, parts[0]);
            default:
                return expression;
        }
    }

    /// <summary>All parts of an expression, whenever it evaluates them.</summary>
    public static IReadOnlyList<CsExpression> ChildrenOf(CsExpression expression) => expression switch
    {
        CsConditional choice => [choice.Condition, choice.WhenTrue, choice.WhenFalse],
        CsBinary binary => [binary.Left, binary.Right],
        CsFallible fallible => [fallible.Call],
        CsAwait wait => [wait.Operand],
        CsAssign assign => [assign.Target, assign.Value],
        CsLambda { Expression: { } body } => [body],
        _ => PartsOf(expression),
    };

    /// <summary>The expressions of a statement, without those of statements inside it.</summary>
    public static IReadOnlyList<CsExpression> ExpressionsOf(CsStatement statement) => statement switch
    {
        CsEvaluate evaluate => [evaluate.Expression],
        CsDeclare { Value: { } value } => [value],
        CsReturn { Value: { } value } => [value],
        CsThrow @throw => [@throw.Exception],
        CsIf @if => [@if.Condition],
        CsWhile @while => [@while.Condition],
        CsDo @do => [@do.Condition],
        CsFor @for => [@for.Initial, @for.Condition, .. @for.Increments],
        CsWait { Target: { } target } wait => [wait.Call, target],
        CsWait wait => [wait.Call],
        _ => [],
    };

    /// <summary>The statements inside a statement.</summary>
    public static IReadOnlyList<CsStatement> StatementsOf(CsStatement statement) => statement switch
    {
        CsBlock block => block.Statements,
        CsIf { Else: { } other } @if => [@if.Then, other],
        CsIf @if => [@if.Then],
        CsWhile @while => [@while.Body],
        CsDo @do => [@do.Body],
        CsFor @for => [@for.Body],
        CsSwitch @switch => [.. @switch.Cases.OfType<CsStatement>()],
        _ => [],
    };

    /// <summary>Whether a statement does no more than to compare, and may return what is computed without a call; or is a comment.</summary>
    public static bool IsSimpleEnd(CsStatement statement) =>
        statement is CsComment
        || (statement is CsIf { Else: null } @if && IsSimple(@if.Condition)
            && @if.Then.Statements.All(static s => s is CsComment or CsReturn { Value: null } || (s is CsReturn { Value: { } value } && IsSimple(value))));

    private static bool IsSimple(CsExpression expression) =>
        expression is CsAtom or CsMember or CsUnary or CsBinary && ChildrenOf(expression).All(IsSimple);

    /// <summary>Whether a body is a formula: it does nothing but to compute numbers of others, in few steps. A call of it would take longer than the formula.</summary>
    public static bool IsFormula(IReadOnlyList<CsStatement> body)
    {
        var parts = 0;
        return IsBody(body);

        bool IsBody(IReadOnlyList<CsStatement> steps) => steps.Count > 0 && steps[steps.Count - 1] is CsReturn && steps.All(IsStep);

        bool IsStep(CsStatement step) => step switch
        {
            CsComment => true,
            CsDeclare { Value: { } value } => IsNumber(value),
            CsReturn { Value: { } value } => IsNumber(value),
            CsIf { Else: null } choice => IsNumber(choice.Condition) && IsBody(choice.Then.Statements),
            _ => false,
        };

        bool IsNumber(CsExpression expression) =>
            ++parts <= MaximumParts && expression.Type is CsType.Long or CsType.Double or CsType.Bool
            && (expression is CsAtom or CsUnary or CsBinary or CsConditional
                or CsCall { Target: null, Method: "ShiftLeft" or "ShiftRight" or "ModuloBy" or "FloorDivideBy" or "Max" or "Min" or "Abs" })
            && ChildrenOf(expression).All(IsNumber);
    }

    /// <summary>Adds all names that the text of an expression mentions.</summary>
    public static void AddNames(CsExpression expression, ICollection<string> names)
    {
        if (expression is CsAtom atom)
        {
            foreach (var name in atom.Text.Split(NoNames))
            {
                names.Add(name);
            }

            return;
        }

        foreach (var child in ChildrenOf(expression))
        {
            AddNames(child, names);
        }
    }

    private static CsExpression[] Range(IReadOnlyList<CsExpression> parts, int start, int count)
    {
        var result = new CsExpression[count];
        for (var i = 0; i < count; i++)
        {
            result[i] = parts[start + i];
        }

        return result;
    }
}
