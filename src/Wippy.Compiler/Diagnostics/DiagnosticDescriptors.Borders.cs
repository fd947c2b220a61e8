namespace Wippy.Compiler.Diagnostics;

public static partial class DiagnosticDescriptors
{
    /// <summary>WLC1901: libraries import each other.</summary>
    public static DiagnosticDescriptor ImportCircle { get; } = new(
        "WLC1901",
        "Libraries import each other",
        "the imports form a circle: {0}; move what both need into a library of its own",
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
