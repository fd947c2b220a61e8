using Wippy.Compiler.Text;

namespace Wippy.Compiler;

/// <summary>
/// What the types of a library look like from outside: Lua with the declared types and the heads of the exported functions, without bodies,
/// so that editing a body does not change it.
/// </summary>
/// <param name="Text">The Lua; its last statement returns the exported fields.</param>
/// <param name="IsComplete">Whether the module table surely has no other fields.</param>
/// <param name="Imports">Interfaces of the libraries that the types name, by alias.</param>
public sealed record LibraryInterface(string Text, bool IsComplete, EquatableArray<LibraryInterfaceImport> Imports);

/// <summary>A library that another one imports.</summary>
/// <param name="Alias">Its name there.</param>
/// <param name="Interface">Its types.</param>
public sealed record LibraryInterfaceImport(string Alias, LibraryInterface Interface);
