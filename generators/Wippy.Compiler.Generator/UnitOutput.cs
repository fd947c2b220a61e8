using System;
using System.Collections.Generic;
using System.Linq;
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

/// <summary>A library that is compiled.</summary>
internal sealed record CompiledLibrary(ChunkInput Input, ChunkOutput Output);

/// <summary>The compiled libraries.</summary>
internal sealed record LibraryOutputs(EquatableArray<CompiledChunk> Chunks);

/// <summary>What importers see of the libraries; equal when only bodies changed.</summary>
internal sealed class LibrarySignatures(EquatableArray<ChunkSignature> signatures) : IEquatable<LibrarySignatures>
{
    private readonly EquatableArray<ChunkSignature> _signatures = signatures;

    /// <summary>By the ids of the libraries; made once for all that import.</summary>
    public IReadOnlyDictionary<string, ChunkSignature> ById { get; } = signatures.ToDictionary(static s => s.Id, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Equals(LibrarySignatures? other) => other is not null && _signatures.Equals(other._signatures);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LibrarySignatures);

    /// <inheritdoc/>
    public override int GetHashCode() => _signatures.GetHashCode();
}
