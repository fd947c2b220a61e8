using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class InterceptorAndCodecTests
{
    [Fact]
    public async Task Headers_travel_from_client_to_workflow_to_activity_and_a_codec_hides_every_payload()
    {
        var options = new WorkflowEnvironmentStartTimeSkippingOptions
        {
            Interceptors = [new Propagator()],
            DataConverter = DataConverter.Default with { PayloadCodec = new Reversing() },
        };
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync(options);
        using var worker = new TemporalWorker(env.Client, new TemporalWorkerOptions("q").AddWorkflow<Passing>().AddActivity(Passing.Read));
        await worker.ExecuteAsync(async () =>
        {
            Propagator.Value.Value = "tenant-7";
            var handle = await env.Client.StartWorkflowAsync((Passing w) => w.RunAsync("secret"), new WorkflowOptions("w", "q"));
            Assert.Equal("tenant-7 secret", await handle.GetResultAsync().WaitAsync(TestWorker.Limit));
            Assert.Equal("asked", await handle.QueryAsync(w => w.Ask("asked")));
            Assert.DoesNotContain("secret", string.Concat((await handle.FetchHistoryAsync()).Events.Select(Texts)), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_activity_environment_runs_activity_code_alone()
    {
        var heartbeats = new List<object?>();
        var env = new ActivityEnvironment { Heartbeater = heartbeats.AddRange };
        var result = await env.RunAsync(() =>
        {
            ActivityExecutionContext.Current.Heartbeat(1, 2);
            env.Cancel(ActivityCancelReason.Timeout);
            Assert.True(ActivityExecutionContext.Current.CancellationToken.IsCancellationRequested);
            return ActivityExecutionContext.Current.CancelReason;
        });
        Assert.Equal(ActivityCancelReason.Timeout, result);
        Assert.Equal([1, 2], heartbeats);
    }

    private static string Texts(HistoryEvent e) => e.ToByteString().ToStringUtf8();

    public sealed class Propagator : IClientInterceptor, IWorkerInterceptor
    {
        private const string Key = "tenant";

        public static AsyncLocal<string?> Value { get; } = new();

        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Outbound(nextInterceptor);

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Inbound(nextInterceptor);

        public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new Activity(nextInterceptor);

        private static Dictionary<string, Payload> Header() => new() { [Key] = DataConverter.Default.PayloadConverter.ToPayload(Value.Value) };

        private static void Take(IReadOnlyDictionary<string, Payload>? headers) =>
            Value.Value = headers is null ? null : DataConverter.Default.PayloadConverter.ToValue<string>(headers[Key]);

        private sealed class Outbound(ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
        {
            public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input) =>
                base.StartWorkflowAsync<TWorkflow, TResult>(input with { Headers = Header() });
        }

        private sealed class Inbound(WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
        {
            public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new WorkflowOutbound(outbound));

            public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
            {
                Take(Workflow.Info.Headers);
                return base.ExecuteWorkflowAsync(input);
            }
        }

        private sealed class WorkflowOutbound(WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
        {
            public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) =>
                base.ScheduleActivityAsync<TResult>(input with { Headers = Header() });
        }

        private sealed class Activity(ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
        {
            public override Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
            {
                Take(input.Headers);
                return base.ExecuteActivityAsync(input);
            }
        }
    }

    public sealed class Reversing : IPayloadCodec
    {
        public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads) =>
            Task.FromResult<IReadOnlyCollection<Payload>>(payloads.Select(p => new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("reversed") },
                Data = ByteString.CopyFrom(p.ToByteArray().Reverse().ToArray()),
            }).ToList());

        public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads) =>
            Task.FromResult<IReadOnlyCollection<Payload>>(payloads.Select(p => Payload.Parser.ParseFrom(p.Data.ToByteArray().Reverse().ToArray())).ToList());
    }

    [Workflow]
    public class Passing
    {
        [Activity]
        public static string Read(string value) => $"{Propagator.Value.Value} {value}";

        [WorkflowRun]
        public Task<string> RunAsync(string value) =>
            Workflow.ExecuteActivityAsync(() => Read(value), new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });

        [WorkflowQuery]
        public string Ask(string value) => value;
    }
}
