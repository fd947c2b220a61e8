using System;
using System.Threading;
using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Activities;

/// <summary>What an activity may use, by <see cref="Current"/>: it follows the asynchronous flow of the activity.</summary>
public class ActivityExecutionContext
{
    private readonly Func<ITemporalClient?> client;
    private readonly Action<object?[]> heartbeat;

    internal ActivityExecutionContext(
        ActivityInfo info,
        CancellationToken cancellationToken,
        CancellationToken workerShutdownToken,
        ILogger logger,
        MetricMeter metricMeter,
        IPayloadConverter payloadConverter,
        Func<ITemporalClient?> client,
        Action<object?[]> heartbeat)
    {
        Info = info;
        CancellationToken = cancellationToken;
        WorkerShutdownToken = workerShutdownToken;
        Logger = logger;
        MetricMeter = metricMeter;
        PayloadConverter = payloadConverter;
        this.client = client;
        this.heartbeat = heartbeat;
    }

    /// <summary>Gets the context of the activity that is running.</summary>
    /// <exception cref="InvalidOperationException">No activity is running.</exception>
    public static ActivityExecutionContext Current => Flow.Value ?? throw new InvalidOperationException("No current context");

    /// <summary>Gets a value indicating whether an activity is running.</summary>
    public static bool HasCurrent => Flow.Value is not null;

    /// <summary>Gets why the activity is cancelled.</summary>
    public ActivityCancelReason CancelReason { get; internal set; }

    /// <summary>Gets why the activity is cancelled, in detail.</summary>
    public ActivityCancellationDetails? CancellationDetails { get; internal set; }

    /// <summary>Gets the token that is cancelled when the activity should stop.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Gets the facts of the activity.</summary>
    public ActivityInfo Info { get; }

    /// <summary>Gets the logger.</summary>
    public ILogger Logger { get; }

    /// <summary>Gets the meter.</summary>
    public MetricMeter MetricMeter { get; }

    /// <summary>Gets the payload converter.</summary>
    public IPayloadConverter PayloadConverter { get; }

    /// <summary>Gets the client of the worker.</summary>
    /// <exception cref="InvalidOperationException">The worker was not given a full client.</exception>
    public ITemporalClient TemporalClient => client() ?? throw new InvalidOperationException("No Temporal client available");

    /// <summary>Gets the token that is cancelled when the worker starts to shut down.</summary>
    public CancellationToken WorkerShutdownToken { get; }

    /// <summary>Gets the flow that carries the context.</summary>
    internal static AsyncLocal<ActivityExecutionContext?> Flow { get; } = new();

    /// <summary>Tells the engine that the activity is alive; it learns of a cancellation by this. Ignored in local activities.</summary>
    /// <param name="details">The details; the next attempt gets them.</param>
    public void Heartbeat(params object?[] details) => heartbeat(details);
}
