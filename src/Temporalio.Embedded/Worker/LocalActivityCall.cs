using System;
using System.Collections.Generic;
using System.Threading;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>A local activity that a workflow waits for.</summary>
internal sealed class LocalActivityCall
{
    /// <summary>Gets the number of the call in its workflow.</summary>
    public required int Sequence { get; init; }

    /// <summary>Gets the activity id.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Gets the activity type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Gets the arguments.</summary>
    public required Payloads Input { get; init; }

    /// <summary>Gets the headers.</summary>
    public required IReadOnlyDictionary<string, Payload>? Headers { get; init; }

    /// <summary>Gets the options.</summary>
    public required LocalActivityOptions Options { get; init; }

    /// <summary>Gets the first attempt of this call.</summary>
    public required int Attempt { get; init; }

    /// <summary>Gets when the first attempt was scheduled.</summary>
    public required DateTime OriginalScheduleTime { get; init; }

    /// <summary>Gets what cancels it.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>Gets or sets what to do with the end.</summary>
    public required Action<LocalActivityEnd> Resolve { get; init; }
}

/// <summary>The marker of a local activity.</summary>
/// <param name="Sequence">The number of the call.</param>
/// <param name="Alone">Whether local activities were numbered by themselves, as this engine first did; otherwise all activities together.</param>
/// <param name="ActivityType">The activity type.</param>
/// <param name="End">How it ended.</param>
internal sealed record LocalActivityMarker(int Sequence, bool Alone, string ActivityType, LocalActivityEnd End);

/// <summary>How a local activity ended: what its marker records.</summary>
/// <param name="Result">The result, or null.</param>
/// <param name="Failure">The failure, or null.</param>
/// <param name="Backoff">How long the workflow should wait before the next attempt, or null.</param>
/// <param name="Attempt">The last attempt.</param>
/// <param name="CompleteTime">When it ended.</param>
internal sealed record LocalActivityEnd(Payload? Result, Failure? Failure, TimeSpan? Backoff, int Attempt, DateTime CompleteTime);
