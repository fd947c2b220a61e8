using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>A compiled chunk with its entry.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Output">What the chunk compiler made.</param>
public sealed record CompiledChunk(string EntryId, ChunkOutput Output);

/// <summary>Compiles libraries, each after those it imports, since an importer needs their signatures.</summary>
public static class LibraryCompiler
{
    /// <summary>
    /// Compiles every unit that has a chunk; <paramref name="compile"/> is called once per unit. Imports that form a circle are
    /// reported with the entries; here the one that closes it is left out.
    /// </summary>
    public static EquatableArray<CompiledChunk> Compile(
        IEnumerable<EntryUnit> libraries, Func<EntryUnit, IReadOnlyDictionary<string, ChunkSignature>, ChunkOutput?> compile, CancellationToken cancellation)
    {
        var units = libraries.ToDictionary(static u => u.Entry.Id, StringComparer.Ordinal);
        var walk = new ImportWalk<EntryUnit, CompiledImport>(
            static u => u.Entry.Id, static u => u.Entry.Imports, i => units.TryGetValue(i.EntryId, out var imported) ? imported : null);
        var signatures = new Dictionary<string, ChunkSignature>(StringComparer.Ordinal);
        var result = new List<CompiledChunk>();
        foreach (var (step, unit, _) in walk.From(units.Values.OrderBy(static u => u.Entry.Id, StringComparer.Ordinal)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (step == ImportStep.Leave && compile(unit, signatures) is { } output)
            {
                result.Add(new CompiledChunk(unit.Entry.Id, output));
                signatures[unit.Entry.Id] = output.Signature;
            }
        }

        return result.ToEquatableArray();
    }
}
