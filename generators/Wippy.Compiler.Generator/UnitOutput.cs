using Wippy.Compiler.Emit.Entries;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Generator;

/// <summary>Every entry that has Lua.</summary>
internal sealed record UnitList(EquatableArray<EntryUnit> Units);

/// <summary>What the checks of one entry found.</summary>
internal sealed record Findings(EquatableArray<Diagnostic> Diagnostics);

/// <summary>An entry that can be compiled: null input when its chunk is missing.</summary>
internal sealed record UnitInput(EntryUnit Unit, ChunkInput? Input);

/// <summary>A compiled entry: null output when its chunk is missing.</summary>
internal sealed record UnitOutput(EntryUnit Unit, ChunkOutput? Output);

/// <summary>The compiled libraries.</summary>
internal sealed record LibraryOutputs(EquatableArray<CompiledChunk> Chunks);

/// <summary>What importers see of the libraries; equal when only bodies changed.</summary>
internal sealed record LibrarySignatures(EquatableArray<ChunkSignature> Signatures);
