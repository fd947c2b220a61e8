using System;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Encoding <c>json/protobuf</c>: protobuf messages in their JSON form.</summary>
public class JsonProtoConverter : IEncodingConverter
{
    private static readonly ByteString EncodingBytes = ByteString.CopyFromUtf8("json/protobuf");

    /// <summary>Creates the converter with the standard JSON form; unknown fields are ignored when reading.</summary>
    public JsonProtoConverter()
        : this(JsonFormatter.Default, new JsonParser(JsonParser.Settings.Default.WithIgnoreUnknownFields(true)))
    {
    }

    /// <summary>Creates the converter.</summary>
    /// <param name="formatter">Writer.</param>
    /// <param name="parser">Reader.</param>
    public JsonProtoConverter(JsonFormatter formatter, JsonParser parser)
    {
        Formatter = formatter;
        Parser = parser;
    }

    /// <inheritdoc />
    public string Encoding => "json/protobuf";

    /// <summary>Writer.</summary>
    protected JsonFormatter Formatter { get; private init; }

    /// <summary>Reader.</summary>
    protected JsonParser Parser { get; private init; }

    /// <inheritdoc />
    public bool TryToPayload(object? value, out Payload? payload)
    {
        payload = value is IMessage message
            ? new Payload
            {
                Metadata = { ["encoding"] = EncodingBytes, ["messageType"] = ByteString.CopyFromUtf8(message.Descriptor.FullName) },
                Data = ByteString.CopyFromUtf8(Formatter.Format(message)),
            }
            : null;
        return payload != null;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The type is not a protobuf message.</exception>
    public object? ToValue(Payload payload, Type type) => Parser.Parse(payload.Data.ToStringUtf8(), ProtoMessageType.Descriptor(type));
}
