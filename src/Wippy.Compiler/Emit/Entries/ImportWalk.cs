using System;
using System.Collections.Generic;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>What a walk along imports comes to.</summary>
internal enum ImportStep
{
    /// <summary>An entry, for the first time.</summary>
    Enter,

    /// <summary>An import whose entry is entered and not yet left: it closes a circle.</summary>
    Circle,

    /// <summary>An import whose entry is left.</summary>
    Follow,

    /// <summary>An entry whose imports are all followed.</summary>
    Leave,
}

/// <summary>
/// Walks along imports depth first, in the order in which they are listed. Imports may form chains and circles of thousands of entries, so nothing follows them by recursion.
/// </summary>
/// <typeparam name="TEntry">An entry.</typeparam>
/// <typeparam name="TImport">An import of one.</typeparam>
/// <param name="idOf">The id of an entry.</param>
/// <param name="importsOf">The imports of an entry.</param>
/// <param name="find">The imported entry; null when there is none, and the import is passed over.</param>
internal sealed class ImportWalk<TEntry, TImport>(Func<TEntry, string> idOf, Func<TEntry, IReadOnlyList<TImport>> importsOf, Func<TImport, TEntry?> find)
    where TEntry : class
{
    /// <summary>The steps of a walk that starts at each of some entries; each entry is entered once. An import belongs to the entry given with it.</summary>
    public IEnumerable<(ImportStep Step, TEntry Entry, TImport? Import)> From(IEnumerable<TEntry> entries)
    {
        // True once an entry is left.
        var left = new Dictionary<string, bool>(StringComparer.Ordinal);
        var open = new Stack<(TEntry Entry, IReadOnlyList<TImport> Imports, int Next)>();
        foreach (var entry in entries)
        {
            if (left.ContainsKey(idOf(entry)))
            {
                continue;
            }

            left.Add(idOf(entry), false);
            open.Push((entry, importsOf(entry), 0));
            yield return (ImportStep.Enter, entry, default);
            while (open.Count > 0)
            {
                var (current, imports, next) = open.Pop();
                if (next == imports.Count)
                {
                    left[idOf(current)] = true;
                    yield return (ImportStep.Leave, current, default);
                    continue;
                }

                var import = imports[next];
                if (find(import) is not { } imported)
                {
                    open.Push((current, imports, next + 1));
                }
                else if (left.TryGetValue(idOf(imported), out var isLeft))
                {
                    open.Push((current, imports, next + 1));
                    yield return (isLeft ? ImportStep.Follow : ImportStep.Circle, current, import);
                }
                else
                {
                    // The import is looked at again when its entry is left.
                    open.Push((current, imports, next));
                    left.Add(idOf(imported), false);
                    open.Push((imported, importsOf(imported), 0));
                    yield return (ImportStep.Enter, imported, default);
                }
            }
        }
    }
}
