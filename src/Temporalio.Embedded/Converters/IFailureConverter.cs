using System;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>Converts exceptions to failures and back. Runs inside workflows, so it must be deterministic.</summary>
public interface IFailureConverter
{
    /// <summary>Converts an exception with its causes.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="payloadConverter">Converter for the details.</param>
    /// <returns>The failure.</returns>
    Failure ToFailure(Exception exception, IPayloadConverter payloadConverter);

    /// <summary>Converts a failure with its causes.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="payloadConverter">Converter for the details.</param>
    /// <returns>The exception.</returns>
    Exception ToException(Failure failure, IPayloadConverter payloadConverter);
}
