using System;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Engine;

namespace Temporalio.Worker;

/// <summary>
/// Sends the heartbeats of an activity: the first at once, then the latest of each throttle interval. Cancellation is asked for
/// with each of them, sent or not, since asking costs nothing in the process.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="context">What the worker works with.</param>
/// <param name="token">The activity.</param>
/// <param name="timeout">The heartbeat timeout.</param>
internal sealed class Heartbeats(IEngine engine, WorkerContext context, ActivityToken token, TimeSpan? timeout)
{
    private readonly Lock gate = new();
    private readonly TimeSpan interval = Interval(context.Options, timeout);
    private DateTime lastSent;
    private object?[]? waiting;
    private Task sending = Task.CompletedTask;

    /// <summary>Gets or sets the activity to cancel.</summary>
    public ActivityRun? Run { get; set; }

    /// <summary>Takes a heartbeat.</summary>
    /// <param name="details">The details.</param>
    public void Send(object?[] details)
    {
        Notice(engine.CheckActivity(token));
        lock (gate)
        {
            var now = engine.UtcNow;
            if (now - lastSent < interval)
            {
                waiting = details;
                return;
            }

            waiting = null;
            lastSent = now;
            sending = SendAsync(sending, details);
        }
    }

    /// <summary>Sends what is still held back: the next attempt must see the latest details.</summary>
    /// <returns>A task for the end.</returns>
    public async Task FlushAsync()
    {
        Task last;
        lock (gate)
        {
            if (waiting is not null)
            {
                sending = SendAsync(sending, waiting);
                waiting = null;
            }

            last = sending;
        }

        await last.ConfigureAwait(false);
    }

    private static TimeSpan Interval(TemporalWorkerOptions options, TimeSpan? timeout)
    {
        var wanted = timeout is { } t ? t * 0.8 : options.DefaultHeartbeatThrottleInterval;
        return wanted < options.MaxHeartbeatThrottleInterval ? wanted : options.MaxHeartbeatThrottleInterval;
    }

    private async Task SendAsync(Task before, object?[] details)
    {
        await before.ConfigureAwait(false);
        try
        {
            var payloads = await PayloadConversion.ToPayloadsAsync(Run?.Converter ?? context.Converter, details).ConfigureAwait(false);
            Notice(await engine.RecordActivityTaskHeartbeatAsync(token, payloads).ConfigureAwait(false));
        }
        catch (Exception)
        {
            // Details that cannot be converted or stored end the activity, as with the official SDK.
            Run?.Cancel(ActivityCancelReason.HeartbeatRecordFailure, new ActivityCancellationDetails { IsHeartbeatRecordFailure = true });
        }
    }

    private void Notice(ActivityHeartbeatResult result)
    {
        if (result == ActivityHeartbeatResult.CancelRequested)
        {
            Run?.Cancel(ActivityCancelReason.CancelRequested, new ActivityCancellationDetails { IsCancelRequested = true });
        }
        else if (result == ActivityHeartbeatResult.NotFound)
        {
            Run?.Cancel(ActivityCancelReason.GoneFromServer, new ActivityCancellationDetails { IsGoneFromServer = true });
        }
    }
}
