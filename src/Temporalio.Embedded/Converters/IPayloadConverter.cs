using System;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Converts values to payloads and back. Runs inside workflows, so it must be deterministic.</summary>
public interface IPayloadConverter
{
    /// <summary>Converts a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The payload.</returns>
    /// <exception cref="ArgumentException">The value cannot be converted.</exception>
    Payload ToPayload(object? value);

    /// <summary>Converts a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="type">The type to convert to.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The payload cannot be converted.</exception>
    object? ToValue(Payload payload, Type type);
}
