using System;
using System.Collections.Generic;
using System.Text;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>
/// Cuts a source file into tokens and comments (spec/lua.md section 2, Lua manual 3.1). Works on bytes; never throws;
/// what is no token is reported and left out.
/// </summary>
public sealed class LuaLexer
{
    private static readonly Dictionary<string, LuaTokenKind> Keywords = new(StringComparer.Ordinal)
    {
        ["and"] = LuaTokenKind.And,
        ["break"] = LuaTokenKind.Break,
        ["do"] = LuaTokenKind.Do,
        ["else"] = LuaTokenKind.Else,
        ["elseif"] = LuaTokenKind.ElseIf,
        ["end"] = LuaTokenKind.End,
        ["false"] = LuaTokenKind.False,
        ["for"] = LuaTokenKind.For,
        ["function"] = LuaTokenKind.Function,
        ["goto"] = LuaTokenKind.Goto,
        ["if"] = LuaTokenKind.If,
        ["in"] = LuaTokenKind.In,
        ["local"] = LuaTokenKind.Local,
        ["nil"] = LuaTokenKind.Nil,
        ["not"] = LuaTokenKind.Not,
        ["or"] = LuaTokenKind.Or,
        ["repeat"] = LuaTokenKind.Repeat,
        ["return"] = LuaTokenKind.Return,
        ["then"] = LuaTokenKind.Then,
        ["true"] = LuaTokenKind.True,
        ["until"] = LuaTokenKind.Until,
        ["while"] = LuaTokenKind.While,
    };

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<LuaToken> _tokens = [];
    private readonly List<CommentSyntax> _comments = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<byte> _buffer = [];
    private int _position;
    private bool _startsLine = true;

    private LuaLexer(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
    }

    /// <summary>The tokens of a file, the last one being <see cref="LuaTokenKind.EndOfFile"/>; findings go to <paramref name="diagnostics"/>.</summary>
    public static List<LuaToken> Tokenize(SourceText source, DiagnosticBag diagnostics, out EquatableArray<CommentSyntax> comments)
    {
        var lexer = new LuaLexer(source, diagnostics);
        lexer.Run();
        comments = new EquatableArray<CommentSyntax>(lexer._comments.ToArray());
        return lexer._tokens;
    }

    /// <summary>Whether a word is reserved.</summary>
    public static bool IsReserved(string word) => Keywords.ContainsKey(word);

    private int Peek(int ahead = 0) => _position + ahead < _source.Length ? _source[_position + ahead] : -1;

    private void Run()
    {
        if (Peek() == '#')
        {
            SkipToLineEnd();
            AddComment(0, CommentKind.Shebang);
        }

        while (_position < _source.Length)
        {
            Next();
        }

        Add(LuaTokenKind.EndOfFile, _position);
    }

    private void Add(LuaTokenKind kind, int start, object? value = null)
    {
        _tokens.Add(new LuaToken(kind, start, _position, _startsLine, value));
        _startsLine = false;
    }

    private void AddComment(int start, CommentKind kind)
    {
        var span = TextSpan.FromBounds(start, _position);
        _comments.Add(new CommentSyntax(span, _source.ToString(span), kind));
    }

    private void Report(DiagnosticDescriptor descriptor, int start, int end, params object[] arguments)
    {
        // A binary file would give millions.
        if (_diagnostics.Count < LuaParser.MaxErrors)
        {
            _diagnostics.Report(descriptor, _source.GetLocation(TextSpan.FromBounds(start, end)), arguments);
        }
    }

    private void SkipToLineEnd()
    {
        while (Peek() is not (-1 or '\n' or '\r'))
        {
            _position++;
        }
    }

    private void SkipLineEnd()
    {
        var first = Peek();
        _position++;
        if (Peek() is '\n' or '\r' && Peek() != first)
        {
            _position++;
        }

        _startsLine = true;
    }

    private void Next()
    {
        var start = _position;
        var c = Peek();
        switch (c)
        {
            case '\n' or '\r':
                SkipLineEnd();
                return;
            case ' ' or '\t' or '\f' or '\v':
                _position++;
                return;
            case '-' when Peek(1) == '-':
                Comment();
                return;
            case '"' or '\'':
                QuotedString(c);
                return;
            case '[' when Peek(1) is '[' or '=':
                LongBracket();
                return;
            case '.' when IsDigit(Peek(1)):
                Number();
                return;
        }

        if (IsDigit(c))
        {
            Number();
        }
        else if (IsNameStart(c))
        {
            Name();
        }
        else if (Operator(c) is var (kind, length))
        {
            _position += length;
            Add(kind, start);
        }
        else
        {
            UnexpectedBytes();
        }
    }

