using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A payload as a value.</summary>
/// <param name="Payload">The payload.</param>
public record RawValue(Payload Payload) : IRawValue;
