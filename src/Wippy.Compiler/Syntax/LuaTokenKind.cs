namespace Wippy.Compiler.Syntax;

/// <summary>Kinds of a token (spec/lua.md section 2). Contextual words are names.</summary>
public enum LuaTokenKind
{
    /// <summary>The end of the file.</summary>
    EndOfFile,

    /// <summary>A name, contextual words included.</summary>
    Name,

    /// <summary>An integer numeral.</summary>
    Integer,

    /// <summary>A float numeral.</summary>
    Float,

    /// <summary>A string.</summary>
    String,

    /// <summary><c>and</c>, reserved.</summary>
    And,

    /// <summary><c>break</c>, reserved.</summary>
    Break,

    /// <summary><c>do</c>, reserved.</summary>
    Do,

    /// <summary><c>else</c>, reserved.</summary>
    Else,

    /// <summary><c>elseif</c>, reserved.</summary>
    ElseIf,

    /// <summary><c>end</c>, reserved.</summary>
    End,

    /// <summary><c>false</c>, reserved.</summary>
    False,

    /// <summary><c>for</c>, reserved.</summary>
    For,

    /// <summary><c>function</c>, reserved.</summary>
    Function,

    /// <summary><c>goto</c>, reserved.</summary>
    Goto,

    /// <summary><c>if</c>, reserved.</summary>
    If,

    /// <summary><c>in</c>, reserved.</summary>
    In,

    /// <summary><c>local</c>, reserved.</summary>
    Local,

    /// <summary><c>nil</c>, reserved.</summary>
    Nil,

    /// <summary><c>not</c>, reserved.</summary>
    Not,

    /// <summary><c>or</c>, reserved.</summary>
    Or,

    /// <summary><c>repeat</c>, reserved.</summary>
    Repeat,

    /// <summary><c>return</c>, reserved.</summary>
    Return,

    /// <summary><c>then</c>, reserved.</summary>
    Then,

    /// <summary><c>true</c>, reserved.</summary>
    True,

    /// <summary><c>until</c>, reserved.</summary>
    Until,

    /// <summary><c>while</c>, reserved.</summary>
    While,

    /// <summary><c>+</c>.</summary>
    Plus,

    /// <summary><c>-</c>.</summary>
    Minus,

    /// <summary><c>*</c>.</summary>
    Star,

    /// <summary><c>/</c>.</summary>
    Slash,

    /// <summary><c>//</c>.</summary>
    SlashSlash,

    /// <summary><c>%</c>.</summary>
    Percent,

    /// <summary><c>^</c>.</summary>
    Caret,

    /// <summary><c>#</c>.</summary>
    Hash,

    /// <summary><c>&amp;</c>.</summary>
    Ampersand,

    /// <summary><c>~</c>.</summary>
    Tilde,

    /// <summary><c>|</c>.</summary>
    Pipe,

    /// <summary><c>&lt;&lt;</c>.</summary>
    LessLess,

    /// <summary><c>&gt;&gt;</c>.</summary>
    GreaterGreater,

    /// <summary><c>==</c>.</summary>
    EqualEqual,

    /// <summary><c>~=</c>.</summary>
    TildeEqual,

    /// <summary><c>&lt;=</c>.</summary>
    LessEqual,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>(</c>.</summary>
    OpenParen,

    /// <summary><c>)</c>.</summary>
    CloseParen,

    /// <summary><c>{</c>.</summary>
    OpenBrace,

    /// <summary><c>}</c>.</summary>
    CloseBrace,

    /// <summary><c>[</c>.</summary>
    OpenBracket,

    /// <summary><c>]</c>.</summary>
    CloseBracket,

    /// <summary><c>::</c>.</summary>
    ColonColon,

    /// <summary><c>;</c>.</summary>
    Semicolon,

    /// <summary><c>:</c>.</summary>
    Colon,

    /// <summary><c>,</c>.</summary>
    Comma,

    /// <summary><c>.</c>.</summary>
    Dot,

    /// <summary><c>..</c>.</summary>
    DotDot,

    /// <summary><c>...</c>.</summary>
    Ellipsis,

    /// <summary><c>-&gt;</c>.</summary>
    Arrow,

    /// <summary><c>?</c>.</summary>
    Question,

    /// <summary><c>!</c>.</summary>
    Bang,

    /// <summary><c>!=</c>, which is no operator but a common mistake.</summary>
    BangEqual,

    /// <summary><c>@</c>.</summary>
    At,
}
