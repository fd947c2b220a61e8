using System;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Converter for one value of the <c>encoding</c> metadata of payloads.</summary>
public interface IEncodingConverter
{
    /// <summary>The <c>encoding</c> this converter writes and reads.</summary>
    string Encoding { get; }

    /// <summary>Converts a value if this converter is the one for it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="payload">The payload, null if the result is false.</param>
    /// <returns>Whether the value was converted.</returns>
    bool TryToPayload(object? value, out Payload? payload);

    /// <summary>Converts a payload that has this encoding.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="type">The type to convert to.</param>
    /// <returns>The value.</returns>
    object? ToValue(Payload payload, Type type);
}
