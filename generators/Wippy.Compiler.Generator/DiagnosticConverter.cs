using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Wippy.Compiler.Diagnostics;

namespace Wippy.Compiler.Generator;

/// <summary>Turns findings into what the host reports.</summary>
internal static class DiagnosticConverter
{
    private static readonly Dictionary<string, Microsoft.CodeAnalysis.DiagnosticDescriptor> Descriptors =
        DiagnosticDescriptors.All.ToDictionary(static d => d.Id, static d => Convert(d));

    /// <summary>Every rule as the host knows it.</summary>
    public static ImmutableArray<Microsoft.CodeAnalysis.DiagnosticDescriptor> All { get; } =
        DiagnosticDescriptors.All.Select(static d => Descriptors[d.Id]).ToImmutableArray();

    /// <summary>The finding at its place in the <c>.lua</c> or <c>.yaml</c> file.</summary>
    public static Microsoft.CodeAnalysis.Diagnostic Convert(Wippy.Compiler.Diagnostics.Diagnostic diagnostic) =>
        Microsoft.CodeAnalysis.Diagnostic.Create(
            Descriptors[diagnostic.Id], Convert(diagnostic.Location), Convert(diagnostic.Severity), additionalLocations: null, properties: null, diagnostic.Message);

    private static Location Convert(Wippy.Compiler.Text.SourceLocation? location) => location is null
        ? Location.None
        : Location.Create(
            location.Path,
            new TextSpan(location.Span.Start, location.Span.Length),
            new LinePositionSpan(
                new LinePosition(location.Start.Line, location.Start.Column),
                new LinePosition(location.End.Line, location.End.Column)));

    // The message is complete, so the host has nothing to fill in; its braces are text.
    private static Microsoft.CodeAnalysis.DiagnosticDescriptor Convert(Wippy.Compiler.Diagnostics.DiagnosticDescriptor descriptor) =>
        new(descriptor.Id, descriptor.Title, "{0}", descriptor.Category, Convert(descriptor.Severity), isEnabledByDefault: true);

    private static Microsoft.CodeAnalysis.DiagnosticSeverity Convert(Wippy.Compiler.Diagnostics.DiagnosticSeverity severity) => severity switch
    {
        Wippy.Compiler.Diagnostics.DiagnosticSeverity.Error => Microsoft.CodeAnalysis.DiagnosticSeverity.Error,
        Wippy.Compiler.Diagnostics.DiagnosticSeverity.Warning => Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
        Wippy.Compiler.Diagnostics.DiagnosticSeverity.Info => Microsoft.CodeAnalysis.DiagnosticSeverity.Info,
        _ => Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden,
    };
}
