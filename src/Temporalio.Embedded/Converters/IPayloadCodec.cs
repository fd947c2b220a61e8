using System.Collections.Generic;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>Transforms payloads on their way in and out, such as by compression or encryption. Runs outside workflows.</summary>
public interface IPayloadCodec
{
    /// <summary>Encodes payloads. The number may change.</summary>
    /// <param name="payloads">Payloads to encode; not to be changed.</param>
    /// <returns>The encoded payloads.</returns>
    Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads);

    /// <summary>Decodes payloads.</summary>
    /// <param name="payloads">Payloads to decode; not to be changed.</param>
    /// <returns>The payloads as they were before encoding.</returns>
    Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads);
}
