using System;
using System.Collections.Generic;
using System.Linq;

namespace Temporalio.Exceptions;

/// <summary>Details of a failure that user code creates.</summary>
/// <param name="Details">The values, null for none.</param>
public record OutboundFailureDetails(IReadOnlyCollection<object?>? Details) : IFailureDetails
{
    /// <inheritdoc />
    public int Count => Details?.Count ?? 0;

    /// <inheritdoc />
    public T ElementAt<T>(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return (T)Details!.ElementAt(index)!;
    }
}