    private (LuaTokenKind Kind, int Length)? Operator(int c)
    {
        var next = Peek(1);
        return c switch
        {
            '+' => (LuaTokenKind.Plus, 1),
            '-' => next == '>' ? (LuaTokenKind.Arrow, 2) : (LuaTokenKind.Minus, 1),
            '*' => (LuaTokenKind.Star, 1),
            '/' => next == '/' ? (LuaTokenKind.SlashSlash, 2) : (LuaTokenKind.Slash, 1),
            '%' => (LuaTokenKind.Percent, 1),
            '^' => (LuaTokenKind.Caret, 1),
            '#' => (LuaTokenKind.Hash, 1),
            '&' => (LuaTokenKind.Ampersand, 1),
            '~' => next == '=' ? (LuaTokenKind.TildeEqual, 2) : (LuaTokenKind.Tilde, 1),
            '|' => (LuaTokenKind.Pipe, 1),
            '<' => next == '<' ? (LuaTokenKind.LessLess, 2) : next == '=' ? (LuaTokenKind.LessEqual, 2) : (LuaTokenKind.Less, 1),
            '>' => next == '>' ? (LuaTokenKind.GreaterGreater, 2) : next == '=' ? (LuaTokenKind.GreaterEqual, 2) : (LuaTokenKind.Greater, 1),
            '=' => next == '=' ? (LuaTokenKind.EqualEqual, 2) : (LuaTokenKind.Equal, 1),
            '(' => (LuaTokenKind.OpenParen, 1),
            ')' => (LuaTokenKind.CloseParen, 1),
            '{' => (LuaTokenKind.OpenBrace, 1),
            '}' => (LuaTokenKind.CloseBrace, 1),
            '[' => (LuaTokenKind.OpenBracket, 1),
            ']' => (LuaTokenKind.CloseBracket, 1),
            ':' => next == ':' ? (LuaTokenKind.ColonColon, 2) : (LuaTokenKind.Colon, 1),
            ';' => (LuaTokenKind.Semicolon, 1),
            ',' => (LuaTokenKind.Comma, 1),
            '.' => next != '.' ? (LuaTokenKind.Dot, 1) : Peek(2) == '.' ? (LuaTokenKind.Ellipsis, 3) : (LuaTokenKind.DotDot, 2),
            '?' => (LuaTokenKind.Question, 1),
            '!' => next == '=' && Peek(2) != '=' ? (LuaTokenKind.BangEqual, 2) : (LuaTokenKind.Bang, 1),
            '@' => (LuaTokenKind.At, 1),
            _ => null,
        };
    }

    // One finding for a run of bytes that start no token, such as a word in another alphabet.
    private void UnexpectedBytes()
    {
        var start = _position;
        do
        {
            _position++;
        }
        while (_position < _source.Length && !IsKnown(Peek()));

        var shown = new StringBuilder();
        for (var i = start; i < Math.Min(_position, start + 8); i++)
        {
            shown.Append(_source[i] is >= 0x20 and < 0x7F ? ((char)_source[i]).ToString() : $"<\\{_source[i]}>");
        }

        Report(DiagnosticDescriptors.UnexpectedCharacter, start, _position, shown.ToString());
    }

    private bool IsKnown(int c) =>
        IsNameStart(c) || IsDigit(c) || c is ' ' or '\t' or '\f' or '\v' or '\n' or '\r' or '"' or '\'' || Operator(c) is not null;

    private void Name()
    {
        var start = _position;
        while (IsNameStart(Peek()) || IsDigit(Peek()))
        {
            _position++;
        }

        var text = _source.ToString(TextSpan.FromBounds(start, _position));
        if (Keywords.TryGetValue(text, out var keyword))
        {
            Add(keyword, start);
            return;
        }

        if (!_names.TryGetValue(text, out var shared))
        {
            shared = text;
            _names.Add(text, text);
        }

        Add(LuaTokenKind.Name, start, shared);
    }

