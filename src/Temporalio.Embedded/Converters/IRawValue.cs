using Temporalio.Api.Common.V1;

namespace Temporalio.Converters;

/// <summary>A value that stays a payload: converters pass it through both ways.</summary>
public interface IRawValue
{
    /// <summary>The payload.</summary>
    Payload Payload { get; }
}
