using System;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>An expression.</summary>
/// <remarks>
/// <see cref="Depth"/> is bounded by <see cref="LuaParser.MaxExpressionDepth"/>, so that phases may walk the tree recursively, on a big stack when <see cref="LuaSyntaxTree.Depth"/> is great.
/// </remarks>
public abstract class ExpressionSyntax(TextSpan span, int depth = 0) : SyntaxNode(span)
{
    /// <summary>Number of expressions nested in this one, one inside the other.</summary>
    public int Depth { get; } = depth;

    /// <summary>What stands inside parentheses, casts and claims that it is not nil; they keep its first value.</summary>
    public ExpressionSyntax Unwrap()
    {
        var expression = this;
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Operand;
                    break;
                case NonNilExpressionSyntax nonNil:
                    expression = nonNil.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    private protected static int Above(ExpressionSyntax child) => child.Depth + 1;

    private protected static int Above(ExpressionSyntax first, ExpressionSyntax second) => Math.Max(first.Depth, second.Depth) + 1;

    private protected static int Above(ExpressionSyntax first, EquatableArray<ExpressionSyntax> others)
    {
        var depth = first.Depth;
        foreach (var other in others)
        {
            depth = Math.Max(depth, other.Depth);
        }

        return depth + 1;
    }

    private protected static int Above(EquatableArray<TableFieldSyntax> fields)
    {
        var depth = 0;
        foreach (var field in fields)
        {
            depth = Math.Max(depth, field.Value.Depth);
            if (field is KeyedTableFieldSyntax keyed)
            {
                depth = Math.Max(depth, keyed.Key.Depth);
            }
        }

        return depth + 1;
    }
}

/// <summary><c>nil</c>.</summary>
public sealed class NilExpressionSyntax(TextSpan span) : ExpressionSyntax(span);

/// <summary><c>true</c>.</summary>
public sealed class TrueExpressionSyntax(TextSpan span) : ExpressionSyntax(span);

/// <summary><c>false</c>.</summary>
public sealed class FalseExpressionSyntax(TextSpan span) : ExpressionSyntax(span);

/// <summary>A numeral.</summary>
public sealed class NumberLiteralSyntax : ExpressionSyntax
{
    /// <summary>Makes an integer numeral.</summary>
    public NumberLiteralSyntax(TextSpan span, long value)
        : base(span)
    {
        IsInteger = true;
        IntegerValue = value;
        FloatValue = value;
    }

    /// <summary>Makes a float numeral.</summary>
    public NumberLiteralSyntax(TextSpan span, double value)
        : base(span) => FloatValue = value;

    /// <summary>Whether the value is of the integer subtype.</summary>
    public bool IsInteger { get; }

    /// <summary>The value of an integer numeral; 0 for a float.</summary>
    public long IntegerValue { get; }

    /// <summary>The value as a float.</summary>
    public double FloatValue { get; }
}

/// <summary>A string in any of the quoting forms.</summary>
public sealed class StringLiteralSyntax(TextSpan span, EquatableArray<byte> value) : ExpressionSyntax(span)
{
    /// <summary>The exact bytes after escapes.</summary>
    public EquatableArray<byte> Value { get; } = value;
}

/// <summary><c>...</c>.</summary>
public sealed class VarargExpressionSyntax(TextSpan span) : ExpressionSyntax(span);

/// <summary><c>function (...) end</c>.</summary>
public sealed class FunctionExpressionSyntax(TextSpan span, FunctionBodySyntax body, int depth = 0) : ExpressionSyntax(span, depth)
{
    /// <summary>The function.</summary>
    public FunctionBodySyntax Body { get; } = body;
}

/// <summary>A variable.</summary>
public sealed class NameExpressionSyntax(TextSpan span, string name) : ExpressionSyntax(span)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;
}

/// <summary><c>o.name</c>.</summary>
public sealed class FieldExpressionSyntax(
    TextSpan span, ExpressionSyntax @object, IdentifierSyntax name)
    : ExpressionSyntax(span, Above(@object))
{
    /// <summary>The indexed value.</summary>
    public ExpressionSyntax Object { get; } = @object;

    /// <summary>The field.</summary>
    public IdentifierSyntax Name { get; } = name;
}

/// <summary><c>o[k]</c>.</summary>
public sealed class IndexExpressionSyntax(
    TextSpan span, ExpressionSyntax @object, ExpressionSyntax key)
    : ExpressionSyntax(span, Above(@object, key))
{
    /// <summary>The indexed value.</summary>
    public ExpressionSyntax Object { get; } = @object;

    /// <summary>The key.</summary>
    public ExpressionSyntax Key { get; } = key;
}

/// <summary><c>f(a, b)</c>, <c>f"s"</c> or <c>f{...}</c>.</summary>
public sealed class CallExpressionSyntax(
    TextSpan span, ExpressionSyntax callee, EquatableArray<ExpressionSyntax> arguments, TextSpan argumentsSpan)
    : ExpressionSyntax(span, Above(callee, arguments))
{
    /// <summary>What is called.</summary>
    public ExpressionSyntax Callee { get; } = callee;

    /// <summary>The arguments.</summary>
    public EquatableArray<ExpressionSyntax> Arguments { get; } = arguments;

    /// <summary>The argument list with its parentheses.</summary>
    public TextSpan ArgumentsSpan { get; } = argumentsSpan;
}

