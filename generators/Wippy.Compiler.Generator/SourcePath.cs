using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Compiler.Generator;

/// <summary>Paths as text: the generator never looks at the disk.</summary>
internal static class SourcePath
{
    /// <summary>Forward slashes, without <c>.</c> and <c>..</c> where possible.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not (".." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        var end = path.EndsWith("/", StringComparison.Ordinal) || path.EndsWith("\\", StringComparison.Ordinal);
        return string.Join("/", parts) + (end && parts.Count > 0 && parts[parts.Count - 1].Length > 0 ? "/" : string.Empty);
    }

    /// <summary>
    /// The path of a Lua file as a <c>#line</c> directive of a generated file names it. It is relative, so that two checkouts give the
    /// same text and PathMap applies to what the compiler makes of it. The base is the folder where the host puts generated files,
    /// which moves with EmitCompilerGeneratedFiles; a relative one counts from the project.
    /// </summary>
    public static string ForLineDirective(string file, string generatedFolder, string projectFolder)
    {
        file = Normalize(file);
        var folder = Normalize(IsAbsolute(generatedFolder) ? generatedFolder : projectFolder + generatedFolder).TrimEnd('/');
        var from = folder.Split('/');
        var to = file.Split('/');
        if (!IsAbsolute(file) || !IsAbsolute(folder) || !string.Equals(from[0], to[0], StringComparison.OrdinalIgnoreCase))
        {
            return file;
        }

        var common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], StringComparison.Ordinal))
        {
            common++;
        }

        return string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>The path below a folder; the path itself when it is elsewhere.</summary>
    public static string RelativeTo(string file, string folder)
    {
        file = Normalize(file);
        return folder.Length > 0 && file.StartsWith(folder, StringComparison.Ordinal) ? file.Substring(folder.Length) : file;
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || path.StartsWith("\\", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
}
