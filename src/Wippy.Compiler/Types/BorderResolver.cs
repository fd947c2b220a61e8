using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types;

/// <summary>One chunk with the entry it belongs to and what that entry imports.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Border">What its chunk says.</param>
/// <param name="Imports">Alias to entry id.</param>
public sealed record BorderSource(string EntryId, ChunkBorder Border, EquatableArray<BorderImport> Imports)
{
    /// <summary>The entry that owns the records declared here: the first of those that share the Lua file.</summary>
    public string Owner { get; init; } = EntryId;
}

/// <summary>An import of an entry.</summary>
/// <param name="Alias">Its name inside the importing chunk.</param>
/// <param name="EntryId">The imported library.</param>
public sealed record BorderImport(string Alias, string EntryId);

/// <summary>
/// Follows type names through declarations and imports, so that what remains is scalars, lists, maps and records with an
/// identity. A name that leads nowhere, only to itself, or over <see cref="MaxNames"/> other names, is <see cref="BorderType.Any"/>.
/// </summary>
public sealed class BorderResolver
{
    /// <summary>The longest way from a name to what it stands for.</summary>
    public const int MaxNames = 100;

    private readonly Dictionary<string, BorderSource> _sources;
    private readonly Dictionary<string, Dictionary<string, BorderDeclaration>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<BorderRecordId, BorderRecordDeclaration> _records = new();
    private readonly HashSet<BorderRecordId> _followed = [];

    // Records whose fields are not resolved yet: each may hold the next, so that nothing follows them by recursion.
    private readonly Queue<(BorderSource Source, BorderRecordDeclaration Record)> _open = new();

    /// <summary>Makes a resolver over every chunk of a project.</summary>
    public BorderResolver(IEnumerable<BorderSource> sources) =>
        _sources = sources.GroupBy(static s => s.EntryId, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);

    /// <summary>The records that resolved signatures reach, ordered by owner and name.</summary>
    public EquatableArray<BorderRecordDeclaration> Records => _records.Values
        .OrderBy(static r => r.Id.Owner, StringComparer.Ordinal)
        .ThenBy(static r => r.Id.Name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The signature of an entry's method with every type resolved.</summary>
    public BorderSignature Resolve(string entryId)
    {
        if (!_sources.TryGetValue(entryId, out var source) || source.Border.Signature is not { } signature)
        {
            return BorderSignature.Untyped;
        }

        var prefix = Pascal(NameOf(entryId));
        var parameters = signature.Parameters.Select(p =>
        {
            var type = Resolve(source, p.Type, prefix + Pascal(p.Name));
            return p with { Type = type, IsOptional = p.IsOptional || type.AllowsNil };
        }).ToEquatableArray();
        var result = Resolve(source, signature.Result, prefix + "Result");
        while (_open.Count > 0)
        {
            var (owner, record) = _open.Dequeue();
            _records[record.Id] = record with
            {
                Fields = record.Fields.Select(f => f with { Type = Resolve(owner, f.Type, record.Id.Name + Pascal(f.Name)) }).ToEquatableArray(),
            };
        }

        return signature with { Parameters = parameters, Result = result };
    }

    /// <summary><c>order_workflow</c> as <c>OrderWorkflow</c>: a C# name in the usual form.</summary>
    public static string Pascal(string name)
    {
        var result = new StringBuilder(name.Length);
        var upper = true;
        foreach (var c in name)
        {
            var isLetter = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            if (!isLetter && c is not (>= '0' and <= '9'))
            {
                upper = true;
                continue;
            }

            if (result.Length == 0 && !isLetter)
            {
                result.Append('_');
            }

            result.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return result.Length == 0 ? "_" : result.ToString();
    }

    private static string NameOf(string entryId) => entryId.Substring(entryId.IndexOf(':') + 1);

    private BorderType Resolve(BorderSource source, BorderType type, string place) => type switch
    {
        BorderReference reference => Follow(source, reference.Names),
        BorderInlineRecord record => Declare(source, place, record.Fields, null),
        BorderList list => new BorderList(Resolve(source, list.Item, place)),
        BorderMap map => new BorderMap(Resolve(source, map.Value, place)),
        BorderOptional optional => Resolve(source, optional.Inner, place).OrNil(),
        _ => type,
    };

    private BorderType Follow(BorderSource source, EquatableArray<string> names)
    {
        if (names.Count == 2)
        {
            var alias = source.Border.Libraries.FirstOrDefault(l => string.Equals(l.Local, names[0], StringComparison.Ordinal))?.Alias ?? names[0];
            return source.Imports.FirstOrDefault(i => string.Equals(i.Alias, alias, StringComparison.Ordinal)) is { } import &&
                _sources.TryGetValue(import.EntryId, out var library)
                ? Follow(library, EquatableArray.Create(names[1]))
                : BorderType.Any;
        }

        var declaration = names.Count == 1
            ? FindType(source, names[0])
            : null;

        // Declarations that only lead to each other have no shape.
        if (declaration is null || _followed.Count == MaxNames || !_followed.Add(new BorderRecordId(source.EntryId, declaration.Name)))
        {
            return BorderType.Any;
        }

        var shape = FollowShape(source, declaration, declaration.Type);
        _followed.Remove(new BorderRecordId(source.EntryId, declaration.Name));
        return shape;
    }

    private BorderDeclaration? FindType(BorderSource source, string name)
    {
        if (!_types.TryGetValue(source.EntryId, out var types))
        {
            types = source.Border.Types.GroupBy(static t => t.Name, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
            _types.Add(source.EntryId, types);
        }

        return types.TryGetValue(name, out var declaration) ? declaration : null;
    }

    private BorderType FollowShape(BorderSource source, BorderDeclaration declaration, BorderType shape) => shape switch
    {
        BorderInlineRecord record when ReferenceEquals(shape, declaration.Type) =>
            Declare(source, Pascal(declaration.Name), record.Fields, declaration.Comment),
        BorderInlineRecord record => Declare(source, Pascal(declaration.Name) + "Item", record.Fields, null),
        BorderReference reference => Follow(source, reference.Names),
        BorderOptional optional => FollowShape(source, declaration, optional.Inner).OrNil(),
        BorderList list => new BorderList(FollowShape(source, declaration, list.Item)),
        BorderMap map => new BorderMap(FollowShape(source, declaration, map.Value)),
        _ => shape,
    };

    private BorderRecord Declare(BorderSource source, string name, EquatableArray<BorderField> fields, string? comment)
    {
        var id = new BorderRecordId(source.Owner, name);
        if (!_records.ContainsKey(id))
        {
            // Entered before its fields are resolved, since a record may hold itself.
            var record = new BorderRecordDeclaration(id, fields, comment);
            _records[id] = record;
            _open.Enqueue((source, record));
        }

        return new BorderRecord(id);
    }
}
