using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Names the classes and files of entries; names are compared without case, since file names are.</summary>
public static class EntryNamer
{
    /// <summary>
    /// Names by entry id. A class is called after the entry's name and ends in what it is: <c>app:order_workflow</c> gives
    /// <c>OrderWorkflow</c>, <c>app:charge_payment</c> <c>ChargePaymentActivity</c>. Entries of different namespaces with the same name
    /// carry the namespace before it.
    /// </summary>
    public static IReadOnlyDictionary<string, EntryNames> Name(IEnumerable<(string Id, EntryClassKind? Kind)> entries)
    {
        var all = entries.OrderBy(static e => e.Id, StringComparer.Ordinal).ToArray();
        var shared = new HashSet<string>(
            all.Where(static e => e.Kind is not null).GroupBy(static e => ClassName(NameOf(e.Id), e.Kind), StringComparer.OrdinalIgnoreCase).Where(static g => g.Count() > 1).Select(static g => g.Key),
            StringComparer.OrdinalIgnoreCase);
        var modules = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var classes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var result = new Dictionary<string, EntryNames>(StringComparer.Ordinal);
        foreach (var (id, kind) in all)
        {
            var className = ClassName(NameOf(id), kind);
            if (shared.Contains(className))
            {
                className = ClassName(id, kind);
            }

            result[id] = new EntryNames(
                NumberedName.Unique(modules, ChunkCompiler.GetClassName(id)),
                kind is null ? className : NumberedName.Unique(classes, className),
                NumberedName.Unique(files, FileName(id)));
        }

        return result;
    }

    private static string NameOf(string id) => id.Substring(id.IndexOf(':') + 1);

    private static string ClassName(string name, EntryClassKind? kind)
    {
        var pascal = BorderResolver.Pascal(name);
        var suffix = kind?.ToString() ?? string.Empty;
        return pascal.EndsWith(suffix, StringComparison.Ordinal) && pascal.Length > suffix.Length ? pascal : pascal + suffix;
    }

    private static string FileName(string id)
    {
        var result = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            result.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' ? c : '.');
        }

        return result.ToString();
    }
}
