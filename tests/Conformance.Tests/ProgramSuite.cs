using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Conformance.Tests;

/// <summary>The programs of the folder <c>Programs</c>, named <c>area/name</c>, and the list of those that are known to fail.</summary>
internal static class ProgramSuite
{
    /// <summary>The copied programs.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Programs");

    /// <summary>All programs in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = Directory.EnumerateFiles(Folder, "*.lua", SearchOption.AllDirectories)
        .Select(static f => Path.ChangeExtension(Path.GetRelativePath(Folder, f), null).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>The programs of <c>known-failures.txt</c> with their reasons, one <c>area/name: reason</c> in a line.</summary>
    public static IReadOnlyDictionary<string, string> KnownFailures { get; } = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "known-failures.txt"))
        .Where(static l => l.Length > 0 && l[0] != '#')
        .Select(static l => l.Split(": ", 2))
        .ToDictionary(static p => p[0], static p => p[1], StringComparer.Ordinal);

    /// <summary>The folder of a program.</summary>
    public static string AreaOf(string name) => name[..name.LastIndexOf('/')];

    /// <summary>The entry id of a program, which names its chunk: <c>test:name</c>.</summary>
    public static string IdOf(string name) => "test:" + name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The Lua file of a program.</summary>
    public static string SourcePath(string name) => Path.Combine(Folder, name + ".lua");

    /// <summary>What a program has to print.</summary>
    public static string Expected(string name) => File.ReadAllText(Path.Combine(Folder, name + ".out"));
}
