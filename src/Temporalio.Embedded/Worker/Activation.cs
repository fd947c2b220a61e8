using System;
using System.Collections.Generic;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Update.V1;

namespace Temporalio.Worker;

/// <summary>What happened to a workflow since it last ran.</summary>
internal sealed class Activation
{
    /// <summary>Gets the time of the workflow task.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Gets a value indicating whether the history has a later task, so that this one is repeated.</summary>
    public required bool Replaying { get; init; }

    /// <summary>Gets the number of events up to the task.</summary>
    public int HistoryLength { get; init; }

    /// <summary>Gets the size of the history.</summary>
    public int HistorySize { get; init; }

    /// <summary>Gets why continuing as new is advised.</summary>
    public IReadOnlyList<SuggestContinueAsNewReason> SuggestContinueAsNew { get; init; } = [];

    /// <summary>Gets the events that are not made by commands, in order.</summary>
    public IReadOnlyList<HistoryEvent> Events { get; init; } = [];

    /// <summary>Gets the updates to handle.</summary>
    public IReadOnlyList<Request> Updates { get; init; } = [];

    /// <summary>Gets the patches that the commands of the task record, if it is repeated.</summary>
    public IReadOnlyCollection<string> Patches { get; init; } = [];
}
