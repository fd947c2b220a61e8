using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Wippy.Temporal.Hosting;

/// <summary>
/// The application's environment: the <c>env.variable</c> entries and their storages; a name without an entry is looked up in the environment of the
/// operating system (spec/temporal.md section 1, spec/modules.md section 15).
/// </summary>
internal sealed class EnvironmentVariables
{
    private readonly Dictionary<string, WippyEntry> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WippyEntry> storages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> files = new(StringComparer.Ordinal);
    private readonly WippyOptions options;

    public EnvironmentVariables(WippyApplication application, WippyOptions options)
    {
        this.options = options;
        foreach (var entry in application.Entries)
        {
            if (entry.Kind == "env.variable")
            {
                variables[entry.Id] = entry;
                if (entry.Data["variable"]?.Value is string name)
                {
                    variables.TryAdd(name, entry);
                }
            }
            else if (entry.Kind.StartsWith("env.storage.", StringComparison.Ordinal))
            {
                storages[entry.Id] = entry;
            }
        }
    }

    /// <summary>The value of a variable by public name or entry id; null when it is not set and has no default of its own.</summary>
    public string? Get(string name)
    {
        if (!variables.TryGetValue(name, out var entry))
        {
            return options.Environment(name);
        }

        var key = entry.Data["variable"]?.Value as string ?? entry.Id[(entry.Id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var storage = entry.Data["storage"]?.Value as string;
        var value = storage is null ? options.Environment(key) : Read(Qualify(storage, entry), key, depth: 0);
        return value ?? (entry.Data["default"] is { Value: not null } fallback ? PlaceholderResolver.Text(fallback.Value) : null);
    }

    /// <summary>The value of a variable that has an entry; null for every other name: without an entry a variable is not visible to Lua (spec/modules.md section 15).</summary>
    public string? GetVisible(string name) => variables.ContainsKey(name) ? Get(name) : null;

    /// <summary>The variables with a public name that are set, by ordinal name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Public() =>
        from name in variables.Keys.Order(StringComparer.Ordinal)
        where !name.Contains(':', StringComparison.Ordinal)
        let value = Get(name)
        where value is not null
        select KeyValuePair.Create(name, value);

    private static string Qualify(string id, WippyEntry entry) =>
        id.Contains(':', StringComparison.Ordinal) ? id : entry.Id[..(entry.Id.IndexOf(':', StringComparison.Ordinal) + 1)] + id;

    private string? Read(string storageId, string key, int depth)
    {
        // A router may name a router; a chain longer than the number of storages is a cycle.
        if (depth > storages.Count || !storages.TryGetValue(storageId, out var storage))
        {
            return null;
        }

        return storage.Kind switch
        {
            "env.storage.os" => options.Environment(key),
            "env.storage.static" => storage.Data["values"]?[key] is { Value: not null } node ? PlaceholderResolver.Text(node.Value) : null,
            "env.storage.file" => File(storage).GetValueOrDefault(key),
            "env.storage.router" => (storage.Data["storages"]?.Items ?? [])
                .Select(item => item.Value is string id ? Read(Qualify(id, storage), key, depth + 1) : null)
                .FirstOrDefault(value => value is not null),
            _ => null,
        };
    }

    // KEY=VALUE lines, '#' comments.
    private IReadOnlyDictionary<string, string> File(WippyEntry storage)
    {
        if (files.TryGetValue(storage.Id, out var known))
        {
            return known;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = Path.Combine(options.ContentRoot, storage.Data["file_path"]?.Value as string ?? string.Empty);
        if (System.IO.File.Exists(path))
        {
            foreach (var line in System.IO.File.ReadLines(path))
            {
                var text = line.Trim();
                var equals = text.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0 && text[0] != '#')
                {
                    values[text[..equals].Trim()] = text[(equals + 1)..].Trim().Trim('"');
                }
            }
        }

        files[storage.Id] = values;
        return values;
    }
}
