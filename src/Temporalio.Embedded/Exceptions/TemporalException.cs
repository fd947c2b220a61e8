using System;

namespace Temporalio.Exceptions;

/// <summary>Base of every exception this API defines.</summary>
public abstract class TemporalException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    protected TemporalException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    protected TemporalException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">The cause, if any.</param>
    protected TemporalException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>
    /// Whether the exception is a cancellation in any of its shapes: a .NET cancellation, a cancelled failure, or an activity, child workflow or
    /// Nexus operation that failed because it was cancelled.
    /// </summary>
    /// <param name="e">The exception to look at.</param>
    /// <returns>True for a cancellation.</returns>
    public static bool IsCanceledException(Exception e) => e switch
    {
        OperationCanceledException or CanceledFailureException => true,
        ActivityFailureException or ChildWorkflowFailureException or NexusOperationFailureException => e.InnerException is CanceledFailureException,
        _ => false,
    };
}
