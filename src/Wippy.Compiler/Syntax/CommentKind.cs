namespace Wippy.Compiler.Syntax;

/// <summary>Forms of a comment.</summary>
public enum CommentKind
{
    /// <summary><c>-- to the end of the line</c>.</summary>
    Line,

    /// <summary><c>--[[ long ]]</c>, of any level.</summary>
    Block,

    /// <summary>A first line that starts with <c>#</c>.</summary>
    Shebang,
}
