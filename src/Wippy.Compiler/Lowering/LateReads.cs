using System.Collections.Generic;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Lowering;

/// <summary>
/// Reads of elements and fields that stock Lua makes only when it has seen a token behind them, on a later line: an error there has that line. Such are the
/// operator behind the left operand, the parenthesis behind the last argument, the brace behind the last item, and <c>then</c>.
/// </summary>
internal sealed class LateReads
{
    private readonly Text.SourceText _source;
    private readonly Dictionary<ExpressionSyntax, int> _positions = [];

    private LateReads(Text.SourceText source) => _source = source;

    /// <summary>The reads of a chunk that are late, with the position of the token.</summary>
    public static Dictionary<ExpressionSyntax, int> Find(BoundChunk bound)
    {
        var reads = new LateReads(bound.Input.Tree.Source);
        SyntaxWalk.Visit(bound.Chunk.Block, reads.Visit);
        foreach (var function in bound.Functions)
        {
            foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
            {
                if (statement is IfStatementSyntax @if)
                {
                    foreach (var clause in @if.Clauses)
                    {
                        reads.Add(clause.Condition, clause.ThenSpan.Start);
                    }
                }
            }
        }

        return reads._positions;
    }

    private void Visit(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case BinaryExpressionSyntax binary:
                Add(binary.Left, binary.OperatorSpan.Start);
                break;
            case ParenthesizedExpressionSyntax inner:
                Add(inner.Expression, inner.Span.End - 1);
                break;
            case CallExpressionSyntax { Arguments: { Count: > 0 } arguments }:
                Add(arguments[arguments.Count - 1], expression.Span.End - 1);
                break;
            case MethodCallExpressionSyntax { Arguments: { Count: > 0 } arguments }:
                Add(arguments[arguments.Count - 1], expression.Span.End - 1);
                break;
            case TableConstructorSyntax { Fields: { Count: > 0 } fields } when fields[fields.Count - 1] is PositionalTableFieldSyntax last:
                Add(last.Value, expression.Span.End - 1);
                break;
            default:
                break;
        }
    }

    private void Add(ExpressionSyntax value, int position)
    {
        if (value is FieldExpressionSyntax or IndexExpressionSyntax && _source.GetLine(value.Span.End - 1) != _source.GetLine(position))
        {
            _positions[value] = position;
        }
    }
}
