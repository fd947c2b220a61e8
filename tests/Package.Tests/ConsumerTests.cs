using System;
using System.IO;

namespace Package.Tests;

[Collection(nameof(Feed))]
public sealed class ConsumerTests(Feed feed)
{
    [Fact]
    public void AProjectThatReferencesThePackageCompilesItsEntriesAndRunsThem()
    {
        var folder = feed.Copy("Consumer");

        var built = Feed.Run(folder, "build", "-nologo", "-v", "quiet");
        Assert.True(built.ExitCode == 0, built.Output);
        var ran = Feed.Run(folder, "run", "--no-build");

        Assert.True(ran.ExitCode == 0, ran.Output);
        Assert.Contains("workflow OrderFlow", ran.Output, StringComparison.Ordinal);
        Assert.Contains("activity Receipt", ran.Output, StringComparison.Ordinal);
        Assert.Contains("receipt o-1 15", ran.Output, StringComparison.Ordinal);
        Assert.Contains("refused Invalid True order.amount: number expected, got string", ran.Output, StringComparison.Ordinal);
        Assert.Contains("refused Invalid True order: table expected, got string", ran.Output, StringComparison.Ordinal);
        Assert.Contains("refused Invalid True order: table expected, got nil", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDefaultItemsCanBeTurnedOff()
    {
        var folder = feed.Copy("Consumer", "NoDefaults");
        File.Move(Path.Combine(folder, "Consumer.csproj"), Path.Combine(folder, "NoDefaults.csproj"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(typeof(Program).Assembly.GetTypes().Length);");

        var built = Feed.Run(folder, "build", "-nologo", "-v", "quiet", "-p:EnableDefaultWippyItems=false", "-p:EmitCompilerGeneratedFiles=true");

        Assert.True(built.ExitCode == 0, built.Output);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(folder, "obj"), "*.g.cs", SearchOption.AllDirectories), static f => f.EndsWith("AddWippy.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoCheckoutsGiveTheSameAssembly()
    {
        byte[] Build(string name)
        {
            var folder = feed.Copy("Consumer", Path.Combine(name, "Consumer"));
            var built = Feed.Run(folder, "build", "-nologo", "-v", "quiet", "-c", "Release", $"-p:PathMap={folder}=/_/");
            Assert.True(built.ExitCode == 0, built.Output);
            return File.ReadAllBytes(Path.Combine(folder, "bin/Release/net10.0/Consumer.dll"));
        }

        Assert.Equal(Build("first"), Build("second-one"));
    }
}
