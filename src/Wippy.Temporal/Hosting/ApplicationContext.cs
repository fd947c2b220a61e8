using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Client;

namespace Wippy.Temporal.Hosting;

/// <summary>An application at run time: its checked configuration, its entries by id, and the clients connected so far.</summary>
internal sealed class ApplicationContext : IWippyClients
{
    private readonly Dictionary<string, WippyFunction> functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WippyWorkflow> workflows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> activityWorkers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ITemporalClient> connected = new(StringComparer.Ordinal);

    private ApplicationContext(WippyApplication application, WippyOptions options, IServiceProvider services)
    {
        Application = application;
        Options = options;
        Services = services;
        LoggerFactory = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        Environment = new EnvironmentVariables(application, options);
        foreach (var function in application.Functions)
        {
            functions[function.Id] = function;
        }

        foreach (var workflow in application.Workflows)
        {
            // A type name may equal another entry's id; the id wins.
            workflows.TryAdd(workflow.TypeName, workflow);
        }

        foreach (var workflow in application.Workflows)
        {
            workflows[workflow.Id] = workflow;
        }

        foreach (var activity in application.Activities)
        {
            if (!activityWorkers.TryGetValue(activity.Id, out var workers))
            {
                activityWorkers[activity.Id] = workers = [];
            }

            workers.Add(activity.Worker);
        }
    }

    /// <summary>What code sees that runs outside any application, for example a workflow class registered by hand.</summary>
    public static ApplicationContext Empty { get; } = new(WippyApplication.Empty, new WippyOptions(), new ServiceCollection().BuildServiceProvider());

    public WippyApplication Application { get; }

    public WippyOptions Options { get; }

    public IServiceProvider Services { get; }

    public ILoggerFactory LoggerFactory { get; }

    public EnvironmentVariables Environment { get; }

    /// <summary>Clients by entry id.</summary>
    public IReadOnlyDictionary<string, ClientConfiguration> Clients { get; private set; } = new Dictionary<string, ClientConfiguration>();

    /// <summary>Workers by entry id; task queues carry the prefix of their client.</summary>
    public IReadOnlyDictionary<string, WorkerConfiguration> Workers { get; private set; } = new Dictionary<string, WorkerConfiguration>();

    /// <summary>Services to start, dependencies first.</summary>
    public IReadOnlyList<string> StartOrder { get; private set; } = [];

    /// <summary>Reads and checks every entry. Throws <see cref="WippyConfigurationException"/> with all errors found.</summary>
    public static ApplicationContext Create(WippyApplication application, WippyOptions options, IServiceProvider services)
    {
        var context = new ApplicationContext(application, options, services);
        var reader = new ConfigurationReader(context);
        (context.Clients, context.Workers, context.StartOrder) = reader.Read();
        return context;
    }

    public WippyFunction? Function(string id) => functions.GetValueOrDefault(id);

    /// <summary>A workflow by entry id or by type name.</summary>
    public WippyWorkflow? Workflow(string idOrType) => workflows.GetValueOrDefault(idOrType);

    /// <summary>
    /// The queue for an activity called by a workflow on <paramref name="ownQueue"/>: the own queue, unless the target is registered only on workers with other queues
    /// (spec/temporal.md section 5).
    /// </summary>
    public string ActivityQueue(string activityId, string ownQueue)
    {
        if (!activityWorkers.TryGetValue(activityId, out var workers))
        {
            return ownQueue;
        }

        var queues = workers.Where(Workers.ContainsKey).Select(worker => Workers[worker].TaskQueue).ToArray();
        return queues.Length == 0 || queues.Contains(ownQueue, StringComparer.Ordinal) ? ownQueue : queues[0];
    }

    /// <summary>
    /// The queue for a child workflow whose caller names none: the own queue, unless the target is registered only on workers with other queues, where the child
    /// would wait for ever.
    /// </summary>
    public string ChildQueue(string idOrType, string ownQueue) =>
        Workflow(idOrType) is { } workflow && Workers.TryGetValue(workflow.Worker, out var worker) ? worker.TaskQueue : ownQueue;

    /// <summary>The worker that a host argument of spawn names: its entry id, <c>temporal:queue</c>, or a bare queue name (spec/temporal.md section 6).</summary>
    public WorkerConfiguration? Host(string host)
    {
        if (Workers.TryGetValue(host, out var worker))
        {
            return worker;
        }

        var queue = host.StartsWith("temporal:", StringComparison.Ordinal) ? host["temporal:".Length..] : host;
        return Workers.Values.OrderBy(candidate => candidate.Id, StringComparer.Ordinal)
            .FirstOrDefault(candidate => candidate.TaskQueue == queue || TrimPrefix(candidate) == queue);
    }

    public void Connected(string clientId, ITemporalClient client) => connected[clientId] = client;

    public bool TryGetClient(string clientId, out ITemporalClient? client) => connected.TryGetValue(clientId, out client);

    /// <inheritdoc/>
    public ITemporalClient GetClient(string entryId) =>
        connected.TryGetValue(entryId, out var client) ? client
        : throw new InvalidOperationException(Clients.ContainsKey(entryId)
            ? $"client '{entryId}' is not started: start the host first, and set lifecycle.auto_start: true on the client or on a worker that uses it"
            : $"no temporal.client entry '{entryId}'");

    private string TrimPrefix(WorkerConfiguration worker) =>
        Clients.TryGetValue(worker.ClientId, out var client) && worker.TaskQueue.StartsWith(client.TaskQueuePrefix, StringComparison.Ordinal)
            ? worker.TaskQueue[client.TaskQueuePrefix.Length..] : worker.TaskQueue;
}
