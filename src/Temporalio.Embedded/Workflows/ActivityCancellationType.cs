namespace Temporalio.Workflows;

/// <summary>Activity cancellation type.</summary>
public enum ActivityCancellationType
{
    /// <summary>Try cancel.</summary>
    TryCancel = 0,

    /// <summary>Wait cancellation completed.</summary>
    WaitCancellationCompleted = 1,

    /// <summary>Abandon.</summary>
    Abandon = 2,
}
