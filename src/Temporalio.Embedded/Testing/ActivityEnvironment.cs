using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Runtime;

namespace Temporalio.Testing;

/// <summary>Runs activity code with an <see cref="ActivityExecutionContext"/>, without an engine.</summary>
public record ActivityEnvironment
{
    /// <summary>The facts that an activity sees unless others are given.</summary>
    public static readonly ActivityInfo DefaultInfo = new(
        "test",
        "unknown",
        1,
        DateTime.UnixEpoch,
        DataConverter.Default,
        [],
        null,
        false,
        "default",
        Priority.Default,
        null,
        TimeSpan.FromSeconds(1),
        DateTime.UnixEpoch,
        TimeSpan.FromSeconds(1),
        DateTime.UnixEpoch,
        "test",
        "test"u8.ToArray(),
        "test",
        "default",
        "test-run",
        "test");

    private ActivityExecutionContext? running;

    /// <summary>Initializes a new instance of the <see cref="ActivityEnvironment"/> class.</summary>
    public ActivityEnvironment()
    {
    }

    /// <summary>Gets or sets why the activity is cancelled.</summary>
    public ActivityCancelReason CancelReason { get; set; }

    /// <summary>Gets or sets why the activity is cancelled, in detail.</summary>
    public ActivityCancellationDetails? CancellationDetails { get; set; }

    /// <summary>Gets or initializes what cancels the activity.</summary>
    public CancellationTokenSource CancellationTokenSource { get; init; } = new();

    /// <summary>Gets or initializes what takes heartbeats.</summary>
    public Action<object?[]> Heartbeater { get; init; } = _ => { };

    /// <summary>Gets or initializes the facts of the activity.</summary>
    public ActivityInfo Info { get; init; } = DefaultInfo;

    /// <summary>Gets or initializes the logger.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Gets or initializes the meter; null means one that does nothing.</summary>
    public MetricMeter? MetricMeter { get; init; }

    /// <summary>Gets or initializes the payload converter.</summary>
    public IPayloadConverter PayloadConverter { get; init; } = DataConverter.Default.PayloadConverter;

    /// <summary>Gets or initializes the client.</summary>
    public ITemporalClient? TemporalClient { get; init; }

    /// <summary>Gets or initializes what tells of the shutdown of the worker.</summary>
    public CancellationTokenSource WorkerShutdownTokenSource { get; init; } = new();

    /// <summary>Cancels the activity as if cancellation had been requested.</summary>
    public void Cancel() => Cancel(ActivityCancelReason.CancelRequested);

    /// <summary>Cancels the activity.</summary>
    /// <param name="reason">Why.</param>
    public void Cancel(ActivityCancelReason reason) => Cancel(reason, new ActivityCancellationDetails
    {
        IsCancelRequested = reason == ActivityCancelReason.CancelRequested,
        IsGoneFromServer = reason == ActivityCancelReason.GoneFromServer,
        IsHeartbeatRecordFailure = reason == ActivityCancelReason.HeartbeatRecordFailure,
        IsPaused = reason == ActivityCancelReason.Paused,
        IsReset = reason == ActivityCancelReason.Reset,
        IsTimedOut = reason == ActivityCancelReason.Timeout,
        IsWorkerShutdown = reason == ActivityCancelReason.WorkerShutdown,
    });

    /// <summary>Cancels the activity.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="details">Why, in detail.</param>
    public void Cancel(ActivityCancelReason reason, ActivityCancellationDetails details)
    {
        CancelReason = reason;
        CancellationDetails = details;
        if (running is { } context)
        {
            context.CancelReason = reason;
            context.CancellationDetails = details;
        }

        CancellationTokenSource.Cancel();
    }

    /// <summary>Runs an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>A task for the end.</returns>
    public Task RunAsync(Action activity) => RunAsync(() =>
    {
        activity();
        return Task.CompletedTask;
    });

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="T">The result type.</typeparam>
    /// <param name="activity">The activity.</param>
    /// <returns>The result.</returns>
    public Task<T> RunAsync<T>(Func<T> activity) => RunAsync(() => Task.FromResult(activity()));

    /// <summary>Runs an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>A task for the end.</returns>
    public Task RunAsync(Func<Task> activity) => RunAsync(async () =>
    {
        await activity().ConfigureAwait(false);
        return true;
    });

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="T">The result type.</typeparam>
    /// <param name="activity">The activity.</param>
    /// <returns>The result.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> activity)
    {
        running = new ActivityExecutionContext(
            Info,
            CancellationTokenSource.Token,
            WorkerShutdownTokenSource.Token,
            Logger,
            MetricMeter ?? NoMetricMeter.Instance,
            PayloadConverter,
            () => TemporalClient,
            Heartbeater)
        {
            CancelReason = CancelReason,
            CancellationDetails = CancellationDetails,
        };
        ActivityExecutionContext.Flow.Value = running;
        return await activity().ConfigureAwait(false);
    }
}
