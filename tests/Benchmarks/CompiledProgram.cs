using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Wippy.Compiler;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Runtime;
using SourceText = Wippy.Compiler.Text.SourceText;

namespace Wippy.Benchmarks;

/// <summary>A Lua file compiled to an assembly on disk, as a build with the product does it.</summary>
internal static class CompiledProgram
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "compiled");

    private static readonly Lazy<MetadataReference[]> References = new(static () =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Wippy.Runtime.dll"))
            .Select(static p => MetadataReference.CreateFromFile(p))]);

    /// <summary>Where the assembly of a Lua file is.</summary>
    public static string AssemblyPath(string luaPath) => Path.Combine(Folder, Path.GetFileNameWithoutExtension(luaPath) + ".dll");

    /// <summary>Compiles a Lua file. Gives the generated text, or what is wrong.</summary>
    public static (string? Text, string? Problem) Build(string luaPath)
    {
        var name = Path.GetFileNameWithoutExtension(luaPath);
        var tree = LuaParser.Parse(SourceText.FromString(name + ".lua", File.ReadAllText(luaPath)));
        var output = ChunkCompiler.Compile(new ChunkInput(
            "bench:" + name, "function.lua", "main", tree, "Program", EquatableArray<ListedModule>.Empty, EquatableArray<ChunkImport>.Empty,
            name + ".lua", new CompilerOptions { RootNamespace = "Bench", LineDirectives = false }));
        if (output.Text is null)
        {
            return (null, string.Join("; ", tree.Diagnostics.Concat(output.Diagnostics).Where(static d => d.Severity == Wippy.Compiler.Diagnostics.DiagnosticSeverity.Error)));
        }

        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.ChangeExtension(AssemblyPath(luaPath), ".cs"), output.Text);
        var compilation = CSharpCompilation.Create(
            name + ".lua",
            [CSharpSyntaxTree.ParseText(output.Text, new CSharpParseOptions(LanguageVersion.Preview), name + ".cs")],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        var emitted = compilation.Emit(AssemblyPath(luaPath));
        return emitted.Success
            ? (output.Text, null)
            : (null, string.Join("; ", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(3)));
    }

    /// <summary>Loads an assembly that <see cref="Build"/> has written and gives what creates its chunk.</summary>
    public static Func<LuaState, LuaModule> Load(string luaPath)
    {
        var type = AssemblyLoadContext.Default.LoadFromAssemblyPath(AssemblyPath(luaPath)).GetType("Bench.Generated.Program", true)!;
        return type.GetConstructor([typeof(LuaState)]) is { } constructor
            ? lua => (LuaModule)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [lua], null)
            : throw new MissingMethodException(type.FullName, ".ctor");
    }
}
