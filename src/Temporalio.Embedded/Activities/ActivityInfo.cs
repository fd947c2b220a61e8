using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace Temporalio.Activities;

/// <summary>What an activity knows about itself.</summary>
/// <param name="ActivityId">Activity id.</param>
/// <param name="ActivityType">Activity type name.</param>
/// <param name="Attempt">Number of the attempt, from 1.</param>
/// <param name="CurrentAttemptScheduledTime">When this attempt was scheduled.</param>
/// <param name="DataConverter">Converter of the worker.</param>
/// <param name="HeartbeatDetails">Details of the last heartbeat of earlier attempts.</param>
/// <param name="HeartbeatTimeout">Heartbeat timeout, if any.</param>
/// <param name="IsLocal">Whether it is a local activity.</param>
/// <param name="Namespace">Namespace.</param>
/// <param name="Priority">Priority.</param>
/// <param name="RetryPolicy">Retry policy, if known.</param>
/// <param name="ScheduleToCloseTimeout">Schedule-to-close timeout, if any.</param>
/// <param name="ScheduledTime">When the activity was scheduled.</param>
/// <param name="StartToCloseTimeout">Start-to-close timeout, if any.</param>
/// <param name="StartedTime">When this attempt started.</param>
/// <param name="TaskQueue">Task queue.</param>
/// <param name="TaskToken">Token for completing it asynchronously.</param>
/// <param name="WorkflowId">Workflow id, null without a workflow.</param>
/// <param name="WorkflowNamespace">Namespace of the workflow, null without a workflow.</param>
/// <param name="WorkflowRunId">Run id of the workflow, null without a workflow.</param>
/// <param name="WorkflowType">Workflow type name, null without a workflow.</param>
public record ActivityInfo(
    string ActivityId,
    string ActivityType,
    int Attempt,
    DateTime CurrentAttemptScheduledTime,
    [property: JsonIgnore] DataConverter DataConverter,
    IReadOnlyCollection<Payload> HeartbeatDetails,
    TimeSpan? HeartbeatTimeout,
    bool IsLocal,
    string Namespace,
    Temporalio.Common.Priority Priority,
    Temporalio.Common.RetryPolicy? RetryPolicy,
    TimeSpan? ScheduleToCloseTimeout,
    DateTime ScheduledTime,
    TimeSpan? StartToCloseTimeout,
    DateTime StartedTime,
    string TaskQueue,
    byte[] TaskToken,
    string? WorkflowId,
    string? WorkflowNamespace,
    string? WorkflowRunId,
    string? WorkflowType)
{
    /// <summary>Whether a workflow started it.</summary>
    public bool IsWorkflowActivity => WorkflowId != null;

    /// <summary>Gets one of the heartbeat details.</summary>
    /// <typeparam name="T">Type to convert to.</typeparam>
    /// <param name="index">Zero-based index.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such detail.</exception>
    public async Task<T> HeartbeatDetailAtAsync<T>(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, HeartbeatDetails.Count);
        return await DataConverter.ToValueAsync<T>(HeartbeatDetails.ElementAt(index));
    }
}
