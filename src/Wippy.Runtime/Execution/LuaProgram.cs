using System;
using System.Collections.Generic;

namespace Wippy.Runtime;

/// <summary>An entry that can be run: what the generated code of a function, process or workflow boils down to (spec/lua.md section 1).</summary>
/// <param name="Id">The entry id.</param>
/// <param name="Method">The field of the module value that is the entry function.</param>
/// <param name="Modules">The modules that the entry lists.</param>
/// <param name="Libraries">The libraries it imports, in dependency order.</param>
/// <param name="Main">Creates the chunk.</param>
public sealed record LuaProgram(
    string Id,
    string Method,
    IReadOnlyList<LuaModuleImport> Modules,
    IReadOnlyList<LuaLibraryImport> Libraries,
    Func<LuaState, LuaModule> Main)
{
    /// <summary>How floats are written.</summary>
    public NumberFormat NumberFormat { get; init; }
}

/// <summary>A listed module.</summary>
/// <param name="Name">The name it is required by and the global that holds it.</param>
/// <param name="Open">Gives the module table.</param>
public sealed record LuaModuleImport(string Name, Func<LuaState, LuaValue> Open);

/// <summary>An imported library.</summary>
/// <param name="Alias">The name it is required by and the global that holds it; empty for a library that only other libraries import.</param>
/// <param name="Id">The entry id; each id runs once in an instance.</param>
/// <param name="Create">Creates the chunk.</param>
public sealed record LuaLibraryImport(string Alias, string Id, Func<LuaState, LuaModule> Create);
