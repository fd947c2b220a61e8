using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Catalogue;

/// <summary>
/// Types of what the host gives, as text in the syntax of spec/lua.md section 9: one <c>path: type</c> in a line, <c>module.name</c> for a
/// function or constant, <c>module.Type:name</c> for a method, whose object is not among the parameters. Besides the names of the language,
/// <c>duration</c> is what counts as a duration. That strings and numbers stand for each other at run time is no part of the types. A function without a
/// result may give anything.
/// </summary>
public static partial class HostSignatures
{
    private static readonly Lazy<IReadOnlyDictionary<string, TypeSyntax>> Table = new(Read);

    private static readonly Lazy<HashSet<string>> Owners = new(static () => new HashSet<string>(
        Table.Value.Keys.Select(static k => k.Substring(0, Math.Max(0, Math.Max(k.LastIndexOf('.'), k.LastIndexOf(':'))))), StringComparer.Ordinal));

    /// <summary>Every path that has a type.</summary>
    public static IEnumerable<string> Paths => Table.Value.Keys;

    /// <summary>The type of a path, or null.</summary>
    public static TypeSyntax? Find(string path) => Table.Value.TryGetValue(path, out var type) ? type : null;

    /// <summary>Whether every member of a module or of a type such as <c>time.Time</c> is known.</summary>
    public static bool IsComplete(string owner) => Owners.Value.Contains(owner);

    /// <summary>The names of the members of a module or type.</summary>
    public static IEnumerable<string> MembersOf(string owner) => Table.Value.Keys
        .Where(k => k.Length > owner.Length && k.StartsWith(owner, StringComparison.Ordinal) && k[owner.Length] is '.' or ':')
        .Select(k => k.Substring(owner.Length + 1));

    private static IReadOnlyDictionary<string, TypeSyntax> Read()
    {
        var lines = (Standard + "\n" + Modules).Split('\n').Select(static l => l.Trim()).Where(static l => l.Length > 0).ToArray();
        var source = string.Join("\n", lines.Select(static l => "type _ = " + l.Substring(l.IndexOf(": ", StringComparison.Ordinal) + 2)));
        var chunk = LuaParser.Parse(SourceText.FromString("host types", source)).Chunk;
        return lines
            .Zip(chunk.Block.Statements, static (l, s) => (Path: l.Substring(0, l.IndexOf(": ", StringComparison.Ordinal)), Type: ((TypeDeclarationSyntax)s).Type))
            .ToDictionary(static p => p.Path, static p => p.Type, StringComparer.Ordinal);
    }
}
