using System;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

/// <summary>A <c>temporal.worker</c> (spec/temporal.md section 3).</summary>
/// <param name="Id">Its id; also the name of the spawn host.</param>
/// <param name="Location">Where its name stands.</param>
/// <param name="Meta">Its <c>meta</c>.</param>
/// <param name="Data">Its data.</param>
/// <param name="Lifecycle">Its <c>lifecycle</c>.</param>
/// <param name="Client">Its client; null means the implicit one.</param>
/// <param name="TaskQueue">The queue it polls, without the client's prefix.</param>
/// <param name="Options"><c>worker_options</c> that are given, in the order of the file; <c>build_id_env</c> becomes a placeholder of <c>build_id</c>.</param>
/// <param name="Workflows">false: registers no workflow.</param>
/// <param name="Activities">false: registers no activity.</param>
public sealed record TemporalWorkerEntry(
    EntryId Id,
    SourceLocation Location,
    YamlMapping Meta,
    YamlMapping Data,
    Lifecycle? Lifecycle,
    Located<EntryId>? Client,
    ConfigValue TaskQueue,
    EquatableArray<WorkerOption> Options,
    ConfigValue? Workflows,
    ConfigValue? Activities)
    : Entry(Id, EntryKinds.TemporalWorker, Location, Meta, Data, Lifecycle)
{
    /// <summary>The value of a worker option, or null when it is not given.</summary>
    public ConfigValue? Option(string name)
    {
        foreach (var option in Options)
        {
            if (string.Equals(option.Name, name, StringComparison.Ordinal))
            {
                return option.Value;
            }
        }

        return null;
    }
}

/// <summary>One of the <c>worker_options</c>.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record WorkerOption(string Name, ConfigValue Value);
