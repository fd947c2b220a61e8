using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Engine.Matching;
using Temporalio.Engine.Schedules;

namespace Temporalio.Engine;

/// <summary>
/// What clients and workers ask of the engine: the calls of the Temporal workflow service. Errors are
/// <see cref="Exceptions.RpcException"/> with the status codes of that service.
/// </summary>
internal interface IEngine
{
    /// <summary>Gets a value indicating whether it has not been stopped.</summary>
    bool IsServing { get; }

    /// <summary>Gets the time of the engine: real or, where time is skipped, virtual.</summary>
    DateTime UtcNow { get; }

    /// <summary>Gets the namespaces that have or had workflows, in no order.</summary>
    IReadOnlyCollection<string> Namespaces { get; }

    /// <summary>Gets the namespaces that are registered, have or had workflows, by name.</summary>
    IReadOnlyCollection<string> KnownNamespaces { get; }

    /// <summary>Gets the custom search attributes that are registered, with their types.</summary>
    IDictionary<string, IndexedValueType> CustomSearchAttributes { get; }

    /// <summary>Gets the workers that poll, by identity.</summary>
    IEnumerable<WorkerRegistration> Workers { get; }

    /// <summary>Gets a value indicating whether runs outlive the process.</summary>
    bool IsPersistent { get; }

    /// <summary>Gets the schedules.</summary>
    IScheduleService Schedules { get; }

    /// <summary>Registers custom search attributes.</summary>
    /// <param name="attributes">Their names and types.</param>
    void AddSearchAttributes(IEnumerable<KeyValuePair<string, IndexedValueType>> attributes);

    /// <summary>Unregisters custom search attributes.</summary>
    /// <param name="names">Their names.</param>
    void RemoveSearchAttributes(IEnumerable<string> names);

    /// <summary>Registers a namespace.</summary>
    /// <param name="request">What is told about it.</param>
    void RegisterNamespace(RegisterNamespaceRequest request);

    /// <summary>Gets what was told about a namespace.</summary>
    /// <param name="name">The namespace.</param>
    /// <returns>What was told; null if it is not known.</returns>
    RegisterNamespaceRequest? DescribeNamespace(string name);

    /// <summary>Starts a workflow, with a signal if there is one.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The run.</returns>
    Task<StartWorkflowResult> StartWorkflowAsync(StartWorkflowRequest request);

    /// <summary>Signals a workflow.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="signal">The signal.</param>
    /// <returns>A task for the end.</returns>
    Task SignalWorkflowAsync(WorkflowKey key, WorkflowExecutionSignaledEventAttributes signal);

    /// <summary>Requests cancellation; a second request does nothing.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="firstExecutionRunId">The chain it must belong to, or null.</param>
    /// <param name="request">The request.</param>
    /// <returns>A task for the end.</returns>
    Task RequestCancelWorkflowAsync(WorkflowKey key, string? firstExecutionRunId, WorkflowExecutionCancelRequestedEventAttributes request);

    /// <summary>Terminates a workflow.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="firstExecutionRunId">The chain it must belong to, or null.</param>
    /// <param name="request">The request.</param>
    /// <returns>A task for the end.</returns>
    Task TerminateWorkflowAsync(WorkflowKey key, string? firstExecutionRunId, WorkflowExecutionTerminatedEventAttributes request);

    /// <summary>Queries a workflow; waits for a worker.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="query">The query.</param>
    /// <param name="reject">In which states to reject.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The result.</returns>
    Task<WorkflowQueryResult> QueryWorkflowAsync(WorkflowKey key, WorkflowQuery query, QueryRejectCondition reject, CancellationToken cancellationToken);

    /// <summary>Sends an update and waits until it is accepted, rejected or, if asked, completed.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="firstExecutionRunId">The chain it must belong to, or null.</param>
    /// <param name="request">The request; one with the id of a known update joins it.</param>
    /// <param name="waitForCompletion">Whether to wait for the outcome.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The run and the outcome, if known.</returns>
    Task<UpdateWorkflowResult> UpdateWorkflowAsync(WorkflowKey key, string? firstExecutionRunId, Request request, bool waitForCompletion, CancellationToken cancellationToken);

    /// <summary>Updates a workflow, starting it first if it is not running, in one step (Temporal concept: update with start).</summary>
    /// <param name="start">The start.</param>
    /// <param name="request">The update.</param>
    /// <param name="waitForCompletion">Whether to wait for the outcome and not only for acceptance.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The run and the state of the update.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    Task<(StartWorkflowResult Start, UpdateWorkflowResult Update)> UpdateWithStartAsync(StartWorkflowRequest start, Request request, bool waitForCompletion, CancellationToken cancellationToken);

    /// <summary>Waits for the outcome of an update.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="updateId">The update.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The outcome.</returns>
    Task<Outcome> PollUpdateAsync(WorkflowKey key, string updateId, CancellationToken cancellationToken);

