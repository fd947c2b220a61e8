using System;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>Makes a tree with other statements. What has not changed is the same node in both trees.</summary>
internal abstract class SyntaxRewriter
{
    /// <summary>A block with its statements rewritten.</summary>
    protected virtual BlockSyntax Rewrite(BlockSyntax block) =>
        Rewrite(block.Statements, Rewrite) is { } statements ? new BlockSyntax(block.Span, statements) : block;

    /// <summary>The body of a function with its block rewritten.</summary>
    protected virtual FunctionBodySyntax Rewrite(FunctionBodySyntax body) => Rewrite(body.Block) is var block && block != body.Block
        ? new FunctionBodySyntax(body.Span, body.TypeParameters, body.Parameters, body.Vararg, body.ReturnTypes, block, body.EndSpan) { IsLoop = body.IsLoop }
        : body;

    /// <summary>A statement with what is inside it rewritten.</summary>
    protected virtual StatementSyntax Rewrite(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalStatementSyntax local:
                return Rewrite(local.Values, Rewrite) is { } initial ? new LocalStatementSyntax(local.Span, local.Variables, initial) : local;
            case LocalFunctionStatementSyntax local:
                return Rewrite(local.Body) is var localBody && localBody != local.Body ? new LocalFunctionStatementSyntax(local.Span, local.Name, localBody) : local;
            case FunctionStatementSyntax function:
                return Rewrite(function.Body) is var body && body != function.Body ? new FunctionStatementSyntax(function.Span, function.Names, function.Method, body) : function;
            case AssignmentStatementSyntax assignment:
                var targets = Rewrite(assignment.Targets, Rewrite);
                var values = Rewrite(assignment.Values, Rewrite);
                return targets is null && values is null ? assignment
                    : new AssignmentStatementSyntax(assignment.Span, targets ?? assignment.Targets, values ?? assignment.Values);
            case CallStatementSyntax call:
                return Rewrite(call.Call) is var called && called != call.Call ? new CallStatementSyntax(call.Span, called) : call;
            case DoStatementSyntax @do:
                return Rewrite(@do.Block) is var doBlock && doBlock != @do.Block ? new DoStatementSyntax(@do.Span, doBlock) : @do;
            case WhileStatementSyntax @while:
                var condition = Rewrite(@while.Condition);
                var whileBlock = Rewrite(@while.Block);
                return condition == @while.Condition && whileBlock == @while.Block ? @while : new WhileStatementSyntax(@while.Span, condition, whileBlock);
            case RepeatStatementSyntax repeat:
                var repeatBlock = Rewrite(repeat.Block);
                var until = Rewrite(repeat.Condition);
                return until == repeat.Condition && repeatBlock == repeat.Block ? repeat : new RepeatStatementSyntax(repeat.Span, repeatBlock, until);
            case IfStatementSyntax @if:
                var clauses = Rewrite(@if.Clauses, Rewrite);
                var @else = @if.Else is null ? null : Rewrite(@if.Else);
                return clauses is null && @else == @if.Else ? @if : new IfStatementSyntax(@if.Span, clauses ?? @if.Clauses, @else);
            case NumericForStatementSyntax numeric:
                var first = Rewrite(numeric.Initial);
                var limit = Rewrite(numeric.Limit);
                var step = numeric.Step is null ? null : Rewrite(numeric.Step);
                var numericBlock = Rewrite(numeric.Block);
                return first == numeric.Initial && limit == numeric.Limit && step == numeric.Step && numericBlock == numeric.Block ? numeric
                    : new NumericForStatementSyntax(numeric.Span, numeric.Variable, first, limit, step, numeric.DoSpan, numericBlock);
            case GenericForStatementSyntax generic:
                var iterator = Rewrite(generic.Values, Rewrite);
                var genericBlock = Rewrite(generic.Block);
                return iterator is null && genericBlock == generic.Block ? generic
                    : new GenericForStatementSyntax(generic.Span, generic.Variables, iterator ?? generic.Values, genericBlock);
            case ReturnStatementSyntax @return:
                return Rewrite(@return.Values, Rewrite) is { } results ? new ReturnStatementSyntax(@return.Span, results) : @return;
            default:
                return statement;
        }
    }

    private IfClauseSyntax Rewrite(IfClauseSyntax clause)
    {
        var condition = Rewrite(clause.Condition);
        var block = Rewrite(clause.Block);
        return condition == clause.Condition && block == clause.Block ? clause : new IfClauseSyntax(clause.Span, condition, clause.ThenSpan, block);
    }

    private ExpressionSyntax Rewrite(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case FunctionExpressionSyntax function:
                return Rewrite(function.Body) is var body && body != function.Body ? new FunctionExpressionSyntax(function.Span, body, function.Depth) : function;
            case FieldExpressionSyntax field:
                return Rewrite(field.Object) is var owner && owner != field.Object ? new FieldExpressionSyntax(field.Span, owner, field.Name) : field;
            case IndexExpressionSyntax index:
                var indexed = Rewrite(index.Object);
                var key = Rewrite(index.Key);
                return indexed == index.Object && key == index.Key ? index : new IndexExpressionSyntax(index.Span, indexed, key);
            case CallExpressionSyntax call:
                var callee = Rewrite(call.Callee);
                var arguments = Rewrite(call.Arguments, Rewrite);
                return callee == call.Callee && arguments is null ? call : new CallExpressionSyntax(call.Span, callee, arguments ?? call.Arguments, call.ArgumentsSpan);
            case MethodCallExpressionSyntax call:
                var self = Rewrite(call.Object);
                var others = Rewrite(call.Arguments, Rewrite);
                return self == call.Object && others is null ? call
                    : new MethodCallExpressionSyntax(call.Span, self, call.Name, others ?? call.Arguments, call.ArgumentsSpan);
            case BinaryExpressionSyntax binary:
                var left = Rewrite(binary.Left);
                var right = Rewrite(binary.Right);
                return left == binary.Left && right == binary.Right ? binary
                    : new BinaryExpressionSyntax(binary.Span, binary.Operator, binary.OperatorSpan, left, right);
            case UnaryExpressionSyntax unary:
                return Rewrite(unary.Operand) is var operand && operand != unary.Operand
                    ? new UnaryExpressionSyntax(unary.Span, unary.Operator, unary.OperatorSpan, operand)
                    : unary;
            case ParenthesizedExpressionSyntax inner:
                return Rewrite(inner.Expression) is var content && content != inner.Expression ? new ParenthesizedExpressionSyntax(inner.Span, content) : inner;
            case CastExpressionSyntax cast:
                return Rewrite(cast.Operand) is var casted && casted != cast.Operand ? new CastExpressionSyntax(cast.Span, casted, cast.Type) : cast;
            case NonNilExpressionSyntax nonNil:
                return Rewrite(nonNil.Operand) is var asserted && asserted != nonNil.Operand ? new NonNilExpressionSyntax(nonNil.Span, asserted) : nonNil;
            case TableConstructorSyntax table:
                return Rewrite(table.Fields, Rewrite) is { } fields ? new TableConstructorSyntax(table.Span, fields) : table;
            default:
                return expression;
        }
    }

    private TableFieldSyntax Rewrite(TableFieldSyntax field)
    {
        var value = Rewrite(field.Value);
        switch (field)
        {
            case KeyedTableFieldSyntax keyed:
                var key = Rewrite(keyed.Key);
                return key == keyed.Key && value == keyed.Value ? keyed : new KeyedTableFieldSyntax(keyed.Span, key, value);
            case NamedTableFieldSyntax named:
                return value == named.Value ? named : new NamedTableFieldSyntax(named.Span, named.Name, value);
            default:
                return value == field.Value ? field : new PositionalTableFieldSyntax(field.Span, value);
        }
    }

    // Null when nothing has changed.
    private static EquatableArray<T>? Rewrite<T>(EquatableArray<T> nodes, Func<T, T> rewrite)
        where T : SyntaxNode
    {
        T[]? rewritten = null;
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = rewrite(nodes[i]);
            if (node != nodes[i])
            {
                rewritten ??= nodes.ToArray();
                rewritten[i] = node;
            }
        }

        return rewritten is null ? null : new EquatableArray<T>(rewritten);
    }
}
