using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Temporalio.Client.Interceptors;
using Temporalio.Client.Schedules;
using Temporalio.Engine;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>A client: starts workflows and gives handles to them. Safe to share between threads.</summary>
public class TemporalClient : ITemporalClient
{
    /// <summary>Initializes a new instance of the <see cref="TemporalClient"/> class.</summary>
    /// <param name="connection">The connection; it can be shared.</param>
    /// <param name="options">The options.</param>
    public TemporalClient(ITemporalConnection connection, TemporalClientOptions options)
    {
        if (options.Plugins is { } plugins)
        {
            options = (TemporalClientOptions)options.Clone();
            foreach (var plugin in plugins)
            {
                plugin.ConfigureClient(options);
            }
        }

        Connection = connection;
        Options = options;
        OutboundInterceptor = (options.Interceptors ?? []).Reverse()
            .Aggregate((ClientOutboundInterceptor)new EngineClient(this), (next, interceptor) => interceptor.InterceptClient(next));
    }

    /// <inheritdoc/>
    public IBridgeClientProvider BridgeClientProvider => Connection;

    /// <inheritdoc/>
    public ITemporalConnection Connection { get; }

    /// <inheritdoc/>
    public OperatorService OperatorService => Connection.OperatorService;

    /// <inheritdoc/>
    public WorkflowService WorkflowService => Connection.WorkflowService;

    /// <inheritdoc/>
    public TemporalClientOptions Options { get; }

    /// <inheritdoc/>
    public ClientOutboundInterceptor OutboundInterceptor { get; }

    /// <summary>Gets options that ask for a retry.</summary>
    protected internal static RpcOptions RetryRpcOptions { get; } = new() { Retry = true };

    /// <summary>Connects.</summary>
    /// <param name="options">The options; the target host is mandatory.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">There is no target host.</exception>
    /// <exception cref="InvalidOperationException">The database cannot be opened or another engine uses it.</exception>
    public static async Task<TemporalClient> ConnectAsync(TemporalClientConnectOptions options)
    {
        var connect = (options.Plugins ?? []).Reverse().Aggregate(
            (Func<TemporalClientConnectOptions, Task<TemporalConnection>>)TemporalConnection.ConnectAsync,
            (next, plugin) => o => plugin.ConnectAsync(o, next));
        return new(await connect(options).ConfigureAwait(false), options.ToClientOptions());
    }

    /// <summary>Makes a client that connects on first use.</summary>
    /// <param name="options">The options; the target host is mandatory.</param>
    /// <returns>The client.</returns>
    public static TemporalClient CreateLazy(TemporalClientConnectOptions options) =>
        new(TemporalConnection.CreateLazy(options), options.ToClientOptions());

    /// <inheritdoc/>
    public Task<WorkflowExecutionCount> CountWorkflowsAsync(string query, WorkflowCountOptions? options = null) =>
        OutboundInterceptor.CountWorkflowsAsync(new CountWorkflowsInput(query, options));

    /// <inheritdoc/>
    public Task<ScheduleHandle> CreateScheduleAsync(string scheduleId, Schedule schedule, ScheduleOptions? options = null) =>
        OutboundInterceptor.CreateScheduleAsync(new CreateScheduleInput(scheduleId, schedule, options));

    /// <inheritdoc/>
    public AsyncActivityHandle GetAsyncActivityHandle(byte[] taskToken) =>
        new(this, new AsyncActivityHandle.TaskTokenReference(taskToken));

    /// <inheritdoc/>
    public AsyncActivityHandle GetAsyncActivityHandle(string workflowId, string runId, string activityId) =>
        new(this, new AsyncActivityHandle.IdReference(workflowId, runId, activityId));

    /// <inheritdoc/>
    public ScheduleHandle GetScheduleHandle(string scheduleId) => new(this, scheduleId);

    /// <inheritdoc/>
    public WorkflowHandle GetWorkflowHandle(string id, string? runId = null, string? firstExecutionRunId = null) =>
        new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc/>
    public WorkflowHandle<TWorkflow> GetWorkflowHandle<TWorkflow>(string id, string? runId = null, string? firstExecutionRunId = null) =>
        new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc/>
    public WorkflowHandle<TWorkflow, TResult> GetWorkflowHandle<TWorkflow, TResult>(string id, string? runId = null, string? firstExecutionRunId = null) =>
        new(this, id, runId, runId, firstExecutionRunId);

