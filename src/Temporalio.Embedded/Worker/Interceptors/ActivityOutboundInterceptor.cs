using System;

namespace Temporalio.Worker.Interceptors;

/// <summary>Wraps what an activity asks for.</summary>
public abstract class ActivityOutboundInterceptor
{
    private readonly ActivityOutboundInterceptor? next;

    /// <summary>Initializes a new instance of the <see cref="ActivityOutboundInterceptor"/> class.</summary>
    /// <param name="next">The next interceptor.</param>
    protected ActivityOutboundInterceptor(ActivityOutboundInterceptor next) => this.next = next;

    private protected ActivityOutboundInterceptor()
    {
    }

    /// <summary>Gets the next interceptor.</summary>
    protected ActivityOutboundInterceptor Next => next ?? throw new InvalidOperationException("No next interceptor");

    /// <summary>Sends a heartbeat.</summary>
    /// <param name="input">The input.</param>
    public virtual void Heartbeat(HeartbeatInput input) => Next.Heartbeat(input);
}
