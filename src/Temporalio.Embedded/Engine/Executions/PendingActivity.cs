using System;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Engine.Timers;

namespace Temporalio.Engine.Executions;

/// <summary>An activity that has not ended.</summary>
/// <param name="scheduled">The event that scheduled it.</param>
internal sealed class PendingActivity(HistoryEvent scheduled)
{
    /// <summary>Gets the id of the event that scheduled it.</summary>
    public long ScheduledEventId { get; } = scheduled.EventId;

    /// <summary>Gets what was scheduled.</summary>
    public ActivityTaskScheduledEventAttributes Attributes { get; } = scheduled.ActivityTaskScheduledEventAttributes;

    /// <summary>Gets when it was scheduled.</summary>
    public DateTime ScheduledTime { get; } = scheduled.EventTime.ToDateTime();

    /// <summary>Gets or sets the attempt.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>Gets or sets a value indicating whether a worker has it.</summary>
    public bool Started { get; set; }

    /// <summary>Gets or sets when the attempt was scheduled.</summary>
    public DateTime AttemptScheduledTime { get; set; } = scheduled.EventTime.ToDateTime();

    /// <summary>Gets or sets how long the attempt waits for its turn after the one before.</summary>
    public TimeSpan RetryDelay { get; set; }

    /// <summary>Gets or sets when the attempt started.</summary>
    public DateTime StartedTime { get; set; }

    /// <summary>Gets or sets when the last heartbeat came.</summary>
    public DateTime LastHeartbeat { get; set; }

    /// <summary>Gets or sets the last heartbeat details.</summary>
    public Payloads? HeartbeatDetails { get; set; }

    /// <summary>Gets or sets why the last attempt failed.</summary>
    public Failure? LastFailure { get; set; }

    /// <summary>Gets or sets the worker that has it.</summary>
    public string Identity { get; set; } = string.Empty;

    /// <summary>Gets or sets the event that requested cancellation; 0 if none did.</summary>
    public long CancelRequestedEventId { get; set; }

    /// <summary>Gets or sets the timer that limits or starts the current attempt.</summary>
    public TimerEntry? AttemptTimer { get; set; }

    /// <summary>Gets or sets the timer that limits the time to the next heartbeat.</summary>
    public TimerEntry? HeartbeatTimer { get; set; }

    /// <summary>Gets or sets the timer that limits all attempts.</summary>
    public TimerEntry? TotalTimer { get; set; }

    /// <summary>Gets a limit that is set.</summary>
    /// <param name="value">The limit; null or zero means none.</param>
    /// <returns>The limit, or null.</returns>
    public static TimeSpan? Limit(Duration? value) =>
        value is null || (value.Seconds == 0 && value.Nanos == 0) ? null : value.ToTimeSpan();

    /// <summary>Cancels its timers.</summary>
    public void CancelTimers()
    {
        AttemptTimer?.Cancel();
        HeartbeatTimer?.Cancel();
        TotalTimer?.Cancel();
    }

    /// <summary>Describes it; also what is stored of it beside the history.</summary>
    /// <returns>The description.</returns>
    public PendingActivityInfo ToInfo() => new()
    {
        ActivityId = Attributes.ActivityId,
        ActivityType = Attributes.ActivityType,
        State = CancelRequestedEventId > 0 ? PendingActivityState.CancelRequested : Started ? PendingActivityState.Started : PendingActivityState.Scheduled,
        HeartbeatDetails = HeartbeatDetails,
        LastHeartbeatTime = ToTimestamp(LastHeartbeat),
        LastStartedTime = Started ? ToTimestamp(StartedTime) : null,
        Attempt = Attempt,
        MaximumAttempts = Attributes.RetryPolicy?.MaximumAttempts ?? 0,
        ScheduledTime = Timestamp.FromDateTime(AttemptScheduledTime),
        LastFailure = LastFailure,
        CurrentRetryInterval = RetryDelay > TimeSpan.Zero ? Duration.FromTimeSpan(RetryDelay) : null,
        LastWorkerIdentity = Identity,
    };

    /// <summary>Takes over what was stored.</summary>
    /// <param name="info">The description.</param>
    public void Restore(PendingActivityInfo info)
    {
        Attempt = info.Attempt;
        Started = info.LastStartedTime is not null;
        AttemptScheduledTime = info.ScheduledTime.ToDateTime();
        StartedTime = info.LastStartedTime?.ToDateTime() ?? default;
        LastHeartbeat = info.LastHeartbeatTime?.ToDateTime() ?? default;
        HeartbeatDetails = info.HeartbeatDetails;
        LastFailure = info.LastFailure;
        RetryDelay = info.CurrentRetryInterval?.ToTimeSpan() ?? TimeSpan.Zero;
        Identity = info.LastWorkerIdentity;
    }

    private static Timestamp? ToTimestamp(DateTime time) => time == default ? null : Timestamp.FromDateTime(time);
}
