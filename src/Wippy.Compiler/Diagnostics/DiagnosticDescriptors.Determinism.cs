namespace Wippy.Compiler.Diagnostics;

/// <content>4xxx: determinism.</content>
public static partial class DiagnosticDescriptors
{
    /// <summary>WLC4001.</summary>
    public static DiagnosticDescriptor ModuleRefusedInWorkflow { get; } = new(
        "WLC4001", "Module is not allowed in a workflow",
        "Workflow '{0}' may not list module '{1}': it is neither deterministic nor made for workflows; call a function that uses it with funcs.call",
        DiagnosticSeverity.Error, DeterminismCategory);

    /// <summary>WLC4002.</summary>
    public static DiagnosticDescriptor ImportRefusedInWorkflow { get; } = new(
        "WLC4002", "Library uses a module that is not allowed in a workflow",
        "Workflow '{0}' may not import '{1}': that library lists module '{2}', which is neither deterministic nor made for workflows",
        DiagnosticSeverity.Error, DeterminismCategory);

    /// <summary>WLC4003.</summary>
    public static DiagnosticDescriptor NondeterministicFunction { get; } = new(
        "WLC4003", "Function differs from what it is elsewhere",
        "'{0}' in workflow '{1}' gives {2}, so that a replay sees the same value; outside workflows it does not",
        DiagnosticSeverity.Warning, DeterminismCategory);

    /// <summary>WLC4004.</summary>
    public static DiagnosticDescriptor RegistryInWorkflow { get; } = new(
        "WLC4004", "Process registry is not allowed in a workflow",
        "Workflow '{0}' may not use 'process.registry': it belongs to one node and is not recorded",
        DiagnosticSeverity.Error, DeterminismCategory);
}
