using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>A workflow that is addressed by its id.</summary>
/// <param name="Client">The client.</param>
/// <param name="Id">The workflow id.</param>
/// <param name="RunId">The run that signals, queries and so on go to; null means the latest.</param>
/// <param name="ResultRunId">The run whose result is awaited; null means the latest.</param>
/// <param name="FirstExecutionRunId">The first run of the chain, to guard cancel and terminate.</param>
public record WorkflowHandle(
    ITemporalClient Client,
    string Id,
    string? RunId = null,
    string? ResultRunId = null,
    string? FirstExecutionRunId = null)
{
    /// <summary>Requests cancellation.</summary>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="RpcException">The workflow is not running.</exception>
    public virtual Task CancelAsync(WorkflowCancelOptions? options = null) =>
        Client.OutboundInterceptor.CancelWorkflowAsync(new CancelWorkflowInput(Id, RunId, FirstExecutionRunId, options));

    /// <summary>Describes the workflow.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The description.</returns>
    /// <exception cref="RpcException">There is no such workflow.</exception>
    public virtual Task<WorkflowExecutionDescription> DescribeAsync(WorkflowDescribeOptions? options = null) =>
        Client.OutboundInterceptor.DescribeWorkflowAsync(new DescribeWorkflowInput(Id, RunId, options));

    /// <summary>Sends an update and waits for its end.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public Task ExecuteUpdateAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(updateCall);
        return ExecuteUpdateAsync(WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Sends an update and waits for its result.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TUpdateResult">The result type.</typeparam>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public Task<TUpdateResult> ExecuteUpdateAsync<TWorkflow, TUpdateResult>(Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(updateCall);
        return ExecuteUpdateAsync<TUpdateResult>(WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Sends an update and waits for its end.</summary>
    /// <param name="update">The update name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public Task ExecuteUpdateAsync(string update, IReadOnlyCollection<object?> args, WorkflowUpdateOptions? options = null) =>
        ExecuteUpdateAsync<ValueTuple>(update, args, options);

    /// <summary>Sends an update and waits for its result.</summary>
    /// <typeparam name="TUpdateResult">The result type.</typeparam>
    /// <param name="update">The update name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public async Task<TUpdateResult> ExecuteUpdateAsync<TUpdateResult>(string update, IReadOnlyCollection<object?> args, WorkflowUpdateOptions? options = null)
    {
        var start = new WorkflowUpdateStartOptions(WorkflowUpdateStage.Completed) { Id = options?.Id, Rpc = options?.Rpc };
        var handle = await StartUpdateAsync<TUpdateResult>(update, args, start).ConfigureAwait(false);
        return await handle.GetResultAsync(options?.Rpc).ConfigureAwait(false);
    }

    /// <summary>Fetches the whole history.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The history.</returns>
    /// <exception cref="RpcException">There is no such workflow.</exception>
    public virtual async Task<WorkflowHistory> FetchHistoryAsync(WorkflowHistoryEventFetchOptions? options = null)
    {
        var events = new List<HistoryEvent>();
        await foreach (var e in FetchHistoryEventsAsync(options).ConfigureAwait(false))
        {
            events.Add(e);
        }

        return new WorkflowHistory(Id, events);
    }

    /// <summary>Fetches the history event by event.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The events.</returns>
    /// <exception cref="RpcException">There is no such workflow.</exception>
    public virtual async IAsyncEnumerable<HistoryEvent> FetchHistoryEventsAsync(WorkflowHistoryEventFetchOptions? options = null)
    {
        options ??= new WorkflowHistoryEventFetchOptions();
        byte[]? token = null;
        do
        {
            var page = await Client.OutboundInterceptor.FetchWorkflowHistoryEventPageAsync(new FetchWorkflowHistoryEventPageInput(
                Id, RunId, null, token, options.WaitNewEvent, options.EventFilterType, options.SkipArchival, options.Rpc)).ConfigureAwait(false);
            foreach (var e in page.Events)
            {
                yield return e;
            }

            token = page.NextPageToken;
        }
        while (token is not null);
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="followRuns">Whether to go on to the runs that retries and continue-as-new make.</param>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowFailedException">The workflow failed; the inner exception is the cause.</exception>
    /// <exception cref="WorkflowContinuedAsNewException">The run continued as new and is not to be followed.</exception>
    public Task GetResultAsync(bool followRuns = true, RpcOptions? rpcOptions = null) => GetResultAsync<ValueTuple>(followRuns, rpcOptions);

    /// <summary>Waits for the result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="followRuns">Whether to go on to the runs that retries and continue-as-new make.</param>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowFailedException">The workflow failed; the inner exception is the cause.</exception>
    /// <exception cref="WorkflowContinuedAsNewException">The run continued as new and is not to be followed.</exception>
    public virtual async Task<TResult> GetResultAsync<TResult>(bool followRuns = true, RpcOptions? rpcOptions = null)
    {
        var runId = ResultRunId;
        while (true)
        {
            var page = await Client.OutboundInterceptor.FetchWorkflowHistoryEventPageAsync(new FetchWorkflowHistoryEventPageInput(
                Id, runId, null, null, true, HistoryEventFilterType.CloseEvent, true, rpcOptions)).ConfigureAwait(false);
            var next = await CloseEvent.ToResultAsync<TResult>(Client, Id, page.Events, followRuns).ConfigureAwait(false);
            if (next.NewRunId is null)
            {
                return next.Result!;
            }

            runId = next.NewRunId;
        }
    }

    /// <summary>Gets a handle to an update; it checks nothing.</summary>
    /// <param name="id">The update id.</param>
    /// <returns>The handle.</returns>
    public WorkflowUpdateHandle GetUpdateHandle(string id) => new(Client, id, Id, RunId);

    /// <summary>Gets a handle to an update; it checks nothing.</summary>
    /// <typeparam name="TUpdateResult">The result type.</typeparam>
    /// <param name="id">The update id.</param>
    /// <returns>The handle.</returns>
    public WorkflowUpdateHandle<TUpdateResult> GetUpdateHandle<TUpdateResult>(string id) => new(Client, id, Id, RunId);

    /// <summary>Asks a query.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TQueryResult">The result type.</typeparam>
    /// <param name="queryCall">The call of the query method, or the query property.</param>
    /// <param name="options">The options.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="WorkflowQueryFailedException">The handler failed or there is none.</exception>
    /// <exception cref="WorkflowQueryRejectedException">The state of the workflow is one in which the query is rejected.</exception>
    public Task<TQueryResult> QueryAsync<TWorkflow, TQueryResult>(Expression<Func<TWorkflow, TQueryResult>> queryCall, WorkflowQueryOptions? options = null)
    {
        var (member, args) = CallExpression.ExtractMember(queryCall);
        return QueryAsync<TQueryResult>(WorkflowQueryDefinition.NameFromMemberForCall(member), args, options);
    }

    /// <summary>Asks a query.</summary>
    /// <typeparam name="TQueryResult">The result type.</typeparam>
    /// <param name="query">The query name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="WorkflowQueryFailedException">The handler failed or there is none.</exception>
    /// <exception cref="WorkflowQueryRejectedException">The state of the workflow is one in which the query is rejected.</exception>
    public virtual Task<TQueryResult> QueryAsync<TQueryResult>(string query, IReadOnlyCollection<object?> args, WorkflowQueryOptions? options = null) =>
        Client.OutboundInterceptor.QueryWorkflowAsync<TQueryResult>(new QueryWorkflowInput(Id, RunId, query, args, options, null));

    /// <summary>Sends a signal.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="signalCall">The call of the signal method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is in the history.</returns>
    /// <exception cref="RpcException">The workflow is not running.</exception>
    public Task SignalAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall, WorkflowSignalOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(signalCall);
        return SignalAsync(WorkflowSignalDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="signal">The signal name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is in the history.</returns>
    /// <exception cref="RpcException">The workflow is not running.</exception>
    public virtual Task SignalAsync(string signal, IReadOnlyCollection<object?> args, WorkflowSignalOptions? options = null) =>
        Client.OutboundInterceptor.SignalWorkflowAsync(new SignalWorkflowInput(Id, RunId, signal, args, options, null));

    /// <summary>Sends an update.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options; the stage is mandatory.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ArgumentException">The stage is neither accepted nor completed.</exception>
    public async Task<WorkflowUpdateHandle> StartUpdateAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateStartOptions options)
    {
        var (method, args) = CallExpression.Extract(updateCall);
        return await StartUpdateAsync<ValueTuple>(WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options).ConfigureAwait(false);
    }

    /// <summary>Sends an update.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TUpdateResult">The result type.</typeparam>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options; the stage is mandatory.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ArgumentException">The stage is neither accepted nor completed.</exception>
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateAsync<TWorkflow, TUpdateResult>(Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateStartOptions options)
    {
        var (method, args) = CallExpression.Extract(updateCall);
        return StartUpdateAsync<TUpdateResult>(WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Sends an update.</summary>
    /// <param name="update">The update name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; the stage is mandatory.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ArgumentException">The stage is neither accepted nor completed.</exception>
    public async Task<WorkflowUpdateHandle> StartUpdateAsync(string update, IReadOnlyCollection<object?> args, WorkflowUpdateStartOptions options) =>
        await StartUpdateAsync<ValueTuple>(update, args, options).ConfigureAwait(false);

    /// <summary>Sends an update.</summary>
    /// <typeparam name="TUpdateResult">The result type.</typeparam>
    /// <param name="update">The update name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; the stage is mandatory.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ArgumentException">The stage is neither accepted nor completed.</exception>
    public virtual Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateAsync<TUpdateResult>(string update, IReadOnlyCollection<object?> args, WorkflowUpdateStartOptions options) =>
        Client.OutboundInterceptor.StartWorkflowUpdateAsync<TUpdateResult>(new StartWorkflowUpdateInput(Id, RunId, FirstExecutionRunId, update, args, options, null));

    /// <summary>Ends the workflow at once; its code gets no say.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="RpcException">The workflow is not running.</exception>
    public virtual Task TerminateAsync(string? reason = null, WorkflowTerminateOptions? options = null) =>
        Client.OutboundInterceptor.TerminateWorkflowAsync(new TerminateWorkflowInput(Id, RunId, FirstExecutionRunId, reason, options));
}
