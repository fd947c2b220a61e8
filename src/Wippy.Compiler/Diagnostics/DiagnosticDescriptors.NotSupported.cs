namespace Wippy.Compiler.Diagnostics;

/// <content>5xxx: not supported.</content>
public static partial class DiagnosticDescriptors
{
    /// <summary>WLC5004.</summary>
    public static DiagnosticDescriptor ModuleNotSupported { get; } = new(
        "WLC5004", "Module is not supported yet",
        "Module '{0}', which entry '{1}' lists, is not supported yet",
        DiagnosticSeverity.Error, NotSupportedCategory);
}
