using System.Collections.Generic;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

// The type grammar of spec/lua.md section 9.
public sealed partial class LuaParser
{
    // A cast stands in an expression, where '<' may be a comparison.
    private bool _inCast;

    // In "A extends B ? C : D", a '?' after B with a type behind it belongs to the condition.
    private bool _inExtends;

    // Only where no other list can follow, a comma continues the bare results of "fun(): A, B".
    private bool _commaFree;

    private int[]? _closers;

    private static bool CanStartType(LuaToken token) => token.Kind is LuaTokenKind.Name or LuaTokenKind.Nil or LuaTokenKind.True
        or LuaTokenKind.False or LuaTokenKind.Minus or LuaTokenKind.Integer or LuaTokenKind.Float or LuaTokenKind.String
        or LuaTokenKind.OpenBrace or LuaTokenKind.OpenParen;

    private TypeDeclarationSyntax ParseTypeDeclaration()
    {
        var start = Advance();
        var name = ParseVariableName();
        var parameters = ParseTypeParameters();
        Expect(LuaTokenKind.Equal, "'='");
        _commaFree = true;
        var type = ParseType();
        _commaFree = false;
        return new TypeDeclarationSyntax(SpanFrom(start.Start), name, parameters, type);
    }

    private InterfaceDeclarationSyntax ParseInterfaceDeclaration()
    {
        var start = Advance();
        var name = ParseVariableName();
        var parameters = ParseTypeParameters();
        var bases = new List<IdentifierSyntax>();
        if (TryTake(LuaTokenKind.Colon))
        {
            do
            {
                bases.Add(ParseIdentifier());
            }
            while (TryTake(LuaTokenKind.Comma));
        }

        var members = new List<InterfaceMemberSyntax>();
        while (Kind == LuaTokenKind.Function || AtFieldName())
        {
            members.Add(Kind == LuaTokenKind.Function && !AtFieldName() ? ParseInterfaceMethod() : ParseInterfaceField());
        }

        ExpectClose(LuaTokenKind.End, "'end'", start);
        return new InterfaceDeclarationSyntax(
            SpanFrom(start.Start), name, parameters, new EquatableArray<IdentifierSyntax>(bases.ToArray()),
            new EquatableArray<InterfaceMemberSyntax>(members.ToArray()));
    }

    private InterfaceMethodSyntax ParseInterfaceMethod()
    {
        var start = Advance();
        var name = ParseIdentifier();
        var opener = Current;
        Expect(LuaTokenKind.OpenParen, "'('");
        var (parameters, vararg) = ParseParameters(opener);
        var returnTypes = TryTake(LuaTokenKind.Colon) ? ParseReturnTypes(list: true) : null;
        return new InterfaceMethodSyntax(SpanFrom(start.Start), name, parameters, vararg, returnTypes);
    }

    private InterfaceFieldSyntax ParseInterfaceField()
    {
        var field = ParseRecordField();
        return new InterfaceFieldSyntax(field.Span, field.Name, field.IsOptional, field.Type);
    }

    private EquatableArray<TypeParameterSyntax> ParseTypeParameters()
    {
        if (!TryTake(LuaTokenKind.Less))
        {
            return default;
        }

        var parameters = new List<TypeParameterSyntax>();
        do
        {
            var name = ParseIdentifier();
            var constraint = TryTake(LuaTokenKind.Colon) ? ParseNestedType() : null;
            parameters.Add(new TypeParameterSyntax(SpanFrom(name.Span.Start), name, constraint));
        }
        while (TryTake(LuaTokenKind.Comma));
        ExpectGreater();
        return new EquatableArray<TypeParameterSyntax>(parameters.ToArray());
    }

    private void ExpectGreater()
    {
        if (!TakeGreater())
        {
            ReportHere(DiagnosticDescriptors.TokenExpected, "'>'", Near());
        }
    }

    // '>>' and '>=' split, so that "Box<Box<T>>" and "Box<T>=" close their lists.
    private bool TakeGreater()
    {
        var token = Current;
        switch (token.Kind)
        {
            case LuaTokenKind.Greater:
                Advance();
                return true;
            case LuaTokenKind.GreaterGreater:
                _tokens[_index] = new LuaToken(LuaTokenKind.Greater, token.Start + 1, token.End, false, null);
                return true;
            case LuaTokenKind.GreaterEqual:
                _tokens[_index] = new LuaToken(LuaTokenKind.Equal, token.Start + 1, token.End, false, null);
                return true;
            default:
                return false;
        }
    }

