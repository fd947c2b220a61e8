namespace Wippy.Compiler.Diagnostics;

/// <content>5xxx: not supported.</content>
public static partial class DiagnosticDescriptors
{
    /// <summary>WLC5004.</summary>
    public static DiagnosticDescriptor ModuleNotSupported { get; } = new(
        "WLC5004", "Module is not supported yet",
        "Module '{0}', which entry '{1}' lists, is not supported yet",
        DiagnosticSeverity.Error, NotSupportedCategory);

    /// <summary>WLC5003.</summary>
    public static DiagnosticDescriptor JumpNotSupported { get; } = new(
        "WLC5003", "Jump is not supported",
        "Label '{0}' is jumped back to over variables that closures hold, and a later label is jumped to from before it; put the statements behind '::{0}::' into a 'do' block",
        DiagnosticSeverity.Error, NotSupportedCategory);
}
