using System.Threading;
using Wippy.Temporal.Hosting;

namespace Wippy.Temporal.Interceptors;

/// <summary>
/// What the SDK's call chain carries between an interceptor and the code it surrounds: inbound, where a workflow or activity runs and with which context values;
/// outbound, the values and the sender that go into the headers of a call.
/// </summary>
/// <param name="Application">The running application.</param>
/// <param name="Worker">The worker that runs the code; null outside workers.</param>
/// <param name="Values">Context values.</param>
/// <param name="Sender">PID of the sender of a message; empty when unknown.</param>
internal sealed record InvocationScope(ApplicationContext Application, WorkerConfiguration? Worker, ContextValues Values, string Sender)
{
    private static readonly AsyncLocal<InvocationScope?> Local = new();

    /// <summary>The scope of the running code.</summary>
    public static InvocationScope Current
    {
        get => Local.Value ?? Outside;
        set => Local.Value = value;
    }

    private static InvocationScope Outside { get; } = new(ApplicationContext.Empty, null, ContextValues.Empty, string.Empty);
}
