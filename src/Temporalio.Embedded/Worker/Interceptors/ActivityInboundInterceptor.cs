using System;
using System.Threading.Tasks;

namespace Temporalio.Worker.Interceptors;

/// <summary>Wraps what comes in to an activity.</summary>
public abstract class ActivityInboundInterceptor
{
    private readonly ActivityInboundInterceptor? next;

    /// <summary>Initializes a new instance of the <see cref="ActivityInboundInterceptor"/> class.</summary>
    /// <param name="next">The next interceptor.</param>
    protected ActivityInboundInterceptor(ActivityInboundInterceptor next) => this.next = next;

    private protected ActivityInboundInterceptor()
    {
    }

    /// <summary>Gets the next interceptor.</summary>
    protected ActivityInboundInterceptor Next => next ?? throw new InvalidOperationException("No next interceptor");

    /// <summary>Runs the activity.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The result.</returns>
    public virtual Task<object?> ExecuteActivityAsync(ExecuteActivityInput input) => Next.ExecuteActivityAsync(input);

    /// <summary>Called once, before anything else; pass a wrapper on to intercept the outbound side.</summary>
    /// <param name="outbound">The outbound interceptor.</param>
    public virtual void Init(ActivityOutboundInterceptor outbound) => Next.Init(outbound);
}
