namespace Wippy.Compiler.Diagnostics;

/// <summary>How serious a finding is: wrong meaning is an error, doubt a warning, a slower or untyped form information.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Shown by editors only.</summary>
    Hidden,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably not what is meant.</summary>
    Warning,

    /// <summary>Wrong; nothing is emitted for the entry.</summary>
    Error,
}
