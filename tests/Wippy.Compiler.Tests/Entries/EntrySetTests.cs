using System.Linq;
using Wippy.Compiler.Entries;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Entries;

public sealed class EntrySetTests
{
    private const string Base = """
        namespace: a
        entries:
        - {name: client, kind: temporal.client, address: h}
        - {name: worker, kind: temporal.worker, client: client, task_queue: q}
        - {name: lib, kind: library.lua, source: file://lib.lua}
        - {name: broken, kind: temporal.worker}
        """;

    [Fact]
    public void Accepts_references_that_hold()
    {
        var set = Create("- {name: f, kind: workflow.lua, source: x, imports: {l: lib}, meta: {temporal: {workflow: {worker: a:worker}}}}");
        Assert.Empty(set.Diagnostics);
        Assert.Equal(["a:client", "a:f", "a:lib", "a:worker"], set.Entries.Select(static e => e.Id.ToString()));
        Assert.IsType<LuaEntry>(set.Find(new EntryId("a", "f")));
        Assert.Null(set.Find(new EntryId("a", "g")));
        Assert.Equal(set, Create("- {name: f, kind: workflow.lua, source: x, imports: {l: lib}, meta: {temporal: {workflow: {worker: a:worker}}}}"));
    }

    [Theory]
    [InlineData("- {name: w, kind: temporal.worker, client: clinet, task_queue: q}", "WLC1012", "3:44", "client 'a:clinet' of entry 'a:w' does not exist: did you mean 'a:client'?")]
    [InlineData("- {name: w, kind: temporal.worker, client: other:thing, task_queue: q}", "WLC1012", "3:44", "client 'other:thing' of entry 'a:w' does not exist: add an entry of kind temporal.client, or correct the id")]
    [InlineData("- {name: w, kind: temporal.worker, client: lib, task_queue: q}", "WLC1013", "3:44", "client 'a:lib' of entry 'a:w' is a library.lua: name an entry of kind temporal.client")]
    [InlineData("- {name: l, kind: library.lua, source: x, imports: {y: a:lb}}", "WLC1012", "3:56", "import 'a:lb' of entry 'a:l' does not exist: did you mean 'a:lib'?")]
    [InlineData("- {name: l, kind: library.lua, source: x, imports: {y: worker}}", "WLC1013", "3:56", "import 'a:worker' of entry 'a:l' is a temporal.worker: name an entry of kind library.lua")]
    [InlineData("- {name: f, kind: workflow.lua, source: x, meta: {temporal: {workflow: {worker: wroker}}}}", "WLC1012", "3:81", "worker 'a:wroker' of entry 'a:f' does not exist: did you mean 'a:worker'?")]
    [InlineData("- {name: f, kind: function.lua, source: x, method: m, meta: {temporal: {activity: {worker: client}}}}", "WLC1013", "3:92", "worker 'a:client' of entry 'a:f' is a temporal.client: name an entry of kind temporal.worker")]
    [InlineData("- {name: l, kind: library.lua, source: 'file://lbi.lua'}", "WLC1011", "3:40", "source file 'lbi.lua' of entry 'a:l' does not exist, or is not among the files given to the compiler: did you mean 'lib.lua'?")]
    [InlineData("- {name: l, kind: library.lua, source: 'file://sub/lib.lua'}", "WLC1011", "3:40", "source file 'sub/lib.lua' of entry 'a:l' does not exist, or is not among the files given to the compiler: did you mean 'lib.lua'?")]
    [InlineData("- {name: l, kind: library.lua, source: 'file://zzzzzz.lua'}", "WLC1011", "3:40", "source file 'zzzzzz.lua' of entry 'a:l' does not exist, or is not among the files given to the compiler: add the file, or correct the path")]
    [InlineData("- {name: lib, kind: library.lua, source: x}", "WLC1009", "3:10", "entry 'a:lib' is already defined at a.yaml(5,10): give one of the two another name")]
    [InlineData("- {name: l, kind: library.lua, source: x, lifecycle: {requires: [no:thing]}}", "WLC1012", "3:66", "required service 'no:thing' of entry 'a:l' does not exist: add it, or correct the id")]
    [InlineData("- {name: f, kind: workflow.lua, source: x, meta: {temporal: {workflow: {worker: worker, name: N}}}}\n- {name: g, kind: workflow.lua, source: x, meta: {temporal: {workflow: {worker: worker, name: N}}}}", "WLC1020", "4:10", "workflow type 'N' of entry 'a:g' is already registered on worker 'a:worker' by entry 'a:f': set another 'meta.temporal.workflow.name'")]
    public void Reports_references_that_do_not_hold(string entries, string id, string place, string message)
    {
        var found = Assert.Single(Create(entries).Diagnostics);
        Assert.Equal(id, found.Id);
        Assert.Equal(message, found.Message);
        Assert.Equal("src/b.yaml", found.Location!.Path);
        Assert.Equal(place, $"{found.Location.Start.Line + 1}:{found.Location.Start.Column + 1}");
    }

    [Fact]
    public void Says_nothing_of_references_to_broken_entries() => Assert.Empty(
        Create("- {name: f, kind: workflow.lua, source: x, meta: {temporal: {workflow: {worker: broken}}}}").Diagnostics);

    [Fact]
    public void Does_not_depend_on_the_order_of_files()
    {
        var first = Bind("src/a.yaml", Base);
        var second = Bind("src/b.yaml", "namespace: a\nentries:\n- {name: lib, kind: library.lua, source: x}");
        Assert.Equal(EntrySet.Create([first, second], ["src/lib.lua"]), EntrySet.Create([second, first], ["src/lib.lua"]));
    }

    [Theory]
    [InlineData("src", "src/app", "x.lua", "src/app/x.lua")]
    [InlineData("src", "src/app", "../x.lua", "src/x.lua")]
    [InlineData("src", "src/app", "../../x.lua", null)]
    [InlineData("src", "src/app", "../../src/x.lua", "src/x.lua")]
    [InlineData("src", "src/app", "../../srcx/x.lua", null)]
    [InlineData("/w/src", "/w/src", "a/./b//c.lua", "/w/src/a/b/c.lua")]
    [InlineData("/w/src", "/w/src", "../../../../etc/passwd", null)]
    [InlineData("C:\\w\\src", "C:\\w\\src", "sub\\x.lua", "C:/w/src/sub/x.lua")]
    [InlineData("", "", "x.lua", "x.lua")]
    [InlineData("", "", "../x.lua", null)]
    [InlineData("", "app", "..", null)]
    public void Resolves_paths_below_the_root(string root, string directory, string relative, string? expected) =>
        Assert.Equal(expected, SourcePath.Resolve(root, directory, relative));

    private static EntryFile Bind(string path, string yaml) => EntryBinder.Bind(SourceText.FromString(path, yaml), "src");

    private static EntrySet Create(string entries) =>
        EntrySet.Create([Bind("src/a.yaml", Base), Bind("src/b.yaml", "namespace: a\nentries:\n" + entries)], ["src/lib.lua", "src\\other.lua"]);
}
