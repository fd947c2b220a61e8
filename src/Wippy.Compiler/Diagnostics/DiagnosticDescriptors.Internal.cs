namespace Wippy.Compiler.Diagnostics;

public static partial class DiagnosticDescriptors
{
    /// <summary>WLC9001: the compiler itself failed.</summary>
    public static DiagnosticDescriptor InternalError { get; } = new(
        "WLC9001",
        "Internal compiler error",
        "the compiler failed in phase '{0}' on '{1}': {2}; please file a bug with the source that shows it",
        DiagnosticSeverity.Error,
        InternalCategory);
}
