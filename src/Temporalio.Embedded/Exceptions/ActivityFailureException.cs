using System;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Exceptions;

/// <summary>An activity failed, as its workflow sees it. The cause is the inner exception.</summary>
public class ActivityFailureException : FailureException
{
    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure, which has activity failure info.</param>
    /// <param name="inner">The converted cause, if any.</param>
    protected internal ActivityFailureException(Failure failure, Exception? inner)
        : base(failure, inner)
    {
        if (failure.ActivityFailureInfo == null)
        {
            throw new ArgumentException("Failure has no activity failure info", nameof(failure));
        }
    }

    /// <summary>The failure this exception was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Type name of the activity.</summary>
    public string ActivityType => Failure.ActivityFailureInfo.ActivityType?.Name ?? string.Empty;

    /// <summary>Id of the activity.</summary>
    public string ActivityId => Failure.ActivityFailureInfo.ActivityId;

    /// <summary>Identity of the worker that ran it, null if unknown.</summary>
    public string? Identity => Failure.ActivityFailureInfo.Identity.Length == 0 ? null : Failure.ActivityFailureInfo.Identity;

    /// <summary>Why it was not retried.</summary>
    public RetryState RetryState => Failure.ActivityFailureInfo.RetryState;
}
