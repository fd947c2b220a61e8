using System;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler;

/// <summary>What <see cref="ChunkCompiler"/> reads: one Lua source file and what its entry says about it.</summary>
/// <param name="Id">Entry id, <c>namespace:name</c>; also the chunk name of error positions.</param>
/// <param name="Kind">Entry kind, such as <c>workflow.lua</c>, <c>function.lua</c>, <c>process.lua</c> or <c>library.lua</c>.</param>
/// <param name="Method">Method of the entry; null for a library.</param>
/// <param name="Tree">The parsed source.</param>
/// <param name="ClassName">Name of the class to emit; <see cref="ChunkCompiler.GetClassName"/> proposes one.</param>
/// <param name="Modules">Items of <c>modules:</c> in order.</param>
/// <param name="Imports">Items of <c>imports:</c> in order.</param>
/// <param name="LinePath">Path written in <c>#line</c> directives, relative to the generated file.</param>
/// <param name="Options">Options of the project.</param>
public sealed record ChunkInput(
    string Id,
    string Kind,
    string? Method,
    LuaSyntaxTree Tree,
    string ClassName,
    EquatableArray<ListedModule> Modules,
    EquatableArray<ChunkImport> Imports,
    string LinePath,
    CompilerOptions Options)
{
    /// <summary>
    /// Metamethods of other chunks of the same programs that may wait, importers among them: bits of <see cref="Analysis.Metamethods"/>, as
    /// <see cref="Emit.Entries.ProgramMetamethods"/> finds them.
    /// </summary>
    public int WaitingMetamethods { get; init; }

    /// <summary>
    /// Whether it is known that no chunk of the same programs, importers among them, assigns a global of the host, as
    /// <see cref="Emit.Entries.ProgramMetamethods"/> finds out.
    /// </summary>
    public bool HostStays { get; init; }

    /// <summary>Whether it is a library, which chunks that it knows nothing of may give functions.</summary>
    public bool IsLibrary => Kind.StartsWith("library", StringComparison.Ordinal);
}

/// <summary>An item of <c>modules:</c>.</summary>
/// <param name="Name">The module.</param>
/// <param name="Location">Where it is listed.</param>
public sealed record ListedModule(string Name, SourceLocation? Location);

/// <summary>An item of <c>imports:</c>.</summary>
/// <param name="Alias">Global name of the library in this chunk.</param>
/// <param name="Library">Signature of the library.</param>
/// <param name="Location">Where it is listed.</param>
public sealed record ChunkImport(string Alias, ChunkSignature Library, SourceLocation? Location);
