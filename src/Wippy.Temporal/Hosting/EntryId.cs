using System;

namespace Wippy.Temporal.Hosting;

/// <summary>Entry ids: <c>namespace:name</c>, split at the first colon (spec/temporal.md section 1).</summary>
internal static class EntryId
{
    public static string NamespaceOf(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? string.Empty : id[..colon];
    }

    public static string NameOf(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>A reference written inside an entry: without a namespace it means the entry's own.</summary>
    public static string Qualify(string reference, string entryId) =>
        reference.Contains(':', StringComparison.Ordinal) ? reference : $"{NamespaceOf(entryId)}:{reference}";
}
