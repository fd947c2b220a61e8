using System;
using System.Linq;
using System.Text;

namespace Conformance.Tests.RandomPrograms;

/// <summary>
/// The text of a program and the random choices in it. Type annotations are put between marks: the compiler gets them, the reference interpreter does not.
/// </summary>
internal sealed class LuaWriter(int seed)
{
    private const char AnnotationStart = '\u0001';
    private const char AnnotationEnd = '\u0002';

    private readonly StringBuilder _text = new();
    private int _indent;
    private int _names;

    /// <summary>The random choices.</summary>
    public Dice Dice { get; } = new(seed);

    /// <summary>The program as it is compiled.</summary>
    public string AnnotatedText => _text.ToString().Replace(AnnotationStart.ToString(), "", StringComparison.Ordinal).Replace(AnnotationEnd.ToString(), "", StringComparison.Ordinal);

    /// <summary>The program without annotations.</summary>
    public string PlainText => string.Concat(_text.ToString().Split(AnnotationStart).Select(static (part, i) => i == 0 ? part : part[(part.IndexOf(AnnotationEnd) + 1)..]));

    /// <summary>A type annotation.</summary>
    public static string Annotation(string type) => AnnotationStart + ": " + type + AnnotationEnd;

    /// <summary>A name that nothing else has.</summary>
    public string NewName(string prefix) => prefix + ++_names;

    /// <summary>Adds a line.</summary>
    public void Line(string text) => _text.Append(' ', 2 * _indent).Append(text).Append('\n');

    /// <summary>Adds a line and indents what follows.</summary>
    public void Open(string text)
    {
        Line(text);
        _indent++;
    }

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    public void Close(string text = "end")
    {
        _indent--;
        Line(text);
    }

    /// <summary>One line that ends one block and begins another.</summary>
    public void Middle(string text)
    {
        _indent--;
        Open(text);
    }
}
