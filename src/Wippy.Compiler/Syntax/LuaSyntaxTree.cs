using System;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Syntax;

/// <summary>
/// A parsed source file. Equal when path and content of the source are equal, since parsing is a pure function of them.
/// </summary>
public sealed class LuaSyntaxTree(SourceText source, ChunkSyntax chunk, EquatableArray<Diagnostic> diagnostics, int depth) : IEquatable<LuaSyntaxTree>
{
    /// <summary>The file.</summary>
    public SourceText Source { get; } = source;

    /// <summary>The root of the tree; always there, however broken the file.</summary>
    public ChunkSyntax Chunk { get; } = chunk;

    /// <summary>The greatest <see cref="ExpressionSyntax.Depth"/> in it.</summary>
    public int Depth { get; } = depth;

    /// <summary>Findings in order of position.</summary>
    public EquatableArray<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <inheritdoc/>
    public bool Equals(LuaSyntaxTree? other) => other is not null && Source.Equals(other.Source);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LuaSyntaxTree);

    /// <inheritdoc/>
    public override int GetHashCode() => Source.GetHashCode();
}
