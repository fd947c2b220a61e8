using System;
using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>json/plain</c>: everything System.Text.Json can write and read.</summary>
public class JsonPlainConverter : IEncodingConverter
{
    private static readonly ByteString EncodingBytes = ByteString.CopyFromUtf8("json/plain");

    /// <summary>Creates the converter.</summary>
    /// <param name="serializerOptions">How to write and read.</param>
    public JsonPlainConverter(JsonSerializerOptions serializerOptions) => SerializerOptions = serializerOptions;

    /// <inheritdoc />
    public virtual string Encoding => "json/plain";

    /// <summary>How to write and read.</summary>
    protected JsonSerializerOptions SerializerOptions { get; private init; }

    /// <inheritdoc />
    public virtual bool TryToPayload(object? value, out Payload? payload)
    {
        payload = new Payload
        {
            Metadata = { ["encoding"] = Encoding == "json/plain" ? EncodingBytes : ByteString.CopyFromUtf8(Encoding) },
            Data = UnsafeByteOperations.UnsafeWrap(JsonSerializer.SerializeToUtf8Bytes(value, value?.GetType() ?? typeof(object), SerializerOptions)),
        };
        return true;
    }

    /// <inheritdoc />
    public virtual object? ToValue(Payload payload, Type type) => JsonSerializer.Deserialize(payload.Data.Span, type, SerializerOptions);
}
