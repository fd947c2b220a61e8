using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

/// <summary>Every payload is encoded and decoded by converters and codecs that know the same workflow or activity.</summary>
public class SerializationContextTests
{
    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public async Task Converters_and_codecs_know_the_workflow_and_the_activity(int cached)
    {
        var converter = DataConverter.Default with { PayloadConverter = new Sealing(null), PayloadCodec = new Signing(null) };
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync(new() { DataConverter = converter });
        using var worker = new TemporalWorker(env.Client, new TemporalWorkerOptions("q") { MaxCachedWorkflows = cached }.AddWorkflow<Outer>().AddWorkflow<Inner>()
            .AddActivity(ActivityDefinition.Create("echo", typeof(string), [typeof(string)], 1, a => (string)a[0]! == "bad" ? throw new ApplicationFailureException("bad", details: ["detail"]) : a[0])));
        await worker.ExecuteAsync(async () =>
        {
            var handle = await env.Client.StartWorkflowAsync((Outer w) => w.RunAsync("in"), new WorkflowOptions("outer", "q") { Memo = new Dictionary<string, object> { ["m"] = "memo" } });
            Assert.Equal("updated", await handle.ExecuteUpdateAsync(w => w.UpdateAsync("updated")));
            Assert.Equal("asked", await handle.QueryAsync(w => w.Ask("asked")));
            await handle.SignalAsync(w => w.GoAsync("go"));
            Assert.Equal("in remote local detail child signalled go", await handle.GetResultAsync());
            Assert.Equal("memo", await (await handle.DescribeAsync()).Memo["m"].ToValueAsync<string>());
        }).WaitAsync(TestWorker.Limit);
    }

    /// <summary>What a context says, as far as both sides can know it.</summary>
    private static string Name(ISerializationContext? context) => context switch
    {
        ISerializationContext.Activity activity => $"{activity.Namespace}/{activity.WorkflowId}/{activity.WorkflowType}/{activity.ActivityId}/{activity.IsLocal}",
        ISerializationContext.Workflow workflow => $"{workflow.Namespace}/{workflow.WorkflowId}",
        _ => "none",
    };

    private static void Check(Payload payload, string key, ISerializationContext? context) =>
        Assert.Equal(Name(context), payload.Metadata.TryGetValue(key, out var sealedFor) ? sealedFor.ToStringUtf8() : "nothing");

    [Workflow]
    public class Outer
    {
        private string? go;

        [WorkflowRun]
        public async Task<string> RunAsync(string input)
        {
            var once = new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1), RetryPolicy = new() { MaximumAttempts = 1 } };
            var results = new List<string>
            {
                input,
                await Workflow.ExecuteActivityAsync<string>("echo", ["remote"], once),
                await Workflow.ExecuteLocalActivityAsync<string>("echo", ["local"], new LocalActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) }),
            };
            try
            {
                await Workflow.ExecuteActivityAsync<string>("echo", ["bad"], once);
            }
            catch (ActivityFailureException e) when (e.InnerException is ApplicationFailureException failure)
            {
                results.Add(failure.Details.ElementAt<string>(0));
            }

            var child = await Workflow.StartChildWorkflowAsync((Inner w) => w.RunAsync("child"), new ChildWorkflowOptions { Id = "inner" });
            await child.SignalAsync(w => w.TellAsync("signalled"));
            results.Add(await child.GetResultAsync());
            await Workflow.WaitConditionAsync(() => go is not null);
            return string.Join(' ', results.Append(go));
        }

        [WorkflowSignal]
        public Task GoAsync(string value)
        {
            go = value;
            return Task.CompletedTask;
        }

        [WorkflowUpdate]
        public Task<string> UpdateAsync(string value) => Task.FromResult(value);

        [WorkflowQuery]
        public string Ask(string value) => value;
    }

    [Workflow]
    public class Inner
    {
        private string? told;

        [WorkflowRun]
        public async Task<string> RunAsync(string input)
        {
            await Workflow.WaitConditionAsync(() => told is not null);
            return $"{input} {told}";
        }

        [WorkflowSignal]
        public Task TellAsync(string value)
        {
            told = value;
            return Task.CompletedTask;
        }
    }

    private sealed class Sealing(ISerializationContext? context) : IPayloadConverter, IWithSerializationContext<IPayloadConverter>
    {
        private readonly DefaultPayloadConverter inner = new();

        public Payload ToPayload(object? value)
        {
            var payload = inner.ToPayload(value);
            payload.Metadata["converted"] = ByteString.CopyFromUtf8(Name(context));
            return payload;
        }

        public object? ToValue(Payload payload, System.Type type)
        {
            Check(payload, "converted", context);
            return inner.ToValue(payload, type);
        }

        public IPayloadConverter WithSerializationContext(ISerializationContext context) => new Sealing(context);
    }

    private sealed class Signing(ISerializationContext? context) : IPayloadCodec, IWithSerializationContext<IPayloadCodec>
    {
        public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads) => Task.FromResult<IReadOnlyCollection<Payload>>(payloads.Select(p =>
        {
            var result = p.Clone();
            result.Metadata["coded"] = ByteString.CopyFromUtf8(Name(context));
            return result;
        }).ToList());

        public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads)
        {
            foreach (var payload in payloads)
            {
                Check(payload, "coded", context);
            }

            return Task.FromResult(payloads);
        }

        public IPayloadCodec WithSerializationContext(ISerializationContext context) => new Signing(context);
    }
}
