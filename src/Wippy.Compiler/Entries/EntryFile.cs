using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

/// <summary>A bound entry file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Namespace">Its namespace; null when it is no entry file, which is no error.</param>
/// <param name="Entries">The entries that bound, in the order of the file.</param>
/// <param name="Rejected">Ids of entries with errors of their own, so that references to them are not reported too.</param>
/// <param name="Diagnostics">Findings.</param>
public sealed record EntryFile(
    string Path,
    string? Namespace,
    EquatableArray<Entry> Entries,
    EquatableArray<EntryId> Rejected,
    EquatableArray<Diagnostic> Diagnostics);
