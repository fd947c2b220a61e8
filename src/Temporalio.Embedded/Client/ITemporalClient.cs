using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Temporalio.Client.Interceptors;
using Temporalio.Client.Schedules;
using Temporalio.Worker;

namespace Temporalio.Client;

/// <summary>A client: starts workflows and gives handles to them.</summary>
public interface ITemporalClient : IWorkerClient
{
    /// <summary>Gets the connection.</summary>
    ITemporalConnection Connection { get; }

    /// <summary>Gets the raw calls of the operator service.</summary>
    OperatorService OperatorService { get; }

    /// <summary>Gets the raw calls of the workflow service.</summary>
    WorkflowService WorkflowService { get; }

    /// <summary>Gets the outermost interceptor: every high-level call passes it.</summary>
    ClientOutboundInterceptor OutboundInterceptor { get; }

    /// <summary>Counts workflows.</summary>
    /// <param name="query">The list filter.</param>
    /// <param name="options">The options.</param>
    /// <returns>The count.</returns>
    Task<WorkflowExecutionCount> CountWorkflowsAsync(string query, WorkflowCountOptions? options = null);

    /// <summary>Creates a schedule.</summary>
    /// <param name="scheduleId">The schedule id.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="options">The options.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="Exceptions.ScheduleAlreadyRunningException">A schedule has the id already.</exception>
    Task<ScheduleHandle> CreateScheduleAsync(string scheduleId, Schedule schedule, ScheduleOptions? options = null);

    /// <summary>Gets a handle to an activity that completes asynchronously.</summary>
    /// <param name="taskToken">The task token of the activity.</param>
    /// <returns>The handle.</returns>
    AsyncActivityHandle GetAsyncActivityHandle(byte[] taskToken);

    /// <summary>Gets a handle to an activity that completes asynchronously.</summary>
    /// <param name="workflowId">The workflow id.</param>
    /// <param name="runId">The run id.</param>
    /// <param name="activityId">The activity id.</param>
    /// <returns>The handle.</returns>
    AsyncActivityHandle GetAsyncActivityHandle(string workflowId, string runId, string activityId);

    /// <summary>Gets a handle to a schedule; it checks nothing.</summary>
    /// <param name="scheduleId">The schedule id.</param>
    /// <returns>The handle.</returns>
    ScheduleHandle GetScheduleHandle(string scheduleId);

    /// <summary>Gets a handle to a workflow; it checks nothing.</summary>
    /// <param name="id">The workflow id.</param>
    /// <param name="runId">The run id; null means the latest run.</param>
    /// <param name="firstExecutionRunId">The first run of the chain, to guard cancel and terminate.</param>
    /// <returns>The handle.</returns>
    WorkflowHandle GetWorkflowHandle(string id, string? runId = null, string? firstExecutionRunId = null);

    /// <summary>Gets a handle to a workflow; it checks nothing.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="id">The workflow id.</param>
    /// <param name="runId">The run id; null means the latest run.</param>
    /// <param name="firstExecutionRunId">The first run of the chain, to guard cancel and terminate.</param>
    /// <returns>The handle.</returns>
    WorkflowHandle<TWorkflow> GetWorkflowHandle<TWorkflow>(string id, string? runId = null, string? firstExecutionRunId = null);

    /// <summary>Gets a handle to a workflow; it checks nothing.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="id">The workflow id.</param>
    /// <param name="runId">The run id; null means the latest run.</param>
    /// <param name="firstExecutionRunId">The first run of the chain, to guard cancel and terminate.</param>
    /// <returns>The handle.</returns>
    WorkflowHandle<TWorkflow, TResult> GetWorkflowHandle<TWorkflow, TResult>(string id, string? runId = null, string? firstExecutionRunId = null);

    /// <summary>Lists schedules.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The schedules.</returns>
    IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ScheduleListOptions? options = null);

    /// <summary>Lists workflows.</summary>
    /// <param name="query">The list filter.</param>
    /// <param name="options">The options.</param>
    /// <returns>The workflows.</returns>
    IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(string query, WorkflowListOptions? options = null);

    /// <summary>Lists a page of workflows.</summary>
    /// <param name="query">The list filter.</param>
    /// <param name="nextPageToken">The token of the page; null means the first.</param>
    /// <param name="options">The options.</param>
    /// <returns>The page.</returns>
    Task<WorkflowListPage> ListWorkflowsPaginatedAsync(string query, byte[]? nextPageToken, WorkflowListPaginatedOptions? options = null);

    /// <summary>Sends an update to a workflow, which is started first if it is not running.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options; start operation and stage are mandatory.</param>
    /// <returns>The handle of the update; that of the workflow comes from the start operation.</returns>
    /// <exception cref="ArgumentException">A mandatory option is missing, or one does not go with an update.</exception>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> updateCall, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Sends an update to a workflow, which is started first if it is not running.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TUpdateResult">The result type of the update.</typeparam>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options; start operation and stage are mandatory.</param>
    /// <returns>The handle of the update; that of the workflow comes from the start operation.</returns>
    /// <exception cref="ArgumentException">A mandatory option is missing, or one does not go with an update.</exception>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Sends an update to a workflow, which is started first if it is not running.</summary>
    /// <param name="update">The update name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; start operation and stage are mandatory.</param>
    /// <returns>The handle of the update; that of the workflow comes from the start operation.</returns>
    /// <exception cref="ArgumentException">A mandatory option is missing, or one does not go with an update.</exception>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync(string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Sends an update to a workflow, which is started first if it is not running.</summary>
    /// <typeparam name="TUpdateResult">The result type of the update.</typeparam>
    /// <param name="update">The update name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; start operation and stage are mandatory.</param>
    /// <returns>The handle of the update; that of the workflow comes from the start operation.</returns>
    /// <exception cref="ArgumentException">A mandatory option is missing, or one does not go with an update.</exception>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options);

    /// <summary>Starts a workflow.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options; id and task queue are mandatory.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options);

    /// <summary>Starts a workflow.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options; id and task queue are mandatory.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    Task<WorkflowHandle<TWorkflow>> StartWorkflowAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options);

    /// <summary>Starts a workflow.</summary>
    /// <param name="workflow">The workflow type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; id and task queue are mandatory.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    Task<WorkflowHandle> StartWorkflowAsync(string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options);
}
