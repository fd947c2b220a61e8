using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Puts entries, borders and configuration together: which classes and records there are, and what is registered.</summary>
public static class ProjectBinder
{
    // Globals that every program has, but whose code is the host's and not the runtime's.
    private static readonly ProgramModule[] HostGlobals =
    [
        new("payload", "Wippy.Temporal.Modules.PayloadModule.Open"),
        new("process", "Wippy.Temporal.Modules.ProcessModule.Open"),
        new("subscribe", "Wippy.Temporal.Modules.ProcessModule.OpenSubscribe"),
        new("unsubscribe", "Wippy.Temporal.Modules.ProcessModule.OpenUnsubscribe"),
    ];

    /// <summary>Makes the model of a project.</summary>
    public static ProjectModel Bind(
        IEnumerable<CompiledEntry> entries, EquatableArray<ConfigurationEntry> configuration, EquatableArray<RegisteredFunction> functions, IEnumerable<BorderSource> borders)
    {
        var all = entries.OrderBy(static e => e.Id, StringComparer.Ordinal).ToArray();
        var byId = all.ToDictionary(static e => e.Id, StringComparer.Ordinal);
        var owners = all.GroupBy(static e => e.LuaPath ?? e.Id, StringComparer.Ordinal)
            .SelectMany(static g => g.Select(e => (e.Id, Owner: g.First().Id)))
            .ToDictionary(static p => p.Id, static p => p.Owner, StringComparer.Ordinal);
        var resolver = new BorderResolver(borders.Select(b => b with { Owner = owners[b.EntryId] }));
        var executable = all.Where(static e => e.ClassKind is not null)
            .Select(e => (Entry: e, Signature: resolver.Resolve(e.Id))).ToArray();
        var records = resolver.Records;
        var names = NameRecords(records, executable.Select(static e => e.Entry.Names.EntryClass));
        var classes = executable.Select(e => new EntryClassFile(
            e.Entry.Names.FileName + "-" + e.Entry.ClassKind!.Value.ToString().ToLowerInvariant(),
            new EntryClass(
                e.Entry.Id,
                e.Entry.ClassKind!.Value,
                e.Entry.Names.EntryClass,
                e.Entry.TypeName,
                e.Entry.Worker,
                e.Signature,
                Mentioned(e.Signature.Parameters.Select(static p => p.Type).Concat(new[] { e.Signature.Result }), names),
                BindProgram(e.Entry, byId)))).ToEquatableArray();
        var recordClasses = records
            .Select(r => new RecordClass(names[r.Id], r, Mentioned(r.Fields.Select(static f => f.Type), names)))
            .OrderBy(static r => r.Name, StringComparer.Ordinal)
            .ToEquatableArray();
        var registration = classes.IsEmpty && configuration.IsEmpty
            ? null
            : new RegistrationModel(
                configuration,
                classes.Select(static c => new RegisteredClass(c.Class.Id, c.Class.Kind, c.Class.ClassName, c.Class.TypeName, c.Class.Worker, WorkflowEmitter.WorkerClass(c.Class))).ToEquatableArray(),
                functions);
        return new ProjectModel(classes, recordClasses, registration);
    }

    /// <summary>
    /// C# names of records: the declared name, with the name of the owner before it where two owners use it or an entry's class has
    /// it, and with the owner's namespace too where that is still not enough.
    /// </summary>
    private static Dictionary<BorderRecordId, string> NameRecords(EquatableArray<BorderRecordDeclaration> records, IEnumerable<string> classes)
    {
        var taken = new HashSet<string>(classes, StringComparer.OrdinalIgnoreCase);
        var result = new Dictionary<BorderRecordId, string>();
        IReadOnlyList<BorderRecordId> open = records.Select(static r => r.Id).ToArray();
        var forms = new Func<BorderRecordId, string>[]
        {
            static id => id.Name,
            static id => BorderResolver.Pascal(id.Owner.Substring(id.Owner.IndexOf(':') + 1)) + id.Name,
            static id => BorderResolver.Pascal(id.Owner) + id.Name,
        };
        foreach (var form in forms)
        {
            var unclear = new List<BorderRecordId>();
            foreach (var group in open.GroupBy(form, StringComparer.OrdinalIgnoreCase))
            {
                if (group.Count() == 1 && taken.Add(group.Key))
                {
                    result[group.First()] = group.Key;
                }
                else
                {
                    unclear.AddRange(group);
                }
            }

            open = unclear;
        }

        foreach (var id in open)
        {
            result[id] = NumberedName.Unique(taken, forms[2](id));
        }

        return result;
    }

    private static EquatableArray<RecordName> Mentioned(IEnumerable<BorderType> types, Dictionary<BorderRecordId, string> names)
    {
        var result = new SortedDictionary<string, BorderRecordId>(StringComparer.Ordinal);
        var open = new Stack<BorderType>(types);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case BorderRecord record:
                    result[names[record.Id]] = record.Id;
                    break;
                case BorderList list:
                    open.Push(list.Item);
                    break;
                case BorderMap map:
                    open.Push(map.Value);
                    break;
                case BorderOptional optional:
                    open.Push(optional.Inner);
                    break;
            }
        }

        return result.Select(static p => new RecordName(p.Value, p.Key)).ToEquatableArray();
    }

    private static ProgramModel BindProgram(CompiledEntry entry, Dictionary<string, CompiledEntry> byId)
    {
        var modules = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var module in HostGlobals)
        {
            modules[module.Name] = module.OpenTarget;
        }

        var libraries = new List<ProgramLibrary>();
        var listed = new HashSet<ProgramLibrary>();

        // What an alias stands for in the end: the last library of that name.
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(ProgramLibrary library)
        {
            libraries.Add(library);
            aliases[library.Alias] = library.Id;
        }

        var walk = new ImportWalk<CompiledEntry, CompiledImport>(
            static e => e.Id, static e => e.Imports, i => byId.TryGetValue(i.EntryId, out var library) ? library : null);
        foreach (var (step, current, import) in walk.From([entry]))
        {
            if (step == ImportStep.Enter)
            {
                foreach (var module in current.Modules)
                {
                    if (ModuleCatalogue.Find(module.Name)?.OpenTarget is { } target)
                    {
                        modules[module.Name] = target;
                    }
                }
            }
            else if (import is not null && new ProgramLibrary(import.Alias, import.EntryId, byId[import.EntryId].Names.ModuleClass) is var library && listed.Add(library))
            {
                Add(library);
            }
        }

        // The entry's own aliases win over those of its libraries.
        foreach (var import in entry.Imports)
        {
            if (byId.TryGetValue(import.EntryId, out var library) && !string.Equals(aliases[import.Alias], library.Id, StringComparison.Ordinal))
            {
                Add(new ProgramLibrary(import.Alias, library.Id, library.Names.ModuleClass));
            }
        }

        return new ProgramModel(
            entry.Id,
            entry.Method ?? string.Empty,
            entry.Names.ModuleClass,
            modules.Select(static m => new ProgramModule(m.Key, m.Value)).ToEquatableArray(),
            libraries.ToEquatableArray());
    }
}
