using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>An entry that has Lua, with every reference resolved: what compilation needs of it and nothing else.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">Its kind, such as <c>workflow.lua</c>.</param>
/// <param name="Method">The method that runs; null for a library.</param>
/// <param name="Modules">Items of <c>modules:</c>.</param>
/// <param name="Imports">Items of <c>imports:</c>.</param>
/// <param name="LuaPath">The Lua file; null for inline Lua.</param>
/// <param name="InlineSource">Inline Lua; null when there is a file.</param>
/// <param name="ClassKind">What the entry becomes; null for a library.</param>
/// <param name="TypeName">Workflow or activity type.</param>
/// <param name="Worker">The worker that registers it; null when nothing does.</param>
/// <param name="Names">Its names in C#.</param>
public sealed record CompiledEntry(
    string Id,
    string Kind,
    string? Method,
    EquatableArray<ListedModule> Modules,
    EquatableArray<CompiledImport> Imports,
    string? LuaPath,
    SourceText? InlineSource,
    EntryClassKind? ClassKind,
    string TypeName,
    string? Worker,
    EntryNames Names)
{
    /// <summary>Where the method is named; null for a library.</summary>
    public SourceLocation? MethodLocation { get; init; }
}

/// <summary>An import of an entry.</summary>
/// <param name="Alias">Global name of the library.</param>
/// <param name="EntryId">The library.</param>
/// <param name="Location">Where it is listed.</param>
public sealed record CompiledImport(string Alias, string EntryId, SourceLocation? Location);

/// <summary>What one entry is called in C#; no two entries of a project share a name.</summary>
/// <param name="ModuleClass">Class of the compiled chunk.</param>
/// <param name="EntryClass">Public class of the entry.</param>
/// <param name="FileName">Start of the names of its generated files.</param>
public sealed record EntryNames(string ModuleClass, string EntryClass, string FileName);
