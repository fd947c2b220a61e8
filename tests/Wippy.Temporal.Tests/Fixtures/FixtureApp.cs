using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;
using Temporalio.Workflows;
using Wippy.Runtime;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Hosting;
using Wippy.Temporal.Interceptors;

namespace Wippy.Temporal.Tests.Fixtures;

/// <summary>An application of hand-written programs on a time-skipping engine.</summary>
public sealed class FixtureApp : IAsyncDisposable
{
    public const string Queue = "test-queue";
    private readonly Dictionary<string, LuaProgram> workflows = [];
    private readonly Dictionary<string, LuaProgram> activities = [];
    private readonly List<WippyFunction> functions = [];
    private readonly List<WippyWorkflow> described = [];
    private WippyApplication? application;
    private WorkflowEnvironment? environment;
    private IHost? host;

    public ITemporalClient Client => environment!.Client;

    public WorkflowEnvironment Environment => environment!;

    public FixtureApp Workflow(string id, FixtureBody body, string? typeName = null)
    {
        workflows[typeName ?? id] = FixtureProgram.Create(id, body);
        described.Add(new WippyWorkflow(id, typeName ?? id, "test:worker", typeof(FixtureWorkflow), workflows[typeName ?? id]));
        return this;
    }

    public FixtureApp Activity(string id, FixtureBody body, EntryNode? options = null)
    {
        activities[id] = FixtureProgram.Create(id, body);
        var meta = options is null ? EntryNode.Empty : EntryNode.Map(1, 1, ("options", options));
        functions.Add(new WippyFunction(id, "function.lua", activities[id], EntryNode.Empty, meta));
        return this;
    }

    public async Task<FixtureApp> StartAsync()
    {
        environment = await WorkflowEnvironment.StartTimeSkippingAsync(new WorkflowEnvironmentStartTimeSkippingOptions
        {
            DataConverter = WippyDataConverter.Default,
            Interceptors = [new ClientHeaderInterceptor()],
        });
        application = new WippyApplication
        {
            Entries =
            [
                new("test:client", "temporal.client", "_index.yaml", EntryNode.Map(1, 1, ("address", new EntryNode("embedded:", 2, 3))), EntryNode.Empty),
                new(
                    "test:worker",
                    "temporal.worker",
                    "_index.yaml",
                    EntryNode.Map(
                        5,
                        1,
                        ("client", new EntryNode("test:client", 6, 3)),
                        ("task_queue", new EntryNode(Queue, 7, 3)),

                        // The fixtures register themselves.
                        ("workflows", new EntryNode(false, 7, 3)),
                        ("lifecycle", EntryNode.Map(8, 3, ("auto_start", new EntryNode(true, 8, 15))))),
                    EntryNode.Empty),
            ],
            Workflows = described,
            Activities = [],
            Functions = functions,
        };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        WippyHosting.AddWippy(builder.Services, application, options =>
        {
            options.Clients["test:client"] = environment.Client;
            options.ConfigureWorker = (_, worker) => Register(worker);
        });
        host = builder.Build();
        await host.StartAsync();
        return this;
    }

    public Task<WorkflowHandle> BeginAsync(string type, params LuaValue[] arguments) => BeginAsync(type, $"{type}-{Guid.NewGuid()}", arguments);

    public Task<WorkflowHandle> BeginAsync(string type, string id, LuaValue[] arguments) =>
        Client.StartWorkflowAsync(type, Array.ConvertAll(arguments, argument => (object?)argument), new WorkflowOptions(id, Queue));

    public async Task<LuaValue> RunAsync(string type, params LuaValue[] arguments) => await (await BeginAsync(type, arguments)).GetResultAsync<LuaValue>();

    /// <summary>Runs a workflow that fails and gives the failure.</summary>
    public async Task<ApplicationFailureException> FailAsync(string type, params LuaValue[] arguments)
    {
        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => RunAsync(type, arguments));
        return Assert.IsType<ApplicationFailureException>(failed.InnerException);
    }

    /// <summary>Replays the history of a run with the same programs; throws when it does not agree.</summary>
    public async Task ReplayAsync(WorkflowHandle handle)
    {
        var options = new WorkflowReplayerOptions();
        WippyHosting.ConfigureReplayer(options, application!, "test:worker");
        foreach (var (name, program) in workflows)
        {
            options.AddWorkflow(Definition(name, program));
        }

        var history = await handle.FetchHistoryAsync();
        await new WorkflowReplayer(options).ReplayWorkflowAsync(WorkflowHistory.FromJson(handle.Id, history.ToJson()));
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.StopAsync();
            host.Dispose();
        }

        if (environment is not null)
        {
            await environment.DisposeAsync();
        }
    }

    private static WorkflowDefinition Definition(string name, LuaProgram program) =>
        WorkflowDefinition.Create(typeof(FixtureWorkflow), name, _ => new FixtureWorkflow(program));

    private void Register(TemporalWorkerOptions worker)
    {
        foreach (var (name, program) in workflows)
        {
            worker.AddWorkflow(Definition(name, program));
        }

        foreach (var (id, program) in activities)
        {
            worker.AddActivity(ActivityDefinition.Create(
                id,
                typeof(Task<LuaValue>),
                [typeof(LuaValue), typeof(LuaValue)],
                0,
                arguments => LuaActivity.RunAsync(program, new LuaValues(Array.ConvertAll(arguments, argument => argument is LuaValue value ? value : LuaValue.Nil)))));
        }
    }
}
