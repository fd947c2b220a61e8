using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

using Wippy.Compiler.Syntax;
using Wippy.Compiler.Tests.Analysis;

namespace Wippy.Compiler.Tests.Types.Checking;

/// <summary>
/// Every program of this repository goes through the checker. Those in which it finds something are listed in <c>golden-findings.txt</c>:
/// they fail on purpose, or coerce strings. A finding in any other program is a false alarm, or the program belongs into the list; the
/// environment variable <c>UPDATE_FINDINGS</c> writes it anew.
/// </summary>
public sealed class GoldenProgramTests
{
    private static string Folder => Path.GetDirectoryName(ThisFile())!;

    [Fact]
    public void Programs_that_are_not_listed_have_no_findings()
    {
        var list = Path.Combine(Folder, "golden-findings.txt");
        var found = GoldenPrograms.Paths.Select(static p => (Path: p, Findings: Check(p).ToArray())).Where(static p => p.Findings.Length > 0).ToArray();
        if (Environment.GetEnvironmentVariable("UPDATE_FINDINGS") is { Length: > 0 })
        {
            File.WriteAllLines(list, found.Select(static p => p.Path));
        }

        var listed = File.ReadAllLines(list);
        Assert.Equal([], found.Where(p => !listed.Contains(p.Path)).SelectMany(static p => p.Findings));
    }

    private static IEnumerable<string> Check(string path)
    {
        var tree = LuaParser.Parse(GoldenPrograms.Read(path));
        return Chunks.Compile(tree, modules: path.Contains("/Snapshots/", StringComparison.Ordinal) ? ["funcs", "time"] : []).Diagnostics
            .Where(static d => d.Id.StartsWith("WLC31", StringComparison.Ordinal))
            .Select(static d => $"{d.Location} {d.Id}: {d.Message}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
