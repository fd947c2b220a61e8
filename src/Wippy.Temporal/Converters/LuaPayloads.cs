using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Wippy.Runtime;
using Wippy.Runtime.Modules;

namespace Wippy.Temporal.Converters;

/// <summary>Lua values as Temporal payloads and back (spec/temporal.md section 12).</summary>
internal static class LuaPayloads
{
    public const string BinaryNull = "binary/null";
    public const string BinaryPlain = "binary/plain";
    public const string JsonPlain = "json/plain";

    private const string EncodingKey = "encoding";
    private static readonly ByteString JsonEncoding = ByteString.CopyFromUtf8(JsonPlain);

    /// <summary>A value as a JSON payload. Raises for a value that has no JSON form.</summary>
    public static Payload Encode(LuaValue value) =>
        TryEncode(value, out var payload, out var message) ? payload : throw new LuaException(new LuaError(LuaError.Internal, message) { Retryable = false });

    /// <summary>A value as a JSON payload; false with the reason when it has no JSON form.</summary>
    public static bool TryEncode(LuaValue value, [NotNullWhen(true)] out Payload? payload, [NotNullWhen(false)] out string? message)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            LuaJson.Write(value, output, omitUserdata: true);
        }
        catch (LuaJsonException error)
        {
            payload = null;
            message = error.Message;
            return false;
        }

        payload = new Payload { Data = ByteString.CopyFrom(output.WrittenSpan) };
        payload.Metadata[EncodingKey] = JsonEncoding;
        message = null;
        return true;
    }

    /// <summary>The value of a payload. Raises for an encoding that Lua cannot read.</summary>
    public static LuaValue Decode(Payload payload)
    {
        switch (EncodingOf(payload))
        {
            case BinaryNull:
                return LuaValue.Nil;
            case BinaryPlain:
                return LuaString.FromBytes(payload.Data.Span);
            case JsonPlain:
                return DecodeJson(payload.Data.Span);
            case "":
                throw Failure("missing encoding metadata in payload");
            case var other:
                throw Failure($"unsupported temporal payload encoding: {other}");
        }
    }

    /// <summary>The value of a payload; false when Lua cannot read it.</summary>
    public static bool TryDecode(Payload payload, out LuaValue value)
    {
        try
        {
            value = Decode(payload);
            return true;
        }
        catch (LuaException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>The value of a JSON text. Raises for a malformed one.</summary>
    public static LuaValue DecodeJson(ReadOnlySpan<byte> text)
    {
        try
        {
            return LuaJson.Decode(text);
        }
        catch (LuaJsonException error)
        {
            throw Failure(error.Message);
        }
    }

    /// <summary>The encoding named in the metadata; empty when there is none.</summary>
    public static string EncodingOf(Payload payload) => payload.Metadata.TryGetValue(EncodingKey, out var encoding) ? encoding.ToStringUtf8() : string.Empty;

    // A structured error, so that no position of the running code is put in front.
    private static LuaException Failure(string message) => new((LuaValue)new LuaError(LuaError.Internal, message) { Retryable = false });
}
