using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Wippy.Compiler.Entries;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Generator;

/// <summary>What an additional file is to the compiler.</summary>
internal enum InputKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An entry file.</summary>
    Entry,

    /// <summary>Lua.</summary>
    Lua,
}

/// <summary>An input: equal when path and content are.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its path from the folder of the project, for messages.</param>
/// <param name="Source">Path and content.</param>
internal sealed record InputFile(InputKind Kind, string Name, SourceText Source)
{
    /// <summary>The path of a file from the folder of the project.</summary>
    public static string NameOf(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        ProjectOptions.Read(options).ProjectFolder is { Length: > 0 } folder ? SourcePath.Relative(folder, text.Path) : text.Path;

    /// <summary>The kind that the package's props give the file.</summary>
    public static InputKind KindOf(AdditionalText text, AnalyzerConfigOptionsProvider options)
    {
        options.GetOptions(text).TryGetValue("build_metadata.AdditionalFiles.WippyKind", out var kind);
        return kind switch
        {
            "Entry" => InputKind.Entry,
            "Lua" => InputKind.Lua,
            _ => InputKind.None,
        };
    }

    /// <summary>Reads a file. The host cannot read all: one with two bytes of zero in a row is binary to it.</summary>
    public static InputFile Read(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancellation) => new(
        KindOf(text, options),
        NameOf(text, options),
        text.GetText(cancellation) is { } content ? Read(text.Path, content) : SourceText.Unreadable(text.Path));

    // A file that is not UTF-8 was decoded byte by byte; Lua wants those bytes back. Where the host has no such encoding, they are lost.
    private static SourceText Read(string path, Microsoft.CodeAnalysis.Text.SourceText content)
    {
        var text = content.ToString();
        return content.Encoding is { IsSingleByte: true } encoding
            ? SourceText.FromBytes(path, encoding.GetBytes(text))
            : SourceText.FromBytes(path, new UTF8Encoding(false).GetBytes(text), text.IndexOf('\uFFFD') >= 0 && !IsWhole(content, text));
    }

    // Whether the file, of which the host knows the checksum, is the text in an encoding of Unicode.
    private static bool IsWhole(Microsoft.CodeAnalysis.Text.SourceText content, string text) =>
        new[] { new UTF8Encoding(false), new UTF8Encoding(true), content.Encoding ?? Encoding.UTF8 }.Any(encoding =>
            Microsoft.CodeAnalysis.Text.SourceText.From(text, encoding, content.ChecksumAlgorithm).GetChecksum().SequenceEqual(content.GetChecksum()));
}
