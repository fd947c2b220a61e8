using System;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>An activity or a workflow ran into one of its timeouts.</summary>
public class TimeoutFailureException : FailureException
{
    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure, which has timeout failure info.</param>
    /// <param name="inner">The converted cause, if any.</param>
    /// <param name="converter">Converter for the heartbeat details.</param>
    protected internal TimeoutFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.TimeoutFailureInfo ?? throw new ArgumentException("Failure has no timeout failure info", nameof(failure));
        LastHeartbeatDetails = new InboundFailureDetails(converter, info.LastHeartbeatDetails?.Payloads_);
    }

    /// <summary>The failure this exception was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>Which timeout it was.</summary>
    public TimeoutType TimeoutType => Failure.TimeoutFailureInfo.TimeoutType;

    /// <summary>Details of the last heartbeat before the timeout.</summary>
    public InboundFailureDetails LastHeartbeatDetails { get; protected init; }
}
