using System.Threading.Tasks;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using Wippy.Runtime;
using Wippy.Temporal.Borders;
using Wippy.Temporal.Converters;

namespace Wippy.Temporal.Tests;

/// <summary>Values and payloads (spec/temporal.md section 12).</summary>
public sealed class PayloadTests
{
    private static readonly IPayloadConverter Converter = WippyDataConverter.Default.PayloadConverter;

    public static TheoryData<LuaValue, string> Encodings => new()
    {
        { LuaValue.Nil, "null" },
        { true, "true" },
        { 42, "42" },
        { 2.0, "2" },
        { 2.5, "2.5" },
        { 1e21, "1000000000000000000000" },
        { 1.5e-7, "0.00000015" },
        { double.NaN, "null" },
        { double.PositiveInfinity, "null" },
        { "a\"b\n<é>", "\"a\\\"b\\n\\u003cé\\u003e\"" },
        { LuaString.FromBytes([0x61, 0xff]), "\"a\uFFFD\"" },
        { new LuaTable(), "[]" },
        { new LuaTable { [1L] = "x", [2L] = 2 }, "[\"x\",2]" },
        { new LuaTable { ["b"] = 1, ["a"] = new LuaTable { [1L] = true } }, "{\"b\":1,\"a\":[true]}" },
        { new LuaTable { [0L] = "zero", [false] = "no", [1.5] = "half" }, "{\"0\":\"zero\",\"false\":\"no\",\"1.5\":\"half\"}" },
        { new LuaError(LuaError.NotFound, "gone"), "\"gone\"" },
        { new LuaFunction0("f", () => LuaValue.Nil), "null" },
        { new LuaTable { ["f"] = new LuaFunction0("f", () => LuaValue.Nil), ["u"] = new Wippy.Runtime.Modules.LuaChannel() }, "{\"f\":null}" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_value_is_encoded_as_JSON(LuaValue value, string json)
    {
        var payload = Converter.ToPayload(value);
        Assert.Equal("json/plain", payload.Metadata["encoding"].ToStringUtf8());
        Assert.Equal(json, payload.Data.ToStringUtf8());
    }

    [Fact]
    public void Tables_without_a_JSON_form_are_errors()
    {
        Assert.False(LuaPayloads.TryEncode(new LuaTable { [1L] = 1, ["x"] = 1 }, out _, out var mixed));
        Assert.Equal("cannot encode mixed-key table: table has both numeric and non-numeric keys", mixed);
        Assert.False(LuaPayloads.TryEncode(new LuaTable { [1L] = 1, [3L] = 1 }, out _, out var sparse));
        Assert.Equal("cannot encode sparse array: non-contiguous numeric keys found", sparse);
        var cycle = new LuaTable();
        cycle["self"] = cycle;
        Assert.False(LuaPayloads.TryEncode(cycle, out _, out var recursive));
        Assert.Equal("cannot encode recursively nested tables to JSON", recursive);
        var deep = new LuaTable();
        for (var level = 0; level < 130; level++)
        {
            deep = new LuaTable { [1L] = deep };
        }

        Assert.False(LuaPayloads.TryEncode(deep, out _, out var depth));
        Assert.Equal("exceeded maximum nesting depth for JSON encoding", depth);
    }

    [Fact]
    public void Payloads_decode_to_Lua_values()
    {
        Assert.True(Decode("binary/null", "").IsNil);
        Assert.True(Decode("json/plain", "null").IsNil);
        Assert.True(Decode("json/plain", "12").IsInteger);
        Assert.True(Decode("json/plain", "12.0").IsFloat);
        Assert.True(Decode("json/plain", "1e3").IsFloat);
        Assert.True(Decode("json/plain", "9223372036854775808").IsFloat);
        Assert.Equal("\uD83D\uDE00\uFFFD", Decode("json/plain", "\"\\ud83d\\ude00\\ud800\"").ToString());
        var table = Decode("json/plain", "{\"a\":[1,null,3],\"n\":null}").AsTable();
        Assert.Equal(3, table["a"].AsTable()[3L].AsInteger());
        Assert.True(table["a"].AsTable()[2L].IsNil);
        Assert.True(table["n"].IsNil);
        Assert.Equal([1, 255], Decode("binary/plain", "\u0001\u00ff", latin: true).AsString().Span.ToArray());
        Assert.Equal("{}", Converter.ToPayload(Decode("json/plain", "{}")).Data.ToStringUtf8());
    }

    [Fact]
    public void Other_encodings_are_errors()
    {
        Assert.Equal("unsupported temporal payload encoding: json/protobuf", Assert.Throws<LuaException>(() => LuaPayloads.Decode(Encoded("json/protobuf", "{}"))).Message);
        Assert.Equal("missing encoding metadata in payload", Assert.Throws<LuaException>(() => LuaPayloads.Decode(new Payload())).Message);
    }

    [Fact]
    public async Task Records_cross_by_their_Lua_field_names()
    {
        var payload = await WippyDataConverter.Default.ToPayloadAsync(new Point(3, "here"));
        Assert.Equal("{\"x\":3,\"label\":\"here\"}", payload.Data.ToStringUtf8());
        Assert.Equal(new Point(3, "here"), await WippyDataConverter.Default.ToValueAsync<Point>(payload));
        var wrong = Converter.ToPayload(new LuaTable { ["x"] = "three" });
        await Assert.ThrowsAsync<LuaBorderException>(() => WippyDataConverter.Default.ToValueAsync<Point>(wrong));
    }

    [Fact]
    public void Null_in_a_list_is_kept_or_refused_but_never_dropped()
    {
        var list = Decode("json/plain", "[1,null,null,4]");
        Assert.Equal([1L, null, null, 4L], LuaBorder.ToList(list, "list", static (item, path) => LuaBorder.ToOptionalValue(item, path, LuaBorder.ToInteger)));
        var error = Assert.Throws<LuaBorderException>(() => LuaBorder.ToList(list, "list", LuaBorder.ToInteger));
        Assert.Equal("list[2]: integer expected, got nil", error.Message);
    }

    [Fact]
    public void Table_with_other_keys_is_no_list()
    {
        var error = Assert.Throws<LuaBorderException>(() => LuaBorder.ToList(Decode("json/plain", "{\"a\":1}"), "list", LuaBorder.ToInteger));
        Assert.Equal("list: list expected, got table", error.Message);
        var sparse = new LuaTable { [1L << 40] = 1 };
        Assert.Throws<LuaBorderException>(() => LuaBorder.ToList(sparse, "list", LuaBorder.ToAny));
        Assert.Empty(LuaBorder.ToList(new LuaTable(), "list", LuaBorder.ToInteger));
    }

    [Fact]
    public async Task Other_types_are_converted_as_the_SDK_does()
    {
        var payload = await WippyDataConverter.Default.ToPayloadAsync(new[] { 1, 2 });
        Assert.Equal(new[] { 1, 2 }, await WippyDataConverter.Default.ToValueAsync<int[]>(payload));
        Assert.Equal("binary/plain", (await WippyDataConverter.Default.ToPayloadAsync(new byte[] { 1 })).Metadata["encoding"].ToStringUtf8());
    }

    private static LuaValue Decode(string encoding, string data, bool latin = false) =>
        (LuaValue)Converter.ToValue(Encoded(encoding, data, latin), typeof(LuaValue))!;

    private static Payload Encoded(string encoding, string data, bool latin = false)
    {
        var payload = new Payload { Data = latin ? ByteString.CopyFrom(data, System.Text.Encoding.Latin1) : ByteString.CopyFromUtf8(data) };
        payload.Metadata["encoding"] = ByteString.CopyFromUtf8(encoding);
        return payload;
    }

    private sealed record Point(long X, string Label) : ILuaRecord<Point>
    {
        public LuaValue ToLua() => new LuaTable { ["x"] = X, ["label"] = Label };

        public static Point FromLua(LuaValue value, string path = "value")
        {
            var table = value.AsTable();
            return new Point(LuaBorder.ToInteger(table["x"], path + ".x"), LuaBorder.ToText(table["label"], path + ".label"));
        }
    }
}