    // A type inside brackets: what surrounds the brackets does not matter there.
    private TypeSyntax ParseNestedType()
    {
        var (inCast, inExtends, commaFree) = (_inCast, _inExtends, _commaFree);
        _inCast = _inExtends = _commaFree = false;
        var type = ParseType();
        (_inCast, _inExtends, _commaFree) = (inCast, inExtends, commaFree);
        return type;
    }

    private TypeSyntax ParseType()
    {
        if (!EnterLevel())
        {
            return new ErrorTypeSyntax(new TextSpan(Current.Start, 0));
        }

        var start = Current.Start;
        var type = ParseUnion();
        if (AtExtends())
        {
            Advance();
            var outer = _inExtends;
            _inExtends = true;
            var extends = ParseUnion();
            _inExtends = outer;
            Expect(LuaTokenKind.Question, "'?'");
            var whenTrue = ParseType();
            Expect(LuaTokenKind.Colon, "':'");
            var whenFalse = ParseType();
            type = new ConditionalTypeSyntax(SpanFrom(start), type, extends, whenTrue, whenFalse);
        }

        LeaveLevel();
        return type;
    }

    private bool AtExtends()
    {
        if (!IsWord("extends") || Current.StartsLine)
        {
            return false;
        }

        var next = Peek(1);
        if (next.Kind is LuaTokenKind.OpenParen or LuaTokenKind.OpenBrace)
        {
            // extends(x) and extends{...} may be calls: then nothing of a type follows.
            var close = FindClose(_index + 1);
            return close >= 0 && _tokens[close + 1].Kind is LuaTokenKind.Question or LuaTokenKind.Pipe or LuaTokenKind.Ampersand
                or LuaTokenKind.Arrow or LuaTokenKind.OpenBracket or LuaTokenKind.At;
        }

        return CanStartType(next);
    }

    private TypeSyntax ParseUnion()
    {
        var start = Current.Start;
        TryTake(LuaTokenKind.Pipe);
        var first = ParseIntersection();
        if (Kind != LuaTokenKind.Pipe)
        {
            return first;
        }

        var members = new List<TypeSyntax> { first };
        while (TryTake(LuaTokenKind.Pipe))
        {
            members.Add(ParseIntersection());
        }

        return new UnionTypeSyntax(SpanFrom(start), new EquatableArray<TypeSyntax>(members.ToArray()));
    }

    private TypeSyntax ParseIntersection()
    {
        var start = Current.Start;
        var first = ParsePostfixType();
        if (Kind != LuaTokenKind.Ampersand)
        {
            return first;
        }

        var members = new List<TypeSyntax> { first };
        while (TryTake(LuaTokenKind.Ampersand))
        {
            members.Add(ParsePostfixType());
        }

        return new IntersectionTypeSyntax(SpanFrom(start), new EquatableArray<TypeSyntax>(members.ToArray()));
    }

    private TypeSyntax ParsePostfixType()
    {
        var start = Current.Start;
        var type = ParsePrimaryType();
        var entered = 0;
        while (true)
        {
            if (Kind == LuaTokenKind.Question && !(_inExtends && CanStartType(Peek(1))))
            {
                Advance();
                type = new OptionalTypeSyntax(SpanFrom(start), type);
            }
            else if (Kind == LuaTokenKind.OpenBracket && Peek(1).Kind == LuaTokenKind.CloseBracket)
            {
                Advance();
                Advance();
                type = new ArrayTypeSyntax(SpanFrom(start), type);
            }
            else if (Kind == LuaTokenKind.OpenBracket && Peek(1).Kind == LuaTokenKind.String && Peek(2).Kind == LuaTokenKind.CloseBracket)
            {
                Advance();
                var key = ParseString();
                Advance();
                type = new IndexedAccessTypeSyntax(SpanFrom(start), type, key);
            }
            else if (Kind == LuaTokenKind.At)
            {
                type = ParseAnnotations(start, type);
            }
            else
            {
                break;
            }

            entered++;
            if (!EnterLevel())
            {
                break;
            }
        }

        _levels -= entered;
        return type;
    }

