using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>Conversions in one step.</summary>
public static class ConverterExtensions
{
    /// <summary>Converts and encodes a value.</summary>
    /// <param name="converter">Converter.</param>
    /// <param name="value">The value.</param>
    /// <returns>The payload.</returns>
    public static async Task<Payload> ToPayloadAsync(this DataConverter converter, object? value)
    {
        var payload = converter.PayloadConverter.ToPayload(value);
        return converter.PayloadCodec == null ? payload : await converter.PayloadCodec.EncodeSingleAsync(payload);
    }

    /// <summary>Converts and encodes values.</summary>
    /// <param name="converter">Converter.</param>
    /// <param name="values">The values.</param>
    /// <returns>The payloads.</returns>
    public static async Task<IReadOnlyCollection<Payload>> ToPayloadsAsync(this DataConverter converter, IReadOnlyCollection<object?> values)
    {
        var payloads = converter.PayloadConverter.ToPayloads(values);
        return converter.PayloadCodec == null ? payloads : await converter.PayloadCodec.EncodeAsync(payloads);
    }

    /// <summary>Decodes and converts a payload.</summary>
    /// <typeparam name="T">Type to convert to.</typeparam>
    /// <param name="converter">Converter.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>The value.</returns>
    public static async Task<T> ToValueAsync<T>(this DataConverter converter, Payload payload) =>
        (T)(await converter.ToValueAsync(payload, typeof(T)))!;

    /// <summary>Decodes and converts a payload.</summary>
    /// <param name="converter">Converter.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="type">Type to convert to.</param>
    /// <returns>The value.</returns>
    public static async Task<object?> ToValueAsync(this DataConverter converter, Payload payload, Type type)
    {
        if (converter.PayloadCodec != null)
        {
            payload = await converter.PayloadCodec.DecodeSingleAsync(payload);
        }

        return converter.PayloadConverter.ToValue(payload, type);
    }

    /// <summary>Decodes payloads and converts the only one.</summary>
    /// <typeparam name="T">Type to convert to.</typeparam>
    /// <param name="converter">Converter.</param>
    /// <param name="payloads">The payloads.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">There is not exactly one payload.</exception>
    public static async Task<T> ToSingleValueAsync<T>(this DataConverter converter, IReadOnlyCollection<Payload> payloads) =>
        (T)(await converter.ToSingleValueAsync(payloads, typeof(T)))!;

    /// <summary>Decodes payloads and converts the only one.</summary>
    /// <param name="converter">Converter.</param>
    /// <param name="payloads">The payloads.</param>
    /// <param name="type">Type to convert to.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">There is not exactly one payload.</exception>
    public static async Task<object?> ToSingleValueAsync(this DataConverter converter, IReadOnlyCollection<Payload> payloads, Type type)
    {
        if (converter.PayloadCodec != null)
        {
            payloads = await converter.PayloadCodec.DecodeAsync(payloads);
        }

        return payloads.Count == 1
            ? converter.PayloadConverter.ToValue(payloads.Single(), type)
            : throw new ArgumentException($"Expected 1 payload, found {payloads.Count}", nameof(payloads));
    }

    /// <summary>Converts and encodes an exception.</summary>
    /// <param name="converter">Converter.</param>
    /// <param name="exc">The exception.</param>
    /// <returns>The failure.</returns>
    public static async Task<Failure> ToFailureAsync(this DataConverter converter, Exception exc)
    {
        var failure = converter.FailureConverter.ToFailure(exc, converter.PayloadConverter);
        if (converter.PayloadCodec != null)
        {
            // A failure converter may hand out the failure of a received exception, which must not change.
            failure = failure.Clone();
            await converter.PayloadCodec.EncodeFailureAsync(failure);
        }

        return failure;
    }

    /// <summary>Decodes and converts a failure. The failure is not changed.</summary>
    /// <param name="converter">Converter.</param>
    /// <param name="failure">The failure.</param>
    /// <returns>The exception.</returns>
    public static async Task<Exception> ToExceptionAsync(this DataConverter converter, Failure failure)
    {
        if (converter.PayloadCodec != null)
        {
            failure = failure.Clone();
            await converter.PayloadCodec.DecodeFailureAsync(failure);
        }

        return converter.FailureConverter.ToException(failure, converter.PayloadConverter);
    }

    /// <summary>Converts values.</summary>
    /// <param name="converter">Converter.</param>
    /// <param name="values">The values.</param>
    /// <returns>The payloads.</returns>
    public static IReadOnlyCollection<Payload> ToPayloads(this IPayloadConverter converter, IReadOnlyCollection<object?> values) =>
        values.Select(converter.ToPayload).ToList();

    /// <summary>Converts a value and wraps the payload.</summary>
    /// <param name="converter">Converter.</param>
    /// <param name="value">The value.</param>
    /// <returns>The raw value.</returns>
    public static RawValue ToRawValue(this IPayloadConverter converter, object? value) => new(converter.ToPayload(value));

    /// <summary>Converts a payload.</summary>
    /// <typeparam name="T">Type to convert to.</typeparam>
    /// <param name="converter">Converter.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>The value.</returns>
    public static T ToValue<T>(this IPayloadConverter converter, Payload payload) => (T)converter.ToValue(payload, typeof(T))!;

    /// <summary>Converts the payload of a raw value.</summary>
    /// <typeparam name="T">Type to convert to.</typeparam>
    /// <param name="converter">Converter.</param>
    /// <param name="rawValue">The raw value.</param>
    /// <returns>The value.</returns>
    public static T ToValue<T>(this IPayloadConverter converter, IRawValue rawValue) => converter.ToValue<T>(rawValue.Payload);
}
