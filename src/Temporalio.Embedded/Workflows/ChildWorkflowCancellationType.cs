namespace Temporalio.Workflows;

/// <summary>Child workflow cancellation type.</summary>
public enum ChildWorkflowCancellationType
{
    /// <summary>Abandon.</summary>
    Abandon = 0,

    /// <summary>Try cancel.</summary>
    TryCancel = 1,

    /// <summary>Wait cancellation completed.</summary>
    WaitCancellationCompleted = 2,

    /// <summary>Wait cancellation requested.</summary>
    WaitCancellationRequested = 3,
}
