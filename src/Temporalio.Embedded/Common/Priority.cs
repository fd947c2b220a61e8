using System;

namespace Temporalio.Common;

/// <summary>Priority and fairness of tasks on a task queue.</summary>
public sealed record Priority
{
    /// <summary>Creates the priority.</summary>
    /// <param name="priorityKey">1 is the highest; null for the default.</param>
    /// <param name="fairnessKey">Group among which capacity is shared.</param>
    /// <param name="fairnessWeight">Share of the group.</param>
    /// <exception cref="ArgumentException">The priority key is below 1.</exception>
    public Priority(int? priorityKey = null, string? fairnessKey = null, float? fairnessWeight = null)
    {
        if (priorityKey < 1)
        {
            throw new ArgumentException("Priority key must be a positive number", nameof(priorityKey));
        }

        PriorityKey = priorityKey;
        FairnessKey = fairnessKey;
        FairnessWeight = fairnessWeight;
    }

    /// <summary>Nothing set: everything as by default or as inherited.</summary>
    public static Priority Default { get; } = new();

    /// <summary>1 is the highest; null for the default.</summary>
    public int? PriorityKey { get; init; }

    /// <summary>Group among which capacity is shared.</summary>
    public string? FairnessKey { get; init; }

    /// <summary>Share of the group.</summary>
    public float? FairnessWeight { get; init; }

    /// <summary>Converts from the API form.</summary>
    /// <param name="proto">API form, null if not set.</param>
    /// <returns>The priority.</returns>
    internal static Priority FromProto(Api.Common.V1.Priority? proto) => proto == null
        ? Default
        : new(
            proto.PriorityKey == 0 ? null : proto.PriorityKey,
            proto.FairnessKey.Length == 0 ? null : proto.FairnessKey,
            proto.FairnessWeight == 0 ? null : proto.FairnessWeight);

    /// <summary>Converts to the API form.</summary>
    /// <returns>API form.</returns>
    internal Api.Common.V1.Priority ToProto() => new()
    {
        PriorityKey = PriorityKey ?? 0,
        FairnessKey = FairnessKey ?? string.Empty,
        FairnessWeight = FairnessWeight ?? 0,
    };
}
