using System;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A payload that the codec has not decoded yet, with the converter that can.</summary>
/// <param name="DataConverter">Converter with the codec.</param>
/// <param name="Payload">The payload as received.</param>
public record EncodedRawValue(DataConverter DataConverter, Payload Payload) : IEncodedRawValue
{
    /// <inheritdoc />
    public Task<T> ToValueAsync<T>() => DataConverter.ToValueAsync<T>(Payload);

    /// <inheritdoc />
    public Task<object?> ToValueAsync(Type type) => DataConverter.ToValueAsync(Payload, type);
}
