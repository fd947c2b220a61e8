using System;
using System.Globalization;
using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Diagnostics;

/// <summary>One finding at one place.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Location">Where; null only when no file is concerned.</param>
/// <param name="Arguments">What fills the message format.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceLocation? Location, EquatableArray<string> Arguments)
{
    /// <summary>Id of the rule.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Severity of the rule, unless an option of the project says another one.</summary>
    public DiagnosticSeverity Severity { get; init; } = Descriptor.Severity;

    /// <summary>The complete message.</summary>
    public string Message => Arguments.IsEmpty
        ? Descriptor.MessageFormat
        : string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, Arguments.Select(static a => (object)a).ToArray());

    /// <summary>Makes a finding; the arguments are turned into text with the invariant culture.</summary>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, SourceLocation? location, params object[] arguments) =>
        new(descriptor, location, arguments
            .Select(static a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? string.Empty)
            .ToEquatableArray());

    /// <summary><c>path(line,column): severity id: message</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        var head = Location is null ? string.Empty : Location + ": ";
        return $"{head}{severity} {Id}: {Message}";
    }
}
