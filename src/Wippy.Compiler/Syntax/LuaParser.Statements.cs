using System.Collections.Generic;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

public sealed partial class LuaParser
{
    private bool AtBlockEnd =>
        Kind is LuaTokenKind.EndOfFile or LuaTokenKind.End or LuaTokenKind.Else or LuaTokenKind.ElseIf or LuaTokenKind.Until;

    private BlockSyntax ParseChunk()
    {
        var statements = new List<StatementSyntax>();
        ParseStatements(statements);
        while (Kind != LuaTokenKind.EndOfFile)
        {
            ReportHere(DiagnosticDescriptors.UnmatchedBlockEnd, Near());
            Advance();
            ParseStatements(statements);
        }

        CloseFunction();
        return new BlockSyntax(new TextSpan(0, _source.Length), new EquatableArray<StatementSyntax>(statements.ToArray()));
    }

    private BlockSyntax ParseBlock(bool isLoop, params VariableSyntax[] variables)
    {
        OpenBlock(isLoop);
        foreach (var variable in variables)
        {
            Declare(variable.Name);
        }

        var block = ParseStatements();
        CloseBlock(endsScope: true);
        return block;
    }

    private BlockSyntax ParseStatements()
    {
        var start = Current.Start;
        var statements = new List<StatementSyntax>();
        ParseStatements(statements);
        return new BlockSyntax(SpanFrom(start), new EquatableArray<StatementSyntax>(statements.ToArray()));
    }

    private void ParseStatements(List<StatementSyntax> statements)
    {
        while (!AtBlockEnd)
        {
            if (TryTake(LuaTokenKind.Semicolon))
            {
                continue;
            }

            if (Kind != LuaTokenKind.ColonColon)
            {
                SettleLabels(_function.Locals.Count);
            }

            var before = _index;
            if (!EnterLevel())
            {
                return;
            }

            var statement = ParseStatement();
            LeaveLevel();
            statements.Add(statement);
            if (statement is ReturnStatementSyntax && !AtBlockEnd && _lastErrorIndex != _index)
            {
                ReportHere(DiagnosticDescriptors.StatementAfterReturn, _function.Outer is null && Block.Outer is null ? "<eof>" : "'end'", Near());
                Synchronize(_index);
            }
            else if (_lastErrorIndex == _index && !_aborted)
            {
                Synchronize(before);
            }
        }
    }

    // Skips to where a statement can start.
    private void Synchronize(int before)
    {
        if (_index == before && !AtBlockEnd)
        {
            Advance();
        }

        while (!AtBlockEnd && !StartsStatement())
        {
            Advance();
        }
    }

    private bool StartsStatement() => Kind switch
    {
        LuaTokenKind.Semicolon or LuaTokenKind.Local or LuaTokenKind.If or LuaTokenKind.While or LuaTokenKind.For
            or LuaTokenKind.Repeat or LuaTokenKind.Return or LuaTokenKind.Break or LuaTokenKind.Goto or LuaTokenKind.Do => true,
        LuaTokenKind.Name or LuaTokenKind.Function or LuaTokenKind.ColonColon => Current.StartsLine,
        _ => false,
    };

    private StatementSyntax ParseStatement()
    {
        var token = Current;
        switch (token.Kind)
        {
            case LuaTokenKind.If:
                return ParseIf();
            case LuaTokenKind.While:
                return ParseWhile();
            case LuaTokenKind.Do:
                Advance();
                var body = ParseBlock(isLoop: false);
                ExpectClose(LuaTokenKind.End, "'end'", token);
                return new DoStatementSyntax(SpanFrom(token.Start), body);
            case LuaTokenKind.For:
                return ParseFor();
            case LuaTokenKind.Repeat:
                return ParseRepeat();
            case LuaTokenKind.Function:
                return ParseFunctionStatement();
            case LuaTokenKind.Local:
                return Peek(1).Kind == LuaTokenKind.Function ? ParseLocalFunction() : ParseLocal();
            case LuaTokenKind.Return:
                return ParseReturn();
            case LuaTokenKind.Break:
                Advance();
                if (!Block.InLoop)
                {
                    Report(DiagnosticDescriptors.BreakOutsideLoop, token.Span, LineNumber(token.Start));
                }

                return new BreakStatementSyntax(token.Span);
            case LuaTokenKind.Goto:
                return ParseGoto();
            case LuaTokenKind.ColonColon:
                return ParseLabel();
            case LuaTokenKind.Name when IsWord("type") && Peek(1).Kind == LuaTokenKind.Name
                    && Peek(2).Kind is LuaTokenKind.Equal or LuaTokenKind.Less:
                return ParseTypeDeclaration();
            case LuaTokenKind.Name when IsWord("interface") && Peek(1).Kind == LuaTokenKind.Name:
                return ParseInterfaceDeclaration();
            default:
                return ParseExpressionStatement();
        }
    }

