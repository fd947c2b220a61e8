using System;
using System.Linq;

namespace Wippy.Compiler.Generator.Tests;

public class LineDirectiveTests
{
    [Theory]
    [InlineData("/src/app/a.lua", "/src/app/obj/Debug/G/T", "/src/app", "../../../../a.lua")]
    [InlineData("/src/app/sub/a.lua", "/src/app/obj/gen", "/src/app", "../../sub/a.lua")]
    [InlineData("/elsewhere/a.lua", "/src/app/obj", "/src/app", "../../../elsewhere/a.lua")]
    [InlineData("/src/app/a.lua", "G/T", "/src/app", "../../a.lua")]
    [InlineData("""C:\src\app\a.lua""", """C:\src\app\obj\gen""", """C:\src\app""", "../../a.lua")]
    [InlineData("""D:\lua\a.lua""", """C:\src\app\obj\gen""", """C:\src\app""", "D:/lua/a.lua")]
    public void PathsAreRelativeToTheGeneratedFile(string file, string folder, string project, string expected) =>
        Assert.Equal(expected, LineDirectivePath.Create(file, folder, Wippy.Compiler.Entries.SourcePath.Normalize(project)));

    [Fact]
    public void TheFolderIsTheOneTheHostUses()
    {
        var source = new TestProject(TestProject.Folder + "a/b").With("_index.yaml", Samples.Index).With("tax.lua", Samples.Tax).Run().Source("app.tax.g.cs");

        // The host puts files below the base folder, in the folders of assembly and generator.
        Assert.Contains("#line 1 \"../../../../tax.lua\"", source, StringComparison.Ordinal);
        Assert.DoesNotContain(TestProject.Folder, source, StringComparison.Ordinal);
    }

    [Fact]
    public void StatementsLieOnTheirLuaLines()
    {
        var tree = Samples.Orders().Run().Run.GeneratedSources.Single(static g => g.HintName == "app.charge_payment.g.cs").SyntaxTree;
        var text = tree.GetText().ToString();
        var statement = text.IndexOf("Multiply(", StringComparison.Ordinal);
        var span = tree.GetMappedLineSpan(new Microsoft.CodeAnalysis.Text.TextSpan(statement, 1));

        Assert.Equal("../../../charge_payment.lua", span.Path);
        Assert.Equal(3, span.StartLinePosition.Line);
    }
}
