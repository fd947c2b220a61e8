using System;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>A workflow was terminated.</summary>
public class TerminatedFailureException : FailureException
{
    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure, which has terminated failure info.</param>
    /// <param name="inner">The converted cause, if any.</param>
    /// <param name="details">Details given with the termination, if any.</param>
    protected internal TerminatedFailureException(Failure failure, Exception? inner, InboundFailureDetails? details)
        : base(failure, inner) => Details = details;

    /// <summary>The failure this exception was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Details given with the termination, if any.</summary>
    public IFailureDetails? Details { get; protected init; }
}
