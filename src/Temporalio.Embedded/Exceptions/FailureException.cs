using System;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>Base of the exceptions that correspond to a Temporal failure. Thrown from a workflow, they fail the workflow rather than its task.</summary>
public class FailureException : TemporalException
{
    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure as received.</param>
    /// <param name="inner">The converted cause, if any.</param>
    protected internal FailureException(Failure failure, Exception? inner)
        : base(failure.Message, inner) => Failure = failure;

    /// <summary>Creates the exception from user code.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">The cause, if any.</param>
    protected internal FailureException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The failure this exception was made from, null if user code created it.</summary>
    public Failure? Failure { get; protected init; }

    /// <summary>The stack trace of the received failure if it carries one, else the stack trace of this exception.</summary>
    public override string? StackTrace => string.IsNullOrEmpty(Failure?.StackTrace) ? base.StackTrace : Failure.StackTrace;
}
