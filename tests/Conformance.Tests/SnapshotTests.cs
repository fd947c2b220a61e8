using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Wippy.Compiler;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Conformance.Tests;

/// <summary>
/// The emitted C# beside its Lua, for the eye: <c>Snapshots/*.cs.txt</c>. Each is also compiled with warnings as errors. The environment variable
/// <c>UPDATE_SNAPSHOTS</c> writes them anew.
/// </summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("order_workflow", "workflow.lua")]
    [InlineData("shapes", "function.lua")]
    public async Task Emitted_text_is_as_recorded(string name, string kind)
    {
        var folder = Path.Combine(SourceFolder(), "Snapshots");
        var tree = LuaParser.Parse(SourceText.FromBytes(name + ".lua", await File.ReadAllBytesAsync(Path.Combine(folder, name + ".lua"))));
        var modules = kind == "workflow.lua" ? new[] { new ListedModule("funcs", null), new ListedModule("time", null) } : [];
        var input = new ChunkInput(
            "app:" + name, kind, "main", tree, ChunkCompiler.GetClassName("app:" + name), modules.ToEquatableArray(),
            EquatableArray<ChunkImport>.Empty, name + ".lua", new CompilerOptions { RootNamespace = "Acme" });
        var text = ChunkCompiler.Compile(input).Text;
        Assert.NotNull(text);
        Assert.Empty(CompiledPrograms.ProblemsOf(text));
        Assert.Empty(CompiledPrograms.ProblemsOf(text.Replace("#nullable disable warnings", "#nullable enable warnings", StringComparison.Ordinal)));
        var path = Path.Combine(folder, name + ".cs.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(path, text);
        }

        Assert.Equal(await File.ReadAllTextAsync(path), text);
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
