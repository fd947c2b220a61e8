using Microsoft.CodeAnalysis.Diagnostics;
using Wippy.Compiler.Emit.Entries;
using Wippy.Compiler.Entries;

namespace Wippy.Compiler.Generator;

/// <summary>The properties of the project that the generator reads.</summary>
/// <param name="RootNamespace">Namespace of public types.</param>
/// <param name="SourceRoot">Folder that <c>file:///</c> starts from; empty when unknown.</param>
/// <param name="ProjectFolder">Folder of the project; empty when unknown.</param>
/// <param name="StrictTypes">Whether findings of the static checker are errors.</param>
/// <param name="Lint">Whether rules of style are looked at.</param>
internal sealed record ProjectOptions(string RootNamespace, string SourceRoot, string ProjectFolder, bool StrictTypes, bool Lint)
{
    /// <summary>What the emitters need.</summary>
    public EmitOptions Emit => new(RootNamespace);

    /// <summary>What the chunk compiler needs.</summary>
    public CompilerOptions Compiler => new() { RootNamespace = RootNamespace, StrictTypes = StrictTypes, Lint = Lint };

    /// <summary>Reads the properties that the package's props make visible.</summary>
    public static ProjectOptions Read(AnalyzerConfigOptionsProvider provider)
    {
        var project = SourcePath.Normalize(Property(provider, "ProjectDir"));
        var root = SourcePath.Normalize(Property(provider, "WippySourceRoot"));
        var name = Property(provider, "WippyRootNamespace");
        name = name.Length > 0 ? name : Property(provider, "RootNamespace");
        return new ProjectOptions(name.Length > 0 ? name : "Wippy", root.Length > 0 ? root : project, project,
            IsTrue(provider, "WippyStrictTypes"), IsTrue(provider, "WippyLint"));
    }

    private static bool IsTrue(AnalyzerConfigOptionsProvider provider, string name) =>
        string.Equals(Property(provider, name), "true", System.StringComparison.OrdinalIgnoreCase);

    private static string Property(AnalyzerConfigOptionsProvider provider, string name) =>
        provider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value.Trim() : string.Empty;
}