    // Takes what PUC takes, so that "3..2" and "0xep1" are malformed in the same places.
    private void Number()
    {
        var start = _position;
        var exponentMark = 'e';
        if (Peek() == '0' && Peek(1) is 'x' or 'X')
        {
            exponentMark = 'p';
            _position += 2;
        }

        while (true)
        {
            if ((Peek() | 0x20) == exponentMark)
            {
                _position++;
                if (Peek() is '+' or '-')
                {
                    _position++;
                }
            }

            if (LuaNumeral.HexValue(Peek()) < 0 && Peek() != '.')
            {
                break;
            }

            _position++;
        }

        var text = _source.ToString(TextSpan.FromBounds(start, _position));
        var value = LuaNumeral.Parse(text);
        if (value is null)
        {
            Report(DiagnosticDescriptors.MalformedNumber, start, _position, text);
            value = 0L;
        }

        Add(value is long ? LuaTokenKind.Integer : LuaTokenKind.Float, start, value);
    }

    private void Comment()
    {
        var start = _position;
        _position += 2;
        if (Peek() == '[' && LongBracketLevel() is var level and >= 0)
        {
            if (!LongContent(level, content: false))
            {
                Report(DiagnosticDescriptors.UnfinishedLongComment, start, start + 2, LineNumber(start), ClosingBracket(level));
            }

            AddComment(start, CommentKind.Block);
            return;
        }

        SkipToLineEnd();
        AddComment(start, CommentKind.Line);
    }

    private void LongBracket()
    {
        var start = _position;
        var startsLine = _startsLine;
        var level = LongBracketLevel();
        if (level < 0)
        {
            _position++;
            while (Peek() == '=')
            {
                _position++;
            }

            Report(DiagnosticDescriptors.InvalidLongStringDelimiter, start, _position, _source.ToString(TextSpan.FromBounds(start, _position)));
            return;
        }

        if (!LongContent(level, content: true))
        {
            Report(DiagnosticDescriptors.UnfinishedLongString, start, start + level + 2, LineNumber(start), ClosingBracket(level));
        }

        AddString(start, startsLine);
    }

    // A line end inside the string says nothing about the tokens after it.
    private void AddString(int start, bool startsLine)
    {
        if (_source.FindReplacedByte(TextSpan.FromBounds(start, _position)) is { Length: > 0 } replaced)
        {
            Report(DiagnosticDescriptors.StringNotUtf8, replaced.Start, replaced.End);
        }

        _tokens.Add(new LuaToken(LuaTokenKind.String, start, _position, startsLine, new EquatableArray<byte>(_buffer.ToArray())));
        _startsLine = false;
    }

    private int LineNumber(int offset) => _source.GetLocation(new TextSpan(offset, 0)).Start.Line + 1;

    private static string ClosingBracket(int level) => "]" + new string('=', level) + "]";

    // The level of the opening long bracket at the position, or -1.
    private int LongBracketLevel()
    {
        var level = 0;
        while (Peek(level + 1) == '=')
        {
            level++;
        }

        return Peek(level + 1) == '[' ? level : -1;
    }

    private bool LongContent(int level, bool content)
    {
        _buffer.Clear();
        _position += level + 2;
        if (Peek() is '\n' or '\r')
        {
            SkipLineEnd();
        }

        while (_position < _source.Length)
        {
            var c = Peek();
            if (c == ']' && Closes(level))
            {
                _position += level + 2;
                return true;
            }

            if (c is '\n' or '\r')
            {
                SkipLineEnd();
                c = '\n';
            }
            else
            {
                _position++;
            }

            if (content)
            {
                _buffer.Add((byte)c);
            }
        }

        return false;
    }

    private bool Closes(int level)
    {
        for (var i = 1; i <= level; i++)
        {
            if (Peek(i) != '=')
            {
                return false;
            }
        }

        return Peek(level + 1) == ']';
    }

    private void QuotedString(int quote)
    {
        var start = _position;
        var startsLine = _startsLine;
        _buffer.Clear();
        _position++;
        while (true)
        {
            var c = Peek();
            if (c == quote)
            {
                _position++;
                break;
            }

            if (c is -1 or '\n' or '\r')
            {
                Report(DiagnosticDescriptors.UnfinishedString, start, _position, (char)quote);
                break;
            }

            if (c == '\\')
            {
                Escape();
                continue;
            }

            _buffer.Add((byte)c);
            _position++;
        }

        AddString(start, startsLine);
    }

