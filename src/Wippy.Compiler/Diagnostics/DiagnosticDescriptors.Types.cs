namespace Wippy.Compiler.Diagnostics;

/// <content>3xxx: names and types.</content>
public static partial class DiagnosticDescriptors
{
    /// <summary>WLC3001.</summary>
    public static DiagnosticDescriptor UndeclaredModule { get; } = new(
        "WLC3001", "Module is not declared",
        "Module '{0}' is not declared by entry '{1}'; list it under 'modules:' or 'imports:'{2}",
        DiagnosticSeverity.Error, TypesCategory);

    /// <summary>WLC3002.</summary>
    public static DiagnosticDescriptor RemovedFunction { get; } = new(
        "WLC3002", "Function does not exist in Wippy",
        "'{0}' does not exist in Wippy; calling it raises an error at run time",
        DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3003.</summary>
    public static DiagnosticDescriptor UsedAboveDeclaration { get; } = new(
        "WLC3003", "Local function is used above its declaration",
        "'{0}' is a global here: the local function '{0}' is declared further down, in line {1}; move it up or write 'local {0}' before this line",
        DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3004.</summary>
    public static DiagnosticDescriptor EnvironmentVariable { get; } = new(
        "WLC3004", "_ENV does not exist",
        "Wippy has no '_ENV'; use '_G', or a table of your own",
        DiagnosticSeverity.Error, TypesCategory);

    /// <summary>WLC3005.</summary>
    public static DiagnosticDescriptor UnknownModule { get; } = new(
        "WLC3005", "Module does not exist",
        "There is no module '{0}', which entry '{1}' lists{2}",
        DiagnosticSeverity.Error, TypesCategory);

    /// <summary>WLC3007.</summary>
    public static DiagnosticDescriptor UnknownEntryId { get; } = new(
        "WLC3007", "Id of an unknown entry",
        "{0} names '{1}', which {2}",
        DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3008.</summary>
    public static DiagnosticDescriptor InvalidDurationLiteral { get; } = new(
        "WLC3008", "Invalid duration",
        "{0} does not take {1} as a duration: write {2}",
        DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3009.</summary>
    public static DiagnosticDescriptor CallOptionWithoutEffect { get; } = new(
        "WLC3009", "Option without effect",
        "option '{0}' has no effect: {1}",
        DiagnosticSeverity.Warning, TypesCategory);

    /// <summary>WLC3006.</summary>
    public static DiagnosticDescriptor ModuleAlwaysAvailable { get; } = new(
        "WLC3006", "Module needs no listing",
        "'{0}' is always available; entry '{1}' need not list it",
        DiagnosticSeverity.Warning, TypesCategory);
}
