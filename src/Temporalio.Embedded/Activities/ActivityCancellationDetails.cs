namespace Temporalio.Activities;

/// <summary>Why an activity is cancelled; several reasons may hold.</summary>
public class ActivityCancellationDetails
{
    /// <summary>The server no longer knows the activity, as after its workflow closed.</summary>
    public bool IsGoneFromServer { get; init; }

    /// <summary>Cancellation was requested.</summary>
    public bool IsCancelRequested { get; init; }

    /// <summary>It timed out.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>The worker shuts down.</summary>
    public bool IsWorkerShutdown { get; init; }

    /// <summary>A heartbeat could not be converted.</summary>
    public bool IsHeartbeatRecordFailure { get; init; }

    /// <summary>It was paused.</summary>
    public bool IsPaused { get; init; }

    /// <summary>It was reset.</summary>
    public bool IsReset { get; init; }
}
