using System.Text.Json;
using Temporalio.Converters;

namespace Wippy.Temporal.Converters;

/// <summary>
/// The data converter of Wippy programs (spec/temporal.md section 12): Lua values and the records of Lua type declarations by Lua's rules, every other C# type as
/// the SDK does it.
/// </summary>
public static class WippyDataConverter
{
    /// <summary>The converter without a codec.</summary>
    public static DataConverter Default { get; } = Create(null);

    /// <summary>The converter with a codec for payloads and headers.</summary>
    public static DataConverter Create(IPayloadCodec? codec) => DataConverter.Default with
    {
        PayloadConverter = new WippyPayloadConverter(),
        FailureConverter = new WippyFailureConverter(),
        PayloadCodec = codec,
    };

    private sealed class WippyPayloadConverter() : DefaultPayloadConverter(
        new LuaNullConverter(),
        new LuaBinaryConverter(),
        new JsonProtoConverter(),
        new BinaryProtoConverter(),
        new LuaJsonConverter(new JsonSerializerOptions()));
}
