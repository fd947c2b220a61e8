using System;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class RawServiceTests
{
    [Fact]
    public async Task Workflows_are_started_told_asked_and_listed_by_raw_calls() => await TestWorker.RunAsync(
        o => o.AddWorkflow<Counter>(),
        async env =>
        {
            var service = env.Client.WorkflowService;
            Assert.Same(env.Client.Connection.WorkflowService, service);
            var start = new StartWorkflowExecutionRequest
            {
                Namespace = "default",
                WorkflowId = "w",
                WorkflowType = new WorkflowType { Name = "Counter" },
                TaskQueue = new TaskQueue { Name = "q" },
                Identity = "raw",
                RequestId = "1",
            };
            var started = await service.StartWorkflowExecutionAsync(start);
            Assert.True(started.Started);
            var twice = await Assert.ThrowsAsync<RpcException>(() => service.StartWorkflowExecutionAsync(start));
            Assert.Equal(RpcException.StatusCode.AlreadyExists, twice.Code);
            Assert.Equal($"Workflow execution is already running. WorkflowId: w, RunId: {started.RunId}.", twice.Message);

            var execution = new Temporalio.Api.Common.V1.WorkflowExecution { WorkflowId = "w" };
            await service.SignalWorkflowExecutionAsync(new SignalWorkflowExecutionRequest { Namespace = "default", WorkflowExecution = execution, SignalName = "Add", Input = await PayloadsAsync(3) });
            var withStart = await service.SignalWithStartWorkflowExecutionAsync(new SignalWithStartWorkflowExecutionRequest
            {
                Namespace = "default",
                WorkflowId = "w",
                WorkflowType = start.WorkflowType,
                TaskQueue = start.TaskQueue,
                SignalName = "Add",
                SignalInput = await PayloadsAsync(4),
            });
            Assert.Equal((started.RunId, false), (withStart.RunId, withStart.Started));

            var updated = await service.UpdateWorkflowExecutionAsync(new UpdateWorkflowExecutionRequest
            {
                Namespace = "default",
                WorkflowExecution = execution,
                Request = new Request { Meta = new Meta { UpdateId = "u" }, Input = new Input { Name = "AddNow", Args = await PayloadsAsync(5) } },
                WaitPolicy = new WaitPolicy { LifecycleStage = UpdateWorkflowExecutionLifecycleStage.Completed },
            });
            Assert.Equal(UpdateWorkflowExecutionLifecycleStage.Completed, updated.Stage);
            Assert.Equal(12, await ValueAsync(updated.Outcome.Success));
            var polled = await service.PollWorkflowExecutionUpdateAsync(new PollWorkflowExecutionUpdateRequest { Namespace = "default", UpdateRef = updated.UpdateRef });
            Assert.Equal(updated.Outcome, polled.Outcome);

            var answer = await service.QueryWorkflowAsync(new QueryWorkflowRequest { Namespace = "default", Execution = execution, Query = new WorkflowQuery { QueryType = "Sum" } });
            Assert.Equal(12, await ValueAsync(answer.QueryResult));

            var pollers = await service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest { Namespace = "default", TaskQueue = new TaskQueue { Name = "q" }, TaskQueueType = TaskQueueType.Workflow });
            Assert.NotEmpty(Assert.Single(pollers.Pollers).Identity);
            pollers = await service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest { Namespace = "default", TaskQueue = new TaskQueue { Name = "q" }, TaskQueueType = TaskQueueType.Activity });
            Assert.Empty(pollers.Pollers);

            var list = await service.ListOpenWorkflowExecutionsAsync(new ListOpenWorkflowExecutionsRequest { Namespace = "default", TypeFilter = new() { Name = "Counter" } });
            Assert.Equal("w", Assert.Single(list.Executions).Execution.WorkflowId);

            await service.TerminateWorkflowExecutionAsync(new TerminateWorkflowExecutionRequest { Namespace = "default", WorkflowExecution = execution, Reason = "enough" });
            var described = await service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest { Namespace = "default", Execution = execution });
            Assert.Equal(WorkflowExecutionStatus.Terminated, described.WorkflowExecutionInfo.Status);
            Assert.Empty((await service.ListOpenWorkflowExecutionsAsync(new ListOpenWorkflowExecutionsRequest { Namespace = "default" })).Executions);
            Assert.Single((await service.ListClosedWorkflowExecutionsAsync(new ListClosedWorkflowExecutionsRequest { Namespace = "default", StatusFilter = new() { Status = WorkflowExecutionStatus.Terminated } })).Executions);

            // Page by page, forward and backward.
            var ids = Enumerable.Empty<long>().ToList();
            var request = new GetWorkflowExecutionHistoryRequest { Namespace = "default", Execution = execution, MaximumPageSize = 2 };
            do
            {
                var page = await service.GetWorkflowExecutionHistoryAsync(request);
                ids.AddRange(page.History.Events.Select(e => e.EventId));
                request.NextPageToken = page.NextPageToken;
            }
            while (!request.NextPageToken.IsEmpty);
            Assert.Equal(Enumerable.Range(1, ids.Count).Select(i => (long)i), ids);
            var reverse = await service.GetWorkflowExecutionHistoryReverseAsync(new GetWorkflowExecutionHistoryReverseRequest { Namespace = "default", Execution = execution, MaximumPageSize = 1 });
            Assert.Equal(EventType.WorkflowExecutionTerminated, Assert.Single(reverse.History.Events).EventType);

            var missing = await Assert.ThrowsAsync<RpcException>(() => service.SignalWorkflowExecutionAsync(
                new SignalWorkflowExecutionRequest { Namespace = "default", WorkflowExecution = new() { WorkflowId = "none" }, SignalName = "Add" }));
            Assert.Equal(RpcException.StatusCode.NotFound, missing.Code);
            var incomplete = await Assert.ThrowsAsync<RpcException>(() => service.StartWorkflowExecutionAsync(new StartWorkflowExecutionRequest { Namespace = "default", WorkflowId = "x" }));
            Assert.Equal((RpcException.StatusCode.InvalidArgument, "WorkflowType is not set on request."), (incomplete.Code, incomplete.Message));
            var unknown = await Assert.ThrowsAsync<RpcException>(() => service.StartBatchOperationAsync(new StartBatchOperationRequest()));
            Assert.Equal(RpcException.StatusCode.Unimplemented, unknown.Code);
            Assert.Contains("StartBatchOperation of temporal.api.workflowservice.v1.WorkflowService", unknown.Message, StringComparison.Ordinal);
        });

    [Fact]
    public async Task Namespaces_search_attributes_and_schedules_are_registered_by_raw_calls()
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync(new() { SearchAttributes = [SearchAttributeKey.CreateKeyword("Color")] });
        var service = env.Client.WorkflowService;
        await service.RegisterNamespaceAsync(new RegisterNamespaceRequest { Namespace = "shop", Description = "All of it", WorkflowExecutionRetentionPeriod = Duration.FromTimeSpan(TimeSpan.FromDays(3)) });
        Assert.Equal(RpcException.StatusCode.AlreadyExists, (await Assert.ThrowsAsync<RpcException>(() => service.RegisterNamespaceAsync(new RegisterNamespaceRequest { Namespace = "default" }))).Code);
        var described = await service.DescribeNamespaceAsync(new DescribeNamespaceRequest { Namespace = "shop" });
        Assert.Equal(("All of it", NamespaceState.Registered, TimeSpan.FromDays(3)), (described.NamespaceInfo.Description, described.NamespaceInfo.State, described.Config.WorkflowExecutionRetentionTtl.ToTimeSpan()));
        Assert.Equal(["default", "shop"], (await service.ListNamespacesAsync(new ListNamespacesRequest())).Namespaces.Select(n => n.NamespaceInfo.Name));
        var absent = await Assert.ThrowsAsync<RpcException>(() => service.DescribeNamespaceAsync(new DescribeNamespaceRequest { Namespace = "none" }));
        Assert.Equal((RpcException.StatusCode.NotFound, "Namespace none is not found."), (absent.Code, absent.Message));

        var operators = env.Client.OperatorService;
        Assert.Equal(RpcException.StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => StartAsync("Size", 1))).Code);
        await operators.AddSearchAttributesAsync(new AddSearchAttributesRequest { Namespace = "default", SearchAttributes = { ["Size"] = IndexedValueType.Int } });
        await StartAsync("Size", 1);
        Assert.Equal(1, (await env.Client.CountWorkflowsAsync("Size = 1")).Count);
        var attributes = await operators.ListSearchAttributesAsync(new ListSearchAttributesRequest());
        Assert.Equal(["Color", "Size"], attributes.CustomAttributes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(IndexedValueType.Keyword, attributes.SystemAttributes["WorkflowId"]);
        await operators.RemoveSearchAttributesAsync(new RemoveSearchAttributesRequest { SearchAttributes = { "Size" } });
        Assert.Equal(RpcException.StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => operators.RemoveSearchAttributesAsync(new RemoveSearchAttributesRequest { SearchAttributes = { "Size" } }))).Code);

        await service.CreateScheduleAsync(new CreateScheduleRequest
        {
            Namespace = "default",
            ScheduleId = "s",
            Schedule = new Temporalio.Api.Schedule.V1.Schedule
            {
                Action = new ScheduleAction { StartWorkflow = new() { WorkflowId = "x", WorkflowType = new() { Name = "Any" }, TaskQueue = new() { Name = "q" } } },
                Spec = new ScheduleSpec(),
            },
        });
        await service.PatchScheduleAsync(new PatchScheduleRequest { Namespace = "default", ScheduleId = "s", Patch = new SchedulePatch { Pause = "wait" } });
        Assert.True((await service.DescribeScheduleAsync(new DescribeScheduleRequest { Namespace = "default", ScheduleId = "s" })).Schedule.State.Paused);
        Assert.Single((await service.ListSchedulesAsync(new ListSchedulesRequest { Namespace = "default" })).Schedules);
        await service.DeleteScheduleAsync(new DeleteScheduleRequest { Namespace = "default", ScheduleId = "s" });
        Assert.Equal(RpcException.StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => service.DescribeScheduleAsync(new DescribeScheduleRequest { Namespace = "default", ScheduleId = "s" }))).Code);

        Assert.True((await service.GetSystemInfoAsync(new GetSystemInfoRequest())).Capabilities.SupportsSchedules);
        Assert.InRange((await env.Client.Connection.TestService.GetCurrentTimeAsync(new Empty())).Time.ToDateTime(), DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddHours(1));

        Task StartAsync(string name, long value) => env.Client.StartWorkflowAsync("Any", [], new WorkflowOptions($"w-{Guid.NewGuid()}", "q")
        {
            TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(SearchAttributeKey.CreateLong(name), value).ToSearchAttributeCollection(),
        });
    }

    private static async Task<Payloads> PayloadsAsync(int value) => new() { Payloads_ = { await DataConverter.Default.ToPayloadAsync(value) } };

    private static Task<int> ValueAsync(Payloads payloads) => DataConverter.Default.ToValueAsync<int>(payloads.Payloads_[0]);

    [Workflow]
    public class Counter
    {
        [WorkflowQuery]
        public int Sum { get; private set; }

        [WorkflowRun]
        public Task RunAsync() => Workflow.WaitConditionAsync(() => Sum < 0);

        [WorkflowSignal]
        public Task AddAsync(int value)
        {
            Sum += value;
            return Task.CompletedTask;
        }

        [WorkflowUpdate]
        public Task<int> AddNowAsync(int value)
        {
            Sum += value;
            return Task.FromResult(Sum);
        }
    }
}
