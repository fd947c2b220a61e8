using Wippy.Compiler.Text;

namespace Wippy.Compiler;

/// <summary>
/// What other entries need to know of a library. Small on purpose: editing the body of a function does not change it.
/// </summary>
/// <param name="Id">Entry id of the library.</param>
/// <param name="CanWait">Whether anything that the library runs or hands out can ever wait.</param>
/// <param name="Exports">Fields of the module table that hold functions written in the chunk, ordered by name.</param>
/// <param name="Modules">Names of the modules that the library lists, and those of its own imports, ordered by name.</param>
/// <param name="AssignedGlobals">Global names that the library assigns, ordered by name; <c>_G</c> when it may assign any.</param>
public sealed record ChunkSignature(
    string Id,
    bool CanWait,
    EquatableArray<ExportSignature> Exports,
    EquatableArray<string> Modules,
    EquatableArray<string> AssignedGlobals)
{
    /// <summary>Whether that can make a whole task wait; else it only yields from user coroutines.</summary>
    public bool CanBlock { get; init; } = true;

    /// <summary>
    /// Names of <see cref="Catalogue.ModuleCatalogue.HostGlobals"/> that the library or its imports use, ordered; a program that uses one opens it.
    /// </summary>
    public EquatableArray<string> HostGlobals { get; init; }

    /// <summary>Whether the library or an import of it raises errors at the callers of callers.</summary>
    public bool RaisesAtCallers { get; init; }

    /// <summary>Types and heads of functions, for the checker of importers.</summary>
    public LibraryInterface Interface { get; init; } = new(string.Empty, false, EquatableArray<LibraryInterfaceImport>.Empty);
}

/// <summary>A function of a module table.</summary>
/// <param name="Name">Its field.</param>
/// <param name="MayWait">Whether a call may wait.</param>
public sealed record ExportSignature(string Name, bool MayWait);
