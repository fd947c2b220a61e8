using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>Every named step, in every kind of edit, does no more than it must.</summary>
public class IncrementalityTests
{
    private static readonly string[] AllSteps =
        [.. typeof(TrackingNames).GetFields().Select(static f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void FirstRunMakesEveryStep()
    {
        var result = Samples.Orders().Run();

        Assert.All(AllSteps, step => Assert.All(result.Reasons(step), static reason => Assert.Equal(New, reason)));
        Assert.All(AllSteps, step => Assert.NotEmpty(result.Reasons(step)));
    }

    [Fact]
    public void NothingChangedMakesNothing()
    {
        var project = Samples.Orders();
        project.Run();

        AssertReasons(project.Run(), []);
    }

    [Fact]
    public void EditingCSharpMakesNothing()
    {
        var project = Samples.Orders().With("User.cs", "class User { }");
        project.Run();

        AssertReasons(project.With("User.cs", "class User { int field = 1; public int Field => field; }").Run(), []);
    }

    [Fact]
    public void EditingOneBodyMakesOneFile()
    {
        var project = Samples.Orders();
        var before = project.Run();

        var after = project.With("charge_payment.lua", Samples.Charge.Replace("* 2", "* 3", StringComparison.Ordinal)).Run();

        AssertReasons(after, new()
        {
            [TrackingNames.InputFile] = [Modified],
            [TrackingNames.Chunk] = [Modified],
            [TrackingNames.Unit] = [Modified],
            [TrackingNames.ChunkInput] = [Modified],
            [TrackingNames.ChunkOutput] = [Modified],
            [TrackingNames.ModuleSource] = [Modified],
        });
        Assert.Equal(["app.charge_payment.g.cs"], ChangedFiles(before, after));
    }

    [Fact]
    public void EditingALibraryBodyMakesOneFile()
    {
        var project = Samples.Orders();
        var before = project.Run();

        var after = project.With("types.lua", Samples.Types.Replace("version = 1", "version = 2", StringComparison.Ordinal)).Run();

        AssertReasons(after, new()
        {
            [TrackingNames.InputFile] = [Modified],
            [TrackingNames.Chunk] = [Modified],
            [TrackingNames.Unit] = [Modified],
            [TrackingNames.Libraries] = [Modified],
            [TrackingNames.ModuleSource] = [Modified],
        });
        Assert.Equal(["app.types.g.cs"], ChangedFiles(before, after));
    }

    // What the run allocates tells how much is compiled.
    [Fact]
    public void EditingALibraryBodyCompilesOneLibrary()
    {
        static string Lua(int n) => "local M = {} " + string.Concat(Enumerable.Range(0, 20).Select(i => $"function M.f{i}(t) return t[{n}] + t.x{i} end ")) + "return M";
        static long Allocated(TestProject project)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            project.Run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        const int Count = 200;
        var project = new TestProject(trackSteps: false).With(
            "_index.yaml", "namespace: app\nentries:\n" + string.Concat(Enumerable.Range(0, Count).Select(static i => $"  - {{ name: e{i}, kind: library.lua, source: file://e{i}.lua }}\n")));
        for (var i = 0; i < Count; i++)
        {
            project.With($"e{i}.lua", Lua(i));
        }

        var first = Allocated(project);
        Assert.InRange(Allocated(project.With("e7.lua", Lua(Count))), 1, first / 10);
    }

    [Fact]
    public void AnUnusedLuaFileMakesNothing()
    {
        var project = Samples.Orders();
        var before = project.Run();

        var after = project.With("notes.lua", "return 1").Run();

        Assert.Equal([], ChangedFiles(before, after));
        Assert.DoesNotContain(Modified, after.Reasons(TrackingNames.ChunkOutput));
        Assert.DoesNotContain(New, after.Reasons(TrackingNames.ChunkOutput));
    }

    [Fact]
    public void ChangingATypeMakesTheRecordAndItsChunk()
    {
        var project = Samples.Orders();
        var before = project.Run();

        var after = project.With("types.lua", Samples.Types.Replace("total: number", "total: number, currency: string", StringComparison.Ordinal)).Run();

        Assert.Equal(["Receipt-record.g.cs"], ChangedFiles(before, after));
    }

    [Fact]
    public void ACommentInAnEntryFileMakesNoChunk()
    {
        var project = Samples.Orders();
        var before = project.Run();

        var after = project.With("_index.yaml", Samples.Index + "\n# the end\n").Run();

        AssertReasons(after, new()
        {
            [TrackingNames.InputFile] = [Modified],
            [TrackingNames.EntryFile] = [Modified],
        });
        Assert.Equal([], ChangedFiles(before, after));
    }

    [Fact]
    public void TheSameProjectGivesTheSameBytes()
    {
        static string[] Texts() => [.. Samples.Orders().Run().Run.GeneratedSources.Select(static s => s.HintName + s.SourceText)];

        Assert.Equal(Texts(), Texts());
    }

    [Fact]
    public void NoStepHoldsObjectsOfTheHost()
    {
        var result = Samples.Orders().Run();
        var steps = AllSteps.SelectMany(s => result.Run.TrackedSteps[s]).SelectMany(static s => s.Outputs).Select(static o => o.Value);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        Assert.All(steps, value => AssertNoHostObject(value, seen));
    }

    private static void AssertNoHostObject(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        var type = value.GetType();
        Assert.False(type.FullName!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), type.FullName);
        if (type.IsArray)
        {
            foreach (var item in (Array)value)
            {
                AssertNoHostObject(item, seen);
            }

            return;
        }

        if (type.Assembly != typeof(WippyGenerator).Assembly && type.Assembly != typeof(ChunkCompiler).Assembly)
        {
            return;
        }

        foreach (var field in type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
        {
            AssertNoHostObject(field.GetValue(value), seen);
        }
    }

    // Steps that are named may have these reasons besides Cached and Unchanged; all others none.
    private static void AssertReasons(TestResult result, Dictionary<string, IncrementalStepRunReason[]> expected)
    {
        var actual = AllSteps.ToDictionary(
            static s => s, s => result.Reasons(s).Where(static r => r is not (Cached or Unchanged)).Distinct().ToArray());
        Assert.Equal(
            AllSteps.Select(s => $"{s}: {string.Join(", ", expected.GetValueOrDefault(s, []))}"),
            AllSteps.Select(s => $"{s}: {string.Join(", ", actual[s])}"));
    }

    private static string[] ChangedFiles(TestResult before, TestResult after)
    {
        var old = before.Run.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString());
        return [.. after.Run.GeneratedSources.Where(s => !old.TryGetValue(s.HintName, out var text) || text != s.SourceText.ToString()).Select(static s => s.HintName)];
    }
}
