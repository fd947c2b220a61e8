using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Wippy.Compiler.Text;

namespace Wippy.Compiler;

/// <summary>
/// What the types of a library look like from outside: Lua with the declared types and the heads of the exported functions, without bodies,
/// so that editing a body does not change it. Libraries hand on what they import, so an interface is compared by a hash of all that it reaches, made once; and what
/// is further than <see cref="MaxDepth"/> imports away is not known.
/// </summary>
public sealed class LibraryInterface : IEquatable<LibraryInterface>
{
    /// <summary>The longest chain of interfaces that import each other.</summary>
    public const int MaxDepth = 32;

    private readonly int _depth;
    private readonly string _hash;

    /// <summary>Makes an interface.</summary>
    /// <param name="text">The Lua; its last statement returns the exported fields.</param>
    /// <param name="isComplete">Whether the module table surely has no other fields.</param>
    /// <param name="imports">Interfaces of the libraries that the types name, by alias.</param>
    public LibraryInterface(string text, bool isComplete, EquatableArray<LibraryInterfaceImport> imports)
    {
        Text = text;
        IsComplete = isComplete;
        Imports = imports.Where(static i => i.Interface._depth < MaxDepth).ToEquatableArray();
        IsCut = Imports.Count < imports.Count || Imports.Any(static i => i.Interface.IsCut);
        _depth = Imports.Select(static i => i.Interface._depth).DefaultIfEmpty().Max() + 1;

        // Lengths before texts, so that two interfaces never write the same.
        var content = new StringBuilder().Append(isComplete ? '+' : '-').Append(IsCut ? '+' : '-').Append(text.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(text);
        foreach (var import in Imports)
        {
            content.Append(import.Alias.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(import.Alias).Append(import.Interface._hash);
        }

        using var algorithm = SHA256.Create();
        _hash = Convert.ToBase64String(algorithm.ComputeHash(Encoding.Unicode.GetBytes(content.ToString())));
    }

    /// <summary>The Lua.</summary>
    public string Text { get; }

    /// <summary>Whether the module table surely has no other fields.</summary>
    public bool IsComplete { get; }

    /// <summary>Interfaces of the libraries that the types name, by alias.</summary>
    public EquatableArray<LibraryInterfaceImport> Imports { get; }

    /// <summary>Whether libraries further than <see cref="MaxDepth"/> imports away are left out, so that types may be missing.</summary>
    public bool IsCut { get; }

    /// <inheritdoc/>
    public bool Equals(LibraryInterface? other) => other is not null && string.Equals(_hash, other._hash, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LibraryInterface);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_hash);
}

/// <summary>A library that another one imports.</summary>
/// <param name="Alias">Its name there.</param>
/// <param name="Interface">Its types.</param>
public sealed record LibraryInterfaceImport(string Alias, LibraryInterface Interface);
