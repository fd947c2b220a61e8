using System;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>A workflow of a known type that is addressed by its id.</summary>
/// <typeparam name="TWorkflow">The workflow type.</typeparam>
/// <param name="Client">The client.</param>
/// <param name="Id">The workflow id.</param>
/// <param name="RunId">The run that signals, queries and so on go to; null means the latest.</param>
/// <param name="ResultRunId">The run whose result is awaited; null means the latest.</param>
/// <param name="FirstExecutionRunId">The first run of the chain, to guard cancel and terminate.</param>
public record WorkflowHandle<TWorkflow>(
    ITemporalClient Client,
    string Id,
    string? RunId = null,
    string? ResultRunId = null,
    string? FirstExecutionRunId = null)
    : WorkflowHandle(Client, Id, RunId, ResultRunId, FirstExecutionRunId)
{
    /// <summary>Sends an update and waits for its end.</summary>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public Task ExecuteUpdateAsync(Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<TWorkflow>(updateCall, options);

    /// <summary>Sends an update and waits for its result.</summary>
    /// <typeparam name="TUpdateResult">The result type.</typeparam>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public Task<TUpdateResult> ExecuteUpdateAsync<TUpdateResult>(Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<TWorkflow, TUpdateResult>(updateCall, options);

    /// <summary>Asks a query.</summary>
    /// <typeparam name="TQueryResult">The result type.</typeparam>
    /// <param name="queryCall">The call of the query method, or the query property.</param>
    /// <param name="options">The options.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="WorkflowQueryFailedException">The handler failed or there is none.</exception>
    public Task<TQueryResult> QueryAsync<TQueryResult>(Expression<Func<TWorkflow, TQueryResult>> queryCall, WorkflowQueryOptions? options = null) =>
        QueryAsync<TWorkflow, TQueryResult>(queryCall, options);

    /// <summary>Sends a signal.</summary>
    /// <param name="signalCall">The call of the signal method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is in the history.</returns>
    /// <exception cref="RpcException">The workflow is not running.</exception>
    public Task SignalAsync(Expression<Func<TWorkflow, Task>> signalCall, WorkflowSignalOptions? options = null) =>
        SignalAsync<TWorkflow>(signalCall, options);

    /// <summary>Sends an update.</summary>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options; the stage is mandatory.</param>
    /// <returns>The handle.</returns>
    public Task<WorkflowUpdateHandle> StartUpdateAsync(Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateStartOptions options) =>
        StartUpdateAsync<TWorkflow>(updateCall, options);

    /// <summary>Sends an update.</summary>
    /// <typeparam name="TUpdateResult">The result type.</typeparam>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options; the stage is mandatory.</param>
    /// <returns>The handle.</returns>
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateAsync<TUpdateResult>(Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateStartOptions options) =>
        StartUpdateAsync<TWorkflow, TUpdateResult>(updateCall, options);
}

/// <summary>A workflow of a known type with a known result.</summary>
/// <typeparam name="TWorkflow">The workflow type.</typeparam>
/// <typeparam name="TResult">The result type.</typeparam>
/// <param name="Client">The client.</param>
/// <param name="Id">The workflow id.</param>
/// <param name="RunId">The run that signals, queries and so on go to; null means the latest.</param>
/// <param name="ResultRunId">The run whose result is awaited; null means the latest.</param>
/// <param name="FirstExecutionRunId">The first run of the chain, to guard cancel and terminate.</param>
public record WorkflowHandle<TWorkflow, TResult>(
    ITemporalClient Client,
    string Id,
    string? RunId = null,
    string? ResultRunId = null,
    string? FirstExecutionRunId = null)
    : WorkflowHandle<TWorkflow>(Client, Id, RunId, ResultRunId, FirstExecutionRunId)
{
    /// <summary>Waits for the result.</summary>
    /// <param name="followRuns">Whether to go on to the runs that retries and continue-as-new make.</param>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowFailedException">The workflow failed; the inner exception is the cause.</exception>
    public new Task<TResult> GetResultAsync(bool followRuns = true, RpcOptions? rpcOptions = null) =>
        GetResultAsync<TResult>(followRuns, rpcOptions);
}
