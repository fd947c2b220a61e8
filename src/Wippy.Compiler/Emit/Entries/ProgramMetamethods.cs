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
/// Metamethods that may wait, and whether a global of the host is assigned, by entry. An operator in a library calls the metamethods of whatever it is given,
/// and what another chunk assigns is global in all, so an entry is told of all chunks of the programs that it takes part in. A program is an entry with what
/// it imports.
/// </summary>
/// <param name="Entries">The entries of programs where there is something to tell, ordered by id.</param>
public sealed record ProgramMetamethods(EquatableArray<ProgramEntry> Entries)
{
    /// <summary>Finds them for all programs.</summary>
    public static ProgramMetamethods Find(IReadOnlyCollection<EntryMetamethods> entries)
    {
        var byId = entries.ToDictionary(static e => e.EntryId, StringComparer.Ordinal);
        EntryMetamethods? FindEntry(string id) => byId.TryGetValue(id, out var entry) ? entry : null;
        var walk = new ImportWalk<EntryMetamethods, string>(static e => e.EntryId, static e => e.Imports, FindEntry);
        var imported = walk.From(entries).Where(static s => s.Step == ImportStep.Leave).Select(static s => s.Entry).ToList();

        // Each entry after those it imports: what the program that starts at it has.
        var programs = new Dictionary<string, Program>(StringComparer.Ordinal);
        foreach (var entry in imported)
        {
            var program = new Program();
            program.Add(entry.Metamethods);
            foreach (var import in entry.Imports)
            {
                if (programs.TryGetValue(import, out var other))
                {
                    program.Add(other);
                }
            }

            programs.Add(entry.EntryId, program);
        }

        // Each entry before those it imports: what the programs have that it takes part in.
        var told = programs.ToDictionary(static p => p.Key, static p => (Waiting: p.Value.FindWaiting(), p.Value.AssignsHost), StringComparer.Ordinal);
        for (var i = imported.Count - 1; i >= 0; i--)
        {
            foreach (var import in imported[i].Imports)
            {
                if (told.TryGetValue(import, out var known))
                {
                    var importer = told[imported[i].EntryId];
                    told[import] = (known.Waiting | importer.Waiting, known.AssignsHost || importer.AssignsHost);
                }
            }
        }

        return new ProgramMetamethods(told
            .Where(static p => p.Value.Waiting != Metamethods.None || p.Value.AssignsHost)
            .OrderBy(static p => p.Key, StringComparer.Ordinal)
            .Select(static p => new ProgramEntry(p.Key, (int)p.Value.Waiting, p.Value.AssignsHost))
            .ToEquatableArray());
    }

    /// <summary>What an entry is told.</summary>
    public ProgramEntry Of(string entryId)
    {
        var (low, high) = (0, Entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Entries[middle].EntryId, entryId);
            if (order == 0)
            {
                return Entries[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return new ProgramEntry(entryId, 0, false);
    }

    // All chunks of a program together, so that it takes no more room than one of them.
    private sealed class Program
    {
        private readonly SortedDictionary<int, MetamethodSignature> _handlers = [];
        private bool _canWait;

        public bool AssignsHost { get; private set; }

        public void Add(ChunkMetamethods chunk) => Add(chunk.CanWait, chunk.AssignsHost, chunk.Handlers);

        public void Add(Program other) => Add(other._canWait, other.AssignsHost, other._handlers.Values);

        public Metamethods FindWaiting() => _canWait
            ? WaitingMetamethods.Close(_handlers.Values.Select(h => h with { MayWait = h.MayWait || AssignsHost }).ToList(), Metamethods.None)
            : Metamethods.None;

        private void Add(bool canWait, bool assignsHost, IEnumerable<MetamethodSignature> handlers)
        {
            _canWait |= canWait;
            AssignsHost |= assignsHost;
            foreach (var handler in handlers)
            {
                _handlers[handler.Metamethod] = _handlers.TryGetValue(handler.Metamethod, out var known)
                    ? known with { MayWait = known.MayWait || handler.MayWait, Uses = known.Uses | handler.Uses }
                    : handler;
            }
        }
    }
}

/// <summary>What an entry is told of the chunks of its programs.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Metamethods">Metamethods that may wait: bits of <see cref="Analysis.Metamethods"/>.</param>
/// <param name="AssignsHost">Whether one of them may assign a global of the host.</param>
public sealed record ProgramEntry(string EntryId, int Metamethods, bool AssignsHost);
