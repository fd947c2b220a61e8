namespace Wippy.Compiler.Text;

/// <summary>A range of a source file, independent of the text itself.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">The range in UTF-16 code units of the decoded text, as editors and Roslyn count.</param>
/// <param name="Start">Where the range starts.</param>
/// <param name="End">Where the range ends.</param>
public sealed record SourceLocation(string Path, TextSpan Span, LinePosition Start, LinePosition End)
{
    /// <summary>The start of a file whose text is not at hand.</summary>
    public static SourceLocation FileStart(string path) => new(path, default, default, default);

    /// <summary><c>path(line,column)</c>, both from 1.</summary>
    public override string ToString() => $"{Path}({Start.Line + 1},{Start.Column + 1})";
}
