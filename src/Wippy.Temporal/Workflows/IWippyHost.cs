using Wippy.Temporal.Interceptors;

namespace Wippy.Temporal.Workflows;

/// <summary>What the modules of this assembly need from the host of an instance beside what the runtime needs.</summary>
internal interface IWippyHost
{
    /// <summary>Application, worker and context values of the instance.</summary>
    InvocationScope Scope { get; }

    /// <summary>Id of the entry that runs.</summary>
    string EntryId { get; }

    /// <summary>The messages and events of the instance.</summary>
    Mailbox Mailbox { get; }
}
