using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Wippy.Runtime;

namespace Wippy.Compiler.Generator.Tests;

/// <summary>A project in memory: entry files, Lua and C#, compiled through the generator.</summary>
internal sealed class TestProject
{
    public const string Folder = "/project/";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private readonly Dictionary<string, AdditionalText> _texts = new(StringComparer.Ordinal);
    private readonly TestOptions _options = new();
    private CSharpCompilation _compilation = CSharpCompilation.Create(
        "TestProject",
        references: References,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, deterministic: true));

    private GeneratorDriver _driver;

    /// <param name="baseDirectory">The folder of generated files.</param>
    /// <param name="trackSteps">Whether the host keeps each step; the time that it takes grows with more than the square of the number of files.</param>
    public TestProject(string baseDirectory = Folder + "obj", bool trackSteps = true)
    {
        _driver = CSharpGeneratorDriver.Create(
            [new WippyGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            optionsProvider: _options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps, baseDirectory: baseDirectory));
    }

    /// <summary>Adds or replaces a file; <c>.cs</c> is compiled, everything else is an additional file.</summary>
    public TestProject With(string path, string text)
    {
        if (path.EndsWith(".cs", StringComparison.Ordinal))
        {
            var tree = CSharpSyntaxTree.ParseText(text, ParseOptions, Folder + path, Encoding.UTF8);
            var old = _compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == tree.FilePath);
            _compilation = old is null ? _compilation.AddSyntaxTrees(tree) : _compilation.ReplaceSyntaxTree(old, tree);
            return this;
        }

        return With(new InMemoryText(Folder + path, text));
    }

    /// <summary>Sets a property of the project.</summary>
    public TestProject WithProperty(string name, string value)
    {
        _options.Set(name, value);
        return this;
    }

    public TestProject With(AdditionalText file)
    {
        if (_texts.TryGetValue(file.Path, out var old))
        {
            _driver = _driver.ReplaceAdditionalText(old, file);
        }
        else
        {
            _driver = _driver.AddAdditionalTexts([file]);
        }

        _texts[file.Path] = file;
        return this;
    }

    public TestProject Without(string path)
    {
        _texts.Remove(Folder + path, out var old);
        _driver = _driver.RemoveAdditionalTexts([old!]);
        return this;
    }

    public TestResult Run(CancellationToken cancellation = default)
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out _, cancellation);
        return new TestResult(_driver.GetRunResult().Results.Single(), (CSharpCompilation)output);
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, new UTF8Encoding(false));

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class TestOptions : AnalyzerConfigOptionsProvider
    {
        private readonly Dictionary<string, string> _properties = new()
        {
            ["build_property.RootNamespace"] = "TestProject",
            ["build_property.ProjectDir"] = Folder,
        };

        public override AnalyzerConfigOptions GlobalOptions => new Values(_properties);

        public void Set(string name, string value) => _properties["build_property." + name] = value;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new()
        {
            ["build_metadata.AdditionalFiles.WippyKind"] =
                textFile.Path.EndsWith(".lua", StringComparison.Ordinal) ? "Lua" :
                Path.GetFileName(textFile.Path).StartsWith("_index.", StringComparison.Ordinal) ? "Entry" : "",
        });

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
        }
    }
}

/// <summary>What one run of the generator made.</summary>
internal sealed record TestResult(GeneratorRunResult Run, CSharpCompilation Output)
{
    /// <summary>Findings as <c>path(line,column): severity id: message</c>, paths relative to the project.</summary>
    public IReadOnlyList<string> Findings => [.. Run.Diagnostics.Select(static d =>
    {
        var span = d.Location.GetLineSpan();
        var place = d.Location == Location.None ? string.Empty
            : $"{span.Path.Replace(TestProject.Folder, string.Empty, StringComparison.Ordinal)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): ";
        return $"{place}{d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.GetMessage()}";
    })];

    /// <summary>Errors and warnings of the C# compiler over everything.</summary>
    public IReadOnlyList<string> CompilerFindings =>
        [.. Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => d.ToString())];

    /// <summary>Text of a generated file.</summary>
    public string Source(string fileName) => Run.GeneratedSources.Single(s => s.HintName == fileName).SourceText.ToString();

    /// <summary>The distinct run reasons of a step's outputs.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) => Run.TrackedSteps.TryGetValue(step, out var steps)
        ? [.. steps.SelectMany(static s => s.Outputs).Select(static o => o.Reason).OrderBy(static r => r)]
        : [];

    /// <summary>The names of the generated files that another run made with another text, in order.</summary>
    public IReadOnlyList<string> ChangedSince(TestResult before) =>
        [.. Run.GeneratedSources.Where(s => before.Source(s.HintName) != s.SourceText.ToString()).Select(static s => s.HintName).Order(StringComparer.Ordinal)];

    /// <summary>The program of a generated class.</summary>
    public static LuaProgram Program(Assembly assembly, string type) =>
        (LuaProgram)assembly.GetType(type)!.GetField("Program", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    /// <summary>The compiled assembly; fails on any error or warning.</summary>
    public Assembly Load()
    {
        Assert.Empty(CompilerFindings);
        using var stream = new MemoryStream();
        var emitted = Output.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return Assembly.Load(stream.ToArray());
    }
}