    private AnnotatedTypeSyntax ParseAnnotations(int start, TypeSyntax type)
    {
        var annotations = new List<TypeAnnotationSyntax>();
        while (Kind == LuaTokenKind.At)
        {
            var at = Advance();
            var name = ParseIdentifier();
            var arguments = new List<ExpressionSyntax>();
            if (Kind == LuaTokenKind.OpenParen && !Current.StartsLine)
            {
                var opener = Advance();
                if (Kind != LuaTokenKind.CloseParen)
                {
                    do
                    {
                        arguments.Add(ParseLiteral());
                    }
                    while (TryTake(LuaTokenKind.Comma));
                }

                ExpectClose(LuaTokenKind.CloseParen, "')'", opener);
            }

            annotations.Add(new TypeAnnotationSyntax(SpanFrom(at.Start), name, new EquatableArray<ExpressionSyntax>(arguments.ToArray())));
        }

        return new AnnotatedTypeSyntax(SpanFrom(start), type, new EquatableArray<TypeAnnotationSyntax>(annotations.ToArray()));
    }

    // nil, true, false, a string, or a number with an optional minus sign.
    private ExpressionSyntax ParseLiteral()
    {
        var token = Current;
        switch (token.Kind)
        {
            case LuaTokenKind.Nil:
                Advance();
                return new NilExpressionSyntax(token.Span);
            case LuaTokenKind.True:
                Advance();
                return new TrueExpressionSyntax(token.Span);
            case LuaTokenKind.False:
                Advance();
                return new FalseExpressionSyntax(token.Span);
            case LuaTokenKind.String:
                return ParseString();
            case LuaTokenKind.Minus when Peek(1).Kind is LuaTokenKind.Integer or LuaTokenKind.Float:
                Advance();
                return Number(Advance(), token.Start, negative: true);
            case LuaTokenKind.Integer or LuaTokenKind.Float:
                return Number(Advance(), token.Start, negative: false);
            default:
                ReportHere(DiagnosticDescriptors.TokenExpected, "literal", Near());
                return new ErrorExpressionSyntax(new TextSpan(token.Start, 0));
        }
    }

    private NumberLiteralSyntax Number(LuaToken token, int start, bool negative)
    {
        var span = SpanFrom(start);
        return token.Value is long integer
            ? new NumberLiteralSyntax(span, negative ? unchecked(-integer) : integer)
            : new NumberLiteralSyntax(span, negative ? -(double)token.Value! : (double)token.Value!);
    }

    private TypeSyntax ParsePrimaryType()
    {
        var token = Current;
        switch (token.Kind)
        {
            case LuaTokenKind.Nil or LuaTokenKind.True or LuaTokenKind.False or LuaTokenKind.String
                    or LuaTokenKind.Integer or LuaTokenKind.Float:
            case LuaTokenKind.Minus when Peek(1).Kind is LuaTokenKind.Integer or LuaTokenKind.Float:
                var literal = ParseLiteral();
                return new LiteralTypeSyntax(literal.Span, literal);
            case LuaTokenKind.Name:
                return ParseNameType();

            // The type of all functions; with a name or parameters behind it, a statement or a function follows a missing type.
            case LuaTokenKind.Function when Peek(1) is var next && (next.StartsLine || next.Kind is not (LuaTokenKind.Name or LuaTokenKind.OpenParen)):
                Advance();
                return new NamedTypeSyntax(token.Span, EquatableArray.Create(new IdentifierSyntax(token.Span, "function")), EquatableArray<TypeSyntax>.Empty);
            case LuaTokenKind.OpenBrace:
                return ParseBraceType();
            case LuaTokenKind.Less:
                return ParseFunctionType(token.Start, ParseTypeParameters());
            case LuaTokenKind.OpenParen:
                if (FindClose(_index) is var close and >= 0 && _tokens[close + 1].Kind == LuaTokenKind.Arrow)
                {
                    return ParseFunctionType(token.Start, default);
                }

                Advance();
                var inner = ParseNestedType();
                ExpectClose(LuaTokenKind.CloseParen, "')'", token);
                return inner;
            default:
                ReportHere(DiagnosticDescriptors.TypeExpected, Near());
                return new ErrorTypeSyntax(new TextSpan(token.Start, 0));
        }
    }

