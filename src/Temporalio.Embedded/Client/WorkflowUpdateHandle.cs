using System;
using System.Threading.Tasks;
using Temporalio.Api.Update.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>An update that was sent.</summary>
/// <param name="Client">The client.</param>
/// <param name="Id">The update id.</param>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="WorkflowRunId">The run id; null means the latest run.</param>
public record WorkflowUpdateHandle(ITemporalClient Client, string Id, string WorkflowId, string? WorkflowRunId = null)
{
    /// <summary>Gets the outcome that was known when the handle was made.</summary>
    internal Outcome? KnownOutcome { get; init; }

    /// <summary>Waits for the end.</summary>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public Task GetResultAsync(RpcOptions? rpcOptions = null) => GetResultAsync<ValueTuple>(rpcOptions);

    /// <summary>Waits for the result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public virtual async Task<TResult> GetResultAsync<TResult>(RpcOptions? rpcOptions = null)
    {
        var outcome = KnownOutcome ?? await PollAsync(rpcOptions).ConfigureAwait(false);
        var converter = Client.Options.DataConverter.WithSerializationContext(new ISerializationContext.Workflow(Client.Options.Namespace, WorkflowId));
        if (outcome.ValueCase == Outcome.ValueOneofCase.Failure)
        {
            throw new WorkflowUpdateFailedException(await PayloadConversion.ToExceptionAsync(converter, outcome.Failure).ConfigureAwait(false));
        }

        return await PayloadConversion.ToResultAsync<TResult>(converter, outcome.Success).ConfigureAwait(false);
    }

    private async Task<Outcome> PollAsync(RpcOptions? rpcOptions)
    {
        using var deadline = new RpcDeadline(rpcOptions);
        try
        {
            return await TemporalClient.EngineOf(Client).PollUpdateAsync(
                new Engine.WorkflowKey(Client.Options.Namespace, WorkflowId, WorkflowRunId), Id, deadline.Token).ConfigureAwait(false);
        }
        catch (RpcTimeoutOrCanceledException e)
        {
            throw new WorkflowUpdateRpcTimeoutOrCanceledException(e);
        }
    }
}
