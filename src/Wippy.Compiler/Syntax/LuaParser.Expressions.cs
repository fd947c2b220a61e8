using System;
using System.Collections.Generic;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

public sealed partial class LuaParser
{
    private const int UnaryPriority = 12;

    private int _bodyDepth;

    private EquatableArray<ExpressionSyntax> ParseExpressionList()
    {
        var items = new List<ExpressionSyntax>();
        do
        {
            items.Add(ParseExpression());
        }
        while (TryTake(LuaTokenKind.Comma));
        return new EquatableArray<ExpressionSyntax>(items.ToArray());
    }

    private ExpressionSyntax ParseExpression()
    {
        var expression = ParseOperators(0);
        _maxDepth = Math.Max(_maxDepth, expression.Depth);
        return expression;
    }

    // Precedence climbing: takes operators that bind tighter than "limit".
    private ExpressionSyntax ParseOperators(int limit)
    {
        if (!EnterLevel())
        {
            return new ErrorExpressionSyntax(new TextSpan(Current.Start, 0));
        }

        ExpressionSyntax left;
        if (UnaryOperatorOf(Kind) is { } unary)
        {
            var token = Advance();
            var operand = ParseOperators(UnaryPriority);
            left = Limit(new UnaryExpressionSyntax(SpanFrom(token.Start), unary, token.Span, operand));
        }
        else
        {
            left = ParseSimple();
        }

        while (BinaryOperatorOf(Kind) is { } binary && LeftPriority(binary) > limit)
        {
            left = binary is BinaryOperator.Concat or BinaryOperator.Power
                ? ParseRightAssociative(left, binary)
                : ParseLeftAssociative(left, binary);
        }

        LeaveLevel();
        return left;
    }

    private ExpressionSyntax ParseLeftAssociative(ExpressionSyntax left, BinaryOperator binary)
    {
        if (Kind == LuaTokenKind.BangEqual)
        {
            Report(DiagnosticDescriptors.NotEqualSpelling, Current.Span);
        }

        var token = Advance();
        var right = ParseOperators(LeftPriority(binary));
        return Limit(new BinaryExpressionSyntax(SpanFrom(left.Span.Start), binary, token.Span, left, right));
    }

    // A chain is read in a loop and folded from its right end, so that its length costs no stack.
    private ExpressionSyntax ParseRightAssociative(ExpressionSyntax first, BinaryOperator binary)
    {
        var kind = Kind;
        var operands = new List<ExpressionSyntax> { first };
        var operators = new List<TextSpan>();
        while (Kind == kind)
        {
            operators.Add(Advance().Span);
            operands.Add(ParseOperators(LeftPriority(binary)));
        }

        var result = operands[operands.Count - 1];
        for (var i = operators.Count - 1; i >= 0; i--)
        {
            var left = operands[i];
            result = Limit(new BinaryExpressionSyntax(SpanFrom(left.Span.Start), binary, operators[i], left, result));
        }

        return result;
    }

    private ExpressionSyntax Limit(ExpressionSyntax expression)
    {
        if (expression.Depth <= MaxExpressionDepth)
        {
            return expression;
        }

        if (!_depthReported)
        {
            _depthReported = true;
            Report(DiagnosticDescriptors.ExpressionTooComplex, expression.Span, MaxExpressionDepth);
        }

        return new ErrorExpressionSyntax(expression.Span);
    }

    private ExpressionSyntax ParseSimple()
    {
        var token = Current;
        ExpressionSyntax expression;
        switch (token.Kind)
        {
            case LuaTokenKind.Integer:
                Advance();
                expression = new NumberLiteralSyntax(token.Span, (long)token.Value!);
                break;
            case LuaTokenKind.Float:
                Advance();
                expression = new NumberLiteralSyntax(token.Span, (double)token.Value!);
                break;
            case LuaTokenKind.String:
                expression = ParseString();
                break;
            case LuaTokenKind.Nil:
                Advance();
                expression = new NilExpressionSyntax(token.Span);
                break;
            case LuaTokenKind.True:
                Advance();
                expression = new TrueExpressionSyntax(token.Span);
                break;
            case LuaTokenKind.False:
                Advance();
                expression = new FalseExpressionSyntax(token.Span);
                break;
            case LuaTokenKind.Ellipsis:
                Advance();
                if (!_function.IsVararg)
                {
                    Report(DiagnosticDescriptors.VarargOutsideVarargFunction, token.Span);
                }

                expression = new VarargExpressionSyntax(token.Span);
                break;
            case LuaTokenKind.OpenBrace:
                expression = ParseTable();
                break;
            case LuaTokenKind.Function:
                Advance();
                var body = ParseFunctionBody(token, isMethod: false);
                expression = Limit(new FunctionExpressionSyntax(SpanFrom(token.Start), body, _bodyDepth + 1));
                break;
            default:
                expression = ParseSuffixed(DiagnosticDescriptors.ExpressionExpected);
                break;
        }

        return ParseTypePostfixes(expression);
    }

