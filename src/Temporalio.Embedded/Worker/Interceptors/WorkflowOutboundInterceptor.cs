using System;
using System.Threading.Tasks;
using Temporalio.Workflows;

namespace Temporalio.Worker.Interceptors;

/// <summary>Wraps what a workflow asks for.</summary>
public abstract class WorkflowOutboundInterceptor
{
    private readonly WorkflowOutboundInterceptor? next;

    /// <summary>Initializes a new instance of the <see cref="WorkflowOutboundInterceptor"/> class.</summary>
    /// <param name="next">The next interceptor.</param>
    protected WorkflowOutboundInterceptor(WorkflowOutboundInterceptor next) => this.next = next;

    private protected WorkflowOutboundInterceptor()
    {
    }

    /// <summary>Gets the next interceptor.</summary>
    protected WorkflowOutboundInterceptor Next => next ?? throw new InvalidOperationException("No next interceptor");

    /// <summary>Requests cancellation of a workflow.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input) => Next.CancelExternalWorkflowAsync(input);

    /// <summary>Creates the exception that continues as new.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual ContinueAsNewException CreateContinueAsNewException(CreateContinueAsNewExceptionInput input) => Next.CreateContinueAsNewException(input);

    /// <summary>Waits with a timer.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task DelayAsync(DelayAsyncInput input) => Next.DelayAsync(input);

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) => Next.ScheduleActivityAsync<TResult>(input);

    /// <summary>Runs a local activity.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input) => Next.ScheduleLocalActivityAsync<TResult>(input);

    /// <summary>Signals a child workflow.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task SignalChildWorkflowAsync(SignalChildWorkflowInput input) => Next.SignalChildWorkflowAsync(input);

    /// <summary>Signals a workflow that is not a child.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) => Next.SignalExternalWorkflowAsync(input);

    /// <summary>Starts a child workflow.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input) => Next.StartChildWorkflowAsync<TWorkflow, TResult>(input);
}
