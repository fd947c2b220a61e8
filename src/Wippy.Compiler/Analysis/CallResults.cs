using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Analysis;

/// <summary>
/// Gives results of calls that are operands variables of their own, before the statement: <c>s = s + f(x)</c> becomes <c>local f_result = f(x) s = s + f_result</c>.
/// A typed copy can ask for the type of a variable behind its assignment, but can not go on in the general way inside an expression. Operands that are evaluated
/// before such a call get variables too, so that the order stays as it is.
/// </summary>
internal sealed class CallResults : SyntaxRewriter
{
    // Deeper expressions are left alone: each level asks for all below it.
    private const int MaximumDepth = 40;

    private readonly BoundChunk _bound;
    private readonly ICollection<ExpressionSyntax> _calls;
    private readonly HashSet<string> _names;
    private readonly HashSet<ExpressionSyntax> _kept = [];
    private List<StatementSyntax> _before = [];

    private CallResults(BoundChunk bound, ICollection<ExpressionSyntax> calls)
    {
        _bound = bound;
        _calls = calls;
        _names = new(bound.Locals.Values.Select(static l => l.Name), StringComparer.Ordinal);
        _names.UnionWith(bound.GlobalReads.Select(static g => g.Name));
        _names.UnionWith(bound.AssignedGlobals);
    }

    /// <summary>The tree in which the results of these calls have variables, where that is possible; null when it is the same.</summary>
    public static LuaSyntaxTree? Run(BoundChunk bound, ICollection<ExpressionSyntax> calls)
    {
        var tree = bound.Input.Tree;
        var block = new CallResults(bound, calls).Rewrite(tree.Chunk.Block);
        return block == tree.Chunk.Block ? null
            : new LuaSyntaxTree(tree.Source, new ChunkSyntax(tree.Chunk.Span, block, tree.Chunk.Comments), tree.Diagnostics, tree.Depth);
    }

    protected override BlockSyntax Rewrite(BlockSyntax block)
    {
        var statements = new List<StatementSyntax>();
        foreach (var statement in block.Statements)
        {
            var outer = _before;
            _before = [];
            var rewritten = WithOperands(Rewrite(statement));
            statements.AddRange(_before);
            statements.Add(rewritten);
            _before = outer;
        }

        return statements.SequenceEqual(block.Statements) ? block : new BlockSyntax(block.Span, statements.ToEquatableArray());
    }

