using System;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Engine.Executions;

/// <summary>Retry policies of activities and workflows.</summary>
internal static class Retries
{
    /// <summary>Decides on the next attempt.</summary>
    /// <param name="policy">The policy; null means no retries.</param>
    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="failure">Why.</param>
    /// <returns>In progress with the delay, or why there is no next attempt.</returns>
    public static (RetryState State, TimeSpan Delay) Next(RetryPolicy? policy, int attempt, Failure failure)
    {
        if (policy is null)
        {
            return (RetryState.RetryPolicyNotSet, default);
        }

        if (!IsRetryable(policy, failure))
        {
            return (RetryState.NonRetryableFailure, default);
        }

        if (policy.MaximumAttempts > 0 && attempt >= policy.MaximumAttempts)
        {
            return (RetryState.MaximumAttemptsReached, default);
        }

        if (failure.ApplicationFailureInfo?.NextRetryDelay is { } next)
        {
            return (RetryState.InProgress, next.ToTimeSpan());
        }

        var initial = PendingActivity.Limit(policy.InitialInterval) ?? TimeSpan.FromSeconds(1);
        var maximum = PendingActivity.Limit(policy.MaximumInterval) ?? initial * 100;
        var seconds = initial.TotalSeconds * Math.Pow(Math.Max(policy.BackoffCoefficient, 1), attempt - 1);
        return (RetryState.InProgress, seconds >= maximum.TotalSeconds ? maximum : TimeSpan.FromSeconds(seconds));
    }

    private static bool IsRetryable(RetryPolicy policy, Failure failure) => failure.FailureInfoCase switch
    {
        Failure.FailureInfoOneofCase.ApplicationFailureInfo =>
            !failure.ApplicationFailureInfo.NonRetryable && !policy.NonRetryableErrorTypes.Contains(failure.ApplicationFailureInfo.Type),
        Failure.FailureInfoOneofCase.TimeoutFailureInfo =>
            failure.TimeoutFailureInfo.TimeoutType is TimeoutType.StartToClose or TimeoutType.Heartbeat,
        Failure.FailureInfoOneofCase.ServerFailureInfo => !failure.ServerFailureInfo.NonRetryable,
        Failure.FailureInfoOneofCase.TerminatedFailureInfo or Failure.FailureInfoOneofCase.CanceledFailureInfo => false,
        _ => true,
    };
}
