using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Package.Tests;

[Collection(nameof(Feed))]
public sealed partial class MistakeTests(Feed feed)
{
    [Fact]
    public void EveryMistakeIsAnErrorAtItsPlaceAndNothingElseIs()
    {
        var folder = feed.Copy("Mistakes");

        var built = Feed.Run(folder, "build", "-nologo", "-v", "quiet");

        Assert.NotEqual(0, built.ExitCode);
        Assert.Equal(
            [
                "_index.yaml(21,11): error WLC1007",
                "_index.yaml(23,11): error WLC1009",
                "_index.yaml(30,13): error WLC1011",
                "_index.yaml(37,42): error WLC1012",
                "_index.yaml(42,25): error WLC1015",
                "_index.yaml(44,11): error WLC1018",
                "_index.yaml(47,11): error WLC1006",
                "_index.yaml(70,15): error WLC3005",
                "_index.yaml(75,15): error WLC4001",
                "syntax.lua(3,1): error WLC2003",
                "undeclared.lua(1,22): error WLC3001",
                "unfinished.lua(2,12): error WLC2021",
            ],
            ErrorPattern().Matches(built.Output)
                .Select(m => $"{Path.GetRelativePath(folder, m.Groups[1].Value)}{m.Groups[2].Value}")
                .Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\s*(.+?)(\(\d+,\d+\): error \w+): ", RegexOptions.Multiline)]
    private static partial Regex ErrorPattern();
}
