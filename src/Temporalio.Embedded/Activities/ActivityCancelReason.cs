namespace Temporalio.Activities;

/// <summary>Why an activity is cancelled.</summary>
public enum ActivityCancelReason
{
    /// <summary>Not cancelled.</summary>
    None = 0,

    /// <summary>The server no longer knows the activity, as after its workflow closed.</summary>
    GoneFromServer = 1,

    /// <summary>Cancellation was requested.</summary>
    CancelRequested = 2,

    /// <summary>It timed out.</summary>
    Timeout = 3,

    /// <summary>The worker shuts down.</summary>
    WorkerShutdown = 4,

    /// <summary>A heartbeat could not be converted.</summary>
    HeartbeatRecordFailure = 5,

    /// <summary>It was paused.</summary>
    Paused = 6,

    /// <summary>It was reset.</summary>
    Reset = 7,
}
