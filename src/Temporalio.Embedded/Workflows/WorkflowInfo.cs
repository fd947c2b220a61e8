using System;
using System.Collections.Generic;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using Priority = Temporalio.Common.Priority;
using RetryPolicy = Temporalio.Common.RetryPolicy;

namespace Temporalio.Workflows;

/// <summary>Workflow info.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="ContinuedRunId">The continued run id.</param>
/// <param name="CronSchedule">The cron schedule.</param>
/// <param name="ExecutionTimeout">The timeout of the execution including retries and continue as new.</param>
/// <param name="FirstExecutionRunId">The run id of the first run of the chain.</param>
/// <param name="Headers">The headers, or null.</param>
/// <param name="LastFailure">The last failure.</param>
/// <param name="LastResult">The last result.</param>
/// <param name="Namespace">The namespace. Default: "default".</param>
/// <param name="Parent">The parent.</param>
/// <param name="Priority">The priority.</param>
/// <param name="RetryPolicy">The retry policy; null means the default.</param>
/// <param name="Root">The root.</param>
/// <param name="RunId">The run id, or null for the latest run.</param>
/// <param name="RunTimeout">The timeout of a single run.</param>
/// <param name="StartTime">The start time.</param>
/// <param name="TaskQueue">The task queue.</param>
/// <param name="TaskTimeout">The timeout of a single workflow task.</param>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="WorkflowStartTime">The workflow start time.</param>
/// <param name="WorkflowType">The workflow type.</param>
public record WorkflowInfo(
    int Attempt,
    string? ContinuedRunId,
    string? CronSchedule,
    TimeSpan? ExecutionTimeout,
    string FirstExecutionRunId,
    IReadOnlyDictionary<string, Payload>? Headers,
    Exception? LastFailure,
    IReadOnlyCollection<IRawValue>? LastResult,
    string Namespace,
    WorkflowInfo.ParentInfo? Parent,
    Priority Priority,
    RetryPolicy? RetryPolicy,
    WorkflowInfo.RootInfo? Root,
    string RunId,
    TimeSpan? RunTimeout,
    DateTime StartTime,
    string TaskQueue,
    TimeSpan TaskTimeout,
    string WorkflowId,
    DateTime WorkflowStartTime,
    string WorkflowType)
{
    /// <summary>The workflow that started this one as a child.</summary>
    /// <param name="Namespace">The namespace of the parent.</param>
    /// <param name="RunId">The run id of the parent.</param>
    /// <param name="WorkflowId">The workflow id of the parent.</param>
    public record ParentInfo(string Namespace, string RunId, string WorkflowId);

    /// <summary>The workflow at the top of the tree of children.</summary>
    /// <param name="RunId">The run id of the root.</param>
    /// <param name="WorkflowId">The workflow id of the root.</param>
    public record RootInfo(string RunId, string WorkflowId);
}
