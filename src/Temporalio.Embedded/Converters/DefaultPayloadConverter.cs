using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>
/// Payload converter made of encoding converters: a value goes to the first one that takes it, a payload to the one named by its
/// <c>encoding</c> metadata. Raw values pass through.
/// </summary>
public class DefaultPayloadConverter : IPayloadConverter, IWithSerializationContext<IPayloadConverter>
{
    /// <summary>Creates the converter with the five standard encodings and default JSON options.</summary>
    public DefaultPayloadConverter()
        : this(new JsonSerializerOptions())
    {
    }

    /// <summary>Creates the converter with the five standard encodings.</summary>
    /// <param name="jsonSerializerOptions">How JSON is written and read.</param>
    public DefaultPayloadConverter(JsonSerializerOptions jsonSerializerOptions)
        : this(
            new BinaryNullConverter(),
            new BinaryPlainConverter(),
            new JsonProtoConverter(),
            new BinaryProtoConverter(),
            new JsonPlainConverter(jsonSerializerOptions))
    {
    }

    /// <summary>Creates the converter.</summary>
    /// <param name="encodingConverters">Encoding converters in the order they are tried.</param>
    public DefaultPayloadConverter(params IEncodingConverter[] encodingConverters)
    {
        EncodingConverters = encodingConverters;
        IndexedEncodingConverters = Index(encodingConverters);
    }

    /// <summary>Encoding converters in the order they are tried.</summary>
    public IReadOnlyCollection<IEncodingConverter> EncodingConverters { get; private set; }

    /// <summary>Encoding converters by encoding.</summary>
    protected IReadOnlyDictionary<ByteString, IEncodingConverter> IndexedEncodingConverters { get; private set; }

    /// <inheritdoc />
    public Payload ToPayload(object? value)
    {
        if (value is IRawValue raw)
        {
            return raw.Payload;
        }

        if (value is not null && TransferTypes.ConverterOf(value.GetType()) is { } transfer)
        {
            return ToPayload(transfer.ToTransferType(value));
        }

        foreach (var converter in EncodingConverters)
        {
            if (converter.TryToPayload(value, out var payload))
            {
                return payload!;
            }
        }

        throw new ArgumentException($"Value of type {value?.GetType().ToString() ?? "null"} has no converter", nameof(value));
    }

    /// <inheritdoc />
    public object? ToValue(Payload payload, Type type)
    {
        if (type == typeof(IRawValue) || type == typeof(RawValue))
        {
            return new RawValue(payload);
        }

        if (TransferTypes.ConverterOf(type) is { } transfer)
        {
            return transfer.FromTransferType(ToValue(payload, transfer.TransferType));
        }

        if (!payload.Metadata.TryGetValue("encoding", out var encoding))
        {
            throw new ArgumentException("Payload has no encoding", nameof(payload));
        }

        return IndexedEncodingConverters.TryGetValue(encoding, out var converter)
            ? converter.ToValue(payload, type)
            : throw new ArgumentException($"Unknown payload encoding {encoding.ToStringUtf8()}", nameof(payload));
    }

    /// <summary>Gets the converter for a context: itself unless an encoding converter depends on the context.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The converter.</returns>
    public virtual IPayloadConverter WithSerializationContext(ISerializationContext context)
    {
        var converters = EncodingConverters
            .Select(c => c is IWithSerializationContext<IEncodingConverter> with ? with.WithSerializationContext(context) : c)
            .ToArray();
        if (converters.SequenceEqual(EncodingConverters))
        {
            return this;
        }

        var copy = (DefaultPayloadConverter)MemberwiseClone();
        copy.EncodingConverters = converters;
        copy.IndexedEncodingConverters = Index(converters);
        return copy;
    }

    private static Dictionary<ByteString, IEncodingConverter> Index(IEncodingConverter[] converters) =>
        converters.ToDictionary(c => ByteString.CopyFromUtf8(c.Encoding));
}
