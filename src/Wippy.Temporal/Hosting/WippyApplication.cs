using System;
using System.Collections.Generic;
using Wippy.Runtime;

namespace Wippy.Temporal.Hosting;

/// <summary>Everything that the entry files of a project declare: what generated code hands to <see cref="WippyHosting"/>.</summary>
public sealed class WippyApplication
{
    /// <summary>Configuration entries: clients, workers, environment, process hosts, HTTP.</summary>
    public required IReadOnlyList<WippyEntry> Entries { get; init; }

    /// <summary>Workflow entries that name a worker.</summary>
    public required IReadOnlyList<WippyWorkflow> Workflows { get; init; }

    /// <summary>Function and process entries that are activities of a worker.</summary>
    public required IReadOnlyList<WippyActivity> Activities { get; init; }

    /// <summary>Every function and process entry, whether an activity or not.</summary>
    public required IReadOnlyList<WippyFunction> Functions { get; init; }

    /// <summary>An application without entries.</summary>
    public static WippyApplication Empty { get; } = new() { Entries = [], Workflows = [], Activities = [], Functions = [] };
}

/// <summary>A configuration entry with its YAML as written.</summary>
/// <param name="Id">Full id, <c>namespace:name</c>.</param>
/// <param name="Kind">Entry kind, for example <c>temporal.client</c>.</param>
/// <param name="Path">YAML file relative to the source root.</param>
/// <param name="Data">The entry's data; its line is the entry's line.</param>
/// <param name="Meta">The entry's <c>meta</c>, an empty map when absent.</param>
public sealed record WippyEntry(string Id, string Kind, string Path, EntryNode Data, EntryNode Meta);

/// <summary>A workflow and the class compiled from it.</summary>
/// <param name="Id">Entry id.</param>
/// <param name="TypeName">Temporal workflow type.</param>
/// <param name="Worker">Id of the worker entry that runs it.</param>
/// <param name="Type">The class with the workflow attribute.</param>
/// <param name="Program">The compiled Lua.</param>
public sealed record WippyWorkflow(string Id, string TypeName, string Worker, Type Type, LuaProgram Program);

/// <summary>An activity and the method compiled from it.</summary>
/// <param name="Id">Entry id, which is also the Temporal activity type.</param>
/// <param name="Worker">Id of the worker entry that runs it.</param>
/// <param name="Method">The method with the activity attribute.</param>
/// <param name="Program">The compiled Lua.</param>
public sealed record WippyActivity(string Id, string Worker, Delegate Method, LuaProgram Program);

/// <summary>A function or process that Lua can call by id.</summary>
/// <param name="Id">Entry id.</param>
/// <param name="Kind">Entry kind.</param>
/// <param name="Program">The compiled Lua.</param>
/// <param name="Data">The entry's data.</param>
/// <param name="Meta">The entry's <c>meta</c>; <c>options</c> in it are default activity options.</param>
public sealed record WippyFunction(string Id, string Kind, LuaProgram Program, EntryNode Data, EntryNode Meta);
