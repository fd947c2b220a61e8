namespace Wippy.Compiler.Diagnostics;

/// <content>
/// 32xx: rules of style, looked at on request (spec/lua.md section 11, "W codes"). The last two digits are those of the specification's codes, so
/// that W0004 is WLC3204; the severities are the specification's, a hint being information.
/// </content>
public static partial class DiagnosticDescriptors
{
    /// <summary>WLC3201.</summary>
    public static DiagnosticDescriptor EmptyBlock { get; } = new(
        "WLC3201", "Empty block", "the block of this '{0}' is empty: remove it, or write what is to be done", DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3202.</summary>
    public static DiagnosticDescriptor GlobalAssignment { get; } = new(
        "WLC3202", "Assignment of a global", "'{0}' is a global, which every chunk of the instance shares: write 'local {0}' where it is first assigned",
        DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3203.</summary>
    public static DiagnosticDescriptor SelfComparison { get; } = new(
        "WLC3203", "Comparison of a value with itself", "'{0}' has '{1}' on both sides: compare it with another value{2}", DiagnosticSeverity.Error, TypesCategory);

    /// <summary>WLC3204.</summary>
    public static DiagnosticDescriptor UnusedLocal { get; } = new(
        "WLC3204", "Unused local", "local '{0}' is never used: remove it, or name it '_{0}'", DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3205.</summary>
    public static DiagnosticDescriptor UnusedParameter { get; } = new(
        "WLC3205", "Unused parameter", "parameter '{0}' is never used: remove it, or name it '_{0}'", DiagnosticSeverity.Info, TypesCategory);

    /// <summary>WLC3206.</summary>
    public static DiagnosticDescriptor UnusedImport { get; } = new(
        "WLC3206", "Unused import", "'{0}' is imported and never used: remove it{1}", DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3207.</summary>
    public static DiagnosticDescriptor Shadowing { get; } = new(
        "WLC3207", "Shadowing", "'{0}' hides the {1} of that name in line {2}: give one of them another name", DiagnosticSeverity.Info, TypesCategory);
}
