using System;
using System.Collections.Generic;
using Google.Protobuf.WellKnownTypes;

namespace Temporalio.Common;

/// <summary>When and how often something that failed is tried again.</summary>
public record RetryPolicy
{
    /// <summary>Wait before the first retry. Default 1 second.</summary>
    public TimeSpan InitialInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Factor from one wait to the next. Default 2.</summary>
    public float BackoffCoefficient { get; set; } = 2.0F;

    /// <summary>Longest wait. Default 100 times the initial interval.</summary>
    public TimeSpan? MaximumInterval { get; set; }

    /// <summary>Number of attempts, 0 for no limit. Default 0.</summary>
    public int MaximumAttempts { get; set; }

    /// <summary>Error types that are never retried.</summary>
    public IReadOnlyCollection<string>? NonRetryableErrorTypes { get; set; }

    /// <summary>Converts from the API form.</summary>
    /// <param name="proto">API form.</param>
    /// <returns>The policy.</returns>
    internal static RetryPolicy FromProto(Api.Common.V1.RetryPolicy proto) => new()
    {
        InitialInterval = proto.InitialInterval?.ToTimeSpan() ?? TimeSpan.FromSeconds(1),
        BackoffCoefficient = proto.BackoffCoefficient == 0 ? 2.0F : (float)proto.BackoffCoefficient,
        MaximumInterval = proto.MaximumInterval?.ToTimeSpan(),
        MaximumAttempts = proto.MaximumAttempts,
        NonRetryableErrorTypes = proto.NonRetryableErrorTypes.Count == 0 ? null : proto.NonRetryableErrorTypes,
    };

    /// <summary>Converts to the API form.</summary>
    /// <returns>API form.</returns>
    internal Api.Common.V1.RetryPolicy ToProto()
    {
        var proto = new Api.Common.V1.RetryPolicy
        {
            InitialInterval = Duration.FromTimeSpan(InitialInterval),
            BackoffCoefficient = BackoffCoefficient,
            MaximumInterval = MaximumInterval is { } maximum ? Duration.FromTimeSpan(maximum) : null,
            MaximumAttempts = MaximumAttempts,
        };
        if (NonRetryableErrorTypes != null)
        {
            proto.NonRetryableErrorTypes.AddRange(NonRetryableErrorTypes);
        }

        return proto;
    }
}
