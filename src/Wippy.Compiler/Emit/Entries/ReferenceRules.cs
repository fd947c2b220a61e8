using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>
/// Whether there are the entries that chunks name by literals (spec/temporal.md section 6). What is not known may still be served by a
/// worker of another program, so it is a warning.
/// </summary>
public static class ReferenceRules
{
    /// <summary>Checks references.</summary>
    /// <param name="entries">The entries of the project.</param>
    /// <param name="references">What chunks name.</param>
    /// <param name="handWritten">Names of activities and workflows that the project has in C#.</param>
    public static IEnumerable<Diagnostic> Check(ProjectEntries entries, IEnumerable<EntryReference> references, IEnumerable<string> handWritten)
    {
        var executable = entries.Lua.Where(static e => e.ClassKind is not null).ToDictionary(static e => e.Id, StringComparer.Ordinal);
        var others = entries.Lua.Where(static e => e.ClassKind is null).Select(static e => (e.Id, e.Kind))
            .Concat(entries.Configuration.Select(static e => (e.Id, e.Kind)))
            .ToDictionary(static e => e.Id, static e => e.Kind, StringComparer.Ordinal);
        var types = new HashSet<string>(executable.Values.Where(static e => e.ClassKind == EntryClassKind.Workflow).Select(static e => e.TypeName), StringComparer.Ordinal);
        var known = new HashSet<string>(handWritten.Concat(entries.Rejected), StringComparer.Ordinal);
        foreach (var reference in references)
        {
            if (!executable.ContainsKey(reference.Id) && !known.Contains(reference.Id)
                && !(reference.Role == EntryReferenceRole.Process && types.Contains(reference.Id)))
            {
                yield return Diagnostic.Create(DiagnosticDescriptors.UnknownEntryId, reference.Location, reference.Call, reference.Id, Reason(reference.Id));
            }
        }

        string Reason(string id)
        {
            if (others.TryGetValue(id, out var kind))
            {
                return $"is a {kind} and cannot run: name a function.lua, process.lua or workflow.lua entry";
            }

            if (id.IndexOf(':') is <= 0 || id[id.Length - 1] == ':')
            {
                var full = executable.Keys.FirstOrDefault(k => string.Equals(k.Substring(k.IndexOf(':') + 1), id.Trim(':'), StringComparison.Ordinal));
                return "is no full id: write " + (full is null ? "'namespace:name'" : $"'{full}'");
            }

            return SpellingSuggestion.Nearest(id, executable.Keys) is { } near
                ? $"is no entry: did you mean '{near}'?"
                : "is no entry of this project: add it, or correct the id";
        }
    }
}
