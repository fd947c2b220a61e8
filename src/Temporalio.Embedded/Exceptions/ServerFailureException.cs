using System;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>A failure that the server raised itself.</summary>
public class ServerFailureException : FailureException
{
    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure, which has server failure info.</param>
    /// <param name="inner">The converted cause, if any.</param>
    protected internal ServerFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.ServerFailureInfo == null)
        {
            throw new ArgumentException("Failure has no server failure info", nameof(failure));
        }
    }

    /// <summary>The failure this exception was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Whether no retry policy may retry it.</summary>
    public bool NonRetryable => Failure.ServerFailureInfo.NonRetryable;
}
