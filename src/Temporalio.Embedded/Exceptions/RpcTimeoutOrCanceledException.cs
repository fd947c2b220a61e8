using System;

namespace Temporalio.Exceptions;

/// <summary>A call timed out or was cancelled by the caller.</summary>
public class RpcTimeoutOrCanceledException : TemporalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">The cause.</param>
    public RpcTimeoutOrCanceledException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
