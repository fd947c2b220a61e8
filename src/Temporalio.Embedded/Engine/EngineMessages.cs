using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Deployment.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Api.Update.V1;

namespace Temporalio.Engine;

/// <summary>Addresses a workflow.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="RunId">The run id; null or empty means the latest.</param>
internal readonly record struct WorkflowKey(string Namespace, string WorkflowId, string? RunId);

/// <summary>A request to start a workflow: the event it will become and what decides whether it may.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Started">The first event; the engine fills in what it decides.</param>
/// <param name="Metadata">Summary and details.</param>
/// <param name="ReusePolicy">What to do when a closed workflow has the id.</param>
/// <param name="ConflictPolicy">What to do when a running workflow has the id.</param>
/// <param name="Signal">The signal to send with the start.</param>
internal sealed record StartWorkflowRequest(
    string Namespace,
    WorkflowExecutionStartedEventAttributes Started,
    UserMetadata? Metadata,
    WorkflowIdReusePolicy ReusePolicy,
    WorkflowIdConflictPolicy ConflictPolicy,
    WorkflowExecutionSignaledEventAttributes? Signal);

/// <summary>A started run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="FirstExecutionRunId">The first run of its chain.</param>
/// <param name="Started">False if a running workflow was used.</param>
internal sealed record StartWorkflowResult(string RunId, string FirstExecutionRunId, bool Started);

/// <summary>The state of an update.</summary>
/// <param name="RunId">The run that has it.</param>
/// <param name="Outcome">The outcome, if known.</param>
internal sealed record UpdateWorkflowResult(string RunId, Outcome? Outcome);

/// <summary>Events of a history.</summary>
/// <param name="Events">The events.</param>
/// <param name="Closed">Whether no more can come.</param>
internal sealed record HistoryPage(IReadOnlyList<HistoryEvent> Events, bool Closed);

/// <summary>A worker that polls.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="TaskQueue">The shared queue.</param>
/// <param name="StickyQueue">Its own queue for workflows it has cached; null if it caches none.</param>
/// <param name="Workflows">Whether it runs workflows.</param>
/// <param name="Activities">Whether it runs activities.</param>
/// <param name="QueueActivitiesPerSecond">How many activities may start in a second in the whole queue; the last worker that says so decides.</param>
/// <param name="Identity">Its identity.</param>
/// <param name="Deployment">Its deployment version, or null.</param>
internal sealed record WorkerRegistration(
    string Namespace,
    string TaskQueue,
    string? StickyQueue,
    bool Workflows,
    bool Activities,
    double? QueueActivitiesPerSecond = null,
    string Identity = "",
    WorkerDeploymentOptions? Deployment = null);

/// <summary>A query that waits for an answer.</summary>
/// <param name="id">An id unique in the process.</param>
/// <param name="query">The query.</param>
internal sealed class PendingQuery(string id, WorkflowQuery query)
{
    /// <summary>Gets the id.</summary>
    public string Id { get; } = id;

    /// <summary>Gets the query.</summary>
    public WorkflowQuery Query { get; } = query;

    /// <summary>Gets the answer to come.</summary>
    public TaskCompletionSource<WorkflowQueryResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A workflow task, or a query alone.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="RunId">The run id.</param>
/// <param name="WorkflowType">The workflow type.</param>
/// <param name="ScheduledEventId">The event that scheduled it; 0 for a query.</param>
/// <param name="StartedEventId">The event that started it; 0 for a query.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="PreviousStartedEventId">The last event that the cache of the worker has seen.</param>
/// <param name="Events">The events after that one, up to the start of this task.</param>
/// <param name="Updates">The updates to deliver.</param>
/// <param name="Query">The query; then there is no task.</param>
internal sealed record WorkflowTask(
    string Namespace,
    string WorkflowId,
    string RunId,
    string WorkflowType,
    long ScheduledEventId,
    long StartedEventId,
    int Attempt,
    long PreviousStartedEventId,
    IReadOnlyList<HistoryEvent> Events,
    IReadOnlyList<Request> Updates,
    PendingQuery? Query);

/// <summary>The answer to a workflow task. A command is the event that it becomes, without id, time and references the engine fills in.</summary>
/// <param name="Commands">The commands.</param>
/// <param name="RejectedUpdates">The updates that validators rejected, by id.</param>
/// <param name="Identity">The identity of the worker.</param>
/// <param name="StickyQueue">Where the next task should go; null for anywhere.</param>
/// <param name="ForceNewTask">Whether a new task is needed at once, since local activities go on.</param>
/// <param name="NextRetryPolicy">The retry policy of the run that continues this one; null inherits. The event has no field for it.</param>
/// <param name="Deployment">The deployment version of the worker, or null.</param>
/// <param name="VersioningBehavior">What happens to the run when the deployment gets a new version.</param>
internal sealed record WorkflowTaskCompletion(
    IReadOnlyList<HistoryEvent> Commands,
    IReadOnlyList<(string UpdateId, Failure Failure)> RejectedUpdates,
    string Identity,
    string? StickyQueue,
    bool ForceNewTask,
    RetryPolicy? NextRetryPolicy = null,
    WorkerDeploymentOptions? Deployment = null,
    VersioningBehavior VersioningBehavior = VersioningBehavior.Unspecified);

/// <summary>What became of a completed workflow task.</summary>
internal enum WorkflowTaskResult
{
    /// <summary>Its commands are in the history.</summary>
    Recorded,

    /// <summary>It left no trace: it only rejected updates.</summary>
    Discarded,

    /// <summary>It was too late or had to be thrown away: what the worker has cached is not what the history says.</summary>
    Stale,
}

/// <summary>Addresses an activity.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="RunId">The run id; empty means the latest.</param>
/// <param name="ScheduledEventId">The event that scheduled it; 0 if addressed by id.</param>
/// <param name="Attempt">The attempt; 0 means the current one.</param>
/// <param name="ActivityId">The activity id.</param>
internal sealed record ActivityToken(string Namespace, string WorkflowId, string RunId, long ScheduledEventId, int Attempt, string ActivityId)
{
    /// <summary>Reads a task token.</summary>
    /// <param name="token">The bytes.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">They are not a task token.</exception>
    public static ActivityToken Parse(byte[] token)
    {
        try
        {
            return JsonSerializer.Deserialize<ActivityToken>(token) ?? throw new ArgumentException("Empty task token");
        }
        catch (JsonException e)
        {
            throw new ArgumentException("Not a task token", e);
        }
    }

    /// <summary>Makes the task token.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);
}

/// <summary>An activity to run.</summary>
/// <param name="Token">Its address.</param>
/// <param name="WorkflowType">The workflow type.</param>
/// <param name="Scheduled">The event that scheduled it.</param>
/// <param name="ScheduledTime">When it was first scheduled.</param>
/// <param name="AttemptScheduledTime">When this attempt was scheduled.</param>
/// <param name="StartedTime">When this attempt started.</param>
/// <param name="HeartbeatDetails">The last heartbeat details of earlier attempts.</param>
internal sealed record ActivityTask(
    ActivityToken Token,
    string WorkflowType,
    ActivityTaskScheduledEventAttributes Scheduled,
    DateTime ScheduledTime,
    DateTime AttemptScheduledTime,
    DateTime StartedTime,
    Payloads? HeartbeatDetails);

/// <summary>What a heartbeat tells the activity.</summary>
internal enum ActivityHeartbeatResult
{
    /// <summary>To go on.</summary>
    Ok,

    /// <summary>That cancellation is requested.</summary>
    CancelRequested,

    /// <summary>That nobody waits for it any more.</summary>
    NotFound,
}
