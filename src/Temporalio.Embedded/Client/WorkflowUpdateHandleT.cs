using System.Threading.Tasks;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>An update that was sent, with a known result type.</summary>
/// <typeparam name="TResult">The result type.</typeparam>
/// <param name="Client">The client.</param>
/// <param name="Id">The update id.</param>
/// <param name="WorkflowId">The workflow id.</param>
/// <param name="WorkflowRunId">The run id; null means the latest run.</param>
public record WorkflowUpdateHandle<TResult>(ITemporalClient Client, string Id, string WorkflowId, string? WorkflowRunId = null)
    : WorkflowUpdateHandle(Client, Id, WorkflowId, WorkflowRunId)
{
    /// <summary>Waits for the result.</summary>
    /// <param name="rpcOptions">The options of the underlying call.</param>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowUpdateFailedException">The update was rejected or failed.</exception>
    public new Task<TResult> GetResultAsync(RpcOptions? rpcOptions = null) => GetResultAsync<TResult>(rpcOptions);
}
