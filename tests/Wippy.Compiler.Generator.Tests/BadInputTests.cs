using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>
/// Files as nobody writes them, through the whole generator: each gives a finding, or code that compiles, and both in bounded time. The stack is that of a
/// thread of a pool, as in the compiler server.
/// </summary>
public sealed class BadInputTests
{
    private const string Index = "namespace: app\nentries:\n  - name: f\n    kind: function.lua\n    method: main\n    source: file://f.lua\n";
    private const string Return = "\nreturn { main = function() return 1 end }\n";
    private const int StackSize = 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData("local x = (", "(", 10_000, "")]
    [InlineData("local x = ", "{", 10_000, "")]
    [InlineData("local x = 1", "", 0, "\0\0")]
    [InlineData("", "", 0, "\0")]
    [InlineData("", "\uFFFD", 1_000, "")]
    [InlineData("", "function f() ", 10_000, "")]
    [InlineData("local x = ", "function() return ", 10_000, "")]
    [InlineData("if x then ", "elseif x then ", 5_000, "")]
    [InlineData("type T = ", "{a: ", 10_000, "")]
    [InlineData("goto ", "a", 100_000, "\n")]
    [InlineData("", "goto continue ", 5_000, "")]
    [InlineData("", "::a:: ", 5_000, "")]
    [InlineData("", "break ", 5_000, "")]
    [InlineData("", "local x <const> = 1 ", 2_000, "")]
    [InlineData("x = 'a", "b", 1_000_000, "")]
    [InlineData("--[[", "x", 1_000_000, "")]
    [InlineData("", "@", 20_000, "")]
    public async Task IsTold(string start, string piece, int count, string end)
    {
        var result = await RunAsync(Project(start + Repeat(piece, count) + end));

        Assert.Contains(result.Findings, static f => f.Contains("): error WLC2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\uFEFF", "", 0, Return)]
    [InlineData("#!/usr/bin/lua\n", "", 0, Return)]
    [InlineData("local x = 1\r\nlocal y = [[a\r\nb]]\r\n", "", 0, "return { main = function() return x, y end }\r\n")]
    [InlineData("local x = 1\rlocal y = 2\r", "", 0, "return { main = function() return x + y end }\r")]
    [InlineData("local x = '\\0\\xff\\u{7FFF}' -- \0 \u2028 \u0085", "", 0, Return)]
    [InlineData("local x = [[\0\u2028\u0085\uFFFF]]", "", 0, Return)]
    [InlineData("", "local t = { 1, 2 } ", 5_000, Return)]
    [InlineData("local ", "a", 100_000, " = 1" + Return)]
    [InlineData("local function ", "a", 100_000, "() return 1 end" + Return)]
    [InlineData("local t = {} function t.", "a", 100_000, "() return 1 end t.x()" + Return)]
    [InlineData("local t = { x = 1 } t.", "a", 50_000, " = 1" + Return)]
    [InlineData("local x = 'a'", " .. 'a'", 5_000, Return)]
    [InlineData("local x = 1", " + 1", 5_000, Return)]
    [InlineData("--", "x", 1_000_000, Return)]
    [InlineData("local x = '", "x", 1_000_000, "'" + Return)]
    public async Task Compiles(string start, string piece, int count, string end)
    {
        var result = await RunAsync(Project(start + Repeat(piece, count) + end));

        Assert.DoesNotContain(result.Findings, static f => f.Contains("error", StringComparison.Ordinal));
        Assert.Equal([], result.CompilerFindings);
    }

    // A build that prints them all takes minutes.
    [Theory]
    [InlineData("_index.yaml", "namespace: app\nentries:\n", "  - name: '?'\n    kind: library.lua\n", 20_000)]
    [InlineData("f.lua", "", "x = 1 .. nil\n", 20_000)]
    public async Task ThousandsOfFindingsAreCounted(string path, string start, string piece, int count)
    {
        var result = await RunAsync(Project(Return).With(path, start + Repeat(piece, count)));

        Assert.Equal(1_001, result.Findings.Count(f => f.StartsWith(path, StringComparison.Ordinal)));
        Assert.Contains(result.Findings, static f => f.Contains("WLC9002: this file has ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\nnamespace: app\nentries: *d")]
    [InlineData("namespace: app\nnamespace: other\nentries: []\nentries: []")]
    [InlineData("namespace: app\nentries:\n  - name: f\n    name: g\n    kind: function.lua\n    kind: library.lua")]
    [InlineData("namespace: app\nentries:\n  - name: f\n    kind: function.lua\n    method: main\n    source: file://")]
    [InlineData("namespace: app\nentries:\n  - name: f\n    kind: function.lua\n    method: main\n    source: file://.")]
    [InlineData("namespace: app\nentries:\n  - name: f\n    kind: function.lua\n    method: main\n    source: file://../..")]
    [InlineData("namespace: app\nentries:\n  - name: f\n    kind: function.lua\n    method: main\n    source: file://missing.lua")]
    [InlineData("namespace: app\nentries:\n  - name: f\n    kind: function.lua\n    method: main\n    source: file:///etc/passwd")]
    [InlineData("namespace: app\nentries:\n  - name: f\n    kind: library.lua\n    source: file://f.lua\n    imports: {f: app:f}")]
    public async Task EntryFileIsTold(string yaml)
    {
        var result = await RunAsync(new TestProject().With("_index.yaml", yaml).With("f.lua", Return));

        Assert.NotEmpty(result.Findings);
        Assert.All(result.Findings, static f => Assert.StartsWith("_index.yaml(", f, StringComparison.Ordinal));
        Assert.DoesNotContain(result.Output.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("namespace: app\nentries:\n  - name: ", "\n    kind: library.lua\n    source: return 1")]
    [InlineData("namespace: ", "\nentries: []")]
    public async Task LongNameOfAnEntryIsTold(string start, string end)
    {
        var result = await RunAsync(new TestProject().With("_index.yaml", start + Repeat("n", 100_000) + end));

        Assert.Contains("n...' is not a valid name", Assert.Single(result.Findings).Replace("namespace", "name", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal([], result.CompilerFindings);
    }

    // A file without a namespace is no entry file, and one may have no entries yet.
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    [InlineData("\0")]
    [InlineData("namespace: app")]
    [InlineData("entries:")]
    [InlineData("- - - -")]
    public async Task FileWithoutEntriesGivesNothing(string yaml)
    {
        var result = await RunAsync(new TestProject().With("_index.yaml", yaml).With("f.lua", Return));

        Assert.Equal([], result.Findings);
        Assert.Equal([], result.CompilerFindings);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public async Task DeepEntryFileIsTold(string open, string close)
    {
        var result = await RunAsync(new TestProject().With("_index.yaml", "namespace: app\nmeta: " + Repeat(open, 20_000) + Repeat(close, 20_000)));

        Assert.NotEmpty(result.Findings);
    }

    [Fact]
    public async Task EntriesWhoseNamesMeetInCSharpCompile()
    {
        string[] names = ["a_b", "a-b", "a.b", "A_B", "aB", "AB", "class", "Class", "namespace", "string", "AddWippy", "a__b", "_a", "__", "x1", "x_1", "Module", "Task"];
        var project = new TestProject().With("_index.yaml", "namespace: app\nentries:\n" + string.Concat(names.Select(static n =>
            $"  - name: {n}\n    kind: function.lua\n    method: main\n    source: file://f.lua\n"))).With("f.lua", Return);

        var result = await RunAsync(project);

        Assert.DoesNotContain(result.Findings, static f => f.Contains("WLC9", StringComparison.Ordinal));
        Assert.Equal([], result.CompilerFindings);
    }

    [Fact]
    public async Task ThousandsOfEntriesCompile()
    {
        const int Count = 2_000;
        var entries = string.Concat(Enumerable.Range(0, Count).Select(static i => string.Create(
            CultureInfo.InvariantCulture,
            $"  - name: e{i}\n    kind: library.lua\n    source: |\n      return {{ n = {i} }}\n    imports: {{ next: app:e{i + 1} }}\n")));

        var result = await RunAsync(new TestProject().With("_index.yaml", "namespace: app\nentries:\n" + entries
            + $"  - name: e{Count}\n    kind: library.lua\n    source: return 1\n"));

        Assert.DoesNotContain(result.Findings, static f => f.Contains("error", StringComparison.Ordinal));
        Assert.Empty(result.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        Assert.Contains("Module", result.Source("app.e1999.g.cs"), StringComparison.Ordinal);
    }

    // Chains and circles of imports are followed by what stands in them, and never by recursion.
    [Theory]
    [InlineData("return { n = {0} }", null)]
    [InlineData("local next = require('next') return { n = next.n }", null)]
    [InlineData("local next = require('next') type T = next.T return { T = T }", null)]
    [InlineData("local next = require('next') return { T = next.T }", null)]
    [InlineData("g{0} = 1 return { n = 1 }", null)]
    [InlineData("return { n = 1 }", "app:e0")]
    public async Task LongChainsOfImportsAreFollowed(string lua, string? last)
    {
        const int Count = 8_000;
        string Entry(int i, string? import) => string.Create(CultureInfo.InvariantCulture, $"  - name: e{i}\n    kind: library.lua\n    source: file://e{i}.lua\n")
            + (import is null ? string.Empty : $"    imports: {{ next: {import} }}\n");
        var project = new TestProject(trackSteps: false).With("f.lua", "local e = require('e') type A = e.T" + Return).With(
            "_index.yaml",
            Index + "    imports: { e: app:e0 }\n" + string.Concat(Enumerable.Range(0, Count).Select(i => Entry(i, string.Create(CultureInfo.InvariantCulture, $"app:e{i + 1}")))) + Entry(Count, last));
        foreach (var i in Enumerable.Range(0, Count))
        {
            project.With(string.Create(CultureInfo.InvariantCulture, $"e{i}.lua"), lua.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        var result = await RunAsync(project.With($"e{Count}.lua", "type T = { a: integer } return { T = T, n = 1 }"));

        Assert.DoesNotContain(result.Findings, static f => f.Contains("WLC9", StringComparison.Ordinal));
        Assert.Equal(
            last is null ? [] : ["app:e0 -> app:e1 -> app:e2 -> app:e3 -> app:e4 -> 7991 more -> app:e7996 -> app:e7997 -> app:e7998 -> app:e7999 -> app:e8000 -> app:e0"],
            result.Findings.Where(static f => f.Contains("error", StringComparison.Ordinal)).Select(static f => f.Split(": ", 4)[3].Split(';')[0]));
    }

    // Each type of the chain is a record of its own, or stands for the next.
    [Theory]
    [InlineData("type T{0} = { a: T{1}? }\n")]
    [InlineData("type T{0} = T{1}\n")]
    [InlineData("type T{0} = {T{1}}\n")]
    public async Task LongChainsOfTypesAreFollowed(string declaration)
    {
        const int Count = 3_000;
        var types = string.Concat(Enumerable.Range(0, Count).Select(i => declaration
            .Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{1}", (i + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

        var result = await RunAsync(new TestProject(trackSteps: false)
            .With("_index.yaml", Index).With("f.lua", $"{types}type T{Count} = {{ n: integer }}\nreturn {{ main = function(t: T0): T0 return t end }}"));

        Assert.DoesNotContain(result.Findings, static f => f.Contains("error", StringComparison.Ordinal));
    }

    // Libraries that name the one before twice reach it in more ways than can be counted.
    [Fact]
    public async Task InterfacesAreComparedOnce()
    {
        const int Count = 60;
        const string Lua = "local a = require('a') local b = require('b') type T = { a: a.T?, b: b.T? } return { T = T, n = 1 }";
        var project = new TestProject().With("f.lua", "local e = require('e') type A = e.T" + Return).With(
            "_index.yaml",
            Index + "    imports: { e: app:e0 }\n" + string.Concat(Enumerable.Range(0, Count).Select(static i => string.Create(
                CultureInfo.InvariantCulture, $"  - name: e{i}\n    kind: library.lua\n    source: file://e.lua\n    imports: {{ a: app:e{i + 1}, b: app:e{i + 1} }}\n")))
            + $"  - name: e{Count}\n    kind: library.lua\n    source: file://last.lua\n").With("e.lua", Lua).With("last.lua", "type T = { n: integer } return { T = T }");
        await RunAsync(project);

        var result = await RunAsync(project.With("e.lua", Lua.Replace("n = 1", "n = 2", StringComparison.Ordinal)));

        Assert.Equal([], result.Findings.Where(static f => f.Contains("error", StringComparison.Ordinal)));
    }

    // Not every file is text.
    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x80, 0xC3 })]
    [InlineData(new byte[] { (byte)'x', (byte)'=', 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'x', 0, (byte)'=', 0 })]
    public async Task BytesThatAreNoTextAreTold(byte[] bytes)
    {
        var result = await RunAsync(new TestProject().With("_index.yaml", Index).With(new FileOfBytes(TestProject.Folder + "f.lua", bytes)));

        Assert.Contains(result.Findings, static f => f.StartsWith("f.lua(", StringComparison.Ordinal) && f.Contains("error", StringComparison.Ordinal));
    }

    // The host replaces bytes that are no UTF-8, so what a string holds is not known; in a comment it does not matter.
    [Fact]
    public async Task BytesThatAreLostAreTold()
    {
        static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

        var lost = await RunAsync(new TestProject().With("_index.yaml", Index).With(new FileOfBytes(TestProject.Folder + "f.lua", Latin1("local x = 'caf\u00e9'" + Return))));
        var comment = await RunAsync(new TestProject().With("_index.yaml", Index).With(new FileOfBytes(TestProject.Folder + "f.lua", Latin1("-- caf\u00e9" + Return))));
        var character = await RunAsync(new TestProject().With("_index.yaml", Index).With(new FileOfBytes(TestProject.Folder + "f.lua", Encoding.UTF8.GetBytes("local x = '\uFFFD'" + Return))));
        var wide = await RunAsync(new TestProject().With("_index.yaml", Index).With(
            new FileOfBytes(TestProject.Folder + "f.lua", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("local x = '\uFFFD'" + Return)])));
        var yaml = await RunAsync(new TestProject().With(new FileOfBytes(TestProject.Folder + "_index.yaml", Latin1(Index + "# caf\u00e9"))).With("f.lua", Return));

        Assert.Contains("f.lua(1,15): error WLC2037: a byte of this string is no UTF-8 and would be lost: save the file as UTF-8, or write the byte as an escape such as '\\xE9'", lost.Findings);
        Assert.DoesNotContain(comment.Findings.Concat(character.Findings).Concat(wide.Findings), static f => f.Contains("error", StringComparison.Ordinal));
        Assert.Contains("_index.yaml(7,6): error WLC1001: not valid YAML: a byte is no UTF-8; correct the file, nothing in it can be read", yaml.Findings);
    }

    [Fact]
    public async Task AFileThatCannotBeReadIsTold()
    {
        var lua = await RunAsync(new TestProject().With("_index.yaml", Index).With(new FileOfBytes(TestProject.Folder + "f.lua", null)));
        var yaml = await RunAsync(new TestProject().With(new FileOfBytes(TestProject.Folder + "_index.yaml", null)).With("f.lua", Return));

        Assert.Equal(
            ["f.lua(1,1): error WLC2038: this file is no text to the C# compiler, or it cannot be read: look for bytes of zero, which a string writes as '\\0', and save it as UTF-8"],
            lua.Findings);
        Assert.Equal(
            ["_index.yaml(1,1): error WLC1001: not valid YAML: the file is no text, or cannot be read; correct the file, nothing in it can be read"],
            yaml.Findings);
    }

    private static TestProject Project(string lua) => new TestProject().With("_index.yaml", Index).With("f.lua", lua);

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static async Task<TestResult> RunAsync(TestProject project)
    {
        var done = new TaskCompletionSource<TestResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(
            () =>
            {
                try
                {
                    done.SetResult(project.Run());
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    done.SetException(exception);
                }
            },
            StackSize) { IsBackground = true }.Start();
        var result = await done.Task.WaitAsync(Limit);
        Assert.Null(result.Run.Exception);
        return result;
    }

    // As the host reads files: null stands for one that it cannot.
    private sealed class FileOfBytes(string path, byte[]? bytes) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) =>
            bytes is null ? null : SourceText.From(new MemoryStream(bytes), Encoding.UTF8);
    }
}