    /// <summary>Waits until a run is closed.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The last event.</returns>
    Task<HistoryEvent> WaitForCloseAsync(WorkflowKey key, CancellationToken cancellationToken);

    /// <summary>Gets events of a history.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="afterEventId">Only events after this one.</param>
    /// <param name="wait">Whether to wait until there is one or the run is closed.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The events.</returns>
    Task<HistoryPage> GetHistoryAsync(WorkflowKey key, long afterEventId, bool wait, CancellationToken cancellationToken);

    /// <summary>Describes a run.</summary>
    /// <param name="key">The workflow.</param>
    /// <returns>The description.</returns>
    Task<DescribeWorkflowExecutionResponse> DescribeWorkflowAsync(WorkflowKey key);

    /// <summary>Lists runs, newest first.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="query">The list filter; empty means all.</param>
    /// <returns>The runs.</returns>
    Task<IReadOnlyList<WorkflowExecutionInfo>> ListWorkflowsAsync(string workflowNamespace, string query);

    /// <summary>Counts runs, in groups if the query asks for them.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="query">The list filter; empty means all.</param>
    /// <returns>The count.</returns>
    Task<CountWorkflowExecutionsResponse> CountWorkflowsAsync(string workflowNamespace, string query);

    /// <summary>Says that a worker is there; its sticky queue is valid until disposal.</summary>
    /// <param name="worker">The worker.</param>
    /// <returns>Its registration.</returns>
    IDisposable RegisterWorker(WorkerRegistration worker);

    /// <summary>Waits for a workflow task or query.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="taskQueue">The queue: the shared or the sticky one.</param>
    /// <param name="identity">The identity of the worker.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The task.</returns>
    Task<WorkflowTask> PollWorkflowTaskAsync(string workflowNamespace, string taskQueue, string identity, CancellationToken cancellationToken);

    /// <summary>Gets the history that a workflow task needs when the run is not cached.</summary>
    /// <param name="task">The task.</param>
    /// <returns>All events up to the task.</returns>
    Task<IReadOnlyList<HistoryEvent>> GetTaskHistoryAsync(WorkflowTask task);

    /// <summary>Completes a workflow task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="completion">The commands and messages.</param>
    /// <returns>What became of it.</returns>
    Task<WorkflowTaskResult> RespondWorkflowTaskCompletedAsync(WorkflowTask task, WorkflowTaskCompletion completion);

    /// <summary>Fails a workflow task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cause">The cause.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="identity">The identity of the worker.</param>
    /// <returns>A task for the end.</returns>
    Task RespondWorkflowTaskFailedAsync(WorkflowTask task, WorkflowTaskFailedCause cause, Failure failure, string identity);

    /// <summary>Answers a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="result">The answer.</param>
    void RespondQuery(PendingQuery query, WorkflowQueryResult result);

    /// <summary>Waits for an activity task.</summary>
    /// <param name="workflowNamespace">The namespace.</param>
    /// <param name="taskQueue">The queue.</param>
    /// <param name="identity">The identity of the worker.</param>
    /// <param name="limit">How fast the worker takes activities; null means without limit.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The task.</returns>
    Task<ActivityTask> PollActivityTaskAsync(string workflowNamespace, string taskQueue, string identity, RateLimit? limit, CancellationToken cancellationToken);

    /// <summary>Completes an activity.</summary>
    /// <param name="token">The activity.</param>
    /// <param name="result">The result.</param>
    /// <param name="identity">The identity of the worker.</param>
    /// <returns>A task for the end.</returns>
    Task RespondActivityTaskCompletedAsync(ActivityToken token, Payloads result, string identity);

    /// <summary>Fails an attempt of an activity.</summary>
    /// <param name="token">The activity.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="identity">The identity of the worker.</param>
    /// <returns>A task for the end.</returns>
    Task RespondActivityTaskFailedAsync(ActivityToken token, Failure failure, string identity);

    /// <summary>Ends an activity as cancelled.</summary>
    /// <param name="token">The activity.</param>
    /// <param name="details">The details.</param>
    /// <param name="identity">The identity of the worker.</param>
    /// <returns>A task for the end.</returns>
    Task RespondActivityTaskCanceledAsync(ActivityToken token, Payloads? details, string identity);

    /// <summary>Records a heartbeat.</summary>
    /// <param name="token">The activity.</param>
    /// <param name="details">The details.</param>
    /// <returns>What the activity should know.</returns>
    Task<ActivityHeartbeatResult> RecordActivityTaskHeartbeatAsync(ActivityToken token, Payloads details);

    /// <summary>Asks what a heartbeat would be told, without recording one.</summary>
    /// <param name="token">The activity.</param>
    /// <returns>What the activity should know.</returns>
    ActivityHeartbeatResult CheckActivity(ActivityToken token);
}
