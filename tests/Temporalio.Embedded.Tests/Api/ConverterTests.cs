using System;
using System.Globalization;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Converters;

namespace Temporalio.Embedded.Tests.Api;

public class ConverterTests
{
    private static readonly DefaultPayloadConverter Default = new();

    public enum Color
    {
        Red = 0,
        Green = 1,
    }

    public static TheoryData<object?, string, string> Encodings() => new()
    {
        { null, "binary/null", string.Empty },
        { new byte[] { 1, 2, 255 }, "binary/plain", "\u0001\u0002\u00ff" },
        { Array.Empty<byte>(), "binary/plain", string.Empty },
        { "text", "json/plain", "\"text\"" },
        { "", "json/plain", "\"\"" },
        { "\u00e9<", "json/plain", "\"\\u00E9\\u003C\"" },
        { 1, "json/plain", "1" },
        { -1.5, "json/plain", "-1.5" },
        { 0.1, "json/plain", "0.1" },
        { long.MaxValue, "json/plain", "9223372036854775807" },
        { true, "json/plain", "true" },
        { Color.Green, "json/plain", "1" },
        { new[] { 1, 2 }, "json/plain", "[1,2]" },
        { new object(), "json/plain", "{}" },
        { new Point(1, "n"), "json/plain", "{\"X\":1,\"Name\":\"n\"}" },
        { new Dictionary<string, object?> { ["k"] = null }, "json/plain", "{\"k\":null}" },
        { new WorkflowExecution { WorkflowId = "w" }, "json/protobuf", "{ \"workflowId\": \"w\" }" },
        { new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), "json/plain", "\"2024-01-02T03:04:05+00:00\"" },
        { Guid.Empty, "json/plain", "\"00000000-0000-0000-0000-000000000000\"" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Values_have_one_encoding_and_come_back(object? value, string encoding, string latin1)
    {
        var payload = Default.ToPayload(value);

        Assert.Equal(encoding, payload.Metadata["encoding"].ToStringUtf8());
        Assert.Equal(latin1, System.Text.Encoding.Latin1.GetString(payload.Data.Span));
        if (value is not null and not Dictionary<string, object?> && value.GetType() != typeof(object))
        {
            Assert.Equal(value, Default.ToValue(payload, value.GetType()));
        }
    }

    [Fact]
    public void A_message_says_its_type()
    {
        Assert.Equal("temporal.api.common.v1.WorkflowExecution", Default.ToPayload(new WorkflowExecution()).Metadata["messageType"].ToStringUtf8());
        Assert.True(new BinaryProtoConverter().TryToPayload(new WorkflowExecution { RunId = "r" }, out var payload));
        Assert.Equal("binary/protobuf", payload!.Metadata["encoding"].ToStringUtf8());
        Assert.Equal(new WorkflowExecution { RunId = "r" }, Default.ToValue<WorkflowExecution>(payload));
        Assert.Equal([0x12, 0x01, (byte)'r'], payload.Data.ToByteArray());
    }

    [Fact]
    public void Null_needs_a_type_with_null()
    {
        var payload = Default.ToPayload(null);
        Assert.Null(Default.ToValue(payload, typeof(string)));
        Assert.Null(Default.ToValue(payload, typeof(int?)));
        _ = Assert.Throws<ArgumentException>(() => Default.ToValue(payload, typeof(int)));
    }

    [Theory]
    [InlineData("binary/plain", typeof(string))]
    [InlineData("json/protobuf", typeof(string))]
    [InlineData("binary/protobuf", typeof(string))]
    [InlineData("other", typeof(string))]
    public void Wrong_types_and_unknown_encodings_are_refused(string encoding, Type type)
    {
        var payload = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8(encoding) } };
        _ = Assert.Throws<ArgumentException>(() => Default.ToValue(payload, type));
    }

    [Fact]
    public void A_payload_without_encoding_is_refused() =>
        Assert.Contains("no encoding", Assert.Throws<ArgumentException>(() => Default.ToValue(new Payload(), typeof(string))).Message, StringComparison.Ordinal);

    [Fact]
    public void Json_is_case_sensitive_and_strict()
    {
        Assert.Equal(new Point(0, null!), Default.ToValue<Point>(Json("{\"x\":1,\"name\":\"n\"}")));
        Assert.Equal(JsonValueKind.Object, Assert.IsType<JsonElement>(Default.ToValue(Json("{\"a\":1}"), typeof(object))).ValueKind);
        _ = Assert.Throws<JsonException>(() => Default.ToValue<int>(Json("\"1\"")));
        _ = Assert.Throws<ArgumentException>(() => Default.ToPayload(double.NaN));
    }

    [Fact]
    public void Raw_values_pass_through()
    {
        var payload = new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("mine") }, Data = ByteString.CopyFromUtf8("x") };
        Assert.Same(payload, Default.ToPayload(new RawValue(payload)));
        Assert.Same(payload, Default.ToValue<IRawValue>(payload).Payload);
        Assert.Same(payload, Default.ToValue<RawValue>(payload).Payload);
        Assert.Equal(5, Default.ToValue<int>(Default.ToRawValue(5)));
    }

    [Fact]
    public void Common_types_replace_json_elements()
    {
        var options = new JsonSerializerOptions { Converters = { JsonCommonTypeConverter.Instance } };
        var converter = new DefaultPayloadConverter(options);
        var value = Assert.IsType<Dictionary<string, object?>>(converter.ToValue(Json("{\"a\":[1,2.5,null,true,\"s\",{\"b\":-9223372036854775808}]}"), typeof(object)));
        var list = Assert.IsType<List<object?>>(value["a"]);
        Assert.Equal([1L, 2.5, null, true, "s"], list.Take(5));
        Assert.Equal(long.MinValue, Assert.IsType<Dictionary<string, object?>>(list[5])["b"]);
        Assert.Equal("{\"a\":[1,2.5,null,true,\"s\",{\"b\":-9223372036854775808}]}", converter.ToPayload(value).Data.ToStringUtf8());
        Assert.Equal("[{}]", converter.ToPayload(new[] { new object() }).Data.ToStringUtf8());
    }

    [Fact]
    public void Own_encodings_come_first_in_order()
    {
        var converter = new DefaultPayloadConverter([new BinaryNullConverter()]);
        Assert.Equal("binary/null", converter.ToPayload(null).Metadata["encoding"].ToStringUtf8());
        _ = Assert.Throws<ArgumentException>(() => converter.ToPayload(1));
        Assert.Equal(
            ["binary/null", "binary/plain", "json/protobuf", "binary/protobuf", "json/plain"],
            Default.EncodingConverters.Select(c => c.Encoding));
    }

    [Fact]
    public async Task The_codec_is_around_everything()
    {
        var converter = DataConverter.Default with { PayloadCodec = new Reverse() };
        var payload = await converter.ToPayloadAsync("abc");
        Assert.Equal("\"cba\"", payload.Data.ToStringUtf8());
        Assert.Equal("abc", await converter.ToValueAsync<string>(payload));
        Assert.Equal("abc", await new EncodedRawValue(converter, payload).ToValueAsync<string>());
        var payloads = await converter.ToPayloadsAsync(["abc", 12]);
        Assert.Equal(["\"cba\"", "21"], payloads.Select(p => p.Data.ToStringUtf8()));
        Assert.Equal(12, await converter.ToSingleValueAsync<int>(payloads.Skip(1).ToList()));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => converter.ToSingleValueAsync<int>(payloads));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => converter.ToSingleValueAsync<int>([]));
    }

    [Fact]
    public void A_context_reaches_the_parts_that_want_it()
    {
        var context = new ISerializationContext.Workflow("ns", "wid");
        Assert.Same(DataConverter.Default, DataConverter.Default.WithSerializationContext(context));
        var converter = DataConverter.Default with { PayloadConverter = new DefaultPayloadConverter(new Contextual(null)) };
        var changed = converter.WithSerializationContext(context);
        Assert.NotSame(converter, changed);
        Assert.Equal("wid", changed.PayloadConverter.ToPayload(1).Data.ToStringUtf8());
        Assert.Equal("none", converter.PayloadConverter.ToPayload(1).Data.ToStringUtf8());
        Assert.Equal("wid", changed.PayloadConverter.ToValue<string>(changed.PayloadConverter.ToPayload(1)));
    }

    [Fact]
    public void Wire_numbers_are_those_of_the_server()
    {
        // temporal.api.failure.v1.Failure: message 1, source 2, cause 4, application_failure_info 5 (type 1, non_retryable 2).
        byte[] bytes = [0x0A, 1, (byte)'m', 0x12, 1, (byte)'s', 0x22, 3, 0x0A, 1, (byte)'c', 0x2A, 5, 0x0A, 1, (byte)'T', 0x10, 1];
        var failure = Temporalio.Api.Failure.V1.Failure.Parser.ParseFrom(bytes);
        Assert.Equal("m", failure.Message);
        Assert.Equal("s", failure.Source);
        Assert.Equal("c", failure.Cause.Message);
        Assert.Equal("T", failure.ApplicationFailureInfo.Type);
        Assert.True(failure.ApplicationFailureInfo.NonRetryable);
        Assert.Equal(bytes, failure.ToByteArray());

        // Payload: metadata 1, data 2. HistoryEvent: event_id 1, event_type 3.
        Assert.Equal([0x0A, 6, 0x0A, 1, (byte)'k', 0x12, 1, (byte)'v', 0x12, 1, (byte)'d'], new Payload
        {
            Metadata = { ["k"] = ByteString.CopyFromUtf8("v") },
            Data = ByteString.CopyFromUtf8("d"),
        }.ToByteArray());
        Assert.Equal([0x08, 7, 0x18, 18], new Temporalio.Api.History.V1.HistoryEvent { EventId = 7, EventType = EventType.TimerFired }.ToByteArray());
    }

    private static Payload Json(string json) =>
        new() { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") }, Data = ByteString.CopyFromUtf8(json) };

    public record Point(int X, string Name);

    private sealed class Contextual(ISerializationContext? context) : IEncodingConverter, IWithSerializationContext<IEncodingConverter>
    {
        public string Encoding => "context";

        public bool TryToPayload(object? value, out Payload? payload)
        {
            payload = new()
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8(Encoding) },
                Data = ByteString.CopyFromUtf8((context as ISerializationContext.IHasWorkflow)?.WorkflowId ?? "none"),
            };
            return true;
        }

        public object? ToValue(Payload payload, Type type) => payload.Data.ToStringUtf8();

        public IEncodingConverter WithSerializationContext(ISerializationContext context) => new Contextual(context);
    }

    private sealed class Reverse : IPayloadCodec
    {
        public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads) => Task.FromResult(Turn(payloads));

        public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads) => Task.FromResult(Turn(payloads));

        private static IReadOnlyCollection<Payload> Turn(IReadOnlyCollection<Payload> payloads) => payloads.Select(p =>
        {
            var copy = p.Clone();
            copy.Data = ByteString.CopyFrom([.. p.Data.Reverse()]);
            return copy;
        }).ToList();
    }

    [Fact]
    public void Types_with_a_transfer_type_are_converted_by_way_of_it()
    {
        var converter = DataConverter.Default.PayloadConverter;
        var payload = converter.ToPayload(new Money(5, "EUR"));
        Assert.Equal("\"5 EUR\"", payload.Data.ToStringUtf8());
        Assert.Equal(new Money(5, "EUR"), converter.ToValue<Money>(payload));
    }

    [TemporalTransferTypeConverter(typeof(MoneyConverter))]
    private sealed record Money(int Amount, string Currency);

    private sealed class MoneyConverter : ITemporalTransferTypeConverter
    {
        public Type TransferType => typeof(string);

        public object? FromTransferType(object? transferType) =>
            transferType is string text && text.Split(' ') is [var amount, var currency] ? new Money(int.Parse(amount, CultureInfo.InvariantCulture), currency) : null;

        public object? ToTransferType(object? value) => value is Money money ? FormattableString.Invariant($"{money.Amount} {money.Currency}") : null;
    }
}
