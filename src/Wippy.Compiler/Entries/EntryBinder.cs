using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

/// <summary>
/// Turns an entry file into typed entries (spec/temporal.md section 1). Looks at one file only; what needs the others is done by
/// <see cref="EntrySet"/>. A bad entry is reported and left out; the others bind.
/// </summary>
public sealed partial class EntryBinder
{
    private static readonly string[] FileKeys = ["version", "namespace", "meta", "entries"];
    private static readonly string[] LuaKeys = ["source", "method", "modules", "imports", "lifecycle", "pool", "security"];

    // Files and classes are named after entries.
    private const int MaximumName = 100;

    private readonly SourceText _source;
    private readonly string _sourceRoot;
    private readonly DiagnosticBag _diagnostics = [];
    private readonly List<EntryId> _rejected = [];
    private string _namespace = string.Empty;

    private EntryBinder(SourceText source, string sourceRoot)
    {
        _source = source;
        _sourceRoot = sourceRoot;
    }

    /// <summary>Binds a file. A file without a top-level <c>namespace</c> is no entry file and gives nothing.</summary>
    /// <param name="source">The YAML or JSON file.</param>
    /// <param name="sourceRoot">The directory that <c>file:///</c> sources start from and none may leave; in the form of the file's own path.</param>
    public static EntryFile Bind(SourceText source, string sourceRoot) => new EntryBinder(source, sourceRoot).BindFile();

    private EntryFile BindFile()
    {
        var root = YamlReader.Read(_source, _diagnostics);
        if (root is not YamlMapping mapping || mapping.Find("namespace") is not { } pair)
        {
            // Not an entry file: only a file that cannot be read at all is worth a word.
            var unreadable = _diagnostics.Where(static d => d.Descriptor == DiagnosticDescriptors.InvalidYaml).ToEquatableArray();
            return new EntryFile(_source.Path, null, default, default, unreadable);
        }

        if (pair.Value is not YamlScalar { IsNull: false } name || name.Value.Trim().Length == 0 || name.Value.Length > MaximumName || name.Value.IndexOf(':') >= 0)
        {
            ReportName(pair.Value, (pair.Value as YamlScalar)?.Value ?? "?", "namespace");
            return new EntryFile(_source.Path, null, default, default, _diagnostics.ToEquatableArray());
        }

        _namespace = name.Value;
        CheckVersion(mapping["version"]);
        var meta = TableOf(mapping, "meta") ?? YamlMapping.Empty;
        var entries = new List<Entry>();
        if (mapping.Find("entries") is { } list)
        {
            foreach (var other in mapping.Pairs.Where(static p => !FileKeys.Contains(p.Key.Value)))
            {
                ReportUnknownKey(other.Key, "an entry file", FileKeys);
            }

            BindList(list.Value, meta, entries);
        }
        else if (mapping.Find("name") is not null || mapping.Find("kind") is not null)
        {
            var own = mapping.Pairs.Where(static p => p.Key.Value is not ("version" or "namespace")).ToEquatableArray();
            Add(entries, new YamlMapping(own, mapping.Span), YamlMapping.Empty);
        }

        return new EntryFile(
            _source.Path, _namespace, new EquatableArray<Entry>(entries.ToArray()), new EquatableArray<EntryId>(_rejected.ToArray()),
            _diagnostics.ToEquatableArray());
    }

