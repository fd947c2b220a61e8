using System;
using System.Globalization;
using System.Linq;
using Wippy.Compiler.Emit.Entries;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Emit;

/// <summary>The work for a chain of imports grows with its length. What a thread allocates is the measure, and its stack is small.</summary>
public sealed class ImportTests
{
    private const int Count = 2_000;
    private const int Growth = 4;

    [Fact]
    public void Metamethods_of_programs_are_found_by_one_walk()
    {
        static void Find(int count)
        {
            var signature = EquatableArray.Create(new MetamethodSignature(1, true, 0));
            var found = ProgramMetamethods.Find([.. Enumerable.Range(0, count).Select(i => new EntryMetamethods(
                Name(i), EquatableArray.Create(Name(i + 1)), new ChunkMetamethods(true, false, i == count / 2 ? signature : default)))]);
            Assert.Equal(1, found.Of(Name(count - 1)).Metamethods);
        }

        AssertLinear(Find);
    }

    [Fact]
    public void Programs_list_their_libraries_by_one_walk()
    {
        static void Bind(int count)
        {
            var entries = Enumerable.Range(0, count).Select(i => new CompiledEntry(
                Name(i), i == 0 ? "function.lua" : "library.lua", i == 0 ? "main" : null, default, EquatableArray.Create(new CompiledImport("next", Name(i + 1), null)), Name(i), null,
                i == 0 ? EntryClassKind.Function : null, Name(i), null, new EntryNames(Name(i), Name(i), Name(i))));
            var program = ProjectBinder.Bind(entries, default, default, []).Classes[0].Class.Program;
            Assert.Equal(count - 1, program.Libraries.Count);
            Assert.Equal(new ProgramLibrary("next", Name(count - 1), Name(count - 1)), program.Libraries[0]);
        }

        AssertLinear(Bind);
    }

    // What only one of two programs has is told to what both import, and to nothing else.
    [Fact]
    public void Entries_are_told_the_metamethods_of_their_programs()
    {
        static EntryMetamethods Entry(string id, bool canWait, int metamethod, params string[] imports) => new(
            id, imports.ToEquatableArray(), new ChunkMetamethods(canWait, false, metamethod == 0 ? default : EquatableArray.Create(new MetamethodSignature(metamethod, true, 0))));
        var found = ProgramMetamethods.Find(
            [Entry("a", true, 4, "c", "d"), Entry("b", false, 8, "d"), Entry("c", false, 0, "e"), Entry("d", false, 0, "missing"), Entry("e", false, 16, "c")]);

        Assert.Equal([20, 0, 20, 20, 20], new[] { "a", "b", "c", "d", "e" }.Select(id => found.Of(id).Metamethods));
    }

    [Fact]
    public void Entries_are_told_whether_their_programs_assign_globals_of_the_host()
    {
        static EntryMetamethods Entry(string id, bool assigns, params string[] imports) => new(id, imports.ToEquatableArray(), new ChunkMetamethods(false, assigns, default));
        var found = ProgramMetamethods.Find([Entry("a", false, "c", "d"), Entry("b", true, "d"), Entry("c", false, "e"), Entry("d", false), Entry("e", false, "c")]);

        Assert.Equal([false, true, false, true, false], new[] { "a", "b", "c", "d", "e" }.Select(id => found.Of(id).AssignsHost));
    }

    private static string Name(int i) => "app:e" + i.ToString("D6", CultureInfo.InvariantCulture);

    private static void AssertLinear(Action<int> work)
    {
        SmallStack.Allocated(() => work(10));
        var small = SmallStack.Allocated(() => work(Count));
        Assert.InRange((double)SmallStack.Allocated(() => work(Count * Growth)) / small, 1, Growth * 1.5);
    }
}
