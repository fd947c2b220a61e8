using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Wippy.Compiler;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using SourceText = Wippy.Compiler.Text.SourceText;

namespace Conformance.Tests;

/// <summary>Lua programs compiled to C# by the product and to an assembly by Roslyn, with warnings as errors.</summary>
public sealed class CompiledPrograms
{
    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    // Overflow checks and warnings as errors: the most that a project can ask for.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, warningLevel: 9999,
        generalDiagnosticOption: ReportDiagnostic.Error, nullableContextOptions: NullableContextOptions.Enable);

    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChunkOutput> _outputs = new(StringComparer.Ordinal);
    private Assembly? _assembly;

    private CompiledPrograms()
    {
    }

    /// <summary>Compiles programs; what is wrong with one is told when it is asked for.</summary>
    public static CompiledPrograms Compile(IEnumerable<(string Id, byte[] Source)> programs, string kind, NumberFormat numbers)
    {
        var result = new CompiledPrograms();
        var trees = new List<Microsoft.CodeAnalysis.SyntaxTree>();
        foreach (var (id, source) in programs)
        {
            var tree = LuaParser.Parse(SourceText.FromBytes(id + ".lua", source));
            var input = new ChunkInput(
                id, kind, "main", tree, ChunkCompiler.GetClassName(id), EquatableArray<ListedModule>.Empty, EquatableArray<ChunkImport>.Empty,
                id + ".lua", new CompilerOptions { RootNamespace = "Test", NumberFormat = numbers });
            var output = ChunkCompiler.Compile(input with { HostStays = !ChunkCompiler.FindMetamethods(input).AssignsHost });
            result._outputs[id] = output;
            var findings = tree.Diagnostics.Concat(output.Diagnostics).Where(static d => d.Severity == Wippy.Compiler.Diagnostics.DiagnosticSeverity.Error).ToList();
            if (output.Text is null)
            {
                result._problems[id] = string.Join("\n", findings);
            }
            else
            {
                trees.Add(CSharpSyntaxTree.ParseText(output.Text, new CSharpParseOptions(LanguageVersion.Preview), id, System.Text.Encoding.UTF8));
            }
        }

        result.Build(trees);
        return result;
    }

    /// <summary>What the C# compiler says about a text, warnings included.</summary>
    public static IEnumerable<string> ProblemsOf(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), "snapshot.cs", System.Text.Encoding.UTF8);
        using var stream = new MemoryStream();
        return CSharpCompilation.Create("Snapshot", [tree], References, Options).Emit(stream).Diagnostics
            .Where(static d => d.Severity != DiagnosticSeverity.Hidden)
            .Select(static d => d.ToString())
            .ToList();
    }

    /// <summary>The generated C#.</summary>
    public string? TextOf(string id) => _outputs[id].Text;

    /// <summary>Why a program has no assembly, null when it has one.</summary>
    public string? ProblemOf(string id) => _problems.GetValueOrDefault(id);

    /// <summary>Creates the module of a program.</summary>
    public Wippy.Runtime.LuaModule Create(string id, Wippy.Runtime.LuaState lua)
    {
        Assert.True(ProblemOf(id) is null, ProblemOf(id) + "\n" + _outputs[id].Text);
        var output = _outputs[id];
        return (Wippy.Runtime.LuaModule)Activator.CreateInstance(_assembly!.GetType(output.Namespace + "." + output.ClassName, true)!, lua)!;
    }

    private void Build(List<Microsoft.CodeAnalysis.SyntaxTree> trees)
    {
        while (true)
        {
            var compilation = CSharpCompilation.Create("Programs" + Guid.NewGuid().ToString("N"), trees, References, Options);
            using var stream = new MemoryStream();
            var emitted = compilation.Emit(stream, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
            if (emitted.Success)
            {
                _assembly = Assembly.Load(stream.ToArray());
                return;
            }

            var wrong = emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
            var failed = wrong.Select(static d => d.Location.SourceTree!).Distinct().ToList();
            foreach (var tree in failed)
            {
                _problems[tree.FilePath] = string.Join("\n", wrong.Where(d => d.Location.SourceTree == tree).Take(5)
                    .Select(d => d.ToString() + "   at " + tree.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]));
            }

            Assert.NotEmpty(failed);
            trees = trees.Except(failed).ToList();
        }
    }

    private static ImmutableArray<MetadataReference> FindReferences() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Wippy.Runtime.dll"))
            .Select(static p => (MetadataReference)MetadataReference.CreateFromFile(p))
            .ToImmutableArray();
}
