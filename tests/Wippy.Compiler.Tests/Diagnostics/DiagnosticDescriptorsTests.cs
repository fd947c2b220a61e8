using System.Linq;
using System.Text.RegularExpressions;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Diagnostics;

public sealed class DiagnosticDescriptorsTests
{
    [Fact]
    public void Ids_are_unique_and_in_their_family()
    {
        var all = DiagnosticDescriptors.All;
        Assert.NotEmpty(all);
        Assert.Equal(all.Count, all.Select(static d => d.Id).Distinct().Count());
        Assert.All(all, static d =>
        {
            Assert.Matches("^WLC[123459][0-9]{3}$", d.Id);
            var category = d.Id[3] switch
            {
                '1' => DiagnosticDescriptors.EntriesCategory,
                '2' => DiagnosticDescriptors.SyntaxCategory,
                '3' => DiagnosticDescriptors.TypesCategory,
                '4' => DiagnosticDescriptors.DeterminismCategory,
                '5' => DiagnosticDescriptors.NotSupportedCategory,
                _ => DiagnosticDescriptors.InternalCategory,
            };
            Assert.Equal(category, d.Category);
        });
    }

    [Fact]
    public void Messages_can_be_formatted()
    {
        foreach (var descriptor in DiagnosticDescriptors.All)
        {
            var count = Regex.Matches(descriptor.MessageFormat, @"(?<!\{)\{(\d)\}").Select(static m => m.Groups[1].Value[0] - '0' + 1).DefaultIfEmpty(0).Max();
            var message = Diagnostic.Create(descriptor, null, Enumerable.Range(0, count).Select(static i => (object)$"<{i}>").ToArray()).Message;
            Assert.All(Enumerable.Range(0, count), i => Assert.Contains($"<{i}>", message, System.StringComparison.Ordinal));
            Assert.DoesNotContain("{{", message, System.StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Prints_like_a_compiler()
    {
        var location = new SourceLocation("a.lua", new TextSpan(3, 1), new LinePosition(1, 2), new LinePosition(1, 3));
        var diagnostic = Diagnostic.Create(DiagnosticDescriptors.MalformedNumber, location, "3x");
        Assert.Equal("a.lua(2,3): error WLC2020: " + diagnostic.Message, diagnostic.ToString());
        Assert.Equal(diagnostic, Diagnostic.Create(DiagnosticDescriptors.MalformedNumber, location with { }, "3x"));
    }
}
