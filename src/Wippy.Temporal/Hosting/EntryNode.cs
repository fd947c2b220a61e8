using System.Collections.Generic;
using System.Linq;

namespace Wippy.Temporal.Hosting;

/// <summary>
/// One node of an entry's YAML with its position. The value is null, a <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> or <see cref="string"/>
/// as written (placeholders such as <c>${env:NAME}</c> are resolved when the application starts), a list, or an ordered map.
/// </summary>
/// <param name="Value">The value; see the type's summary.</param>
/// <param name="Line">Line in the YAML file, from 1.</param>
/// <param name="Column">Column in the YAML file, from 1.</param>
public sealed record EntryNode(object? Value, int Line, int Column)
{
    /// <summary>An empty map without a position.</summary>
    public static EntryNode Empty { get; } = Map(0, 0);

    /// <summary>The items of a list; empty for every other node.</summary>
    public IReadOnlyList<EntryNode> Items => Value as IReadOnlyList<EntryNode> ?? [];

    /// <summary>The fields of a map in the order written; empty for every other node.</summary>
    public IReadOnlyList<KeyValuePair<string, EntryNode>> Fields => Value as IReadOnlyList<KeyValuePair<string, EntryNode>> ?? [];

    /// <summary>True if the node is a map.</summary>
    public bool IsMap => Value is IReadOnlyList<KeyValuePair<string, EntryNode>>;

    /// <summary>True if the node is a list.</summary>
    public bool IsList => Value is IReadOnlyList<EntryNode>;

    /// <summary>The field of a map, or null when the node is no map or has no such field.</summary>
    public EntryNode? this[string key] => Fields.Where(field => field.Key == key).Select(field => field.Value).FirstOrDefault();

    /// <summary>A map with its fields in the order written.</summary>
    public static EntryNode Map(int line, int column, params (string Key, EntryNode Value)[] items) =>
        new(items.Select(item => KeyValuePair.Create(item.Key, item.Value)).ToArray(), line, column);

    /// <summary>A list.</summary>
    public static EntryNode List(int line, int column, params EntryNode[] items) => new(items, line, column);
}
