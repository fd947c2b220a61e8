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

    /// <summary>Reads a file. One that the host cannot read, and reports, is no input.</summary>
    public static InputFile Read(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        text.GetText(cancellation) is { } content
            ? new InputFile(KindOf(text, options), NameOf(text, options), SourceText.FromBytes(text.Path, Bytes(content)))
            : new InputFile(InputKind.None, NameOf(text, options), SourceText.FromString(text.Path, string.Empty));

    // A file that is not UTF-8 was decoded byte by byte; Lua wants those bytes back.
    private static byte[] Bytes(Microsoft.CodeAnalysis.Text.SourceText content) =>
        (content.Encoding is { IsSingleByte: true } encoding ? encoding : new UTF8Encoding(false)).GetBytes(content.ToString());
}
