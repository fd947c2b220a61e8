using System;

namespace Wippy.Compiler.Text;

/// <summary>A range of a <see cref="SourceText"/>, in bytes.</summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="Length">Number of bytes; may be zero.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset of the first byte after the range.</summary>
    public int End => Start + Length;

    /// <summary>The range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The smallest range that holds both.</summary>
    public static TextSpan Union(TextSpan first, TextSpan second) =>
        FromBounds(Math.Min(first.Start, second.Start), Math.Max(first.End, second.End));
}