    private IfStatementSyntax ParseIf()
    {
        var start = Current;
        var clauses = new List<IfClauseSyntax>();
        do
        {
            var clauseStart = Advance().Start;
            var condition = ParseExpression();
            var then = Current.Span;
            ExpectKeyword(LuaTokenKind.Then, "'then'");
            var block = ParseBlock(isLoop: false);
            clauses.Add(new IfClauseSyntax(SpanFrom(clauseStart), condition, then, block));
        }
        while (Kind == LuaTokenKind.ElseIf);

        BlockSyntax? otherwise = null;
        if (TryTake(LuaTokenKind.Else))
        {
            otherwise = ParseBlock(isLoop: false);
        }

        ExpectClose(LuaTokenKind.End, "'end'", start);
        return new IfStatementSyntax(SpanFrom(start.Start), new EquatableArray<IfClauseSyntax>(clauses.ToArray()), otherwise);
    }

    private WhileStatementSyntax ParseWhile()
    {
        var start = Advance();
        var condition = ParseExpression();
        ExpectKeyword(LuaTokenKind.Do, "'do'");
        var block = ParseBlock(isLoop: true);
        ExpectClose(LuaTokenKind.End, "'end'", start);
        return new WhileStatementSyntax(SpanFrom(start.Start), condition, block);
    }

    private RepeatStatementSyntax ParseRepeat()
    {
        var start = Advance();
        OpenBlock(isLoop: true);
        var block = ParseStatements();
        ExpectClose(LuaTokenKind.Until, "'until'", start);
        var condition = ParseExpression();
        CloseBlock(endsScope: false);
        return new RepeatStatementSyntax(SpanFrom(start.Start), block, condition);
    }

    private StatementSyntax ParseFor()
    {
        var start = Advance();
        var variables = new List<VariableSyntax> { ParseVariable() };
        if (TryTake(LuaTokenKind.Equal))
        {
            var initial = ParseExpression();
            Expect(LuaTokenKind.Comma, "','");
            var limit = ParseExpression();
            var step = TryTake(LuaTokenKind.Comma) ? ParseExpression() : null;
            var @do = Current.Span;
            ExpectKeyword(LuaTokenKind.Do, "'do'");
            var body = ParseBlock(isLoop: true, variables[0]);
            ExpectClose(LuaTokenKind.End, "'end'", start);
            return new NumericForStatementSyntax(SpanFrom(start.Start), variables[0], initial, limit, step, @do, body);
        }

        while (TryTake(LuaTokenKind.Comma))
        {
            variables.Add(ParseVariable());
        }

        ExpectKeyword(LuaTokenKind.In, variables.Count == 1 ? "'=' or 'in'" : "'in'");
        var values = ParseExpressionList();
        ExpectKeyword(LuaTokenKind.Do, "'do'");
        var block = ParseBlock(isLoop: true, variables.ToArray());
        ExpectClose(LuaTokenKind.End, "'end'", start);
        return new GenericForStatementSyntax(SpanFrom(start.Start), new EquatableArray<VariableSyntax>(variables.ToArray()), values, block);
    }

    private VariableSyntax ParseVariable()
    {
        var name = ParseVariableName();
        var type = TryTake(LuaTokenKind.Colon) ? ParseType() : null;
        return new VariableSyntax(SpanFrom(name.Span.Start), name, type);
    }

