using System;
using System.Linq;
using Wippy.Compiler.Entries;

namespace Wippy.Compiler.Generator;

/// <summary>Paths of <c>#line</c> directives.</summary>
internal static class LineDirectivePath
{
    /// <summary>
    /// The path of a Lua file as a <c>#line</c> directive of a generated file names it. It is relative, so that two checkouts give the
    /// same text and PathMap applies to what the compiler makes of it. The base is the folder where the host puts generated files,
    /// which moves with EmitCompilerGeneratedFiles; a relative one counts from the project.
    /// </summary>
    public static string Create(string file, string generatedFolder, string projectFolder)
    {
        file = SourcePath.Normalize(file);
        var folder = SourcePath.Normalize(IsAbsolute(generatedFolder) ? generatedFolder : projectFolder + "/" + generatedFolder);
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

    private static bool IsAbsolute(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || path.StartsWith("\\", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
}
