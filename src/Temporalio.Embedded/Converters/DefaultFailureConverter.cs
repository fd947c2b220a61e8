using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Exceptions;

namespace Temporalio.Converters;

/// <summary>Converts exceptions to failures and back.</summary>
public class DefaultFailureConverter : IFailureConverter
{
    /// <summary>Creates the converter with default options.</summary>
    public DefaultFailureConverter()
        : this(new())
    {
    }

    /// <summary>Creates the converter.</summary>
    /// <param name="options">Options.</param>
    protected DefaultFailureConverter(DefaultFailureConverterOptions options) => Options = options;

    /// <summary>Options; not to be changed.</summary>
    public DefaultFailureConverterOptions Options { get; private init; }

    /// <summary>
    /// Converts an exception with its causes. An exception that came from a failure gives that failure again; any exception that is not a
    /// <see cref="FailureException" /> becomes an application failure whose type is the short name of the exception type.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <param name="payloadConverter">Converter for the details.</param>
    /// <returns>The failure.</returns>
    /// <exception cref="ArgumentException">The exception is a subclass of <see cref="FailureException" /> that has no failure form.</exception>
    public virtual Failure ToFailure(Exception exception, IPayloadConverter payloadConverter)
    {
        if (exception is FailureException { Failure: { } original })
        {
            return AsReceived(original);
        }

        var failure = new Failure
        {
            Message = exception.Message,
            Source = "DotNetSDK",
            StackTrace = exception.StackTrace ?? string.Empty,
            Cause = exception.InnerException == null ? null : ToFailure(exception.InnerException, payloadConverter),
        };
        switch (exception)
        {
            case ApplicationFailureException application:
                failure.ApplicationFailureInfo = new()
                {
                    Type = application.ErrorType ?? string.Empty,
                    NonRetryable = application.NonRetryable,
                    Details = ToPayloads(application.Details, payloadConverter),
                    NextRetryDelay = application.NextRetryDelay is { } delay ? Duration.FromTimeSpan(delay) : null,
                    Category = application.Category,
                };
                break;
            case CanceledFailureException canceled:
                failure.CanceledFailureInfo = new() { Details = ToPayloads(canceled.Details, payloadConverter) };
                break;
            case WorkflowAlreadyStartedException or ScheduleAlreadyRunningException:
            case not FailureException:
                failure.ApplicationFailureInfo = new() { Type = exception.GetType().Name };
                break;
            default:
                throw new ArgumentException($"Exception of type {exception.GetType()} has no failure form", nameof(exception));
        }

        if (Options.EncodeCommonAttributes)
        {
            failure.EncodedAttributes = payloadConverter.ToPayload(
                new Dictionary<string, string> { ["message"] = failure.Message, ["stack_trace"] = failure.StackTrace });
            Hide(failure);
        }

        return failure;
    }

    /// <summary>Converts a failure with its causes. The failure is not changed.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="payloadConverter">Converter for the details.</param>
    /// <returns>The exception.</returns>
    public virtual Exception ToException(Failure failure, IPayloadConverter payloadConverter)
    {
        failure = WithDecodedCommonAttributes(failure, payloadConverter);
        var inner = failure.Cause == null ? null : ToException(failure.Cause, payloadConverter);
        return failure.FailureInfoCase switch
        {
            Failure.FailureInfoOneofCase.ApplicationFailureInfo => new ApplicationFailureException(failure, inner, payloadConverter),
            Failure.FailureInfoOneofCase.TimeoutFailureInfo => new TimeoutFailureException(failure, inner, payloadConverter),
            Failure.FailureInfoOneofCase.CanceledFailureInfo => new CanceledFailureException(failure, inner, payloadConverter),
            Failure.FailureInfoOneofCase.TerminatedFailureInfo => new TerminatedFailureException(failure, inner, null),
            Failure.FailureInfoOneofCase.ServerFailureInfo => new ServerFailureException(failure, inner),
            Failure.FailureInfoOneofCase.ActivityFailureInfo => new ActivityFailureException(failure, inner),
            Failure.FailureInfoOneofCase.ChildWorkflowExecutionFailureInfo => new ChildWorkflowFailureException(failure, inner),
            Failure.FailureInfoOneofCase.NexusOperationExecutionFailureInfo => new NexusOperationFailureException(failure, inner),
            _ => new FailureException(failure, inner),
        };
    }

    private static Failure AsReceived(Failure failure)
    {
        var copy = failure.Clone();
        for (var current = copy; current != null; current = current.Cause)
        {
            if (current.EncodedAttributes != null)
            {
                Hide(current);
            }
        }

        return copy;
    }

    private static void Hide(Failure failure)
    {
        failure.Message = "Encoded failure";
        failure.StackTrace = string.Empty;
    }

    private static Payloads? ToPayloads(IFailureDetails details, IPayloadConverter payloadConverter)
    {
        if (details.Count == 0)
        {
            return null;
        }

        var payloads = details switch
        {
            InboundFailureDetails inbound => inbound.Payloads!,
            OutboundFailureDetails outbound => payloadConverter.ToPayloads(outbound.Details!),
            _ => Enumerable.Range(0, details.Count).Select(i => payloadConverter.ToPayload(details.ElementAt<object?>(i))),
        };
        return new Payloads { Payloads_ = { payloads } };
    }

    private static Failure WithDecodedCommonAttributes(Failure failure, IPayloadConverter payloadConverter)
    {
        if (failure.EncodedAttributes == null)
        {
            return failure;
        }

        Dictionary<string, string?>? attributes;
        try
        {
            attributes = payloadConverter.ToValue<Dictionary<string, string?>?>(failure.EncodedAttributes);
        }
        catch (Exception e) when (e is ArgumentException or JsonException or NotSupportedException or InvalidOperationException)
        {
            // Written by another converter or still encrypted: the placeholder message says so.
            return failure;
        }

        var decoded = failure.Clone();
        if (attributes?.GetValueOrDefault("message") is { } message)
        {
            decoded.Message = message;
        }

        if (attributes?.GetValueOrDefault("stack_trace") is { } stackTrace)
        {
            decoded.StackTrace = stackTrace;
        }

        return decoded;
    }

    /// <summary>The converter with <see cref="DefaultFailureConverterOptions.EncodeCommonAttributes" /> set.</summary>
    public class WithEncodedCommonAttributes : DefaultFailureConverter
    {
        /// <summary>Creates the converter.</summary>
        public WithEncodedCommonAttributes()
            : base(new() { EncodeCommonAttributes = true })
        {
        }
    }
}
