using System;

namespace Temporalio.Exceptions;

/// <summary>Waiting for an update timed out or was cancelled. The update itself may still be running.</summary>
public class WorkflowUpdateRpcTimeoutOrCanceledException : RpcTimeoutOrCanceledException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="inner">The cause.</param>
    public WorkflowUpdateRpcTimeoutOrCanceledException(Exception? inner)
        : base("Timeout or cancellation waiting for update", inner)
    {
    }
}
