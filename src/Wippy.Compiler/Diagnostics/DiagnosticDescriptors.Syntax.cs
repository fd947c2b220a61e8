namespace Wippy.Compiler.Diagnostics;

public static partial class DiagnosticDescriptors
{
    private static DiagnosticDescriptor Syntax(string id, string title, string format, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, format, severity, SyntaxCategory);
}
