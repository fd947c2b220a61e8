using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Compiler.Diagnostics;

/// <summary>Bounds the findings of one file: builds take long to print tens of thousands, and nobody reads them.</summary>
public static class FindingLimit
{
    /// <summary>How many findings of a file are told.</summary>
    public const int Maximum = 1_000;

    /// <summary>
    /// The same findings in the same order. Of a file with more than <see cref="Maximum"/>, those of the highest severity, the first in the file before others;
    /// behind them WLC9002 says how many there are besides.
    /// </summary>
    public static IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .GroupBy(static d => d.Location?.Path ?? string.Empty, StringComparer.Ordinal)
        .SelectMany(static file => file.Skip(Maximum).Any() ? Limit([.. file]) : file);

    private static IEnumerable<Diagnostic> Limit(Diagnostic[] file)
    {
        var ranked = file.Select(static (d, i) => (Diagnostic: d, Index: i)).OrderByDescending(static p => p.Diagnostic.Severity).ToArray();
        var first = ranked[Maximum].Diagnostic;
        return ranked.Take(Maximum).OrderBy(static p => p.Index).Select(static p => p.Diagnostic)
            .Append(Diagnostic.Create(DiagnosticDescriptors.TooManyFindings, first.Location, file.Length - Maximum) with { Severity = first.Severity });
    }
}
