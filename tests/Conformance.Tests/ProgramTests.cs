using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Conformance.Tests;

/// <summary>
/// Every program of <c>Programs</c> prints what stands in the <c>.out</c> file beside it. Those outside <c>Programs/wippy</c> are plain Lua, and
/// <c>verify.sh</c> compares their expectation with stock Lua.
/// </summary>
public sealed class ProgramTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Programs");

    private static readonly Lazy<CompiledPrograms> Compiled = new(() =>
        CompiledPrograms.Compile(Names().Select(static n => (IdOf(n), File.ReadAllText(Path.Combine(Folder, n + ".lua"))))));

    public static TheoryData<string> Programs() => new(Names());

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_prints_what_is_expected(string name)
    {
        var expected = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".out"));
        var actual = await ProgramRunner.RunAsync(Compiled.Value, IdOf(name));
        if (!string.Equals(expected, actual, StringComparison.Ordinal) && Environment.GetEnvironmentVariable("CONFORMANCE_DUMP") is { Length: > 0 } dump)
        {
            Directory.CreateDirectory(dump);
            await File.WriteAllTextAsync(Path.Combine(dump, name.Replace('/', '_') + ".cs"), Compiled.Value.TextOf(IdOf(name)));
            await File.WriteAllTextAsync(Path.Combine(dump, name.Replace('/', '_') + ".actual"), actual);
        }

        Assert.Equal(expected, actual);
    }

    private static string IdOf(string name) => "test:" + name.Replace('/', '.');

    private static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder, "*.lua", SearchOption.AllDirectories)
        .Select(static f => Path.ChangeExtension(Path.GetRelativePath(Folder, f), null).Replace('\\', '/'))
        .OrderBy(static n => n, StringComparer.Ordinal);
}
