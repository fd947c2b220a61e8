namespace Wippy.Compiler.Diagnostics;

public static partial class DiagnosticDescriptors
{
    /// <summary>WLC1901: an entry names a Lua file that is not an input of the build.</summary>
    public static DiagnosticDescriptor LuaFileNotFound { get; } = new(
        "WLC1901",
        "Lua file not found",
        "the source of '{0}' is not among the Lua files of the project: {1}; create it, or include it as a WippyLua item",
        DiagnosticSeverity.Error,
        EntriesCategory);

    /// <summary>WLC3901: C# sees Lua values because the entry's function declares no types.</summary>
    public static DiagnosticDescriptor UntypedBorder { get; } = new(
        "WLC3901",
        "Untyped border",
        "'{1}' of '{0}' declares no types, so C# passes and gets LuaValue; annotate it, such as 'function {1}(order: Order): Receipt'",
        DiagnosticSeverity.Info,
        TypesCategory);
}
