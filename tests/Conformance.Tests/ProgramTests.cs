using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Conformance.Tests;

/// <summary>
/// Every program of <c>Programs</c> prints what stands in the <c>.out</c> file beside it. Those outside <c>Programs/wippy</c> are plain Lua, and
/// <c>verify.sh</c> compares their expectation with stock Lua; numbers and <c>print</c> have the form of stock Lua there. An area is compiled into
/// one assembly; a C# warning in generated code fails its program.
/// </summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private static readonly ConcurrentDictionary<(string Area, string Kind), CompiledPrograms> Areas = new();

    public static TheoryData<string> Passing() => new(ProgramSuite.Names.Where(static n => !ProgramSuite.KnownFailures.ContainsKey(n)));

    [Theory]
    [MemberData(nameof(Passing))]
    public Task Program_prints_what_is_expected(string name) => CheckAsync(name, "function.lua");

    // In a library every unknown callee may wait, so that nearly all of the code becomes async.
    [Theory]
    [MemberData(nameof(Passing))]
    public Task Program_prints_the_same_when_its_calls_may_wait(string name) => CheckAsync(name, "library.lua");

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
            else if (CompiledAreaOf(name).ProblemOf(ProgramSuite.IdOf(name)) is null && string.Equals(ProgramSuite.Expected(name), await RunAsync(name), StringComparison.Ordinal))
            {
                wrong.Add(name + " passes");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Names_differ_without_their_area() =>
        Assert.Empty(ProgramSuite.Names.GroupBy(ProgramSuite.IdOf, StringComparer.Ordinal).Where(static g => g.Count() > 1).Select(static g => string.Join(", ", g)));

    private static CompiledPrograms CompiledAreaOf(string name, string kind = "function.lua") =>
        Areas.GetOrAdd((ProgramSuite.AreaOf(name), kind), static key => CompiledPrograms.Compile(
            ProgramSuite.Names.Where(n => ProgramSuite.AreaOf(n) == key.Area).Select(static n => (ProgramSuite.IdOf(n), ProgramSuite.SourcePath(n))),
            key.Kind,
            key.Area == "wippy" ? Wippy.Compiler.NumberFormat.Wippy : Wippy.Compiler.NumberFormat.Puc));

    // A program that does not end is left behind on its thread.
    private static async Task<string> RunAsync(string name, string kind = "function.lua")
    {
        var programs = CompiledAreaOf(name, kind);
        var numbers = ProgramSuite.AreaOf(name) == "wippy" ? Wippy.Runtime.NumberFormat.Wippy : Wippy.Runtime.NumberFormat.Puc;
        return await Task.Run(() => ProgramRunner.RunAsync(programs, ProgramSuite.IdOf(name), numbers)).WaitAsync(Timeout);
    }

    // CONFORMANCE_DUMP names a folder for the generated code and the output of failing programs.
    private static async Task CheckAsync(string name, string kind)
    {
        var expected = ProgramSuite.Expected(name);
        var actual = await RunAsync(name, kind);
        if (!string.Equals(expected, actual, StringComparison.Ordinal) && Environment.GetEnvironmentVariable("CONFORMANCE_DUMP") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, name.Replace('/', '_'));
            await File.WriteAllTextAsync(path + ".cs", CompiledAreaOf(name, kind).TextOf(ProgramSuite.IdOf(name)));
            await File.WriteAllTextAsync(path + ".actual", actual);
        }

        Assert.Equal(expected, actual);
    }
}
