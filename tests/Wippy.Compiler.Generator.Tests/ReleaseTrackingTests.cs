using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Wippy.Compiler.Diagnostics;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>Every rule has one id, one row in the release files and one page.</summary>
public partial class ReleaseTrackingTests
{
    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(static d => d.Id).Distinct()];

    [Fact]
    public void IdsAreUniqueAndInTheirFamily()
    {
        Assert.Equal([], DiagnosticDescriptors.All.GroupBy(static d => d.Id).Where(static g => g.Count() > 1).Select(static g => g.Key));
        Assert.All(DiagnosticDescriptors.All, static d => Assert.Matches("^WLC[1-59][0-9]{3}$", d.Id));
        Assert.All(DiagnosticDescriptors.All.GroupBy(static d => d.Id[3]), static f => Assert.Single(f.Select(static d => d.Category).Distinct()));
    }

    [Fact]
    public void ReleaseFilesListEveryRuleAndNothingElse()
    {
        var rows = Rows("AnalyzerReleases.Shipped.md").Concat(Rows("AnalyzerReleases.Unshipped.md")).ToArray();
        var expected = DiagnosticDescriptors.All.Select(static d => $"{d.Id} | {d.Category} | {d.Severity} | {d.Title}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRuleHasAPage(string id)
    {
        var path = Path.Combine(Samples.Root, "src/Wippy.Compiler/Diagnostics/docs", id + ".md");

        Assert.True(File.Exists(path), $"write the page of {id}: why, bad, fixed");
        var page = File.ReadAllText(path);
        var title = DiagnosticDescriptors.All.First(d => d.Id == id).Title;
        Assert.StartsWith($"# {id}: {title}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Bad\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Fixed\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryPageHasARule()
    {
        var pages = Directory.GetFiles(Path.Combine(Samples.Root, "src/Wippy.Compiler/Diagnostics/docs"), "*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal([], pages.Except(DiagnosticDescriptors.All.Select(static d => (string?)d.Id)));
    }

    private static IEnumerable<string> Rows(string file) => File
        .ReadLines(Path.Combine(Samples.Root, "generators/Wippy.Compiler.Generator", file))
        .Select(static line => RowPattern().Match(line))
        .Where(static m => m.Success)
        .Select(static m => $"{m.Groups[1].Value.Trim()} | {m.Groups[2].Value.Trim()} | {m.Groups[3].Value.Trim()} | {m.Groups[4].Value.Trim()}");

    [GeneratedRegex(@"^ *(WLC\d+) *\|([^|]*)\|([^|]*)\|(.*)$")]
    private static partial Regex RowPattern();
}