    private FunctionStatementSyntax ParseFunctionStatement()
    {
        var start = Advance();
        var names = new List<IdentifierSyntax> { ParseVariableName() };
        while (TryTake(LuaTokenKind.Dot))
        {
            names.Add(ParseIdentifier());
        }

        var method = TryTake(LuaTokenKind.Colon) ? ParseIdentifier() : null;
        var body = ParseFunctionBody(start, method is not null);
        return new FunctionStatementSyntax(SpanFrom(start.Start), new EquatableArray<IdentifierSyntax>(names.ToArray()), method, body);
    }

    private LocalFunctionStatementSyntax ParseLocalFunction()
    {
        var start = Advance();
        var function = Advance();
        var name = ParseVariableName();
        Declare(name);
        var body = ParseFunctionBody(function, isMethod: false);
        return new LocalFunctionStatementSyntax(SpanFrom(start.Start), name, body);
    }

    private LocalStatementSyntax ParseLocal()
    {
        var start = Advance();
        var variables = new List<VariableSyntax>();
        do
        {
            variables.Add(ParseVariable());
            RejectAttribute();
        }
        while (TryTake(LuaTokenKind.Comma));

        var values = TryTake(LuaTokenKind.Equal) ? ParseExpressionList() : default;
        foreach (var variable in variables)
        {
            Declare(variable.Name);
        }

        return new LocalStatementSyntax(SpanFrom(start.Start), new EquatableArray<VariableSyntax>(variables.ToArray()), values);
    }

    private void RejectAttribute()
    {
        if (Kind != LuaTokenKind.Less || Peek(1).Kind != LuaTokenKind.Name || Peek(2).Kind is not (LuaTokenKind.Greater or LuaTokenKind.GreaterEqual))
        {
            return;
        }

        var start = Advance().Start;
        var name = (string)Advance().Value!;
        TakeGreater();
        Report(DiagnosticDescriptors.AttributeNotSupported, SpanFrom(start), name);
    }

    private ReturnStatementSyntax ParseReturn()
    {
        var start = Advance();
        var values = AtBlockEnd || Kind == LuaTokenKind.Semicolon ? default : ParseExpressionList();
        TryTake(LuaTokenKind.Semicolon);
        return new ReturnStatementSyntax(SpanFrom(start.Start), values);
    }

    private GotoStatementSyntax ParseGoto()
    {
        var start = Advance();
        var label = ParseIdentifier();
        if (label.Text.Length > 0)
        {
            AddGoto(new PendingGoto(label, _function.Locals.Count));
        }

        return new GotoStatementSyntax(SpanFrom(start.Start), label);
    }

    private LabelStatementSyntax ParseLabel()
    {
        var start = Advance();
        var name = ParseIdentifier();
        Expect(LuaTokenKind.ColonColon, "'::'");
        if (name.Text.Length > 0)
        {
            AddLabel(name);
        }

        return new LabelStatementSyntax(SpanFrom(start.Start), name);
    }

    private StatementSyntax ParseExpressionStatement()
    {
        var first = _index;
        var start = Current.Start;
        var expression = ParseSuffixed(DiagnosticDescriptors.StatementExpected);
        if (Kind is LuaTokenKind.Equal or LuaTokenKind.Comma && expression is not ErrorExpressionSyntax)
        {
            return ParseAssignment(expression);
        }

        if (expression is CallExpressionSyntax or MethodCallExpressionSyntax)
        {
            return new CallStatementSyntax(SpanFrom(start), expression);
        }

        if (expression is not ErrorExpressionSyntax)
        {
            if (Peek(1).Kind == LuaTokenKind.Equal && Peek(1).Start == Current.End && BinaryOperatorOf(Kind) is not null)
            {
                ReportHere(DiagnosticDescriptors.CompoundAssignment, _source.ToString(Current.Span));
            }
            else if (FollowsChainedCast(first))
            {
                ReportHere(DiagnosticDescriptors.ChainedCast);
            }
            else
            {
                ReportHere(DiagnosticDescriptors.NotAStatement, Near());
            }
        }

        return new ErrorStatementSyntax(SpanFrom(start));
    }

