using System;
using System.Collections.Generic;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>Something was cancelled.</summary>
public class CanceledFailureException : FailureException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="inner">The cause, if any.</param>
    /// <param name="details">Values to carry.</param>
    protected internal CanceledFailureException(string message, Exception? inner = null, IReadOnlyCollection<object?>? details = null)
        : base(message, inner) => Details = new OutboundFailureDetails(details);

    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure, which has canceled failure info.</param>
    /// <param name="inner">The converted cause, if any.</param>
    /// <param name="converter">Converter for the details.</param>
    protected internal CanceledFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.CanceledFailureInfo ?? throw new ArgumentException("Failure has no canceled failure info", nameof(failure));
        Details = new InboundFailureDetails(converter, info.Details?.Payloads_);
    }

    /// <summary>The failure this exception was made from.</summary>
    public new Failure Failure => base.Failure!;

    /// <summary>The values it carries.</summary>
    public IFailureDetails Details { get; protected init; }
}
