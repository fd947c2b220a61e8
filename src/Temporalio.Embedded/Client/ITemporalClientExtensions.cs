using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Temporalio.Common;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>Shorthands: start and wait.</summary>
public static class ITemporalClientExtensions
{
    /// <summary>Starts a workflow and waits for its result.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowFailedException">The workflow failed.</exception>
    public static async Task<TResult> ExecuteWorkflowAsync<TWorkflow, TResult>(this ITemporalClient client, Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflowRunCall, options).ConfigureAwait(false);
        return await handle.GetResultAsync(rpcOptions: options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts a workflow and waits for its end.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowFailedException">The workflow failed.</exception>
    public static async Task ExecuteWorkflowAsync<TWorkflow>(this ITemporalClient client, Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflowRunCall, options).ConfigureAwait(false);
        await handle.GetResultAsync(rpcOptions: options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts a workflow and waits for its result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="workflow">The workflow type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowFailedException">The workflow failed.</exception>
    public static async Task<TResult> ExecuteWorkflowAsync<TResult>(this ITemporalClient client, string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflow, args, options).ConfigureAwait(false);
        return await handle.GetResultAsync<TResult>(rpcOptions: options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Starts a workflow and waits for its end.</summary>
    /// <param name="client">The client.</param>
    /// <param name="workflow">The workflow type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowFailedException">The workflow failed.</exception>
    public static async Task ExecuteWorkflowAsync(this ITemporalClient client, string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        var handle = await client.StartWorkflowAsync(workflow, args, options).ConfigureAwait(false);
        await handle.GetResultAsync(rpcOptions: options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Sends an update to a workflow, which is started first if it is not running, and waits for its end.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options; the start operation is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    public static async Task ExecuteUpdateWithStartWorkflowAsync<TWorkflow>(this ITemporalClient client, Expression<Func<TWorkflow, Task>> updateCall, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(updateCall, ToStartOptions(options)).ConfigureAwait(false);
        await handle.GetResultAsync(options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Sends an update to a workflow, which is started first if it is not running, and waits for its result.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TUpdateResult">The result type of the update.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="updateCall">The call of the update method.</param>
    /// <param name="options">The options; the start operation is mandatory.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    public static async Task<TUpdateResult> ExecuteUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(this ITemporalClient client, Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(updateCall, ToStartOptions(options)).ConfigureAwait(false);
        return await handle.GetResultAsync(options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Sends an update to a workflow, which is started first if it is not running, and waits for its end.</summary>
    /// <param name="client">The client.</param>
    /// <param name="update">The update name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; the start operation is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    public static async Task ExecuteUpdateWithStartWorkflowAsync(this ITemporalClient client, string update, IReadOnlyCollection<object?> args, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync(update, args, ToStartOptions(options)).ConfigureAwait(false);
        await handle.GetResultAsync(options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Sends an update to a workflow, which is started first if it is not running, and waits for its result.</summary>
    /// <typeparam name="TUpdateResult">The result type of the update.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="update">The update name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; the start operation is mandatory.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    public static async Task<TUpdateResult> ExecuteUpdateWithStartWorkflowAsync<TUpdateResult>(this ITemporalClient client, string update, IReadOnlyCollection<object?> args, WorkflowUpdateWithStartOptions options)
    {
        var handle = await client.StartUpdateWithStartWorkflowAsync<TUpdateResult>(update, args, ToStartOptions(options)).ConfigureAwait(false);
        return await handle.GetResultAsync(options.Rpc).ConfigureAwait(false);
    }

    /// <summary>Lists the histories of workflows.</summary>
    /// <param name="client">The client.</param>
    /// <param name="query">The list filter.</param>
    /// <param name="listOptions">The options of the list.</param>
    /// <param name="historyFetchOptions">The options of the histories.</param>
    /// <returns>The histories.</returns>
    public static async IAsyncEnumerable<WorkflowHistory> ListWorkflowHistoriesAsync(this ITemporalClient client, string query, WorkflowListOptions? listOptions = null, WorkflowHistoryEventFetchOptions? historyFetchOptions = null)
    {
        await foreach (var workflow in client.ListWorkflowsAsync(query, listOptions).ConfigureAwait(false))
        {
            yield return await client.GetWorkflowHandle(workflow.Id, workflow.RunId).FetchHistoryAsync(historyFetchOptions).ConfigureAwait(false);
        }
    }

    private static WorkflowStartUpdateWithStartOptions ToStartOptions(WorkflowUpdateWithStartOptions options) => new()
    {
        Id = options.Id,
        Rpc = options.Rpc,
        StartWorkflowOperation = options.StartWorkflowOperation,
        WaitForStage = WorkflowUpdateStage.Completed,
    };
}
