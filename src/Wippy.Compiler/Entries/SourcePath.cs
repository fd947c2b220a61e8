using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Compiler.Entries;

/// <summary>Paths as entry files write them: <c>/</c> as separator, no access to the file system.</summary>
public static class SourcePath
{
    /// <summary>Turns <c>\</c> into <c>/</c> and removes <c>.</c> and <c>..</c> where possible.</summary>
    public static string Normalize(string path)
    {
        var rooted = path.Length > 0 && path[0] is '/' or '\\';
        var parts = new List<string>();
        foreach (var part in path.Split('/', '\\'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".." || !rooted)
            {
                parts.Add(part);
            }
        }

        return (rooted ? "/" : string.Empty) + string.Join("/", parts);
    }

    /// <summary>The normalised directory of a file; empty for a bare file name.</summary>
    public static string DirectoryOf(string path)
    {
        var normal = Normalize(path);
        var slash = normal.LastIndexOf('/');
        return slash < 0 ? string.Empty : slash == 0 ? "/" : normal.Substring(0, slash);
    }

    /// <summary>Joins a directory and a relative path; null when the result is not below <paramref name="root"/>.</summary>
    public static string? Resolve(string root, string directory, string relative)
    {
        var path = Normalize(directory.Length == 0 ? relative : directory + "/" + relative);
        return IsBelow(Normalize(root), path) ? path : null;
    }

    /// <summary>A path as a file in <paramref name="directory"/> would write it.</summary>
    public static string Relative(string directory, string path)
    {
        var from = Normalize(directory).Split('/');
        var to = Normalize(path).Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], StringComparison.Ordinal))
        {
            common++;
        }

        return common == 0 && from[0].Length > 0 ? Normalize(path) : string.Concat(Enumerable.Repeat("../", from.Length - common)) + string.Join("/", to.Skip(common));
    }

    private static bool IsBelow(string root, string path)
    {
        if (path is ".." || path.StartsWith("../", StringComparison.Ordinal))
        {
            return false;
        }

        return root.Length == 0 ? path.Length > 0
            : string.Equals(root, "/", StringComparison.Ordinal) ? path.Length > 1
            : path.Length > root.Length + 1 && path.StartsWith(root + "/", StringComparison.Ordinal);
    }
}
