namespace Wippy.Compiler.Diagnostics;

public static partial class DiagnosticDescriptors
{
    /// <summary>WLC2001: Token expected.</summary>
    public static DiagnosticDescriptor TokenExpected { get; } = Syntax("WLC2001", "Token expected",
        "{0} expected near {1}: write {0} here");

    /// <summary>WLC2002: Block is not closed.</summary>
    public static DiagnosticDescriptor BlockNotClosed { get; } = Syntax("WLC2002", "Block is not closed",
        "{0} expected (to close {1} at line {2}) near {3}: close it with {0}");

    /// <summary>WLC2003: Expression expected.</summary>
    public static DiagnosticDescriptor ExpressionExpected { get; } = Syntax("WLC2003", "Expression expected",
        "unexpected symbol near {0}: write an expression here");

    /// <summary>WLC2004: Expression is not a statement.</summary>
    public static DiagnosticDescriptor NotAStatement { get; } = Syntax("WLC2004", "Expression is not a statement",
        "syntax error near {0}: an expression alone is no statement; call it, or write 'local x = ...'");

    /// <summary>WLC2005: Not assignable.</summary>
    public static DiagnosticDescriptor NotAssignable { get; } = Syntax("WLC2005", "Not assignable",
        "syntax error near {0}: only a name, a field or an index can stand left of '='");

    /// <summary>WLC2006: Block end without block.</summary>
    public static DiagnosticDescriptor UnmatchedBlockEnd { get; } = Syntax("WLC2006", "Block end without block",
        "<eof> expected near {0}: remove it, or open the block that it closes");

    /// <summary>WLC2007: Statement after return.</summary>
    public static DiagnosticDescriptor StatementAfterReturn { get; } = Syntax("WLC2007", "Statement after return",
        "{0} expected near {1}: 'return' must be the last statement of its block; write 'do return end' to leave early");

    /// <summary>WLC2008: Vararg outside a vararg function.</summary>
    public static DiagnosticDescriptor VarargOutsideVarargFunction { get; } = Syntax("WLC2008", "Vararg outside a vararg function",
        "cannot use '...' outside a vararg function near '...': add '...' to the parameters of the function");

    /// <summary>WLC2009: Break outside a loop.</summary>
    public static DiagnosticDescriptor BreakOutsideLoop { get; } = Syntax("WLC2009", "Break outside a loop",
        "<break> at line {0} not inside a loop: use 'return' to leave a function, or move it into the loop");

    /// <summary>WLC2010: Label not found.</summary>
    public static DiagnosticDescriptor LabelNotFound { get; } = Syntax("WLC2010", "Label not found",
        "no visible label '{0}' for <goto> at line {1}: write '::{0}::' in this block or in one around it");

    /// <summary>WLC2011: Duplicate label.</summary>
    public static DiagnosticDescriptor DuplicateLabel { get; } = Syntax("WLC2011", "Duplicate label",
        "label '{0}' already defined on line {1}: give one of the two another name");

    /// <summary>WLC2012: Jump into the scope of a local.</summary>
    public static DiagnosticDescriptor JumpIntoScope { get; } = Syntax("WLC2012", "Jump into the scope of a local",
        "<goto {0}> at line {1} jumps into the scope of local '{2}': declare the local before the goto, or wrap its scope in 'do ... end'");

    /// <summary>WLC2013: Attribute of Lua 5.4.</summary>
    public static DiagnosticDescriptor AttributeNotSupported { get; } = Syntax("WLC2013", "Attribute of Lua 5.4",
        "'<{0}>' is an attribute of Lua 5.4 and not part of Lua 5.3: remove it");

    /// <summary>WLC2014: _ENV is not supported.</summary>
    public static DiagnosticDescriptor EnvironmentNotSupported { get; } = Syntax("WLC2014", "_ENV is not supported",
        "'_ENV' is not supported: use '_G' to reach globals by name, or choose another name");

    /// <summary>WLC2015: Nesting is too deep.</summary>
    public static DiagnosticDescriptor TooManyLevels { get; } = Syntax("WLC2015", "Nesting is too deep",
        "chunk has too many syntax levels (limit is {0}): move the inner part into a local or a function");

    /// <summary>WLC2016: Expression is too long.</summary>
    public static DiagnosticDescriptor ExpressionTooComplex { get; } = Syntax("WLC2016", "Expression is too long",
        "expression has more than {0} operations in a row: split it over several locals, or use table.concat");

    /// <summary>WLC2017: Chained cast.</summary>
    public static DiagnosticDescriptor ChainedCast { get; } = Syntax("WLC2017", "Chained cast",
        "casts do not chain: put the first one in parentheses, '(x :: A) :: B'");

    /// <summary>WLC2018: Call arguments on a new line.</summary>
    public static DiagnosticDescriptor AmbiguousCall { get; } = Syntax("WLC2018", "Call arguments on a new line",
        "the '(' on a new line calls the expression before it: put it on the same line if that is meant, else end the statement before with ';'",
        DiagnosticSeverity.Warning);

    /// <summary>WLC2019: '!=' is not an operator.</summary>
    public static DiagnosticDescriptor NotEqualSpelling { get; } = Syntax("WLC2019", "'!=' is not an operator",
        "unexpected symbol near '!=': write '~=' for not equal");