    // "x :: A :: B" has been read as the label "::A::" and then "B".
    private bool FollowsChainedCast(int index) =>
        index >= 3 && _tokens[index - 1].Kind == LuaTokenKind.ColonColon && _tokens[index - 3].Kind == LuaTokenKind.ColonColon
        && !_tokens[index - 3].StartsLine && !_tokens[index].StartsLine;

    private AssignmentStatementSyntax ParseAssignment(ExpressionSyntax first)
    {
        var targets = new List<ExpressionSyntax> { first };
        CheckAssignable(first);
        while (TryTake(LuaTokenKind.Comma))
        {
            var target = ParseSuffixed(DiagnosticDescriptors.ExpressionExpected);
            targets.Add(target);
            CheckAssignable(target);
        }

        var values = Expect(LuaTokenKind.Equal, "'='") ? ParseExpressionList() : default;
        return new AssignmentStatementSyntax(
            SpanFrom(first.Span.Start), new EquatableArray<ExpressionSyntax>(targets.ToArray()), values);
    }

    private void CheckAssignable(ExpressionSyntax target)
    {
        if (target is not (NameExpressionSyntax or FieldExpressionSyntax or IndexExpressionSyntax or ErrorExpressionSyntax))
        {
            Report(DiagnosticDescriptors.NotAssignable, target.Span, Near());
        }
    }

    // The rest of a function after its name; "function" is the keyword.
    private FunctionBodySyntax ParseFunctionBody(LuaToken function, bool isMethod)
    {
        var start = Current.Start;
        var typeParameters = ParseTypeParameters();
        OpenFunction(isVararg: false);
        if (isMethod)
        {
            _function.Locals.Add("self");
        }

        var opener = Current;
        if (!Expect(LuaTokenKind.OpenParen, "'('") && Kind == LuaTokenKind.Name && Peek(1).Kind == LuaTokenKind.OpenParen)
        {
            // "x = function f()": a name where none belongs.
            Advance();
            Advance();
        }

        var (parameters, vararg) = ParseParameters(opener);
        _function.IsVararg = vararg is not null;
        foreach (var parameter in parameters)
        {
            Declare(parameter.Name);
        }

        var returnTypes = TryTake(LuaTokenKind.Colon) ? ParseReturnTypes(list: true) : null;
        var outerDepth = _maxDepth;
        _maxDepth = 0;
        var block = ParseStatements();
        _bodyDepth = _maxDepth;
        _maxDepth = System.Math.Max(outerDepth, _bodyDepth);
        CloseFunction();
        var end = Current.Start;
        ExpectClose(LuaTokenKind.End, "'end'", function);
        var endSpan = _index > 0 && _tokens[_index - 1].Kind == LuaTokenKind.End && PreviousEnd > end
            ? _tokens[_index - 1].Span
            : new TextSpan(end, 0);
        return new FunctionBodySyntax(SpanFrom(start), typeParameters, parameters, vararg, returnTypes, block, endSpan);
    }

    private (EquatableArray<ParameterSyntax> Parameters, VarargSyntax? Vararg) ParseParameters(LuaToken opener)
    {
        var parameters = new List<ParameterSyntax>();
        VarargSyntax? vararg = null;
        if (Kind != LuaTokenKind.CloseParen)
        {
            do
            {
                if (Kind == LuaTokenKind.Ellipsis)
                {
                    var dots = Advance();
                    var extra = TryTake(LuaTokenKind.Colon) ? ParseType() : null;
                    vararg = new VarargSyntax(SpanFrom(dots.Start), extra);
                    if (Kind == LuaTokenKind.Comma)
                    {
                        ReportHere(DiagnosticDescriptors.VarargNotLast, Near());
                    }

                    continue;
                }

                var name = ParseVariableName();
                var isOptional = TryTake(LuaTokenKind.Question);
                var type = TryTake(LuaTokenKind.Colon) ? ParseType() : null;
                parameters.Add(new ParameterSyntax(SpanFrom(name.Span.Start), name, isOptional, type));
            }
            while (TryTake(LuaTokenKind.Comma));
        }

        ExpectClose(LuaTokenKind.CloseParen, "')'", opener);
        return (new EquatableArray<ParameterSyntax>(parameters.ToArray()), vararg);
    }
}
