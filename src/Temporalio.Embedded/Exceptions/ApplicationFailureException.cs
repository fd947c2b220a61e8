using System;
using System.Collections.Generic;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>A failure raised by user code, with an error type, details and its own say on retrying.</summary>
public class ApplicationFailureException : FailureException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="errorType">Name that retry policies and callers match.</param>
    /// <param name="nonRetryable">Whether no retry policy may retry it.</param>
    /// <param name="details">Values to carry.</param>
    /// <param name="nextRetryDelay">Delay before the next attempt, instead of the one of the retry policy.</param>
    /// <param name="category">How loudly it is to be reported.</param>
    public ApplicationFailureException(
        string message,
        string? errorType = null,
        bool nonRetryable = false,
        IReadOnlyCollection<object?>? details = null,
        TimeSpan? nextRetryDelay = null,
        ApplicationErrorCategory category = ApplicationErrorCategory.Unspecified)
        : this(message, null, errorType, nonRetryable, details, nextRetryDelay, category)
    {
    }

    /// <summary>Creates the exception with a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">The cause, if any.</param>
    /// <param name="errorType">Name that retry policies and callers match.</param>
    /// <param name="nonRetryable">Whether no retry policy may retry it.</param>
    /// <param name="details">Values to carry.</param>
    /// <param name="nextRetryDelay">Delay before the next attempt, instead of the one of the retry policy.</param>
    /// <param name="category">How loudly it is to be reported.</param>
    public ApplicationFailureException(
        string message,
        Exception? inner,
        string? errorType = null,
        bool nonRetryable = false,
        IReadOnlyCollection<object?>? details = null,
        TimeSpan? nextRetryDelay = null,
        ApplicationErrorCategory category = ApplicationErrorCategory.Unspecified)
        : base(message, inner)
    {
        ErrorType = errorType;
        NonRetryable = nonRetryable;
        Details = new OutboundFailureDetails(details);
        NextRetryDelay = nextRetryDelay;
        Category = category;
    }

    /// <summary>Creates the exception from a received failure.</summary>
    /// <param name="failure">The failure, which has application failure info.</param>
    /// <param name="inner">The converted cause, if any.</param>
    /// <param name="converter">Converter for the details.</param>
    protected internal ApplicationFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.ApplicationFailureInfo ?? throw new ArgumentException("Failure has no application failure info", nameof(failure));
        ErrorType = info.Type.Length == 0 ? null : info.Type;
        NonRetryable = info.NonRetryable;
        Details = new InboundFailureDetails(converter, info.Details?.Payloads_);
        NextRetryDelay = info.NextRetryDelay?.ToTimeSpan();
        Category = info.Category;
    }

    /// <summary>Name that retry policies and callers match.</summary>
    public string? ErrorType { get; protected init; }

    /// <summary>Whether no retry policy may retry it.</summary>
    public bool NonRetryable { get; protected init; }

    /// <summary>The values it carries.</summary>
    public IFailureDetails Details { get; protected init; }

    /// <summary>Delay before the next attempt, instead of the one of the retry policy.</summary>
    public TimeSpan? NextRetryDelay { get; protected init; }

    /// <summary>How loudly it is to be reported.</summary>
    public ApplicationErrorCategory Category { get; protected init; }
}
