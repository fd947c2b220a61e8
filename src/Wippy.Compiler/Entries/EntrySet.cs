using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

/// <summary>
/// All entry files together: what one file says about another is checked here. Entries whose references fail stay in the set, so
/// that their code is still checked; the error stops the build.
/// </summary>
/// <param name="Entries">Every entry, the first of each id, in ordinal order of id.</param>
/// <param name="Diagnostics">Findings of the cross-file checks only; those of each file are in <see cref="EntryFile.Diagnostics"/>.</param>
public sealed record EntrySet(EquatableArray<Entry> Entries, EquatableArray<Diagnostic> Diagnostics)
{
    /// <summary>Checks the files against each other.</summary>
    /// <param name="files">The bound files.</param>
    /// <param name="sourcePaths">The Lua files given to the compiler.</param>
    public static EntrySet Create(IEnumerable<EntryFile> files, IEnumerable<string> sourcePaths)
    {
        var diagnostics = new DiagnosticBag();
        var ordered = files.OrderBy(static f => f.Path, StringComparer.Ordinal).ToArray();
        var rejected = new HashSet<EntryId>(ordered.SelectMany(static f => f.Rejected));
        var entries = new Dictionary<EntryId, Entry>();
        foreach (var entry in ordered.SelectMany(static f => f.Entries))
        {
            if (entries.TryGetValue(entry.Id, out var first))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.DuplicateEntry, entry.Location, entry.Id,
                    first.Location with { Path = SourcePath.Relative(SourcePath.DirectoryOf(entry.Location.Path), first.Location.Path) });
            }
            else
            {
                entries.Add(entry.Id, entry);
            }
        }

        var sorted = entries.Values.OrderBy(static e => e.Id.ToString(), StringComparer.Ordinal).ToEquatableArray();
        new Checker(entries, rejected, sorted, sourcePaths, diagnostics).Run();
        var findings = diagnostics
            .OrderBy(static d => d.Location!.Path, StringComparer.Ordinal)
            .ThenBy(static d => d.Location!.Span.Start)
            .ToEquatableArray();
        return new EntrySet(sorted, findings);
    }

    /// <summary>The entry with an id, or null.</summary>
    public Entry? Find(EntryId id)
    {
        foreach (var entry in Entries)
        {
            if (entry.Id == id)
            {
                return entry;
            }
        }

        return null;
    }

    private sealed class Checker(
        Dictionary<EntryId, Entry> entries,
        HashSet<EntryId> rejected,
        EquatableArray<Entry> sorted,
        IEnumerable<string> sourcePaths,
        DiagnosticBag diagnostics)
    {
        private readonly HashSet<string> _sourcePaths = new(sourcePaths.Select(SourcePath.Normalize), StringComparer.Ordinal);

        public void Run()
        {
            var workflowTypes = new Dictionary<(EntryId Worker, string Type), EntryId>();
            foreach (var entry in sorted)
            {
                foreach (var required in entry.Lifecycle?.Requires ?? default)
                {
                    CheckReference("required service", required, entry.Id);
                }

                switch (entry)
                {
                    case TemporalWorkerEntry { Client: { } client }:
                        CheckReference("client", client, entry.Id, EntryKinds.TemporalClient);
                        break;
                    case LuaEntry lua:
                        CheckLua(lua, workflowTypes);
                        break;
                }
            }
        }

        private void CheckLua(LuaEntry entry, Dictionary<(EntryId Worker, string Type), EntryId> workflowTypes)
        {
            if (entry.SourcePath is { } path && !_sourcePaths.Contains(path))
            {
                var directory = SourcePath.DirectoryOf(entry.SourceLocation.Path);
                diagnostics.Report(
                    DiagnosticDescriptors.SourceNotFound, entry.SourceLocation, SourcePath.Relative(directory, path), entry.Id,
                    NearestSource(path) is { } near ? $": did you mean '{SourcePath.Relative(directory, near)}'?" : ": add the file, or correct the path");
            }

            foreach (var import in entry.Imports)
            {
                CheckReference("import", import.Target, entry.Id, EntryKinds.LibraryLua);
            }

            if (entry.Activity?.Worker is { } activityWorker)
            {
                CheckReference("worker", activityWorker, entry.Id, EntryKinds.TemporalWorker);
            }

            if (entry.Workflow is not { Worker: { } worker } workflow)
            {
                return;
            }

            CheckReference("worker", worker, entry.Id, EntryKinds.TemporalWorker);
            var key = (worker.Value, workflow.TypeName);
            if (workflowTypes.TryGetValue(key, out var first))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.DuplicateWorkflowType, entry.Location, workflow.TypeName, entry.Id, worker.Value, first);
            }
            else
            {
                workflowTypes.Add(key, entry.Id);
            }
        }

        // The same name in another directory, or a similar name in the same one.
        private string? NearestSource(string path)
        {
            static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);
            var known = _sourcePaths.OrderBy(static p => p, StringComparer.Ordinal).ToArray();
            var directory = SourcePath.DirectoryOf(path);
            var siblings = known.Where(p => string.Equals(SourcePath.DirectoryOf(p), directory, StringComparison.Ordinal));
            return SpellingSuggestion.Nearest(NameOf(path), siblings.Select(NameOf)) is { } name
                ? path.Substring(0, path.Length - NameOf(path).Length) + name
                : known.FirstOrDefault(p => string.Equals(NameOf(p), NameOf(path), StringComparison.Ordinal));
        }

        private void CheckReference(string role, Located<EntryId> reference, EntryId owner, string? kind = null)
        {
            if (!entries.TryGetValue(reference.Value, out var target))
            {
                if (rejected.Contains(reference.Value))
                {
                    return;
                }

                var candidates = sorted.Where(e => e.Id != owner && (kind is null || string.Equals(e.Kind, kind, StringComparison.Ordinal))).Select(static e => e.Id.ToString());
                diagnostics.Report(
                    DiagnosticDescriptors.UnknownEntry, reference.Location, role, reference.Value, owner,
                    SpellingSuggestion.Nearest(reference.Value.ToString(), candidates) is { } near
                        ? $": did you mean '{near}'?"
                        : kind is null ? ": add it, or correct the id" : $": add an entry of kind {kind}, or correct the id");
            }
            else if (kind is not null && !string.Equals(target.Kind, kind, StringComparison.Ordinal))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.WrongEntryKind, reference.Location, role, reference.Value, owner, target.Kind, kind);
            }
        }
    }
}
