using System;
using System.Linq;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Analysis;

/// <summary>Compiles chunks given as text.</summary>
internal static class Chunks
{
    public static ChunkOutput Compile(
        string text, string kind = "function.lua", string[]? modules = null, ChunkImport[]? imports = null, string id = "app:main", bool strict = false, bool lint = false) =>
        Compile(LuaParser.Parse(SourceText.FromString("main.lua", text)), kind, modules, imports, id, strict, lint);

    public static ChunkOutput Compile(
        LuaSyntaxTree tree, string kind = "function.lua", string[]? modules = null, ChunkImport[]? imports = null, string id = "app:main", bool strict = false, bool lint = false) =>
        ChunkCompiler.Compile(Input(tree, kind, modules, imports, id, strict, lint));

    public static ChunkInput Input(
        LuaSyntaxTree tree, string kind = "function.lua", string[]? modules = null, ChunkImport[]? imports = null, string id = "app:main", bool strict = false, bool lint = false)
    {
        var listed = (modules ?? []).Select((m, i) => new ListedModule(
            m, new SourceLocation("_index.yaml", new TextSpan(10 * (i + 1), m.Length), new LinePosition(i + 1, 2), new LinePosition(i + 1, 2 + m.Length))));
        return new ChunkInput(
            id, kind, "main", tree, ChunkCompiler.GetClassName(id), listed.ToEquatableArray(),
            (imports ?? []).ToEquatableArray(), "main.lua", new CompilerOptions { LineDirectives = false, KeepComments = false, StrictTypes = strict, Lint = lint });
    }

    /// <summary>The findings as <c>line:column-length id: message</c> with positions from 1.</summary>
    public static string[] Findings(ChunkOutput output) => output.Diagnostics
        .Select(static d => $"{d.Location!.Path}({d.Location.Start.Line + 1},{d.Location.Start.Column + 1})+{d.Location.Span.Length} {d.Severity} {d.Id}: {d.Message}")
        .ToArray();

    /// <summary>The generated text without the indentation.</summary>
    public static string Flat(ChunkOutput output) =>
        string.Join("\n", output.Text!.Split('\n').Select(static l => l.Trim()).Where(static l => l.Length > 0));

    /// <summary>Whether a method of emitted text may wait: it is async, or another one that is goes on from it.</summary>
    public static bool MayWait(string output, string method) =>
        output.Contains($" async LuaTask<LuaValues> {method}(", StringComparison.Ordinal)
        || output.Contains($" async LuaTask<LuaValues> {method}_resume(", StringComparison.Ordinal);
}