    private StatementSyntax WithOperands(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalStatementSyntax local when local.Variables.Count == local.Values.Count:
                return Evaluate(Operands(local.Values, local.Values.Count > 1)) is { } values ? new LocalStatementSyntax(local.Span, local.Variables, values) : local;
            case AssignmentStatementSyntax { Targets.Count: 1, Values.Count: 1 } assignment:
                return WithOperands(assignment);
            case CallStatementSyntax call:
                return Evaluate([(call.Call, false)]) is { } called ? new CallStatementSyntax(call.Span, called[0]) : call;
            case IfStatementSyntax @if:
                return Evaluate([(@if.Clauses[0].Condition, false)]) is { } condition
                    ? new IfStatementSyntax(
                        @if.Span, @if.Clauses.Select((c, i) => i > 0 ? c : new IfClauseSyntax(c.Span, condition[0], c.ThenSpan, c.Block)).ToEquatableArray(), @if.Else)
                    : @if;
            case NumericForStatementSyntax loop:
                return Evaluate(loop.Step is { } step ? [(loop.Initial, true), (loop.Limit, true), (step, true)] : [(loop.Initial, true), (loop.Limit, true)]) is { } range
                    ? new NumericForStatementSyntax(loop.Span, loop.Variable, range[0], range[1], range.Count > 2 ? range[2] : null, loop.DoSpan, loop.Block)
                    : loop;
            case ReturnStatementSyntax @return:
                return Evaluate(Operands(@return.Values, false)) is { } results ? new ReturnStatementSyntax(@return.Span, results) : @return;
            default:
                return statement;
        }
    }

    // A variable that is assigned is asked for its type behind the assignment.
    private StatementSyntax WithOperands(AssignmentStatementSyntax assignment)
    {
        var target = assignment.Targets[0];
        var operands = Operands(assignment.Values, target is not NameExpressionSyntax);
        switch (target)
        {
            case NameExpressionSyntax:
                return Evaluate(operands) is { } values ? new AssignmentStatementSyntax(assignment.Span, assignment.Targets, values) : assignment;
            case FieldExpressionSyntax field:
                operands.Insert(0, (field.Object, true));
                return Evaluate(operands) is { } stored ? Assignment(new FieldExpressionSyntax(field.Span, stored[0], field.Name), stored[1]) : assignment;
            case IndexExpressionSyntax index:
                operands.Insert(0, (index.Key, true));
                operands.Insert(0, (index.Object, true));
                return Evaluate(operands) is { } parts ? Assignment(new IndexExpressionSyntax(index.Span, parts[0], parts[1]), parts[2]) : assignment;
            default:
                return assignment;
        }

        AssignmentStatementSyntax Assignment(ExpressionSyntax changed, ExpressionSyntax value) =>
            new(assignment.Span, EquatableArray.Create(changed), EquatableArray.Create(value));
    }

    private static List<(ExpressionSyntax Operand, bool IsUsed)> Operands(IEnumerable<ExpressionSyntax> operands, bool areUsed) =>
        operands.Select(o => (o, areUsed)).ToList();

    /// <summary>
    /// Operands that are evaluated one after the other, with variables for the calls among them and inside them; null when there is none. The flag tells whether the
    /// type of the operand matters.
    /// </summary>
    private EquatableArray<ExpressionSyntax>? Evaluate(List<(ExpressionSyntax Operand, bool IsUsed)> operands)
    {
        var last = operands.FindLastIndex(o => Has(o.Operand, o.IsUsed));
        if (last < 0 || !operands.GetRange(0, last).TrueForAll(o => CanMove(o.Operand)))
        {
            return null;
        }

        var results = new ExpressionSyntax[operands.Count];
        for (var i = 0; i < operands.Count; i++)
        {
            var (operand, isUsed) = operands[i];
            results[i] = i > last ? operand : Rewrite(operand, isUsed);
            if (i < last && !IsStable(results[i]))
            {
                results[i] = Keep(results[i]);
            }
        }

        return new EquatableArray<ExpressionSyntax>(results);
    }

    private ExpressionSyntax Rewrite(ExpressionSyntax expression, bool isUsed)
    {
        if (!Has(expression, isUsed))
        {
            return expression;
        }

        var operands = OperandsOf(expression);
        var parts = Evaluate(operands) ?? operands.Select(static o => o.Operand).ToEquatableArray();
        var rewritten = operands.Count == 0 ? expression : expression switch
        {
            BinaryExpressionSyntax binary =>
                new BinaryExpressionSyntax(binary.Span, binary.Operator, binary.OperatorSpan, parts[0], parts.Count > 1 ? parts[1] : binary.Right),
            UnaryExpressionSyntax unary => new UnaryExpressionSyntax(unary.Span, unary.Operator, unary.OperatorSpan, parts[0]),
            ParenthesizedExpressionSyntax inner => new ParenthesizedExpressionSyntax(inner.Span, parts[0]),
            FieldExpressionSyntax field => new FieldExpressionSyntax(field.Span, parts[0], field.Name),
            IndexExpressionSyntax index => new IndexExpressionSyntax(index.Span, parts[0], parts[1]),
            TableConstructorSyntax table => new TableConstructorSyntax(table.Span, table.Fields.Select((f, i) => WithValue(f, parts[i])).ToEquatableArray()),
            CallExpressionSyntax call => new CallExpressionSyntax(call.Span, call.Callee, parts, call.ArgumentsSpan),
            MethodCallExpressionSyntax call => new MethodCallExpressionSyntax(call.Span, parts[0], call.Name, call.Arguments, call.ArgumentsSpan),
            _ => expression,
        };
        return isUsed && _calls.Contains(expression) ? Keep(rewritten) : rewritten;
    }

    private static TableFieldSyntax WithValue(TableFieldSyntax field, ExpressionSyntax value) => field is NamedTableFieldSyntax named
        ? new NamedTableFieldSyntax(named.Span, named.Name, value)
        : new PositionalTableFieldSyntax(field.Span, value);

    // What is always evaluated when the expression is, in order, and whether the type of it matters. Nothing of expressions of which other parts come before.
    private List<(ExpressionSyntax Operand, bool IsUsed)> OperandsOf(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary => [(binary.Left, false)],
        BinaryExpressionSyntax { Operator: BinaryOperator.Concat } binary => [(binary.Left, false), (binary.Right, false)],
        BinaryExpressionSyntax binary => [(binary.Left, true), (binary.Right, true)],
        UnaryExpressionSyntax unary => [(unary.Operand, unary.Operator != UnaryOperator.Not)],
        ParenthesizedExpressionSyntax inner => [(inner.Expression, true)],
        FieldExpressionSyntax field => [(field.Object, true)],
        IndexExpressionSyntax index => [(index.Object, true), (index.Key, true)],
        TableConstructorSyntax table when table.Fields.All(static f => f is not KeyedTableFieldSyntax) => Operands(table.Fields.Select(static f => f.Value), false),
        CallExpressionSyntax call when _bound.Calls.TryGetValue(call, out var site)
            && (site.Target is not null
                || (_bound.KnowsHostResults && _bound.GetHostPath(call.Callee) is { } path && Intrinsics.Exists(path, call.Arguments.Count))) =>
            Operands(call.Arguments, true),
        MethodCallExpressionSyntax call => [(call.Object, true)], // the method is looked up before the arguments are evaluated
        _ => [],
    };

    private bool Has(ExpressionSyntax expression, bool isUsed) => expression.Depth <= MaximumDepth
        && ((isUsed && _calls.Contains(expression)) || OperandsOf(expression).Exists(o => Has(o.Operand, o.IsUsed)));

    // Variables that functions inside assign are read by some operators late and by others early.
    private bool CanMove(ExpressionSyntax operand)
    {
        var can = true;
        SyntaxWalk.Visit(operand, e =>
        {
            can &= e is not FunctionExpressionSyntax
                && !(e is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local) && local is { IsCaptured: true, Writes: > 0, KnownFunction: null });
        });
        return can;
    }

    private bool IsStable(ExpressionSyntax operand) => operand switch
    {
        ParenthesizedExpressionSyntax inner => IsStable(inner.Expression),
        NameExpressionSyntax => _kept.Contains(operand) || _bound.Locals.ContainsKey(operand),
        NilExpressionSyntax or TrueExpressionSyntax or FalseExpressionSyntax or NumberLiteralSyntax or StringLiteralSyntax => true,
        _ => false,
    };

    private NameExpressionSyntax Keep(ExpressionSyntax value)
    {
        var called = value switch
        {
            CallExpressionSyntax { Callee: NameExpressionSyntax callee } => callee.Name + "_result",
            MethodCallExpressionSyntax method => method.Name.Text + "_result",
            _ => "operand",
        };
        var name = NumberedName.Unique(_names, called);
        var variable = new VariableSyntax(value.Span, new IdentifierSyntax(value.Span, name), null) { Operand = value };
        _before.Add(new LocalStatementSyntax(value.Span, EquatableArray.Create(variable), EquatableArray.Create(value)));
        var result = new NameExpressionSyntax(value.Span, name);
        _kept.Add(result);
        return result;
    }
}
