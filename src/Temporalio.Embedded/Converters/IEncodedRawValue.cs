using System;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A payload that the codec has not decoded yet.</summary>
public interface IEncodedRawValue
{
    /// <summary>The payload as received.</summary>
    Payload Payload { get; }

    /// <summary>Decodes and converts the payload.</summary>
    /// <typeparam name="T">Type to convert to.</typeparam>
    /// <returns>The value.</returns>
    Task<T> ToValueAsync<T>();

    /// <summary>Decodes and converts the payload.</summary>
    /// <param name="type">Type to convert to.</param>
    /// <returns>The value.</returns>
    Task<object?> ToValueAsync(Type type);
}
