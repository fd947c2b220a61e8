using System.Collections.Generic;

namespace Wippy.Compiler.Entries;

/// <summary>The kinds of an entry (spec/temporal.md section 1).</summary>
public static class EntryKinds
{
    /// <summary>A workflow in Lua.</summary>
    public const string WorkflowLua = "workflow.lua";

    /// <summary>A function in Lua.</summary>
    public const string FunctionLua = "function.lua";

    /// <summary>A process in Lua.</summary>
    public const string ProcessLua = "process.lua";

    /// <summary>Shared Lua code.</summary>
    public const string LibraryLua = "library.lua";

    /// <summary>A connection to Temporal.</summary>
    public const string TemporalClient = "temporal.client";

    /// <summary>A worker on a task queue.</summary>
    public const string TemporalWorker = "temporal.worker";

    /// <summary>Environment kinds: handed to the application, which reads them when it starts.</summary>
    public static IReadOnlyList<string> Environment { get; } =
    [
        "env.storage.file",
        "env.storage.memory",
        "env.storage.os",
        "env.storage.router",
        "env.storage.static",
        "env.variable",
    ];

    /// <summary>Kinds that are read but not compiled yet.</summary>
    public static IReadOnlyList<string> Recognised { get; } =
    [
        "http.endpoint",
        "http.router",
        "http.service",
        "process.host",
    ];

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } =
        [WorkflowLua, FunctionLua, ProcessLua, LibraryLua, TemporalClient, TemporalWorker, .. Environment, .. Recognised];
}
