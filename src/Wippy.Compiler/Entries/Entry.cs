using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

/// <summary>An entry of an entry file (spec/temporal.md section 1).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind as written.</param>
/// <param name="Location">Where its name stands.</param>
/// <param name="Meta">Its <c>meta</c>, merged over that of the file.</param>
/// <param name="Data">Its data: what is under <c>data</c>, or else its other keys.</param>
/// <param name="Lifecycle">Its <c>lifecycle</c>, when there is one.</param>
public abstract record Entry(
    EntryId Id, string Kind, SourceLocation Location, YamlMapping Meta, YamlMapping Data, Lifecycle? Lifecycle);

/// <summary>An entry whose kind is known but has no model of its own; read from <see cref="Entry.Data"/>.</summary>
/// <inheritdoc cref="Entry"/>
public sealed record OtherEntry(
    EntryId Id, string Kind, SourceLocation Location, YamlMapping Meta, YamlMapping Data, Lifecycle? Lifecycle)
    : Entry(Id, Kind, Location, Meta, Data, Lifecycle);

/// <summary>What a Lua entry is.</summary>
public enum LuaEntryKind
{
    /// <summary><c>workflow.lua</c>.</summary>
    Workflow,

    /// <summary><c>function.lua</c>.</summary>
    Function,

    /// <summary><c>process.lua</c>.</summary>
    Process,

    /// <summary><c>library.lua</c>.</summary>
    Library,
}

/// <summary>An import: the module value of a library under a global name.</summary>
/// <param name="Alias">The global.</param>
/// <param name="Target">The library.</param>
public sealed record LuaImport(Located<string> Alias, Located<EntryId> Target);

/// <summary><c>meta.temporal.workflow</c> (spec/temporal.md section 4).</summary>
/// <param name="Worker">The worker it is registered on; null when it is not.</param>
/// <param name="TypeName">The workflow type; the entry id unless named.</param>
public sealed record WorkflowMetadata(Located<EntryId>? Worker, string TypeName);

/// <summary><c>meta.temporal.activity</c> (spec/temporal.md section 5).</summary>
/// <param name="Worker">The worker it is registered on; null when it is not.</param>
/// <param name="IsLocal"><c>local: true</c>.</param>
public sealed record ActivityMetadata(Located<EntryId>? Worker, bool IsLocal);

/// <summary>An entry with Lua code.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LuaKind">Its kind.</param>
/// <param name="Kind">Its kind as written.</param>
/// <param name="Location">Where its name stands.</param>
/// <param name="Meta">Its <c>meta</c>, merged over that of the file.</param>
/// <param name="Data">Its data.</param>
/// <param name="Lifecycle">Its <c>lifecycle</c>, when there is one.</param>
/// <param name="SourcePath">The resolved path of a <c>file://</c> source, with <c>/</c> as separator.</param>
/// <param name="InlineSource">The text of an inline source; its locations are places of the entry file.</param>
/// <param name="SourceLocation">Where <c>source</c> stands.</param>
/// <param name="Method">The entry function; null for a library.</param>
/// <param name="Modules">The modules it may use.</param>
/// <param name="Imports">The libraries it uses.</param>
/// <param name="Workflow">Present when it is a workflow.</param>
/// <param name="Activity">Present when it is an activity.</param>
/// <param name="ActivityOptions"><c>meta.options</c>: default activity options; empty when absent.</param>
public sealed record LuaEntry(
    EntryId Id,
    LuaEntryKind LuaKind,
    string Kind,
    SourceLocation Location,
    YamlMapping Meta,
    YamlMapping Data,
    Lifecycle? Lifecycle,
    string? SourcePath,
    SourceText? InlineSource,
    SourceLocation SourceLocation,
    Located<string>? Method,
    EquatableArray<Located<string>> Modules,
    EquatableArray<LuaImport> Imports,
    WorkflowMetadata? Workflow,
    ActivityMetadata? Activity,
    YamlMapping ActivityOptions)
    : Entry(Id, Kind, Location, Meta, Data, Lifecycle);

/// <summary><c>lifecycle</c> of a service; what is absent has the default of spec/temporal.md section 1.</summary>
/// <param name="AutoStart">Whether it starts with the app.</param>
/// <param name="Startup"><c>required</c> or <c>optional</c>.</param>
/// <param name="Requires">Union of <c>requires</c> and <c>depends_on</c>.</param>
/// <param name="StartTimeout">Limit for the start.</param>
/// <param name="StopTimeout">Limit for the stop.</param>
/// <param name="StableThreshold">After this time a start counts as stable.</param>
/// <param name="Restart">How it is restarted.</param>
/// <param name="Security">The security context, as written.</param>
public sealed record Lifecycle(
    ConfigValue? AutoStart,
    string Startup,
    EquatableArray<Located<EntryId>> Requires,
    ConfigValue? StartTimeout,
    ConfigValue? StopTimeout,
    ConfigValue? StableThreshold,
    RestartPolicy? Restart,
    YamlMapping? Security);

/// <summary><c>lifecycle.restart</c>.</summary>
/// <param name="InitialDelay">First delay.</param>
/// <param name="MaxDelay">Longest delay.</param>
/// <param name="BackoffFactor">Growth of the delay.</param>
/// <param name="Jitter">Random share of the delay.</param>
/// <param name="MaxAttempts">Limit; 0 means none.</param>
public sealed record RestartPolicy(
    ConfigValue? InitialDelay, ConfigValue? MaxDelay, ConfigValue? BackoffFactor, ConfigValue? Jitter, ConfigValue? MaxAttempts);
