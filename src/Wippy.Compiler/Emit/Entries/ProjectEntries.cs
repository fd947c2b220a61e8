using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Entries;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>An entry file with the text it was read from.</summary>
/// <param name="Source">The text.</param>
/// <param name="File">What it says.</param>
public sealed record EntryFileSource(SourceText Source, EntryFile File);

/// <summary>The entries of a project as emission needs them.</summary>
/// <param name="Lua">Entries with Lua, ordered by id.</param>
/// <param name="Configuration">Entries that only configure, ordered by id.</param>
/// <param name="Functions">Functions and processes with their data, ordered by id.</param>
/// <param name="Diagnostics">Findings of the files and of the checks between them.</param>
public sealed record ProjectEntries(
    EquatableArray<CompiledEntry> Lua,
    EquatableArray<ConfigurationEntry> Configuration,
    EquatableArray<RegisteredFunction> Functions,
    EquatableArray<Diagnostic> Diagnostics)
{
    private const int CircleEnd = 5;

    /// <summary>Ids of entries that were left out because of their errors.</summary>
    public EquatableArray<string> Rejected { get; init; }

    /// <summary>Puts the entry files of a project together.</summary>
    /// <param name="files">The files.</param>
    /// <param name="luaPaths">Paths of the Lua files.</param>
    /// <param name="sourceRoot">The folder that paths of entry files are shown relative to.</param>
    public static ProjectEntries Create(IReadOnlyCollection<EntryFileSource> files, IEnumerable<string> luaPaths, string sourceRoot)
    {
        var set = EntrySet.Create(files.Select(static f => f.File), luaPaths);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(files.OrderBy(static f => f.Source.Path, StringComparer.Ordinal).SelectMany(static f => f.File.Diagnostics));
        diagnostics.AddRange(set.Diagnostics);

        var lua = set.Entries.OfType<LuaEntry>().ToArray();
        ReportCircles(lua, diagnostics);
        var names = EntryNamer.Name(lua.Select(static e => (e.Id.ToString(), ClassKind(e))));
        var sources = files.GroupBy(static f => f.Source.Path, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First().Source, StringComparer.Ordinal);
        return new ProjectEntries(
            lua.Select(e => Compile(e, names[e.Id.ToString()])).ToEquatableArray(),
            set.Entries.Where(static e => e is not LuaEntry).Select(e => Configure(e, sources[e.Location.Path], sourceRoot)).ToEquatableArray(),
            lua.Where(static e => e.LuaKind is LuaEntryKind.Function or LuaEntryKind.Process)
                .Select(e => new RegisteredFunction(
                    e.Id.ToString(), e.Kind, names[e.Id.ToString()].EntryClass, Convert(e.Data, e, sources[e.Location.Path]), Convert(e.Meta, e, sources[e.Location.Path])))
                .ToEquatableArray(),
            diagnostics.ToEquatableArray())
        {
            Rejected = files.SelectMany(static f => f.File.Rejected).Select(static i => i.ToString()).OrderBy(static i => i, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private static EntryClassKind? ClassKind(LuaEntry entry) => entry.LuaKind switch
    {
        LuaEntryKind.Library => null,
        LuaEntryKind.Workflow => EntryClassKind.Workflow,
        _ when entry.Activity is not null => EntryClassKind.Activity,
        LuaEntryKind.Process => EntryClassKind.Process,
        _ => EntryClassKind.Function,
    };

    private static CompiledEntry Compile(LuaEntry entry, EntryNames names) => new(
        entry.Id.ToString(),
        entry.Kind,
        entry.Method?.Value,
        entry.Modules.Select(static m => new ListedModule(m.Value, m.Location)).ToEquatableArray(),
        entry.Imports.Select(static i => new CompiledImport(i.Alias.Value, i.Target.Value.ToString(), i.Target.Location)).ToEquatableArray(),
        entry.SourcePath,
        entry.InlineSource,
        ClassKind(entry),
        entry.Workflow?.TypeName ?? entry.Id.ToString(),
        (entry.Workflow?.Worker ?? entry.Activity?.Worker)?.Value.ToString(),
        names)
    {
        MethodLocation = entry.Method?.Location,
    };

    private static ConfigurationEntry Configure(Entry entry, SourceText source, string sourceRoot)
    {
        var path = SourcePath.Normalize(source.Path);
        var root = SourcePath.Normalize(sourceRoot) + "/";
        return new ConfigurationEntry(
            entry.Id.ToString(),
            entry.Kind,
            path.StartsWith(root, StringComparison.Ordinal) ? path.Substring(root.Length) : path,
            Convert(entry.Data, entry, source),
            Convert(entry.Meta, entry, source));
    }

    // A table that is merged or absent has no place of its own: its entry's place stands for it.
    private static ConfigurationNode Convert(YamlMapping mapping, Entry entry, SourceText source) =>
        new ConfigurationMap(Fields(mapping, source), entry.Location.Start.Line + 1, entry.Location.Start.Column + 1);

    private static EquatableArray<ConfigurationField> Fields(YamlMapping mapping, SourceText source) =>
        mapping.Pairs.Select(p => new ConfigurationField(p.Key.Value, Convert(p.Value, source))).ToEquatableArray();

    private static ConfigurationNode Convert(YamlNode node, SourceText source)
    {
        var position = source.GetPosition(node.Span.Start);
        var (line, column) = (position.Line + 1, position.Column + 1);
        return node switch
        {
            YamlMapping mapping => new ConfigurationMap(Fields(mapping, source), line, column),
            YamlSequence sequence => new ConfigurationList(sequence.Items.Select(i => Convert(i, source)).ToEquatableArray(), line, column),
            YamlScalar { IsNull: true } => new ConfigurationScalar(null, line, column),
            YamlScalar { Boolean: { } boolean } => new ConfigurationScalar(boolean, line, column),
            YamlScalar { Integer: { } integer } => new ConfigurationScalar(integer, line, column),
            YamlScalar { Number: { } number } => new ConfigurationScalar(number, line, column),
            YamlScalar scalar => new ConfigurationScalar(scalar.Value, line, column),
            _ => new ConfigurationScalar(null, line, column),
        };
    }

    private static void ReportCircles(LuaEntry[] entries, DiagnosticBag diagnostics)
    {
        var byId = entries.ToDictionary(static e => e.Id);
        var path = new List<EntryId>();
        var places = new Dictionary<EntryId, int>();
        var walk = new ImportWalk<LuaEntry, LuaImport>(
            static e => e.Id.ToString(), static e => e.Imports, i => byId.TryGetValue(i.Target.Value, out var imported) ? imported : null);
        foreach (var (step, entry, import) in walk.From(entries))
        {
            switch (step)
            {
                case ImportStep.Enter:
                    places.Add(entry.Id, path.Count);
                    path.Add(entry.Id);
                    break;
                case ImportStep.Circle:
                    diagnostics.Report(DiagnosticDescriptors.ImportCircle, import!.Target.Location, Circle(path, places[import.Target.Value]));
                    break;
                case ImportStep.Leave:
                    path.RemoveAt(path.Count - 1);
                    break;
            }
        }
    }

    // The entries from a place of the path back to it; a long circle by its start and its end.
    private static string Circle(List<EntryId> path, int start)
    {
        var length = path.Count - start;
        var shown = Enumerable.Range(0, length).Select(i => path[start + i].ToString());
        if (length > 2 * CircleEnd)
        {
            shown = Enumerable.Range(0, CircleEnd).Select(i => path[start + i].ToString())
                .Concat(new[] { $"{length - (2 * CircleEnd)} more" })
                .Concat(Enumerable.Range(path.Count - CircleEnd, CircleEnd).Select(i => path[i].ToString()));
        }

        return string.Join(" -> ", shown.Concat(new[] { path[start].ToString() }));
    }
}
