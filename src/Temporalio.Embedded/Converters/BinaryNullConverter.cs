using System;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>binary/null</c>: null.</summary>
public class BinaryNullConverter : IEncodingConverter
{
    private static readonly ByteString EncodingBytes = ByteString.CopyFromUtf8("binary/null");

    /// <inheritdoc />
    public string Encoding => "binary/null";

    /// <inheritdoc />
    public bool TryToPayload(object? value, out Payload? payload)
    {
        payload = value == null ? new Payload { Metadata = { ["encoding"] = EncodingBytes } } : null;
        return payload != null;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The type has no null.</exception>
    public object? ToValue(Payload payload, Type type) =>
        type.IsValueType && type != typeof(void) && Nullable.GetUnderlyingType(type) == null
            ? throw new ArgumentException($"Payload is null, but type {type} is not nullable", nameof(type))
            : null;
}
