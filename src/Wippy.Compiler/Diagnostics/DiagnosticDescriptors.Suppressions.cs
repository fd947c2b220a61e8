namespace Wippy.Compiler.Diagnostics;

public static partial class DiagnosticDescriptors
{
    /// <summary>WLC2901: a suppression does not say why.</summary>
    public static DiagnosticDescriptor SuppressionWithoutReason { get; } = Syntax(
        "WLC2901",
        "Suppression without a reason",
        "say why {0} does not apply here: '-- wippy:disable {0} the reason'",
        DiagnosticSeverity.Warning);

    /// <summary>WLC2902: a suppression names no rule.</summary>
    public static DiagnosticDescriptor UnknownSuppression { get; } = Syntax(
        "WLC2902",
        "Suppression of an unknown rule",
        "'{0}' is not the id of a rule; write '-- wippy:disable WLC1234 the reason'{1}",
        DiagnosticSeverity.Warning);

    /// <summary>WLC2903: a suppression has nothing to suppress.</summary>
    public static DiagnosticDescriptor UnusedSuppression { get; } = Syntax(
        "WLC2903",
        "Unused suppression",
        "{0} is not reported here; remove the comment",
        DiagnosticSeverity.Warning);

    /// <summary>WLC2904: an error cannot be suppressed.</summary>
    public static DiagnosticDescriptor ErrorSuppression { get; } = Syntax(
        "WLC2904",
        "Suppression of an error",
        "{0} is an error and cannot be suppressed; change the code",
        DiagnosticSeverity.Warning);
}
