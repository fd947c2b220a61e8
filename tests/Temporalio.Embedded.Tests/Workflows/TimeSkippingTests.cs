using System;
using System.IO;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Engine;
using Temporalio.Engine.Storage;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

/// <summary>Where the clock stands after time was skipped.</summary>
public sealed class TimeSkippingTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("embedded").FullName;

    public void Dispose() => Directory.Delete(directory, true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Time_is_skipped_to_the_end_of_the_awaited_workflow_and_no_further(bool stored)
    {
        using var engine = EmbeddedEngine.OpenStore(stored ? SqliteExecutionStore.Open(Path.Combine(directory, "engine.db")) : null, false);
        engine.SkipTimeForResults = true;
        var options = new TemporalClientConnectOptions("embedded:");
        var client = new TemporalClient(TemporalConnection.To(options, engine), options.ToClientOptions());
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions("q").AddWorkflow<Sleeper>());
        await worker.ExecuteAsync(async () =>
        {
            var start = engine.UtcNow;
            await client.StartWorkflowAsync((Sleeper w) => w.RunAsync(1, 1000), new WorkflowOptions("long", "q"));
            for (var i = 1; i <= 50; i++)
            {
                await client.ExecuteWorkflowAsync((Sleeper w) => w.RunAsync(3, 1), new WorkflowOptions($"w{i}", "q"));
                Assert.InRange((engine.UtcNow - start).TotalHours, 3 * i, (3 * i) + 1);
            }
        }).WaitAsync(TestWorker.Limit);
    }

    [Fact]
    public async Task Time_is_skipped_after_a_restart_though_nothing_happens_before_the_first_timer()
    {
        var database = Path.Combine(directory, "restarted.db");
        var options = new TemporalClientConnectOptions("embedded:");
        using (var engine = EmbeddedEngine.OpenStore(SqliteExecutionStore.Open(database), false))
        {
            var client = new TemporalClient(TemporalConnection.To(options, engine), options.ToClientOptions());
            using var worker = new TemporalWorker(client, new TemporalWorkerOptions("q").AddWorkflow<Sleeper>());
            await worker.ExecuteAsync(async () => await TestWorker.WaitForAsync(
                await client.StartWorkflowAsync((Sleeper w) => w.RunAsync(2, 1), new WorkflowOptions("w", "q")), EventType.TimerStarted)).WaitAsync(TestWorker.Limit);
        }

        using var next = EmbeddedEngine.OpenStore(SqliteExecutionStore.Open(database), true);
        var second = new TemporalClient(TemporalConnection.To(options, next), options.ToClientOptions());
        using var again = new TemporalWorker(second, new TemporalWorkerOptions("q").AddWorkflow<Sleeper>());
        await again.ExecuteAsync(() => second.GetWorkflowHandle("w").GetResultAsync()).WaitAsync(TestWorker.Limit);
    }

    [Workflow]
    public class Sleeper
    {
        [WorkflowRun]
        public async Task RunAsync(int times, int hours)
        {
            for (var i = 0; i < times; i++)
            {
                await Workflow.DelayAsync(TimeSpan.FromHours(hours));
            }
        }
    }
}