    private TypeSyntax ParseNameType()
    {
        var token = Current;
        var next = Peek(1);
        switch ((string)token.Value!)
        {
            case "fun" when next.Kind is LuaTokenKind.OpenParen or LuaTokenKind.Less:
                return ParseFunType();
            case "interface" when next.Kind == LuaTokenKind.OpenBrace:
                Advance();
                return ParseInterfaceType(token.Start);
            case "readonly" when !next.StartsLine && (CanStartType(next) || next.Kind == LuaTokenKind.Less) && !IsWord(next, "extends"):
                Advance();
                if (!EnterLevel())
                {
                    return new ErrorTypeSyntax(token.Span);
                }

                var inner = ParsePrimaryType();
                LeaveLevel();
                return new ReadonlyTypeSyntax(SpanFrom(token.Start), inner);
            case "typeof" when next.Kind == LuaTokenKind.OpenParen:
                return ParseTypeof();
            case "keyof" when next.Kind == LuaTokenKind.OpenParen:
                Advance();
                var opener = Advance();
                var operand = ParseNestedType();
                ExpectClose(LuaTokenKind.CloseParen, "')'", opener);
                return new KeyofTypeSyntax(SpanFrom(token.Start), operand);
            case "asserts" when next.Kind == LuaTokenKind.Name && !next.StartsLine && !IsWord(next, "extends"):
                Report(DiagnosticDescriptors.AssertsOutsideReturn, token.Span);
                return ParseAsserts();
            default:
                return ParseNamedType();
        }
    }

    private TypeofTypeSyntax ParseTypeof()
    {
        var start = Advance();
        var opener = Advance();
        var (inCast, inExtends, commaFree) = (_inCast, _inExtends, _commaFree);
        _inCast = _inExtends = _commaFree = false;
        var expression = ParseExpression();
        (_inCast, _inExtends, _commaFree) = (inCast, inExtends, commaFree);
        ExpectClose(LuaTokenKind.CloseParen, "')'", opener);
        return new TypeofTypeSyntax(SpanFrom(start.Start), expression);
    }

    private NamedTypeSyntax ParseNamedType()
    {
        var start = Current.Start;
        var names = new List<IdentifierSyntax> { ParseIdentifier() };
        while (Kind == LuaTokenKind.Dot)
        {
            Advance();
            names.Add(ParseIdentifier());
        }

        var arguments = new List<TypeSyntax>();
        if (Kind == LuaTokenKind.Less && !AtAttribute() && (!_inCast || AtTypeArguments()))
        {
            Advance();
            do
            {
                arguments.Add(ParseNestedType());
            }
            while (TryTake(LuaTokenKind.Comma));
            ExpectGreater();
        }

        return new NamedTypeSyntax(
            SpanFrom(start), new EquatableArray<IdentifierSyntax>(names.ToArray()), new EquatableArray<TypeSyntax>(arguments.ToArray()));
    }

    // "local x: T <const>" is an attribute, and rejected as one.
    private bool AtAttribute() =>
        Peek(2).Kind == LuaTokenKind.Greater && (IsWord(Peek(1), "const") || IsWord(Peek(1), "close"));

    // Whether a '<' after a cast opens type arguments: it has its '>' and nothing in between that no type has.
    private bool AtTypeArguments()
    {
        const int Farthest = 1000;
        var depth = 0;
        for (var i = _index; i < _tokens.Count && i < _index + Farthest; i++)
        {
            switch (_tokens[i].Kind)
            {
                case LuaTokenKind.Less:
                    depth++;
                    break;
                case LuaTokenKind.Greater:
                    depth--;
                    break;
                case LuaTokenKind.GreaterGreater:
                    depth -= 2;
                    break;
                case LuaTokenKind.GreaterEqual:
                    return depth == 1;
                case LuaTokenKind.Name or LuaTokenKind.Dot or LuaTokenKind.Comma or LuaTokenKind.Question or LuaTokenKind.Pipe
                    or LuaTokenKind.Ampersand or LuaTokenKind.OpenBrace or LuaTokenKind.CloseBrace or LuaTokenKind.OpenBracket
                    or LuaTokenKind.CloseBracket or LuaTokenKind.OpenParen or LuaTokenKind.CloseParen or LuaTokenKind.Colon
                    or LuaTokenKind.Arrow or LuaTokenKind.Ellipsis or LuaTokenKind.At or LuaTokenKind.Minus or LuaTokenKind.String
                    or LuaTokenKind.Integer or LuaTokenKind.Float or LuaTokenKind.Nil or LuaTokenKind.True or LuaTokenKind.False:
                    break;
                default:
                    return false;
            }

            if (depth <= 0)
            {
                return true;
            }
        }

        return false;
    }