    // '!' and casts bind tighter than any operator (spec/lua.md section 9).
    private ExpressionSyntax ParseTypePostfixes(ExpressionSyntax expression)
    {
        while (Kind == LuaTokenKind.Bang)
        {
            Advance();
            expression = Limit(new NonNilExpressionSyntax(SpanFrom(expression.Span.Start), expression));
        }

        for (var count = 0; AtCast(); count++)
        {
            var token = Advance();
            if (count == 1)
            {
                Report(DiagnosticDescriptors.ChainedCast, token.Span);
            }

            _inCast = true;
            var type = ParseType();
            _inCast = false;
            expression = Limit(new CastExpressionSyntax(SpanFrom(expression.Span.Start), expression, type));
        }

        return expression;
    }

    private bool AtCast()
    {
        if (Kind == LuaTokenKind.ColonColon)
        {
            return !AtLabel();
        }

        if (!IsWord("as"))
        {
            return false;
        }

        var next = Peek(1);
        return Current.StartsLine
            ? !next.StartsLine && next.Kind is LuaTokenKind.Name or LuaTokenKind.Nil or LuaTokenKind.True or LuaTokenKind.False
            : CanStartType(next);
    }

    // '::name::' with nothing but spaces and tabs inside is a label (spec/lua.md section 2).
    private bool AtLabel()
    {
        var name = Peek(1);
        var close = Peek(2);
        if (name.Kind != LuaTokenKind.Name || close.Kind != LuaTokenKind.ColonColon)
        {
            return false;
        }

        return IsBlank(Current.End, name.Start) && IsBlank(name.End, close.Start);
    }

