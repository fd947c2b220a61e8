using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Conformance.Tests;

/// <summary>
/// Every program of <c>Programs</c> prints what stands in the <c>.out</c> file beside it. Those outside <c>Programs/wippy</c> and <c>Programs/types</c> are plain Lua, and
/// <c>verify.sh</c> compares their expectation with stock Lua; numbers and <c>print</c> have the form of stock Lua there. An area is compiled into
/// one assembly; a C# warning in generated code fails its program.
/// </summary>
[Collection(ProgramRunner.Collection)]
public sealed class ProgramTests
{
    public static TheoryData<string> Passing() => new(ProgramSuite.Names.Where(static n => !ProgramSuite.KnownFailures.ContainsKey(n)));

    [Theory]
    [MemberData(nameof(Passing))]
    public Task Program_prints_what_is_expected(string name) => ProgramRunner.CheckAsync(name, "function.lua");

    [Fact]
    public async Task Known_failures_are_programs_that_fail()
    {
        var wrong = new List<string>();
        foreach (var name in ProgramSuite.KnownFailures.Keys)
        {
            if (!ProgramSuite.Names.Contains(name, StringComparer.Ordinal))
            {
                wrong.Add(name + " does not exist");
            }
            else if (await ProgramRunner.PassesAsync(name))
            {
                wrong.Add(name + " passes");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Readme_names_every_area_and_no_other()
    {
        var named = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "README.md"))
            .Where(static l => l.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(static l => l.Split('`').Where(static (_, i) => i % 2 == 1));
        Assert.Equal(ProgramSuite.Names.Select(ProgramSuite.AreaOf).Distinct().Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_differ_without_their_area() =>
        Assert.Empty(ProgramSuite.Names.GroupBy(ProgramSuite.IdOf, StringComparer.Ordinal).Where(static g => g.Count() > 1).Select(static g => string.Join(", ", g)));
}
