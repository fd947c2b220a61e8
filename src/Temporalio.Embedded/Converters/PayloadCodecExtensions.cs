using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>Codec calls for single payloads and for failures.</summary>
public static class PayloadCodecExtensions
{
    /// <summary>Encodes one payload.</summary>
    /// <param name="codec">Codec.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>The encoded payload.</returns>
    /// <exception cref="ArgumentException">The codec does not return exactly one payload.</exception>
    public static async Task<Payload> EncodeSingleAsync(this IPayloadCodec codec, Payload payload) =>
        Single(await codec.EncodeAsync([payload]));

    /// <summary>Decodes one payload.</summary>
    /// <param name="codec">Codec.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>The decoded payload.</returns>
    /// <exception cref="ArgumentException">The codec does not return exactly one payload.</exception>
    public static async Task<Payload> DecodeSingleAsync(this IPayloadCodec codec, Payload payload) =>
        Single(await codec.DecodeAsync([payload]));

    /// <summary>Encodes all payloads of a failure and its causes in place.</summary>
    /// <param name="codec">Codec.</param>
    /// <param name="failure">The failure.</param>
    /// <returns>Task for completion.</returns>
    public static Task EncodeFailureAsync(this IPayloadCodec codec, Failure failure) => ApplyAsync(failure, codec.EncodeAsync);

    /// <summary>Decodes all payloads of a failure and its causes in place.</summary>
    /// <param name="codec">Codec.</param>
    /// <param name="failure">The failure.</param>
    /// <returns>Task for completion.</returns>
    public static Task DecodeFailureAsync(this IPayloadCodec codec, Failure failure) => ApplyAsync(failure, codec.DecodeAsync);

    private static async Task ApplyAsync(Failure failure, Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>> codec)
    {
        for (var current = failure; current != null; current = current.Cause)
        {
            if (current.EncodedAttributes != null)
            {
                current.EncodedAttributes = Single(await codec([current.EncodedAttributes]));
            }

            var details = current.FailureInfoCase switch
            {
                Failure.FailureInfoOneofCase.ApplicationFailureInfo => current.ApplicationFailureInfo.Details,
                Failure.FailureInfoOneofCase.CanceledFailureInfo => current.CanceledFailureInfo.Details,
                Failure.FailureInfoOneofCase.TimeoutFailureInfo => current.TimeoutFailureInfo.LastHeartbeatDetails,
                Failure.FailureInfoOneofCase.ResetWorkflowFailureInfo => current.ResetWorkflowFailureInfo.LastHeartbeatDetails,
                _ => null,
            };
            if (details is { Payloads_.Count: > 0 })
            {
                var payloads = await codec(details.Payloads_);

                // The codec may return its argument.
                payloads = payloads.ToList();
                details.Payloads_.Clear();
                details.Payloads_.AddRange(payloads);
            }
        }
    }

    private static Payload Single(IReadOnlyCollection<Payload> payloads) =>
        payloads.Count == 1 ? payloads.Single() : throw new ArgumentException($"Expected 1 payload from the codec, found {payloads.Count}", nameof(payloads));
}
