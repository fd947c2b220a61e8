using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>README.md shows the sample application, and what is made of it. <c>...</c> there stands for what is left out.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void TheLuaIsThatOfTheSampleApplication()
    {
        var source = File.ReadAllText(Path.Combine(Samples.Root, "sample-app/wippy/orders/order_workflow.lua"));

        Assert.Contains(Blocks("lua").Single(), source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private async LuaTask<LuaValues> main", "app.orders.order_workflow.g.cs")]
    [InlineData("[Workflow(", "app.orders.order_workflow-workflow.g.cs")]
    public void TheCSharpIsWhatTheCompilerEmits(string start, string fileName)
    {
        var shown = Blocks("csharp").Single(b => b.Contains(start, StringComparison.Ordinal)).Split("\n\nvar receipt")[0];
        var emitted = Normalize(Samples.Application().Run().Source(fileName));

        var position = 0;
        foreach (var part in Normalize(shown).Split("...", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = emitted.IndexOf(part, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"README.md shows what is not emitted: {part}");
            position = found + part.Length;
        }
    }

    private static IEnumerable<string> Blocks(string language) =>
        BlockPattern().Matches(File.ReadAllText(Path.Combine(Samples.Root, "README.md"))).Where(m => m.Groups[1].Value == language).Select(static m => m.Groups[2].Value);

    // Neither the layout matters, nor the qualifiers of types, nor the numbers in names.
    private static string Normalize(string text) =>
        NumberPattern().Replace(SpacePattern().Replace(QualifierPattern().Replace(DirectivePattern().Replace(text, " "), ""), " "), "0");

    [GeneratedRegex("^```(\\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();

    [GeneratedRegex("^#line.*$", RegexOptions.Multiline)]
    private static partial Regex DirectivePattern();

    [GeneratedRegex(@"global::(\w+\.)*")]
    private static partial Regex QualifierPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacePattern();

    [GeneratedRegex(@"\d+")]
    private static partial Regex NumberPattern();
}
