using System.Threading.Tasks;
using Temporalio.Client;
using Temporalio.Client.Interceptors;

namespace Wippy.Temporal.Interceptors;

/// <summary>Puts the caller's context values and, for signals, its PID into the headers of client calls (spec/temporal.md section 13).</summary>
internal sealed class ClientHeaderInterceptor : IClientInterceptor
{
    /// <inheritdoc/>
    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Outbound(nextInterceptor);

    private sealed class Outbound(ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input)
        {
            var scope = InvocationScope.Current;

            // A signal sent with the start shares the headers of the start, so the sender goes along.
            return base.StartWorkflowAsync<TWorkflow, TResult>(input with
            {
                Headers = scope.Values.ToHeaders(input.Headers, input.Options.StartSignal is null ? string.Empty : scope.Sender),
            });
        }

        public override Task SignalWorkflowAsync(SignalWorkflowInput input)
        {
            var scope = InvocationScope.Current;
            return base.SignalWorkflowAsync(input with { Headers = scope.Values.ToHeaders(input.Headers, scope.Sender) });
        }

        public override Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input) =>
            base.QueryWorkflowAsync<TResult>(input with { Headers = InvocationScope.Current.Values.ToHeaders(input.Headers, string.Empty) });

        public override Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input) =>
            base.StartWorkflowUpdateAsync<TResult>(input with { Headers = InvocationScope.Current.Values.ToHeaders(input.Headers, string.Empty) });
    }
}
