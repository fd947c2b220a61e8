using System.IO;

namespace Package.Tests;

/// <summary>Analyzer hosts do not isolate what generators carry: another one may bring another YamlDotNet.</summary>
[Collection(nameof(Feed))]
public sealed class OtherGeneratorTests(Feed feed)
{
    [Theory]
    [InlineData("11.2.1")]
    [InlineData("15.3.0")]
    public void AGeneratorWithAnotherYamlLibraryBreaksNeither(string version)
    {
        var generator = feed.Copy("OtherGenerator", "OtherGenerator-" + version);
        var folder = feed.Copy("Consumer", "TwoGenerators-" + version);
        File.WriteAllText(Path.Combine(folder, "Uses.cs"), "internal static class Uses { public static int Answer => Other.Answer + typeof(Consumer.OrderWorkflow).Name.Length; }");
        var project = Path.Combine(folder, "Consumer.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("</Project>", $"""
              <ItemGroup>
                <Analyzer Include="{generator}/bin/Debug/netstandard2.0/OtherGenerator.dll" />
                <Analyzer Include="{generator}/bin/Debug/netstandard2.0/YamlDotNet.dll" />
              </ItemGroup>
            </Project>
            """, System.StringComparison.Ordinal));

        var other = Feed.Run(generator, "build", "-nologo", "-v", "quiet", "-p:OtherYamlVersion=" + version);
        Assert.True(other.ExitCode == 0, other.Output);
        var built = Feed.Run(folder, "build", "-nologo", "-v", "quiet");

        Assert.True(built.ExitCode == 0, built.Output);
    }
}