    // {}, {T}, {[K]: V} or a record.
    private TypeSyntax ParseBraceType()
    {
        var opener = Current;
        if (Peek(1).Kind == LuaTokenKind.OpenBracket)
        {
            Advance();
            var bracket = Advance();
            var key = ParseNestedType();
            ExpectClose(LuaTokenKind.CloseBracket, "']'", bracket);
            Expect(LuaTokenKind.Colon, "':'");
            var value = ParseNestedType();
            ExpectClose(LuaTokenKind.CloseBrace, "'}'", opener);
            return new MapTypeSyntax(SpanFrom(opener.Start), key, value);
        }

        Advance();
        if (Kind == LuaTokenKind.CloseBrace || AtFieldName())
        {
            var fields = ParseRecordFields(opener);
            return new RecordTypeSyntax(SpanFrom(opener.Start), fields);
        }

        var element = ParseNestedType();
        ExpectClose(LuaTokenKind.CloseBrace, "'}'", opener);
        return new ArrayTypeSyntax(SpanFrom(opener.Start), element);
    }

    private InterfaceTypeSyntax ParseInterfaceType(int start)
    {
        var opener = Advance();
        var fields = ParseRecordFields(opener);
        return new InterfaceTypeSyntax(SpanFrom(start), fields);
    }

    private EquatableArray<RecordFieldSyntax> ParseRecordFields(LuaToken opener)
    {
        var fields = new List<RecordFieldSyntax>();
        while (AtFieldName())
        {
            fields.Add(ParseRecordField());
            if (!TryTake(LuaTokenKind.Comma) && !TryTake(LuaTokenKind.Semicolon))
            {
                break;
            }
        }

        ExpectClose(LuaTokenKind.CloseBrace, "'}'", opener);
        return new EquatableArray<RecordFieldSyntax>(fields.ToArray());
    }

    // Keywords are allowed as field names; the colon tells.
    private bool AtFieldName()
    {
        if (Kind != LuaTokenKind.Name && Kind is < LuaTokenKind.And or > LuaTokenKind.While)
        {
            return false;
        }

        var next = Peek(1).Kind;
        return next == LuaTokenKind.Colon || (next == LuaTokenKind.Question && Peek(2).Kind == LuaTokenKind.Colon);
    }

    private RecordFieldSyntax ParseRecordField()
    {
        var token = Advance();
        var name = new IdentifierSyntax(token.Span, token.Value as string ?? _source.ToString(token.Span));
        var isOptional = TryTake(LuaTokenKind.Question);
        Expect(LuaTokenKind.Colon, "':'");
        var type = ParseNestedType();
        return new RecordFieldSyntax(SpanFrom(token.Start), name, isOptional, type);
    }

    // (a: A, ...B) -> R
    private FunctionTypeSyntax ParseFunctionType(int start, EquatableArray<TypeParameterSyntax> typeParameters)
    {
        var (parameters, vararg) = ParseFunctionTypeParameters();
        Expect(LuaTokenKind.Arrow, "'->'");
        var returnTypes = ParseReturnTypes(list: false);
        return new FunctionTypeSyntax(SpanFrom(start), typeParameters, parameters, vararg, returnTypes);
    }

    // fun(a: A): R
    private FunctionTypeSyntax ParseFunType()
    {
        var start = Advance();
        var typeParameters = ParseTypeParameters();
        var (parameters, vararg) = ParseFunctionTypeParameters();
        var returnTypes = TryTake(LuaTokenKind.Colon) ? ParseReturnTypes(_commaFree) : null;
        return new FunctionTypeSyntax(SpanFrom(start.Start), typeParameters, parameters, vararg, returnTypes);
    }