    private void Escape()
    {
        var start = _position;
        _position++;
        var c = Peek();
        switch (c)
        {
            case -1:
                return;
            case '\n' or '\r':
                SkipLineEnd();
                _buffer.Add((byte)'\n');
                return;
            case 'z':
                _position++;
                SkipWhiteSpace();
                return;
            case 'x':
                HexEscape(start);
                return;
            case 'u':
                UnicodeEscape(start);
                return;
        }

        if (IsDigit(c))
        {
            DecimalEscape(start);
            return;
        }

        _position++;
        var value = c switch
        {
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            '\\' or '"' or '\'' => c,
            _ => -1,
        };
        if (value < 0)
        {
            Report(DiagnosticDescriptors.InvalidEscape, start, _position, _source.ToString(TextSpan.FromBounds(start, _position)));
            return;
        }

        _buffer.Add((byte)value);
    }

    private void SkipWhiteSpace()
    {
        while (Peek() is ' ' or '\t' or '\f' or '\v' or '\n' or '\r')
        {
            _position++;
        }
    }

    private void HexEscape(int start)
    {
        _position++;
        var value = 0;
        for (var i = 0; i < 2; i++)
        {
            var digit = LuaNumeral.HexValue(Peek());
            if (digit < 0)
            {
                Report(DiagnosticDescriptors.HexDigitExpected, start, _position, _source.ToString(TextSpan.FromBounds(start, _position)));
                return;
            }

            value = (value * 16) + digit;
            _position++;
        }

        _buffer.Add((byte)value);
    }

    private void DecimalEscape(int start)
    {
        var value = 0;
        for (var i = 0; i < 3 && IsDigit(Peek()); i++)
        {
            value = (value * 10) + (Peek() - '0');
            _position++;
        }

        if (value > 255)
        {
            Report(DiagnosticDescriptors.DecimalEscapeTooLarge, start, _position, _source.ToString(TextSpan.FromBounds(start, _position)));
        }

        _buffer.Add((byte)value);
    }

    private void UnicodeEscape(int start)
    {
        _position++;
        if (Peek() != '{')
        {
            Report(DiagnosticDescriptors.InvalidUnicodeEscape, start, _position, "missing '{' in \\u{xxxx}");
            return;
        }

        _position++;
        var digits = 0;
        var value = 0L;
        for (int digit; (digit = LuaNumeral.HexValue(Peek())) >= 0; digits++)
        {
            value = Math.Min(0x11_0000, (value * 16) + digit);
            _position++;
        }

        if (digits == 0)
        {
            Report(DiagnosticDescriptors.InvalidUnicodeEscape, start, _position, "hexadecimal digit expected");
            return;
        }

        if (Peek() != '}')
        {
            Report(DiagnosticDescriptors.InvalidUnicodeEscape, start, _position, "missing '}' in \\u{xxxx}");
            return;
        }

        _position++;
        if (value > 0x10_FFFF)
        {
            Report(DiagnosticDescriptors.InvalidUnicodeEscape, start, _position, "UTF-8 value too large");
            return;
        }

        AppendUtf8((int)value);
    }

    // Surrogates are encoded like any other value, as PUC does.
    private void AppendUtf8(int value)
    {
        switch (value)
        {
            case < 0x80:
                _buffer.Add((byte)value);
                return;
            case < 0x800:
                _buffer.Add((byte)(0xC0 | (value >> 6)));
                break;
            case < 0x1_0000:
                _buffer.Add((byte)(0xE0 | (value >> 12)));
                _buffer.Add((byte)(0x80 | ((value >> 6) & 0x3F)));
                break;
            default:
                _buffer.Add((byte)(0xF0 | (value >> 18)));
                _buffer.Add((byte)(0x80 | ((value >> 12) & 0x3F)));
                _buffer.Add((byte)(0x80 | ((value >> 6) & 0x3F)));
                break;
        }

        _buffer.Add((byte)(0x80 | (value & 0x3F)));
    }

    private static bool IsDigit(int c) => c is >= '0' and <= '9';

    private static bool IsNameStart(int c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