    private bool IsBlank(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_source[i] is not ((byte)' ' or (byte)'\t'))
            {
                return false;
            }
        }

        return true;
    }

    private StringLiteralSyntax ParseString()
    {
        var token = Advance();
        return new StringLiteralSyntax(token.Span, (EquatableArray<byte>)token.Value!);
    }

    // A name or parenthesised expression, and what follows it: fields, indices, calls and '!'.
    private ExpressionSyntax ParseSuffixed(DiagnosticDescriptor whenMissing)
    {
        var start = Current;
        ExpressionSyntax expression;
        if (start.Kind == LuaTokenKind.Name)
        {
            Advance();
            var name = (string)start.Value!;
            RejectEnvironment(name, start.Span);
            expression = new NameExpressionSyntax(start.Span, name);
        }
        else if (start.Kind == LuaTokenKind.OpenParen)
        {
            Advance();
            var inner = ParseExpression();
            ExpectClose(LuaTokenKind.CloseParen, "')'", start);
            expression = Limit(new ParenthesizedExpressionSyntax(SpanFrom(start.Start), inner));
        }
        else
        {
            ReportHere(whenMissing, Near());
            return new ErrorExpressionSyntax(new TextSpan(start.Start, 0));
        }

        while (true)
        {
            switch (Kind)
            {
                case LuaTokenKind.Dot:
                    Advance();
                    var field = ParseIdentifier();
                    expression = Limit(new FieldExpressionSyntax(SpanFrom(start.Start), expression, field));
                    break;
                case LuaTokenKind.OpenBracket:
                    var bracket = Advance();
                    var key = ParseExpression();
                    ExpectClose(LuaTokenKind.CloseBracket, "']'", bracket);
                    expression = Limit(new IndexExpressionSyntax(SpanFrom(start.Start), expression, key));
                    break;
                case LuaTokenKind.Colon:
                    Advance();
                    var method = ParseIdentifier();
                    if (!AtArguments)
                    {
                        ReportHere(DiagnosticDescriptors.TokenExpected, "function arguments", Near());
                        return new ErrorExpressionSyntax(SpanFrom(start.Start));
                    }

                    var methodArguments = ParseArguments(out var methodArgumentsSpan);
                    expression = Limit(new MethodCallExpressionSyntax(
                        SpanFrom(start.Start), expression, method, methodArguments, methodArgumentsSpan));
                    break;
                case LuaTokenKind.OpenParen or LuaTokenKind.String or LuaTokenKind.OpenBrace:
                    if (Kind == LuaTokenKind.OpenParen && Current.StartsLine)
                    {
                        Report(DiagnosticDescriptors.AmbiguousCall, Current.Span);
                    }

                    var arguments = ParseArguments(out var argumentsSpan);
                    expression = Limit(new CallExpressionSyntax(SpanFrom(start.Start), expression, arguments, argumentsSpan));
                    break;
                case LuaTokenKind.Bang:
                    Advance();
                    expression = Limit(new NonNilExpressionSyntax(SpanFrom(start.Start), expression));
                    break;
                default:
                    return expression;
            }
        }
    }

    private bool AtArguments => Kind is LuaTokenKind.OpenParen or LuaTokenKind.String or LuaTokenKind.OpenBrace;

    private EquatableArray<ExpressionSyntax> ParseArguments(out TextSpan span)
    {
        var start = Current;
        EquatableArray<ExpressionSyntax> arguments = default;
        switch (start.Kind)
        {
            case LuaTokenKind.String:
                arguments = EquatableArray.Create<ExpressionSyntax>(ParseString());
                break;
            case LuaTokenKind.OpenBrace:
                arguments = EquatableArray.Create(ParseTable());
                break;
            default:
                Advance();
                if (Kind != LuaTokenKind.CloseParen)
                {
                    arguments = ParseExpressionList();
                }

                ExpectClose(LuaTokenKind.CloseParen, "')'", start);
                break;
        }

        span = SpanFrom(start.Start);
        return arguments;
    }

    private ExpressionSyntax ParseTable()
    {
        var opener = Advance();
        var fields = new List<TableFieldSyntax>();
        while (Kind is not (LuaTokenKind.CloseBrace or LuaTokenKind.EndOfFile))
        {
            var before = _index;
            fields.Add(ParseTableField());
            if (TryTake(LuaTokenKind.Comma) || TryTake(LuaTokenKind.Semicolon) || Kind == LuaTokenKind.CloseBrace)
            {
                continue;
            }

            // A forgotten separator: go on as if it stood there, when what follows can be a field.
            if (_index == before || Kind is not (LuaTokenKind.Name or LuaTokenKind.OpenBracket or LuaTokenKind.String
                or LuaTokenKind.Integer or LuaTokenKind.Float or LuaTokenKind.OpenBrace))
            {
                break;
            }

            ReportHere(DiagnosticDescriptors.TokenExpected, "',' or '}'", Near());
        }

        ExpectClose(LuaTokenKind.CloseBrace, "'}'", opener);
        return Limit(new TableConstructorSyntax(SpanFrom(opener.Start), new EquatableArray<TableFieldSyntax>(fields.ToArray())));
    }

    private TableFieldSyntax ParseTableField()
    {
        var start = Current;
        if (start.Kind == LuaTokenKind.Name && Peek(1).Kind == LuaTokenKind.Equal)
        {
            var name = ParseIdentifier();
            Advance();
            var value = ParseExpression();
            return new NamedTableFieldSyntax(SpanFrom(start.Start), name, value);
        }

        if (start.Kind == LuaTokenKind.OpenBracket)
        {
            Advance();
            var key = ParseExpression();
            ExpectClose(LuaTokenKind.CloseBracket, "']'", start);
            Expect(LuaTokenKind.Equal, "'='");
            var value = ParseExpression();
            return new KeyedTableFieldSyntax(SpanFrom(start.Start), key, value);
        }

        var item = ParseExpression();
        return new PositionalTableFieldSyntax(SpanFrom(start.Start), item);
    }

    private static UnaryOperator? UnaryOperatorOf(LuaTokenKind kind) => kind switch
    {
        LuaTokenKind.Not => UnaryOperator.Not,
        LuaTokenKind.Hash => UnaryOperator.Length,
        LuaTokenKind.Minus => UnaryOperator.Negate,
        LuaTokenKind.Tilde => UnaryOperator.BitwiseNot,
        _ => null,
    };

    private static BinaryOperator? BinaryOperatorOf(LuaTokenKind kind) => kind switch
    {
        LuaTokenKind.Or => BinaryOperator.Or,
        LuaTokenKind.And => BinaryOperator.And,
        LuaTokenKind.Less => BinaryOperator.Less,
        LuaTokenKind.Greater => BinaryOperator.Greater,
        LuaTokenKind.LessEqual => BinaryOperator.LessOrEqual,
        LuaTokenKind.GreaterEqual => BinaryOperator.GreaterOrEqual,
        LuaTokenKind.TildeEqual or LuaTokenKind.BangEqual => BinaryOperator.NotEqual,
        LuaTokenKind.EqualEqual => BinaryOperator.Equal,
        LuaTokenKind.Pipe => BinaryOperator.BitwiseOr,
        LuaTokenKind.Tilde => BinaryOperator.BitwiseXor,
        LuaTokenKind.Ampersand => BinaryOperator.BitwiseAnd,
        LuaTokenKind.LessLess => BinaryOperator.ShiftLeft,
        LuaTokenKind.GreaterGreater => BinaryOperator.ShiftRight,
        LuaTokenKind.DotDot => BinaryOperator.Concat,
        LuaTokenKind.Plus => BinaryOperator.Add,
        LuaTokenKind.Minus => BinaryOperator.Subtract,
        LuaTokenKind.Star => BinaryOperator.Multiply,
        LuaTokenKind.Slash => BinaryOperator.Divide,
        LuaTokenKind.SlashSlash => BinaryOperator.FloorDivide,
        LuaTokenKind.Percent => BinaryOperator.Modulo,
        LuaTokenKind.Caret => BinaryOperator.Power,
        _ => null,
    };

    private static int LeftPriority(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And => 2,
        BinaryOperator.BitwiseOr => 4,
        BinaryOperator.BitwiseXor => 5,
        BinaryOperator.BitwiseAnd => 6,
        BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => 7,
        BinaryOperator.Concat => 9,
        BinaryOperator.Add or BinaryOperator.Subtract => 10,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.FloorDivide or BinaryOperator.Modulo => 11,
        BinaryOperator.Power => 14,
        _ => 3,
    };
}