    private void BindList(YamlNode list, YamlMapping meta, List<Entry> entries)
    {
        switch (list)
        {
            case YamlScalar { IsNull: true }:
                return;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (item is YamlMapping entry)
                    {
                        Add(entries, entry, meta);
                    }
                    else
                    {
                        Report(DiagnosticDescriptors.WrongShape, item, "entries", "a list of tables", item.Description, "'- name: ...' with 'kind: ...' below it");
                    }
                }

                return;
            default:
                Report(DiagnosticDescriptors.WrongShape, list, "entries", "a list", list.Description, "each entry after '- '");
                return;
        }
    }

    private void CheckVersion(YamlNode? version)
    {
        if (version is not null && (version is not YamlScalar scalar || scalar.Value is not ("1.0" or "1")))
        {
            Report(DiagnosticDescriptors.UnknownVersion, version, (version as YamlScalar)?.Value ?? version.Description);
        }
    }

    private void Add(List<Entry> entries, YamlMapping node, YamlMapping fileMeta)
    {
        var name = RequiredText(node, "name", "the entry", "my_entry");
        var kind = RequiredText(node, "kind", name is null ? "the entry" : $"entry '{name.Value}'", EntryKinds.FunctionLua);
        if (name is null || kind is null)
        {
            if (name is not null)
            {
                _rejected.Add(new EntryId(_namespace, name.Value));
            }

            return;
        }

        if (name.Value.Length > MaximumName)
        {
            ReportName(name, name.Value, "name");
            return;
        }

        var id = new EntryId(_namespace, name.Value);
        if (!EntryKinds.All.Contains(kind.Value, StringComparer.Ordinal))
        {
            Report(DiagnosticDescriptors.UnknownKind, kind, id, kind.Value, KindSuggestion(kind.Value));
            _rejected.Add(id);
            return;
        }

        var meta = Merge(fileMeta, TableOf(node, "meta"));
        var data = DataOf(node, id);
        var draft = new Draft(id, kind.Value, Locate(name), meta, data, LifecycleOf(data, id));
        Entry? entry = kind.Value switch
        {
            EntryKinds.WorkflowLua => BindLua(draft, LuaEntryKind.Workflow),
            EntryKinds.FunctionLua => BindLua(draft, LuaEntryKind.Function),
            EntryKinds.ProcessLua => BindLua(draft, LuaEntryKind.Process),
            EntryKinds.LibraryLua => BindLua(draft, LuaEntryKind.Library),
            EntryKinds.TemporalClient => BindClient(draft),
            EntryKinds.TemporalWorker => BindWorker(draft),
            _ => BindOther(draft, kind),
        };
        if (entry is not null)
        {
            entries.Add(entry);
        }
        else
        {
            _rejected.Add(id);
        }
    }

    private void ReportName(YamlNode node, string name, string what) => Report(
        DiagnosticDescriptors.InvalidEntryName, node, name.Length > MaximumName ? name.Substring(0, MaximumName) + "..." : name, what, MaximumName);

    private static string KindSuggestion(string kind)
    {
        var found = SpellingSuggestion.Nearest(kind, EntryKinds.All);
        return found is null ? ": write one of " + string.Join(", ", EntryKinds.All) : $": did you mean '{found}'?";
    }

    private OtherEntry BindOther(Draft draft, YamlScalar kind)
    {
        if (!EntryKinds.Environment.Contains(draft.Kind, StringComparer.Ordinal))
        {
            Report(DiagnosticDescriptors.KindNotSupported, kind, draft.Id, draft.Kind);
        }

        return new OtherEntry(draft.Id, draft.Kind, draft.Location, draft.Meta, draft.Data, draft.Lifecycle);
    }

    private YamlMapping DataOf(YamlMapping node, EntryId id)
    {
        static bool IsData(YamlPair pair) => pair.Key.Value is not ("name" or "kind" or "meta" or "data");
        if (node.Find("data") is not { } pair)
        {
            return new YamlMapping(node.Pairs.Where(IsData).ToEquatableArray(), node.Span);
        }

        foreach (var other in node.Pairs.Where(IsData))
        {
            Report(DiagnosticDescriptors.UnknownKey, other.Key, other.Key.Value, $"entry '{id}' with 'data'", "; move it below 'data'");
        }

        return TableOf(node, "data") ?? new YamlMapping(default, pair.Value.Span);
    }

    private static YamlMapping Merge(YamlMapping outer, YamlMapping? inner)
    {
        if (inner is null || outer.Pairs.IsEmpty)
        {
            return inner ?? outer;
        }

        var kept = outer.Pairs.Where(p => inner.Find(p.Key.Value) is null);
        return new YamlMapping(kept.Concat(inner.Pairs).ToEquatableArray(), inner.Span);
    }

    private LuaEntry? BindLua(Draft draft, LuaEntryKind kind)
    {
        var (id, data) = (draft.Id, draft.Data);
        CheckKeys(data, $"{draft.Kind} entries", kind == LuaEntryKind.Library ? LuaKeys.Where(static k => k != "method").ToArray() : LuaKeys);
        var imports = ImportsOf(data, id);
        var modules = ModulesOf(data);
        var method = MethodOf(draft, kind);
        var workflow = WorkflowOf(draft, kind);
        var activity = ActivityOf(draft, kind);
        var options = TableOf(draft.Meta, "options") ?? YamlMapping.Empty;
        CheckActivityOptions(options, id);
        if (data["source"] is not { } source)
        {
            ReportAt(DiagnosticDescriptors.RequiredKeyMissing, draft.Location, $"entry '{id}'", "source", $"file://{id.Name}.lua");
            return null;
        }

        if (source is not YamlScalar { Value.Length: > 0 } text)
        {
            Report(DiagnosticDescriptors.WrongShape, source, "source", "a string", source.Description, "source: file://name.lua");
            return null;
        }

        if (method is null && kind is LuaEntryKind.Function or LuaEntryKind.Process)
        {
            return null;
        }

        string? path = null;
        SourceText? inline = null;
        const string Scheme = "file://";
        if (text.Value.StartsWith(Scheme, StringComparison.Ordinal))
        {
            var written = text.Value.Substring(Scheme.Length);
            path = written.StartsWith("/", StringComparison.Ordinal)
                ? SourcePath.Resolve(_sourceRoot, _sourceRoot, written.TrimStart('/'))
                : SourcePath.Resolve(_sourceRoot, SourcePath.DirectoryOf(_source.Path), written);
            if (path is null)
            {
                Report(DiagnosticDescriptors.SourceEscapesRoot, text, text.Value, id);
                return null;
            }
        }
        else
        {
            inline = InlineSource(text);
        }

        return new LuaEntry(
            id, kind, draft.Kind, draft.Location, draft.Meta, data, draft.Lifecycle, path, inline, Locate(text),
            method, modules, imports, workflow, activity, options);
    }

    // Lines of a literal block map exactly; in the other styles all lines map to the line where the text starts.
    private SourceText InlineSource(YamlScalar text)
    {
        var lines = text.Value.Split('\n');
        var starts = new int[lines.Length];
        var first = _source.GetLine(text.Span.Start);
        for (var i = 0; i < lines.Length; i++)
        {
            starts[i] = text.Span.Start + (text.Style == YamlScalarStyle.Quoted ? 1 : 0);
            var line = first + 1 + i;
            if (text.Style == YamlScalarStyle.Literal && line < _source.LineCount)
            {
                var start = _source.GetLineStart(line);
                var end = line + 1 < _source.LineCount ? _source.GetLineStart(line + 1) : _source.Length;
                while (end > start && (char)_source[end - 1] is '\n' or '\r')
                {
                    end--;
                }

                starts[i] = Math.Max(start, end - System.Text.Encoding.UTF8.GetByteCount(lines[i]));
            }
        }

        return SourceText.FromEmbedded(_source, text.Value, starts);
    }

    private Located<string>? MethodOf(Draft draft, LuaEntryKind kind)
    {
        if (kind == LuaEntryKind.Library)
        {
            return null;
        }

        switch (draft.Data["method"])
        {
            case YamlScalar { Value.Length: > 0 } scalar:
                return new Located<string>(scalar.Value, Locate(scalar));
            case null when kind == LuaEntryKind.Workflow:
                return new Located<string>("main", draft.Location);
            case null or YamlScalar:
                ReportAt(DiagnosticDescriptors.RequiredKeyMissing, draft.Location, $"{draft.Kind} entry '{draft.Id}'", "method", "<name of the function to call>");
                return null;
            case { } other:
                Report(DiagnosticDescriptors.WrongShape, other, "method", "a name", other.Description, "method: main");
                return null;
        }
    }

    private EquatableArray<Located<string>> ModulesOf(YamlMapping data)
    {
        var modules = new List<Located<string>>();
        foreach (var item in ListOf(data, "modules", "- json"))
        {
            if (modules.Any(m => string.Equals(m.Value, item.Value, StringComparison.Ordinal)))
            {
                ReportAt(DiagnosticDescriptors.DuplicateModule, item.Location, item.Value);
                continue;
            }

            modules.Add(item);
        }

        return new EquatableArray<Located<string>>(modules.ToArray());
    }

    private EquatableArray<LuaImport> ImportsOf(YamlMapping data, EntryId id)
    {
        var imports = new List<LuaImport>();
        foreach (var pair in TableOf(data, "imports")?.Pairs ?? default)
        {
            if (!IsLuaName(pair.Key.Value))
            {
                Report(DiagnosticDescriptors.InvalidImportAlias, pair.Key, pair.Key.Value);
            }
            else if (pair.Value is YamlScalar { IsNull: false } target)
            {
                imports.Add(new LuaImport(
                    new Located<string>(pair.Key.Value, Locate(pair.Key)),
                    new Located<EntryId>(EntryId.Parse(target.Value, id.Namespace), Locate(target))));
            }
            else
            {
                Report(DiagnosticDescriptors.WrongShape, pair.Value, pair.Key.Value, "the id of a library", pair.Value.Description, $"{pair.Key.Value}: {id.Namespace}:name");
            }
        }

        return new EquatableArray<LuaImport>(imports.ToArray());
    }

    private static bool IsLuaName(string text) =>
        text.Length > 0 && text[0] is not (>= '0' and <= '9')
        && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
        && !Syntax.LuaLexer.IsReserved(text);

    private WorkflowMetadata? WorkflowOf(Draft draft, LuaEntryKind kind)
    {
        var table = TemporalMeta(draft, "workflow", kind == LuaEntryKind.Workflow, EntryKinds.WorkflowLua, ["worker", "name"]);
        if (table is null)
        {
            if (kind == LuaEntryKind.Workflow)
            {
                ReportAt(DiagnosticDescriptors.WorkflowWithoutMetadata, draft.Location, draft.Id);
            }

            return null;
        }

        var worker = WorkerOf(table, draft, "workflow");
        var name = TextOf(table, "name");
        return new WorkflowMetadata(worker, name is { Value.Length: > 0 } ? name.Value : draft.Id.ToString());
    }

    private ActivityMetadata? ActivityOf(Draft draft, LuaEntryKind kind)
    {
        var table = TemporalMeta(
            draft, "activity", kind is LuaEntryKind.Function or LuaEntryKind.Process, "function.lua and process.lua", ["worker", "local"]);
        if (table is null)
        {
            return null;
        }

        var worker = WorkerOf(table, draft, "activity");
        var local = Value(table, "local", ConfigType.Boolean);
        return new ActivityMetadata(worker, local?.Boolean ?? false);
    }

    private void CheckActivityOptions(YamlMapping options, EntryId id)
    {
        foreach (var option in options.Pairs)
        {
            if (CallRules.WhyWithoutEffect(option.Key.Value) is { } reason)
            {
                Report(DiagnosticDescriptors.ActivityOptionWithoutEffect, option.Key, option.Key.Value, id, reason);
            }
            else if (option.Value is YamlMapping policy && option.Key.Value.EndsWith("retry_policy", StringComparison.Ordinal))
            {
                CheckActivityOptions(policy, id);
            }
            else if (CallRules.IsDuration(option.Key.Value) && option.Value is YamlScalar { IsNull: false, Number: null, Integer: null } text
                && text.Value.IndexOf("${", StringComparison.Ordinal) < 0 && !DurationText.TryParse(text.Value, out _))
            {
                Report(DiagnosticDescriptors.InvalidDuration, text, option.Key.Value, text.Value);
            }
        }
    }

    private YamlMapping? TemporalMeta(Draft draft, string key, bool applies, string appliesTo, string[] keys)
    {
        if (TableOf(draft.Meta, "temporal") is not { } temporal || temporal.Find(key) is not { } pair)
        {
            return null;
        }

        if (!applies)
        {
            Report(DiagnosticDescriptors.MetadataIgnored, pair.Key, key, draft.Kind, draft.Id, appliesTo);
            return null;
        }

        var table = TableOf(temporal, key) ?? new YamlMapping(default, pair.Key.Span);
        CheckKeys(table, $"meta.temporal.{key}", keys);
        return table;
    }

    private Located<EntryId>? WorkerOf(YamlMapping table, Draft draft, string role)
    {
        if (Reference(table, "worker") is { } worker)
        {
            return worker;
        }

        ReportAt(DiagnosticDescriptors.WorkerMissing, draft.Location, draft.Id, role);
        return null;
    }

    /// <summary>What every entry has.</summary>
    private sealed record Draft(EntryId Id, string Kind, SourceLocation Location, YamlMapping Meta, YamlMapping Data, Lifecycle? Lifecycle);
}
