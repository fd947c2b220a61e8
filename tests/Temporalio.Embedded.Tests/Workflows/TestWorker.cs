using System;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Testing;
using Temporalio.Worker;

namespace Temporalio.Embedded.Tests.Workflows;

/// <summary>Runs a test body against an environment that skips time, with one worker on the queue "q".</summary>
internal static class TestWorker
{
    /// <summary>A net against hanging: no test depends on it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public static async Task RunAsync(Action<TemporalWorkerOptions> configure, Func<WorkflowEnvironment, Task> body)
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        var options = new TemporalWorkerOptions("q");
        configure(options);
        using var worker = new TemporalWorker(env.Client, options);
        await worker.ExecuteAsync(() => body(env)).WaitAsync(Limit);
    }

    public static async Task WaitForAsync(WorkflowHandle handle, EventType type, int count = 1)
    {
        using var limit = new CancellationTokenSource(Limit);
        var options = new WorkflowHistoryEventFetchOptions { WaitNewEvent = true, Rpc = new RpcOptions { CancellationToken = limit.Token } };
        await foreach (var e in handle.FetchHistoryEventsAsync(options))
        {
            if (e.EventType == type && --count == 0)
            {
                return;
            }
        }
    }
}