    /// <inheritdoc/>
    public IAsyncEnumerable<ScheduleListDescription> ListSchedulesAsync(ScheduleListOptions? options = null) =>
        OutboundInterceptor.ListSchedulesAsync(new ListSchedulesInput(options));

    /// <inheritdoc/>
    public IAsyncEnumerable<WorkflowExecution> ListWorkflowsAsync(string query, WorkflowListOptions? options = null) =>
        OutboundInterceptor.ListWorkflowsAsync(new ListWorkflowsInput(query, options));

    /// <inheritdoc/>
    public Task<WorkflowListPage> ListWorkflowsPaginatedAsync(string query, byte[]? nextPageToken, WorkflowListPaginatedOptions? options = null) =>
        OutboundInterceptor.ListWorkflowsPaginatedAsync(new ListWorkflowsPaginatedInput(query, nextPageToken, options));

    /// <inheritdoc/>
    public async Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> updateCall, WorkflowStartUpdateWithStartOptions options)
    {
        var (method, args) = CallExpression.Extract(updateCall);
        return await StartUpdateWithStartWorkflowAsync<ValueTuple>(WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TWorkflow, TUpdateResult>(Expression<Func<TWorkflow, Task<TUpdateResult>>> updateCall, WorkflowStartUpdateWithStartOptions options)
    {
        var (method, args) = CallExpression.Extract(updateCall);
        return StartUpdateWithStartWorkflowAsync<TUpdateResult>(WorkflowUpdateDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <inheritdoc/>
    public async Task<WorkflowUpdateHandle> StartUpdateWithStartWorkflowAsync(string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options) =>
        await StartUpdateWithStartWorkflowAsync<ValueTuple>(update, args, options).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<WorkflowUpdateHandle<TUpdateResult>> StartUpdateWithStartWorkflowAsync<TUpdateResult>(string update, IReadOnlyCollection<object?> args, WorkflowStartUpdateWithStartOptions options) =>
        OutboundInterceptor.StartUpdateWithStartWorkflowAsync<TUpdateResult>(new StartUpdateWithStartWorkflowInput(update, args, options, null));

    /// <inheritdoc/>
    public Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = CallExpression.Extract(workflowRunCall);
        return OutboundInterceptor.StartWorkflowAsync<TWorkflow, TResult>(new StartWorkflowInput(WorkflowDefinition.NameFromRunMethodForCall(method), args, options, null));
    }

    /// <inheritdoc/>
    public async Task<WorkflowHandle<TWorkflow>> StartWorkflowAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = CallExpression.Extract(workflowRunCall);
        return await OutboundInterceptor.StartWorkflowAsync<TWorkflow, ValueTuple>(new StartWorkflowInput(WorkflowDefinition.NameFromRunMethodForCall(method), args, options, null)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<WorkflowHandle> StartWorkflowAsync(string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options) =>
        await OutboundInterceptor.StartWorkflowAsync<ValueTuple, ValueTuple>(new StartWorkflowInput(workflow, args, options, null)).ConfigureAwait(false);

    /// <summary>Asks for a retry unless the options say whether to retry.</summary>
    /// <param name="origOptions">The options, which are not changed.</param>
    /// <returns>Options that say it.</returns>
    protected internal static RpcOptions DefaultRetryOptions(RpcOptions? origOptions)
    {
        if (origOptions is null)
        {
            return RetryRpcOptions;
        }

        if (origOptions.Retry is not null)
        {
            return origOptions;
        }

        var options = (RpcOptions)origOptions.Clone();
        options.Retry = true;
        return options;
    }

    /// <summary>Gets the engine behind a client of a worker.</summary>
    /// <param name="client">The client.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="ArgumentException">The client has no in-process engine.</exception>
    internal static IEngine EngineOf(IWorkerClient client) =>
        client.BridgeClientProvider is TemporalConnection connection
            ? connection.Engine
            : throw new ArgumentException("The client has no connection to an in-process engine");
}
