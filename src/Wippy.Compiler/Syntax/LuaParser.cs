using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>
/// Reads Lua with types (spec/lua.md sections 2, 3 and 9) by recursive descent. Never throws: it reports, recovers at the
/// next statement and always gives a tree. Nesting is bounded, so no input overflows the stack here or in later phases.
/// </summary>
public sealed partial class LuaParser
{
    /// <summary>How deep expressions may nest in the tree: long rows of operators, fields or calls do.</summary>
    public const int MaxExpressionDepth = 20_000;

    /// <summary>How deep statements, expressions and types may nest in the text (LUAI_MAXCCALLS of PUC).</summary>
    public const int MaxLevels = 200;

    internal const int MaxErrors = 100;

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<LuaToken> _tokens;
    private int _index;
    private int _levels;
    private int _errors;
    private int _lastErrorIndex = -1;
    private int _maxDepth;
    private bool _depthReported;
    private bool _aborted;

    private LuaParser(SourceText source, DiagnosticBag diagnostics, List<LuaToken> tokens)
    {
        _source = source;
        _diagnostics = diagnostics;
        _tokens = tokens;
        _function = new FunctionScope(null, isVararg: true);
    }

    private LuaToken Current => _tokens[_index];

    private LuaTokenKind Kind => _tokens[_index].Kind;

    private int PreviousEnd => _index == 0 ? 0 : _tokens[_index - 1].End;

    /// <summary>Parses a file.</summary>
    public static LuaSyntaxTree Parse(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        if (source.IsUnreadable)
        {
            diagnostics.Report(DiagnosticDescriptors.UnreadableFile, source.GetLocation(default));
        }

        var tokens = LuaLexer.Tokenize(source, diagnostics, out var comments);
        var parser = new LuaParser(source, diagnostics, tokens);
        var block = parser.ParseChunk();
        var chunk = new ChunkSyntax(new TextSpan(0, source.Length), block, comments);
        var sorted = diagnostics
            .OrderBy(static d => d.Location!.Span.Start)
            .Take(MaxErrors + 1)
            .ToEquatableArray();
        return new LuaSyntaxTree(source, chunk, sorted, parser._maxDepth);
    }

    private LuaToken Peek(int ahead) => _tokens[Math.Min(_index + ahead, _tokens.Count - 1)];

    private LuaToken Advance()
    {
        var token = _tokens[_index];
        if (token.Kind != LuaTokenKind.EndOfFile)
        {
            _index++;
        }

        return token;
    }

    private bool TryTake(LuaTokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        _index++;
        return true;
    }

    private bool IsWord(string word) => IsWord(Current, word);

    private static bool IsWord(LuaToken token, string word) =>
        token.Kind == LuaTokenKind.Name && string.Equals((string)token.Value!, word, StringComparison.Ordinal);

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Math.Max(start, PreviousEnd));

    private int LineNumber(int offset) => _source.GetLocation(new TextSpan(offset, 0)).Start.Line + 1;

    // One finding per token: what follows from the same mistake says nothing new.
    private void ReportHere(DiagnosticDescriptor descriptor, params object[] arguments)
    {
        if (_lastErrorIndex == _index)
        {
            _errors++;
            return;
        }

        _lastErrorIndex = _index;
        Report(descriptor, Current.Span, arguments);
    }

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        if (_aborted)
        {
            return;
        }

        _diagnostics.Report(descriptor, _source.GetLocation(span), arguments);
        if (descriptor.Severity != DiagnosticSeverity.Error)
        {
            return;
        }

        _errors++;
        if (_errors >= MaxErrors)
        {
            _diagnostics.Report(DiagnosticDescriptors.TooManyErrors, _source.GetLocation(span), MaxErrors);
            Abort();
        }
    }

    // Goes to the end of the file and says nothing more.
    private void Abort()
    {
        _aborted = true;
        _index = _tokens.Count - 1;
    }

    private string Near() => Near(Current);

    private string Near(LuaToken token)
    {
        if (token.Kind == LuaTokenKind.EndOfFile)
        {
            return "<eof>";
        }

        const int Longest = 40;
        var text = token.End - token.Start <= Longest
            ? _source.ToString(token.Span)
            : _source.ToString(new TextSpan(token.Start, Longest)) + "...";
        return "'" + text.Replace("\r", "\\r").Replace("\n", "\\n") + "'";
    }

    private bool Expect(LuaTokenKind kind, string text)
    {
        if (TryTake(kind))
        {
            return true;
        }

        ReportHere(DiagnosticDescriptors.TokenExpected, text, Near());
        return false;
    }

    // A keyword in the middle of a statement: when it is missing, goes on behind it if it stands further on in the line.
    private void ExpectKeyword(LuaTokenKind kind, string text)
    {
        if (Expect(kind, text))
        {
            return;
        }

        var i = _index;
        do
        {
            if (_tokens[i].Kind == kind)
            {
                _index = i + 1;
                return;
            }

            i++;
        }
        while (i < _tokens.Count && !_tokens[i].StartsLine);

        // A misspelt keyword at the end of the line.
        if (Kind == LuaTokenKind.Name && Peek(1).StartsLine && !Current.StartsLine)
        {
            Advance();
        }
    }

    private void ExpectClose(LuaTokenKind kind, string text, LuaToken opener, string? openerText = null)
    {
        if (TryTake(kind) || _aborted)
        {
            return;
        }

        var line = LineNumber(opener.Start);
        if (line == LineNumber(Current.Start))
        {
            ReportHere(DiagnosticDescriptors.TokenExpected, text, Near());
        }
        else
        {
            ReportHere(DiagnosticDescriptors.BlockNotClosed, text, openerText ?? Near(opener), line, Near());
        }
    }

    private bool EnterLevel()
    {
        if (++_levels <= MaxLevels)
        {
            return true;
        }

        Report(DiagnosticDescriptors.TooManyLevels, Current.Span, MaxLevels);
        Abort();
        return false;
    }

    private void LeaveLevel() => _levels--;

    private IdentifierSyntax ParseIdentifier(string expected = "<name>")
    {
        if (Kind == LuaTokenKind.Name)
        {
            var token = Advance();
            return new IdentifierSyntax(token.Span, (string)token.Value!);
        }

        ReportHere(DiagnosticDescriptors.TokenExpected, expected, Near());
        return new IdentifierSyntax(new TextSpan(Current.Start, 0), string.Empty);
    }

    private IdentifierSyntax ParseVariableName()
    {
        var name = ParseIdentifier();
        RejectEnvironment(name.Text, name.Span);
        return name;
    }

    private void RejectEnvironment(string name, TextSpan span)
    {
        if (string.Equals(name, "_ENV", StringComparison.Ordinal))
        {
            Report(DiagnosticDescriptors.EnvironmentNotSupported, span);
        }
    }
}