    private (EquatableArray<FunctionTypeParameterSyntax> Parameters, VarargSyntax? Vararg) ParseFunctionTypeParameters()
    {
        var opener = Current;
        Expect(LuaTokenKind.OpenParen, "'('");
        var parameters = new List<FunctionTypeParameterSyntax>();
        VarargSyntax? vararg = null;
        if (Kind != LuaTokenKind.CloseParen)
        {
            do
            {
                var start = Current.Start;
                if (TryTake(LuaTokenKind.Ellipsis))
                {
                    var typed = TryTake(LuaTokenKind.Colon) || Kind is not (LuaTokenKind.CloseParen or LuaTokenKind.Comma);
                    var extra = typed ? ParseNestedType() : null;
                    vararg = new VarargSyntax(SpanFrom(start), extra);
                    if (Kind == LuaTokenKind.Comma)
                    {
                        ReportHere(DiagnosticDescriptors.VarargNotLast, Near());
                    }

                    continue;
                }

                IdentifierSyntax? name = null;
                var isOptional = false;
                if (Kind == LuaTokenKind.Name && AtFieldName())
                {
                    name = ParseIdentifier();
                    isOptional = TryTake(LuaTokenKind.Question);
                    Advance();
                }

                var type = ParseNestedType();
                parameters.Add(new FunctionTypeParameterSyntax(SpanFrom(start), name, isOptional, type));
            }
            while (TryTake(LuaTokenKind.Comma));
        }

        ExpectClose(LuaTokenKind.CloseParen, "')'", opener);
        return (new EquatableArray<FunctionTypeParameterSyntax>(parameters.ToArray()), vararg);
    }

    // "list": whether several results may stand without parentheses.
    private ReturnTypesSyntax ParseReturnTypes(bool list)
    {
        var start = Current;
        var types = new List<TypeSyntax>();
        if (AtTuple())
        {
            Advance();
            if (Kind != LuaTokenKind.CloseParen)
            {
                do
                {
                    types.Add(ParseReturnType(nested: true));
                }
                while (TryTake(LuaTokenKind.Comma));
            }

            ExpectClose(LuaTokenKind.CloseParen, "')'", start);
        }
        else
        {
            do
            {
                types.Add(ParseReturnType(nested: false));
            }
            while (list && TryTake(LuaTokenKind.Comma));
        }

        return new ReturnTypesSyntax(SpanFrom(start.Start), new EquatableArray<TypeSyntax>(types.ToArray()));
    }

    private TypeSyntax ParseReturnType(bool nested)
    {
        if (IsWord("asserts") && Peek(1).Kind == LuaTokenKind.Name && !Peek(1).StartsLine)
        {
            return ParseAsserts();
        }

        return nested ? ParseNestedType() : ParseType();
    }

    private AssertsTypeSyntax ParseAsserts()
    {
        var start = Advance();
        var parameter = ParseIdentifier();
        TypeSyntax? type = null;
        if (IsWord("is") && !Current.StartsLine)
        {
            Advance();
            type = ParseType();
        }

        return new AssertsTypeSyntax(SpanFrom(start.Start), parameter, type);
    }

    // A parenthesis that holds a list of results: not a function type, and not a type with something behind it.
    private bool AtTuple()
    {
        if (Kind != LuaTokenKind.OpenParen)
        {
            return false;
        }

        var close = FindClose(_index);
        if (close < 0)
        {
            return true;
        }

        var next = _tokens[close + 1];
        return next.Kind switch
        {
            LuaTokenKind.Arrow => false,
            LuaTokenKind.Question or LuaTokenKind.Pipe or LuaTokenKind.Ampersand or LuaTokenKind.At => false,
            LuaTokenKind.OpenBracket => _tokens[close + 2].Kind is not (LuaTokenKind.CloseBracket or LuaTokenKind.String),
            _ => true,
        };
    }

    // Index of the bracket that closes the one at "open", or -1.
    private int FindClose(int open) => (_closers ??= MatchBrackets())[open];

    // Brackets left open before a statement match nothing: no type goes on over a statement.
    private int[] MatchBrackets()
    {
        var closers = new int[_tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < _tokens.Count; i++)
        {
            closers[i] = -1;
            switch (_tokens[i].Kind)
            {
                case LuaTokenKind.OpenParen or LuaTokenKind.OpenBrace or LuaTokenKind.OpenBracket:
                    open.Push(i);
                    break;
                case LuaTokenKind.CloseParen or LuaTokenKind.CloseBrace or LuaTokenKind.CloseBracket when open.Count > 0:
                    closers[open.Pop()] = i;
                    break;
                case LuaTokenKind.Local or LuaTokenKind.If or LuaTokenKind.While or LuaTokenKind.For or LuaTokenKind.Repeat
                        or LuaTokenKind.Return when _tokens[i + 1].Kind is not (LuaTokenKind.Colon or LuaTokenKind.Question):
                    open.Clear();
                    break;
            }
        }

        return closers;
    }
}
