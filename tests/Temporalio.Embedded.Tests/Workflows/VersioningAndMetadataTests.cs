using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;
using VersioningBehavior = Temporalio.Common.VersioningBehavior;

namespace Temporalio.Embedded.Tests.Workflows;

public class VersioningAndMetadataTests
{
    [Fact]
    public async Task The_version_of_the_worker_is_recorded_and_described() => await TestWorker.RunAsync(
        o =>
        {
            o.DeploymentOptions = new WorkerDeploymentOptions(new WorkerDeploymentVersion("shop", "7"), true) { DefaultVersioningBehavior = VersioningBehavior.AutoUpgrade };
            o.AddWorkflow<Waiting>().AddWorkflow<Pinned>().AddWorkflow<Any>();
        },
        async env =>
        {
            foreach (var (type, behavior) in new[] { ("Waiting", VersioningBehavior.AutoUpgrade), ("Pinned", VersioningBehavior.Pinned), ("Whatever", VersioningBehavior.Pinned) })
            {
                var handle = await env.Client.StartWorkflowAsync(type, [], new WorkflowOptions(type, "q"));
                await TestWorker.WaitForAsync(handle, EventType.WorkflowTaskCompleted);
                var completed = (await handle.FetchHistoryAsync()).Events.First(e => e.EventType == EventType.WorkflowTaskCompleted).WorkflowTaskCompletedEventAttributes;
                Assert.Equal(("shop", "shop", "7"), (completed.WorkerDeploymentName, completed.DeploymentVersion.DeploymentName, completed.DeploymentVersion.BuildId));
                Assert.Equal(behavior, (VersioningBehavior)completed.VersioningBehavior);
                var info = (await env.Client.WorkflowService.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest { Namespace = "default", Execution = new() { WorkflowId = type } }))
                    .WorkflowExecutionInfo.VersioningInfo;
                Assert.Equal(completed.DeploymentVersion, info.DeploymentVersion);
                Assert.Equal(completed.VersioningBehavior, info.Behavior);
            }

            // Failure types of the dynamic options count.
            await env.Client.GetWorkflowHandle("Whatever").SignalAsync("fail", []);
            var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => env.Client.GetWorkflowHandle("Whatever").GetResultAsync());
            Assert.Equal("InvalidOperationException", Assert.IsType<ApplicationFailureException>(failed.InnerException).ErrorType);

            var pollers = await env.Client.WorkflowService.DescribeTaskQueueAsync(new DescribeTaskQueueRequest { Namespace = "default", TaskQueue = new() { Name = "q" }, TaskQueueType = TaskQueueType.Workflow });
            Assert.Equal(("shop", "7", WorkerVersioningMode.Versioned), (
                pollers.Pollers[0].DeploymentOptions.DeploymentName, pollers.Pollers[0].DeploymentOptions.BuildId, pollers.Pollers[0].DeploymentOptions.WorkerVersioningMode));
        });

    [Fact]
    public async Task A_versioned_worker_needs_a_behavior_for_each_workflow()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        var options = new TemporalWorkerOptions("q") { DeploymentOptions = new WorkerDeploymentOptions(new WorkerDeploymentVersion("shop", "7"), true) };
        options.AddWorkflow<Waiting>().AddWorkflow<Pinned>();
        Assert.Contains("Waiting needs a VersioningBehavior", Assert.Throws<ArgumentException>(() => new TemporalWorker(env.Client, options)).Message, StringComparison.Ordinal);
        options.DeploymentOptions.Version = null;
        Assert.Contains("needs a Version", Assert.Throws<ArgumentException>(() => new TemporalWorker(env.Client, options)).Message, StringComparison.Ordinal);
#pragma warning disable CS0618 // The obsolete way is what is tested.
        var sets = new TemporalWorkerOptions("q") { BuildId = "7", UseWorkerVersioning = true }.AddWorkflow<Waiting>();
#pragma warning restore CS0618
        Assert.Contains("DeploymentOptions", Assert.Throws<NotSupportedException>(() => new TemporalWorker(env.Client, sets)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_workflow_tells_what_it_is_and_where_it_waits()
    {
        foreach (var traced in new[] { false, true })
        {
            await TestWorker.RunAsync(
                o =>
                {
                    o.WorkflowStackTrace = traced ? WorkflowStackTrace.Normal : WorkflowStackTrace.None;
                    o.AddWorkflow<Waiting>();
                },
                async env =>
                {
                    var handle = await env.Client.StartWorkflowAsync((Waiting w) => w.RunAsync(), new WorkflowOptions("w", "q"));
                    var metadata = await handle.QueryAsync<WorkflowMetadata>("__temporal_workflow_metadata", []);
                    Assert.Equal(("Waiting", "half done"), (metadata.Definition.Type, metadata.CurrentDetails));
                    Assert.Equal([("Left", "What is left"), ("Right", string.Empty)], metadata.Definition.QueryDefinitions.Select(d => (d.Name, d.Description)));
                    Assert.Equal(["End"], metadata.Definition.SignalDefinitions.Select(d => d.Name));
                    Assert.Empty(metadata.Definition.UpdateDefinitions);

                    var unknown = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync<string>("none", []));
                    Assert.Equal("Query handler for none expected but not found, known queries: [Left Right]", unknown.Message);
                    if (!traced)
                    {
                        var disabled = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync<string>("__stack_trace", []));
                        Assert.Equal("Workflow stack traces are not enabled on this worker", disabled.Message);
                        return;
                    }

                    var trace = await handle.QueryAsync<string>("__stack_trace", []);
                    Assert.Contains("WaitHereAsync", trace, StringComparison.Ordinal);
                    Assert.DoesNotContain("Temporalio.Worker.", trace, StringComparison.Ordinal);
                    await handle.SignalAsync(w => w.EndAsync());
                    await handle.GetResultAsync();
                    Assert.Empty(await handle.QueryAsync<string>("__stack_trace", []));
                });
        }
    }

    [Workflow]
    public class Waiting
    {
        private bool ended;

        [WorkflowQuery(Description = "What is left")]
        public int Left => 1;

        [WorkflowQuery]
        public int Right => 2;

        [WorkflowRun]
        public async Task RunAsync()
        {
            Workflow.CurrentDetails = "half done";
            await WaitHereAsync();
        }

        [WorkflowSignal]
        public Task EndAsync()
        {
            ended = true;
            return Task.CompletedTask;
        }

        private async Task WaitHereAsync() => await Workflow.WaitConditionAsync(() => ended);
    }

    [Workflow(VersioningBehavior = VersioningBehavior.Pinned)]
    public class Pinned
    {
        [WorkflowRun]
        public Task RunAsync() => Workflow.WaitConditionAsync(() => false);
    }

    [Workflow(Dynamic = true)]
    public class Any
    {
        private bool failing;

        [WorkflowDynamicOptions]
        public WorkflowDefinitionOptions Options() => new() { VersioningBehavior = VersioningBehavior.Pinned, FailureExceptionTypes = [typeof(InvalidOperationException)] };

        [WorkflowRun]
        public async Task RunAsync(IRawValue[] args)
        {
            await Workflow.WaitConditionAsync(() => failing);
            throw new InvalidOperationException("failing");
        }

        [WorkflowSignal(Dynamic = true)]
        public Task SignalAsync(string name, IRawValue[] args)
        {
            failing = true;
            return Task.CompletedTask;
        }
    }
}
