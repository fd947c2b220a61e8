using System;
using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Diagnostics;

public sealed class FindingLimitTests
{
    [Fact]
    public void Findings_up_to_the_limit_stay_as_they_are()
    {
        var findings = Findings("a.lua", FindingLimit.Maximum).Concat(Findings("b.lua", FindingLimit.Maximum)).ToArray();
        Assert.Equal(findings, FindingLimit.Apply(findings));
    }

    [Fact]
    public void The_rest_of_a_file_is_counted()
    {
        var (many, few) = (Findings("a.lua", 50_000), Findings("b.lua", 3));
        var told = FindingLimit.Apply(many.Concat(few)).ToArray();
        Assert.Equal([.. many.Take(FindingLimit.Maximum), told[FindingLimit.Maximum], .. few], told);
        Assert.Equal(
            "a.lua(1,1001): info WLC9002: this file has 49000 findings more, of which this is the first; correct those before it and build again",
            told[FindingLimit.Maximum].ToString());
    }

    [Fact]
    public void Errors_are_told_before_others()
    {
        var error = Diagnostic.Create(DiagnosticDescriptors.InternalError, At("a.lua", 5_000), "p", "f", "m");
        var told = FindingLimit.Apply(Findings("a.lua", 5_000).Append(error)).ToArray();
        Assert.Equal(FindingLimit.Maximum + 1, told.Length);
        Assert.Equal(error, told[FindingLimit.Maximum - 1]);
        Assert.Equal(DiagnosticSeverity.Info, told[FindingLimit.Maximum].Severity);
    }

    private static Diagnostic[] Findings(string path, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Diagnostic.Create(DiagnosticDescriptors.UntypedBorder, At(path, i), "e", "m"))];

    private static SourceLocation At(string path, int offset) => new(path, new TextSpan(offset, 1), new LinePosition(0, offset), new LinePosition(0, offset + 1));
}