    /// <summary>WLC2020: Malformed number.</summary>
    public static DiagnosticDescriptor MalformedNumber { get; } = Syntax("WLC2020", "Malformed number",
        "malformed number near '{0}': write a decimal or hexadecimal numeral; put spaces around '..'");

    /// <summary>WLC2021: Unfinished string.</summary>
    public static DiagnosticDescriptor UnfinishedString { get; } = Syntax("WLC2021", "Unfinished string",
        "unfinished string: close it with {0} on the same line, or use [[...]] for a string of several lines");

    /// <summary>WLC2022: Unfinished long string.</summary>
    public static DiagnosticDescriptor UnfinishedLongString { get; } = Syntax("WLC2022", "Unfinished long string",
        "unfinished long string (starting at line {0}) near <eof>: close it with {1}");

    /// <summary>WLC2023: Unfinished long comment.</summary>
    public static DiagnosticDescriptor UnfinishedLongComment { get; } = Syntax("WLC2023", "Unfinished long comment",
        "unfinished long comment (starting at line {0}) near <eof>: close it with {1}");

    /// <summary>WLC2024: Invalid escape sequence.</summary>
    public static DiagnosticDescriptor InvalidEscape { get; } = Syntax("WLC2024", "Invalid escape sequence",
        "invalid escape sequence '{0}': write '\\\\' for a backslash");

    /// <summary>WLC2025: Decimal escape too large.</summary>
    public static DiagnosticDescriptor DecimalEscapeTooLarge { get; } = Syntax("WLC2025", "Decimal escape too large",
        "decimal escape too large near '{0}': a byte is 0 to 255; write \\u{{XXX}} for a character");

    /// <summary>WLC2026: Hexadecimal digit expected.</summary>
    public static DiagnosticDescriptor HexDigitExpected { get; } = Syntax("WLC2026", "Hexadecimal digit expected",
        "hexadecimal digit expected near '{0}': '\\x' takes exactly two digits");

    /// <summary>WLC2027: Invalid unicode escape.</summary>
    public static DiagnosticDescriptor InvalidUnicodeEscape { get; } = Syntax("WLC2027", "Invalid unicode escape",
        "{0}: write \\u{{XXX}} with hexadecimal digits up to 10FFFF");

    /// <summary>WLC2028: Invalid long string delimiter.</summary>
    public static DiagnosticDescriptor InvalidLongStringDelimiter { get; } = Syntax("WLC2028", "Invalid long string delimiter",
        "invalid long string delimiter near '{0}': write '[[' or '[=['");

    /// <summary>WLC2029: Unexpected character.</summary>
    public static DiagnosticDescriptor UnexpectedCharacter { get; } = Syntax("WLC2029", "Unexpected character",
        "unexpected symbol near '{0}': names are ASCII letters, digits and '_'; other text belongs in a string or a comment");

    /// <summary>WLC2030: Type expected.</summary>
    public static DiagnosticDescriptor TypeExpected { get; } = Syntax("WLC2030", "Type expected",
        "type expected near {0}: write a type such as string, number? or {{name: string}}");

    /// <summary>WLC2031: Vararg is not the last parameter.</summary>
    public static DiagnosticDescriptor VarargNotLast { get; } = Syntax("WLC2031", "Vararg is not the last parameter",
        "')' expected near {0}: '...' must be the last parameter");

    /// <summary>WLC2032: 'asserts' outside a result type.</summary>
    public static DiagnosticDescriptor AssertsOutsideReturn { get; } = Syntax("WLC2032", "'asserts' outside a result type",
        "'asserts' is only a result type of a function: move it behind the parameter list");

    /// <summary>WLC2033: Compound assignment.</summary>
    public static DiagnosticDescriptor CompoundAssignment { get; } = Syntax("WLC2033", "Compound assignment",
        "syntax error near '{0}=': Lua has no '{0}='; write 'x = x {0} ...'");

    /// <summary>WLC2034: Too many syntax errors.</summary>
    public static DiagnosticDescriptor TooManyErrors { get; } = Syntax("WLC2034", "Too many syntax errors",
        "more than {0} syntax errors in this file: correct the first ones to see the others");

    /// <summary>WLC2035: Statement expected.</summary>
    public static DiagnosticDescriptor StatementExpected { get; } = Syntax("WLC2035", "Statement expected",
        "unexpected symbol near {0}: write a statement here");

    private static DiagnosticDescriptor Syntax(string id, string title, string format, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, format, severity, SyntaxCategory);

    /// <summary>WLC2037: String is not UTF-8.</summary>
    public static DiagnosticDescriptor StringNotUtf8 { get; } = Syntax("WLC2037", "String is not UTF-8",
        "a byte of this string is no UTF-8 and would be lost: save the file as UTF-8, or write the byte as an escape such as '\\xE9'");

    /// <summary>WLC2038: File is not text.</summary>
    public static DiagnosticDescriptor UnreadableFile { get; } = Syntax("WLC2038", "File is not text",
        "this file is no text to the C# compiler, or it cannot be read: look for bytes of zero, which a string writes as '\\0', and save it as UTF-8");

    /// <summary>WLC2036.</summary>
    public static DiagnosticDescriptor TooManyVariables { get; } = new(
        "WLC2036", "Too many variables", "{0} has more than {1} {2}: {3}", DiagnosticSeverity.Error, SyntaxCategory);
}
