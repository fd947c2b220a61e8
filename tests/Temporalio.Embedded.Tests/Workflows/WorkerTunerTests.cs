using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Worker.Tuning;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class WorkerTunerTests
{
    [Fact]
    public async Task A_fixed_tuner_limits_what_runs_at_the_same_time()
    {
        var gate = new Lock();
        var running = 0;
        var most = 0;
        await TestWorker.RunAsync(
            o =>
            {
                o.Tuner = WorkerTuner.CreateFixedSize(10, 2, 10);
                o.ActivityTaskPollerBehavior = new PollerBehavior.SimpleMaximum(7);
                o.WorkflowTaskPollerBehavior = new PollerBehavior.Autoscaling(initial: 3);
                o.AddWorkflow<Many>().AddActivity(ActivityDefinition.Create("count", typeof(Task), [], 0, _ => CountAsync()));
            },
            env => env.Client.ExecuteWorkflowAsync((Many w) => w.RunAsync(20), new WorkflowOptions("w", "q")));
        Assert.InRange(most, 1, 2);

        async Task CountAsync()
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }

            await Task.Yield();
            lock (gate)
            {
                running--;
            }
        }
    }

    [Fact]
    public async Task A_tuner_excludes_maxima()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        var options = new TemporalWorkerOptions("q") { Tuner = WorkerTuner.CreateFixedSize(1, 1, 1), MaxConcurrentActivities = 1 }.AddWorkflow<Many>();
        Assert.Contains("both Tuner and MaxConcurrentActivities", Assert.Throws<ArgumentException>(() => new TemporalWorker(env.Client, options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkerTuner.CreateFixedSize(0, 1, 1));
    }

    [Fact]
    public async Task A_versioning_override_is_recorded()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        var recorded = new List<Temporalio.Api.Workflow.V1.VersioningOverride>();
        foreach (var given in new VersioningOverride[] { new VersioningOverride.Pinned(new WorkerDeploymentVersion("shop", "7")), new VersioningOverride.AutoUpgrade() })
        {
            var handle = await env.Client.StartWorkflowAsync("Any", [], new WorkflowOptions(given.GetType().Name, "q") { VersioningOverride = given });
            recorded.Add((await handle.FetchHistoryAsync()).Events.First().WorkflowExecutionStartedEventAttributes.VersioningOverride);
        }

        Assert.Equal(("shop", "7"), (recorded[0].Pinned.Version.DeploymentName, recorded[0].Pinned.Version.BuildId));
        Assert.True(recorded[1].AutoUpgrade);
    }

    [Workflow]
    public class Many
    {
        [WorkflowRun]
        public Task RunAsync(int count) => Workflow.WhenAllAsync(Enumerable.Range(0, count).Select(_ =>
            Workflow.ExecuteActivityAsync("count", [], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) })));
    }
}
