using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Wippy.Compiler.Diagnostics;

/// <summary>
/// The one table of rules, a file per family: 1xxx YAML and entries, 2xxx syntax, 3xxx names and types, 4xxx determinism,
/// 5xxx not supported, 9xxx internal. Numbers are never reused and never change their meaning.
/// </summary>
public static partial class DiagnosticDescriptors
{
    /// <summary>Category of 1xxx.</summary>
    public const string EntriesCategory = "Wippy.Entries";

    /// <summary>Category of 2xxx.</summary>
    public const string SyntaxCategory = "Wippy.Syntax";

    /// <summary>Category of 3xxx.</summary>
    public const string TypesCategory = "Wippy.Types";

    /// <summary>Category of 4xxx.</summary>
    public const string DeterminismCategory = "Wippy.Determinism";

    /// <summary>Category of 5xxx.</summary>
    public const string NotSupportedCategory = "Wippy.NotSupported";

    /// <summary>Category of 9xxx.</summary>
    public const string InternalCategory = "Wippy.Internal";

    // Lazy: the initialisers of the other files of this class must have run.
    private static readonly Lazy<IReadOnlyList<DiagnosticDescriptor>> Rows = new(static () => typeof(DiagnosticDescriptors)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(static p => p.PropertyType == typeof(DiagnosticDescriptor))
        .Select(static p => (DiagnosticDescriptor)p.GetValue(null))
        .OrderBy(static d => d.Id, StringComparer.Ordinal)
        .ToArray());

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All => Rows.Value;
}
