using System;

namespace Wippy.Compiler.Catalogue;

/// <summary>Classes of a module (spec/temporal.md section 11, "class filter").</summary>
[Flags]
public enum ModuleClasses
{
    /// <summary>No class.</summary>
    None = 0,

    /// <summary>Same result for same arguments.</summary>
    Deterministic = 1,

    /// <summary>Depends on more than its arguments.</summary>
    Nondeterministic = 2,

    /// <summary>Made safe for workflows.</summary>
    Workflow = 4,

    /// <summary>Input and output.</summary>
    InputOutput = 8,

    /// <summary>Network.</summary>
    Network = 16,

    /// <summary>Encoding.</summary>
    Encoding = 32,

    /// <summary>Time.</summary>
    Time = 64,

    /// <summary>Processes.</summary>
    Process = 128,

    /// <summary>Security.</summary>
    Security = 256,

    /// <summary>Storage.</summary>
    Storage = 512,
}