/// <summary><c>o:m(a, b)</c>.</summary>
public sealed class MethodCallExpressionSyntax(
    TextSpan span, ExpressionSyntax @object, IdentifierSyntax name, EquatableArray<ExpressionSyntax> arguments, TextSpan argumentsSpan)
    : ExpressionSyntax(span, Above(@object, arguments))
{
    /// <summary>The receiver, evaluated once.</summary>
    public ExpressionSyntax Object { get; } = @object;

    /// <summary>The method.</summary>
    public IdentifierSyntax Name { get; } = name;

    /// <summary>The arguments without the receiver.</summary>
    public EquatableArray<ExpressionSyntax> Arguments { get; } = arguments;

    /// <summary>The argument list with its parentheses.</summary>
    public TextSpan ArgumentsSpan { get; } = argumentsSpan;
}

/// <summary>An operation with two operands.</summary>
public sealed class BinaryExpressionSyntax(
    TextSpan span, BinaryOperator @operator, TextSpan operatorSpan, ExpressionSyntax left, ExpressionSyntax right)
    : ExpressionSyntax(span, Above(left, right))
{
    /// <summary>The operator.</summary>
    public BinaryOperator Operator { get; } = @operator;

    /// <summary>Where the operator stands.</summary>
    public TextSpan OperatorSpan { get; } = operatorSpan;

    /// <summary>Left operand.</summary>
    public ExpressionSyntax Left { get; } = left;

    /// <summary>Right operand.</summary>
    public ExpressionSyntax Right { get; } = right;
}

/// <summary>An operation with one operand.</summary>
public sealed class UnaryExpressionSyntax(
    TextSpan span, UnaryOperator @operator, TextSpan operatorSpan, ExpressionSyntax operand)
    : ExpressionSyntax(span, Above(operand))
{
    /// <summary>The operator.</summary>
    public UnaryOperator Operator { get; } = @operator;

    /// <summary>Where the operator stands.</summary>
    public TextSpan OperatorSpan { get; } = operatorSpan;

    /// <summary>The operand.</summary>
    public ExpressionSyntax Operand { get; } = operand;
}

/// <summary><c>(e)</c>; cuts several results down to one.</summary>
public sealed class ParenthesizedExpressionSyntax(TextSpan span, ExpressionSyntax expression) : ExpressionSyntax(span, Above(expression))
{
    /// <summary>What stands inside.</summary>
    public ExpressionSyntax Expression { get; } = expression;
}

/// <summary><c>{ ... }</c>.</summary>
public sealed class TableConstructorSyntax(TextSpan span, EquatableArray<TableFieldSyntax> fields) : ExpressionSyntax(span, Above(fields))
{
    /// <summary>The fields in order.</summary>
    public EquatableArray<TableFieldSyntax> Fields { get; } = fields;
}

/// <summary><c>e :: T</c> or <c>e as T</c>; emits no code.</summary>
public sealed class CastExpressionSyntax(TextSpan span, ExpressionSyntax operand, TypeSyntax type) : ExpressionSyntax(span, Above(operand))
{
    /// <summary>The value.</summary>
    public ExpressionSyntax Operand { get; } = operand;

    /// <summary>Its claimed type.</summary>
    public TypeSyntax Type { get; } = type;
}

/// <summary><c>e!</c>: the claim that <c>e</c> is not nil; emits no code.</summary>
public sealed class NonNilExpressionSyntax(TextSpan span, ExpressionSyntax operand) : ExpressionSyntax(span, Above(operand))
{
    /// <summary>The value.</summary>
    public ExpressionSyntax Operand { get; } = operand;
}

/// <summary>What could not be read as an expression; a diagnostic covers it.</summary>
public sealed class ErrorExpressionSyntax(TextSpan span) : ExpressionSyntax(span);

/// <summary>A field of a table constructor.</summary>
public abstract class TableFieldSyntax(TextSpan span, ExpressionSyntax value) : SyntaxNode(span)
{
    /// <summary>The value of the field.</summary>
    public ExpressionSyntax Value { get; } = value;
}

/// <summary><c>value</c>: the next index from 1.</summary>
public sealed class PositionalTableFieldSyntax(TextSpan span, ExpressionSyntax value) : TableFieldSyntax(span, value);

/// <summary><c>name = value</c>.</summary>
public sealed class NamedTableFieldSyntax(TextSpan span, IdentifierSyntax name, ExpressionSyntax value) : TableFieldSyntax(span, value)
{
    /// <summary>The key.</summary>
    public IdentifierSyntax Name { get; } = name;
}

/// <summary><c>[key] = value</c>.</summary>
public sealed class KeyedTableFieldSyntax(TextSpan span, ExpressionSyntax key, ExpressionSyntax value) : TableFieldSyntax(span, value)
{
    /// <summary>The key.</summary>
    public ExpressionSyntax Key { get; } = key;
}
