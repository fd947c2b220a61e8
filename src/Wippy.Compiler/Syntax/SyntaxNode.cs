using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>
/// A node of the tree. Nodes are immutable and compare by reference; what is cached between pipeline steps is the
/// <see cref="LuaSyntaxTree"/> around them.
/// </summary>
public abstract class SyntaxNode(TextSpan span)
{
    /// <summary>The bytes the node was read from.</summary>
    public TextSpan Span { get; } = span;
}

/// <summary>A name as written.</summary>
public sealed class IdentifierSyntax(TextSpan span, string text) : SyntaxNode(span)
{
    /// <summary>The name.</summary>
    public string Text { get; } = text;
}

/// <summary>A sequence of statements with a scope of its own.</summary>
public sealed class BlockSyntax(TextSpan span, EquatableArray<StatementSyntax> statements) : SyntaxNode(span)
{
    /// <summary>The statements in order; empty statements are not kept.</summary>
    public EquatableArray<StatementSyntax> Statements { get; } = statements;
}

/// <summary>A whole source file.</summary>
public sealed class ChunkSyntax(TextSpan span, BlockSyntax block, EquatableArray<CommentSyntax> comments) : SyntaxNode(span)
{
    /// <summary>The statements.</summary>
    public BlockSyntax Block { get; } = block;

    /// <summary>Every comment of the file in order.</summary>
    public EquatableArray<CommentSyntax> Comments { get; } = comments;
}

/// <summary>A comment; kept beside the tree, so that an emitter can copy it.</summary>
public sealed class CommentSyntax(TextSpan span, string text, CommentKind kind) : SyntaxNode(span)
{
    /// <summary>The text as written, with its markers.</summary>
    public string Text { get; } = text;

    /// <summary>Its form.</summary>
    public CommentKind Kind { get; } = kind;
}
