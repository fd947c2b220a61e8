using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Embedded.Tests.Workflows;

public class PluginTests
{
    [Fact]
    public async Task A_simple_plugin_of_a_client_serves_its_workers_and_replayers_too()
    {
        var steps = new List<string>();
        var plugin = new SimplePlugin("all", new SimplePluginOptions
        {
            ClientInterceptors = [new Note(steps, "client")],
            WorkerInterceptors = [new Note(steps, "worker")],
            WorkflowFailureExceptionTypes = [typeof(InvalidOperationException)],
            RunContextBefore = () => Add(steps, "before"),
            RunContextAfter = () => Add(steps, "after"),
        }.AddWorkflow<Failing>().AddActivity(ActivityDefinition.Create("greet", typeof(string), [typeof(string)], 1, a => $"Hello {a[0]}")));
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync(new() { Plugins = [plugin] });
        Assert.Equal("all", plugin.Name);

        using var worker = new TemporalWorker(env.Client, new TemporalWorkerOptions("q"));
        var history = await worker.ExecuteAsync(async () =>
        {
            var handle = await env.Client.StartWorkflowAsync((Failing w) => w.RunAsync("you"), new WorkflowOptions("w", "q"));
            var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
            Assert.Equal("Hello you", Assert.IsType<ApplicationFailureException>(failed.InnerException).Message);
            return await handle.FetchHistoryAsync();
        }).WaitAsync(TestWorker.Limit);
        Assert.Equal(["before", "client", "worker", "after"], steps);

        steps.Clear();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions { Plugins = [plugin] });
        Assert.Null((await replayer.ReplayWorkflowAsync(history)).ReplayFailure);
        Assert.Equal(["before", "worker", "after"], steps);

        steps.Clear();
        var count = 0;
        await foreach (var result in replayer.ReplayWorkflowsAsync(Stream(history)))
        {
            Assert.Null(result.ReplayFailure);
            count++;
        }

        Assert.Equal(1, count);
        Assert.Equal(["before", "worker", "after"], steps);
    }

    [Fact]
    public async Task Plugins_wrap_in_order_and_may_replace_what_is_given()
    {
        var steps = new List<string>();
        var options = new TemporalClientConnectOptions("embedded:")
        {
            Plugins = [new Tracing(steps, "outer"), new Tracing(steps, "inner")],
            Interceptors = [new Note(steps, "own")],
        };
        var client = await TemporalClient.ConnectAsync(options);
        Assert.Equal(["connect outer", "connect inner", "configure outer", "configure inner"], steps);
        Assert.Equal("inner", client.Options.Namespace);
        Assert.Equal("default", options.Namespace);

        steps.Clear();
        var codec = new SimplePlugin("codec", new SimplePluginOptions
        {
            DataConverterOption = new(given => given with { FailureConverter = new DefaultFailureConverter.WithEncodedCommonAttributes() }),
            ClientInterceptorsOption = new(given => [.. given ?? [], new Note(steps, "added")]),
        });
        var own = new TemporalClientOptions { Interceptors = [new Note(steps, "own")], Plugins = [codec] };
        var changed = new TemporalClient(client.Connection, own);
        Assert.IsType<DefaultFailureConverter.WithEncodedCommonAttributes>(changed.Options.DataConverter.FailureConverter);
        Assert.Equal(2, changed.Options.Interceptors!.Count);
        Assert.Single(own.Interceptors);

        using var worker = new TemporalWorker(client, new TemporalWorkerOptions("q") { Plugins = [new Tracing(steps, "third")] }.AddWorkflow<Failing>());
        Assert.Equal(7, await worker.ExecuteAsync(() => Task.FromResult(7)));
        Assert.Equal(["worker outer", "worker inner", "worker third", "run outer", "run inner", "run third"], steps);
    }

    private static Task Add(List<string> steps, string step)
    {
        steps.Add(step);
        return Task.CompletedTask;
    }

    private static async IAsyncEnumerable<WorkflowHistory> Stream(WorkflowHistory history)
    {
        await Task.Yield();
        yield return history;
    }

    [Workflow]
    public class Failing
    {
        [WorkflowRun]
        public async Task RunAsync(string name) => throw new InvalidOperationException(
            await Workflow.ExecuteActivityAsync<string>("greet", [name], new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) }));
    }

    private sealed class Note(List<string> steps, string name) : IClientInterceptor, IWorkerInterceptor
    {
        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Outbound(nextInterceptor, steps, name);

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => name == "worker" ? new Inbound(nextInterceptor, steps) : nextInterceptor;

        private sealed class Outbound(ClientOutboundInterceptor next, List<string> steps, string name) : ClientOutboundInterceptor(next)
        {
            public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input)
            {
                steps.Add(name);
                return base.StartWorkflowAsync<TWorkflow, TResult>(input);
            }
        }

        private sealed class Inbound(WorkflowInboundInterceptor next, List<string> steps) : WorkflowInboundInterceptor(next)
        {
            public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
            {
                steps.Add("worker");
                return base.ExecuteWorkflowAsync(input);
            }
        }
    }

    private sealed class Tracing(List<string> steps, string name) : ITemporalClientPlugin, ITemporalWorkerPlugin
    {
        public string Name => name;

        public void ConfigureClient(TemporalClientOptions options)
        {
            steps.Add($"configure {name}");
            options.Namespace = name;
        }

        public Task<TemporalConnection> ConnectAsync(TemporalClientConnectOptions options, Func<TemporalClientConnectOptions, Task<TemporalConnection>> continuation)
        {
            steps.Add($"connect {name}");
            return continuation(options);
        }

        public void ConfigureReplayer(WorkflowReplayerOptions options) => steps.Add($"replayer {name}");

        public void ConfigureWorker(TemporalWorkerOptions options) => steps.Add($"worker {name}");

        public Task<IEnumerable<WorkflowReplayResult>> ReplayWorkflowsAsync(WorkflowReplayer replayer, Func<WorkflowReplayer, CancellationToken, Task<IEnumerable<WorkflowReplayResult>>> continuation, CancellationToken cancellationToken) =>
            continuation(replayer, cancellationToken);

        public IAsyncEnumerable<WorkflowReplayResult> ReplayWorkflowsAsync(WorkflowReplayer replayer, Func<WorkflowReplayer, IAsyncEnumerable<WorkflowReplayResult>> continuation, CancellationToken cancellationToken) =>
            continuation(replayer);

        public Task<TResult> RunWorkerAsync<TResult>(TemporalWorker worker, Func<TemporalWorker, CancellationToken, Task<TResult>> continuation, CancellationToken stoppingToken)
        {
            steps.Add($"run {name}");
            return continuation(worker, stoppingToken);
        }
    }
}
