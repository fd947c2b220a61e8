using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>The metamethods of an entry.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Imports">The libraries that it imports.</param>
/// <param name="Metamethods">What its chunk defines.</param>
public sealed record EntryMetamethods(string EntryId, EquatableArray<string> Imports, ChunkMetamethods Metamethods);

/// <summary>
/// Metamethods that may wait, by entry. An operator in a library calls the metamethods of whatever it is given, so an entry is told those of all chunks of the
/// programs that it takes part in. A program is an entry with what it imports.
/// </summary>
/// <param name="Entries">The entries of programs with such metamethods, ordered by id.</param>
public sealed record ProgramMetamethods(EquatableArray<WaitingEntry> Entries)
{
    /// <summary>Finds them for all programs.</summary>
    public static ProgramMetamethods Find(IReadOnlyCollection<EntryMetamethods> entries)
    {
        var byId = entries.ToDictionary(static e => e.EntryId, StringComparer.Ordinal);
        var result = new SortedDictionary<string, Metamethods>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var program = new Dictionary<string, ChunkMetamethods>(StringComparer.Ordinal);
            Collect(entry.EntryId, byId, program);
            var waiting = FindIn(program.Values);
            if (waiting != Metamethods.None)
            {
                foreach (var id in program.Keys)
                {
                    result[id] = waiting | (result.TryGetValue(id, out var known) ? known : Metamethods.None);
                }
            }
        }

        return new ProgramMetamethods(result.Select(static p => new WaitingEntry(p.Key, (int)p.Value)).ToEquatableArray());
    }

    /// <summary>Those that an entry is told: bits of <see cref="Analysis.Metamethods"/>.</summary>
    public int Of(string entryId)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.EntryId, entryId, StringComparison.Ordinal))
            {
                return entry.Metamethods;
            }
        }

        return 0;
    }

    private static void Collect(string id, Dictionary<string, EntryMetamethods> entries, Dictionary<string, ChunkMetamethods> program)
    {
        if (!program.ContainsKey(id) && entries.TryGetValue(id, out var entry))
        {
            program.Add(id, entry.Metamethods);
            foreach (var import in entry.Imports)
            {
                Collect(import, entries, program);
            }
        }
    }

    private static Metamethods FindIn(IReadOnlyCollection<ChunkMetamethods> chunks)
    {
        if (!chunks.Any(static c => c.CanWait))
        {
            return Metamethods.None;
        }

        var handlers = chunks.SelectMany(static c => c.Handlers);
        if (chunks.Any(static c => c.AssignsHost))
        {
            handlers = handlers.Select(static h => h with { MayWait = true });
        }

        return WaitingMetamethods.Close(handlers.ToList(), Metamethods.None);
    }
}

/// <summary>An entry with metamethods that may wait in its programs.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Metamethods">Bits of <see cref="Analysis.Metamethods"/>.</param>
public sealed record WaitingEntry(string EntryId, int Metamethods);
