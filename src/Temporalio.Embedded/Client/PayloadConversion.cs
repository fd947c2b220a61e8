using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>Between values and the messages of the API, codec included.</summary>
internal static class PayloadConversion
{
    /// <summary>Encodes values.</summary>
    /// <param name="converter">The converter.</param>
    /// <param name="values">The values.</param>
    /// <returns>The payloads.</returns>
    public static async Task<Payloads> ToPayloadsAsync(DataConverter converter, IReadOnlyCollection<object?> values) =>
        new() { Payloads_ = { await converter.ToPayloadsAsync(values).ConfigureAwait(false) } };

    /// <summary>Decodes a result. No payload is the default value; <see cref="ValueTuple"/> asks for no result.</summary>
    /// <typeparam name="T">The result type.</typeparam>
    /// <param name="converter">The converter.</param>
    /// <param name="payloads">The payloads.</param>
    /// <returns>The result.</returns>
    public static async Task<T> ToResultAsync<T>(DataConverter converter, Payloads? payloads) =>
        typeof(T) == typeof(ValueTuple) || payloads is null || payloads.Payloads_.Count == 0
            ? default!
            : await converter.ToSingleValueAsync<T>(payloads.Payloads_).ConfigureAwait(false);

    /// <summary>Decodes a failure; the message is not changed.</summary>
    /// <param name="converter">The converter.</param>
    /// <param name="failure">The failure.</param>
    /// <returns>The exception.</returns>
    public static Task<Exception> ToExceptionAsync(DataConverter converter, Failure failure) =>
        converter.ToExceptionAsync(converter.PayloadCodec is null ? failure : failure.Clone());

    /// <summary>Encodes a memo.</summary>
    /// <param name="converter">The converter.</param>
    /// <param name="memo">The memo.</param>
    /// <returns>The message, or null.</returns>
    public static async Task<Memo?> ToMemoAsync(DataConverter converter, IReadOnlyDictionary<string, object>? memo)
    {
        if (memo is null || memo.Count == 0)
        {
            return null;
        }

        var result = new Memo();
        foreach (var (key, value) in memo)
        {
            result.Fields[key] = await converter.ToPayloadAsync(value).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>Encodes headers.</summary>
    /// <param name="converter">The converter.</param>
    /// <param name="headers">The headers.</param>
    /// <returns>The message, or null.</returns>
    public static async Task<Header?> ToHeaderAsync(DataConverter converter, IEnumerable<KeyValuePair<string, Payload>>? headers)
    {
        if (headers is null || !headers.Any())
        {
            return null;
        }

        var result = new Header();
        foreach (var (key, value) in headers)
        {
            result.Fields[key] = converter.PayloadCodec is { } codec ? await codec.EncodeSingleAsync(value).ConfigureAwait(false) : value;
        }

        return result;
    }

    /// <summary>Encodes summary and details.</summary>
    /// <param name="converter">The converter.</param>
    /// <param name="options">The options that have them.</param>
    /// <returns>The message, or null.</returns>
    public static async Task<UserMetadata?> ToMetadataAsync(DataConverter converter, WorkflowOptions options) =>
        options.StaticSummary is null && options.StaticDetails is null
            ? null
            : new UserMetadata
            {
                Summary = options.StaticSummary is null ? null : await converter.ToPayloadAsync(options.StaticSummary).ConfigureAwait(false),
                Details = options.StaticDetails is null ? null : await converter.ToPayloadAsync(options.StaticDetails).ConfigureAwait(false),
            };

    /// <summary>Converts a duration.</summary>
    /// <param name="duration">The duration.</param>
    /// <returns>The message, or null.</returns>
    public static Duration? ToDuration(TimeSpan? duration) => duration is { } d ? Duration.FromTimeSpan(d) : null;
}
