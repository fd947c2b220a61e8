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
    public async Task A_custom_supplier_is_asked_told_and_given_back_each_slot()
    {
        var workflowTasks = new Supplier();
        var activityTasks = new Supplier();
        var localTasks = new Supplier();
        await TestWorker.RunAsync(
            o =>
            {
                o.Identity = "me";
                o.Tuner = new WorkerTuner(workflowTasks, activityTasks, localTasks, new FixedSizeSlotSupplier(1));
                o.AddWorkflow<Both>().AddActivity(ActivityDefinition.Create("count", typeof(void), [], 0, _ => null));
            },
            env => env.Client.ExecuteWorkflowAsync((Both w) => w.RunAsync(), new WorkflowOptions("w", "q")));

        Assert.Contains(new SlotReserveContext(SlotType.Workflow, "q", "me", string.Empty, true), workflowTasks.Reserved);
        Assert.Contains(new SlotReserveContext(SlotType.Workflow, "q", "me", string.Empty, false), workflowTasks.Reserved);
        Assert.Equal([new SlotReserveContext(SlotType.LocalActivity, "q", "me", string.Empty, false)], localTasks.Reserved);
        Assert.Contains(new SlotInfo.WorkflowSlotInfo("Both", false), workflowTasks.Used);
        Assert.Equal([new SlotInfo.ActivitySlotInfo("count")], activityTasks.Used);
        Assert.Equal([new SlotInfo.LocalActivitySlotInfo("count")], localTasks.Used);

        // Also those that waited for a task when the worker stopped. Permits are those handed out.
        foreach (var supplier in new[] { workflowTasks, activityTasks, localTasks })
        {
            Assert.Equal(supplier.Reserved.Count, supplier.Released.Count);
            Assert.Equal(Enumerable.Range(1, supplier.Reserved.Count), supplier.Released.Select(r => (int)r.Permit.UserData!).Order());
            Assert.Equal(supplier.Used.Count, supplier.Released.Count(r => r.SlotInfo is not null));
        }
    }

    [Fact]
    public void A_resource_based_supplier_gives_more_while_the_machine_has_room()
    {
        var usage = new ResourceUsage(0.5, 0.5);
        var clock = new Clock();
        var slots = new ResourceBasedSlots(
            new ResourceBasedSlotSupplier(new ResourceBasedSlotSupplierOptions(2, 4, TimeSpan.FromMilliseconds(50)), new ResourceBasedTunerOptions(0.8, 0.9)),
            SlotType.Activity,
            () => usage,
            clock);
        Assert.NotNull(slots.TryReserve());
        var second = slots.TryReserve();
        Assert.NotNull(second);
        Assert.Null(slots.TryReserve());
        clock.Now += 50;
        usage = new ResourceUsage(0.8, 0.5);
        Assert.Null(slots.TryReserve());
        usage = new ResourceUsage(0.5, 0.95);
        Assert.Null(slots.TryReserve());
        usage = new ResourceUsage(0.5, 0.5);
        Assert.NotNull(slots.TryReserve());
        Assert.Null(slots.TryReserve());
        clock.Now += 50;
        Assert.NotNull(slots.TryReserve());
        clock.Now += 50;
        Assert.Null(slots.TryReserve());
        second.Release();
        Assert.NotNull(slots.TryReserve());
        Assert.InRange(ResourceUsage.Sample().Memory, 0.0, 1.0);
    }

    [Fact]
    public async Task A_resource_based_tuner_runs_what_there_is() =>
        await TestWorker.RunAsync(
            o =>
            {
                o.Tuner = WorkerTuner.CreateResourceBased(0.99, 0.99, activityOptions: new ResourceBasedSlotSupplierOptions(1, 3));
                o.AddWorkflow<Many>().AddActivity(ActivityDefinition.Create("count", typeof(void), [], 0, _ => null));
            },
            env => env.Client.ExecuteWorkflowAsync((Many w) => w.RunAsync(5), new WorkflowOptions("w", "q")));

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

    [Workflow]
    public class Both
    {
        [WorkflowRun]
        public async Task RunAsync()
        {
            await Workflow.ExecuteActivityAsync("count", [], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
            await Workflow.ExecuteLocalActivityAsync("count", [], new LocalActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        }
    }

    private sealed class Clock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Now;
    }

    /// <summary>Unlimited; fails now and then, which must not matter.</summary>
    private sealed class Supplier : CustomSlotSupplier
    {
        private readonly Lock gate = new();

        public List<SlotReserveContext> Reserved { get; } = [];

        public List<SlotInfo> Used { get; } = [];

        public List<SlotReleaseContext> Released { get; } = [];

        public override Task<SlotPermit> ReserveSlotAsync(SlotReserveContext ctx, CancellationToken cancellationToken)
        {
            lock (gate)
            {
                Reserved.Add(ctx);
                return Task.FromResult(new SlotPermit(Reserved.Count));
            }
        }

        public override SlotPermit? TryReserveSlot(SlotReserveContext ctx) => null;

        public override void MarkSlotUsed(SlotMarkUsedContext ctx)
        {
            lock (gate)
            {
                Used.Add(ctx.SlotInfo);
            }

            throw new InvalidOperationException("not of interest");
        }

        public override void ReleaseSlot(SlotReleaseContext ctx)
        {
            lock (gate)
            {
                Released.Add(ctx);
            }

            throw new InvalidOperationException("not of interest");
        }
    }
}
