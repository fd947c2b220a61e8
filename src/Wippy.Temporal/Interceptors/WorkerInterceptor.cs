using System.Threading.Tasks;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;
using Wippy.Temporal.Hosting;

namespace Wippy.Temporal.Interceptors;

/// <summary>
/// Tells workflows and activities which application and worker they run in, restores the context values of their headers, and sends the values on with
/// everything a workflow starts (spec/temporal.md section 13).
/// </summary>
internal sealed class WorkerInterceptor(ApplicationContext application, WorkerConfiguration worker) : IWorkerInterceptor
{
    /// <inheritdoc/>
    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new WorkflowInbound(nextInterceptor, application, worker);

    /// <inheritdoc/>
    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new ActivityInbound(nextInterceptor, application, worker);

    private sealed class WorkflowInbound(WorkflowInboundInterceptor next, ApplicationContext application, WorkerConfiguration worker) : WorkflowInboundInterceptor(next)
    {
        public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new WorkflowOutbound(outbound));

        public override async Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            InvocationScope.Current = new InvocationScope(application, worker, ContextValues.FromHeaders(Workflow.Info.Headers, out _), string.Empty);
            return await base.ExecuteWorkflowAsync(input);
        }

        public override async Task HandleSignalAsync(HandleSignalInput input)
        {
            var values = ContextValues.FromHeaders(input.Headers, out var sender);
            InvocationScope.Current = new InvocationScope(application, worker, values, sender);
            await base.HandleSignalAsync(input);
        }
    }

    private sealed class WorkflowOutbound(WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
    {
        private static ContextValues Values => InvocationScope.Current.Values;

        public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) =>
            base.ScheduleActivityAsync<TResult>(input with { Headers = Values.ToHeaders(input.Headers, string.Empty) });

        public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input) =>
            base.ScheduleLocalActivityAsync<TResult>(input with { Headers = Values.ToHeaders(input.Headers, string.Empty) });

        public override Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input) =>
            base.StartChildWorkflowAsync<TWorkflow, TResult>(input with { Headers = Values.ToHeaders(input.Headers, string.Empty) });

        public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) =>
            base.SignalExternalWorkflowAsync(input with { Headers = Values.ToHeaders(input.Headers, InvocationScope.Current.Sender) });

        public override Task SignalChildWorkflowAsync(SignalChildWorkflowInput input) =>
            base.SignalChildWorkflowAsync(input with { Headers = Values.ToHeaders(input.Headers, InvocationScope.Current.Sender) });

        public override ContinueAsNewException CreateContinueAsNewException(CreateContinueAsNewExceptionInput input) =>
            base.CreateContinueAsNewException(input with { Headers = Values.ToHeaders(input.Headers, string.Empty) });
    }

    private sealed class ActivityInbound(ActivityInboundInterceptor next, ApplicationContext application, WorkerConfiguration worker) : ActivityInboundInterceptor(next)
    {
        public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            InvocationScope.Current = new InvocationScope(application, worker, ContextValues.FromHeaders(input.Headers, out _), string.Empty);
            return await base.ExecuteActivityAsync(input);
        }
    }
}
