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

    /// <summary>WLC9002: a file has more findings than are told. Its severity is the highest of what is not told.</summary>
    public static DiagnosticDescriptor TooManyFindings { get; } = new(
        "WLC9002",
        "Too many findings",
        "this file has {0} findings more, of which this is the first; correct those before it and build again",
        DiagnosticSeverity.Error,
        InternalCategory);
}
