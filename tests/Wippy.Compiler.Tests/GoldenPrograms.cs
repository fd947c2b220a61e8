using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests;

/// <summary>The Lua programs of this repository, by their paths from its root.</summary>
internal static class GoldenPrograms
{
    private static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    /// <summary>All paths, in order.</summary>
    public static IEnumerable<string> Paths => new[] { "tests/Conformance.Tests/Programs", "tests/Conformance.Tests/Snapshots", "tests/Benchmarks/Programs" }
        .SelectMany(static f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.lua", SearchOption.AllDirectories))
        .Select(static f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of a program.</summary>
    public static SourceText Read(string path) => SourceText.FromBytes(path, File.ReadAllBytes(Path.Combine(Root, path)));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
