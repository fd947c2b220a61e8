using System;
using System.Threading.Tasks;

namespace Temporalio.Worker.Interceptors;

/// <summary>Wraps what comes in to a workflow.</summary>
public abstract class WorkflowInboundInterceptor
{
    private readonly WorkflowInboundInterceptor? next;

    /// <summary>Initializes a new instance of the <see cref="WorkflowInboundInterceptor"/> class.</summary>
    /// <param name="next">The next interceptor.</param>
    protected WorkflowInboundInterceptor(WorkflowInboundInterceptor next) => this.next = next;

    private protected WorkflowInboundInterceptor()
    {
    }

    /// <summary>Gets the next interceptor.</summary>
    protected WorkflowInboundInterceptor Next => next ?? throw new InvalidOperationException("No next interceptor");

    /// <summary>Runs the run method.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input) => Next.ExecuteWorkflowAsync(input);

    /// <summary>Answers a query.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual object? HandleQuery(HandleQueryInput input) => Next.HandleQuery(input);

    /// <summary>Handles a signal.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A task for the end.</returns>
    public virtual Task HandleSignalAsync(HandleSignalInput input) => Next.HandleSignalAsync(input);

    /// <summary>Handles an update.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<object?> HandleUpdateAsync(HandleUpdateInput input) => Next.HandleUpdateAsync(input);

    /// <summary>Called once, before anything else; pass a wrapper on to intercept the outbound side.</summary>
    /// <param name="outbound">The outbound interceptor.</param>
    public virtual void Init(WorkflowOutboundInterceptor outbound) => Next.Init(outbound);

    /// <summary>Validates an update.</summary>
    /// <param name="input">The input.</param>
    public virtual void ValidateUpdate(HandleUpdateInput input) => Next.ValidateUpdate(input);
}
