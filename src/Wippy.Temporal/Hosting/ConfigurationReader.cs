using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace Wippy.Temporal.Hosting;

/// <summary>Reads the client and worker entries of an application, checks that everything they name exists, and orders what starts.</summary>
internal sealed class ConfigurationReader(ApplicationContext context)
{
    private readonly List<ConfigurationError> errors = [];
    private readonly ILogger logger = context.LoggerFactory.CreateLogger("Wippy.Configuration");
    private readonly Dictionary<string, ClientConfiguration> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkerConfiguration> workers = new(StringComparer.Ordinal);

    public (Dictionary<string, ClientConfiguration> Clients, Dictionary<string, WorkerConfiguration> Workers, IReadOnlyList<string> Order) Read()
    {
        foreach (var entry in context.Application.Entries)
        {
            if (entry.Kind == "temporal.client")
            {
                clients[entry.Id] = ClientConfiguration.Read(entry, Fields(entry), context.Options);
            }
            else if (entry.Kind == "temporal.worker")
            {
                workers[entry.Id] = WorkerConfiguration.Read(entry, Fields(entry), message => logger.LogWarning("{Entry}: {Message}", entry.Id, message));
            }
        }

        foreach (var worker in workers.Values.OrderBy(worker => worker.Id, StringComparer.Ordinal))
        {
            if (worker.ClientId == ClientConfiguration.ImplicitId)
            {
                clients.TryAdd(worker.ClientId, ClientConfiguration.Implicit(context.Environment, context.Options));
            }

            if (clients.TryGetValue(worker.ClientId, out var client))
            {
                workers[worker.Id] = worker with { TaskQueue = client.TaskQueuePrefix + worker.TaskQueue };
            }
            else
            {
                Report(worker.Id, "client", $"no temporal.client entry '{worker.ClientId}'");
            }
        }

        CheckRegistrations();
        var order = StartOrder();
        return errors.Count == 0 ? (clients, workers, order) : throw new WippyConfigurationException(errors);
    }

    private EntryFields Fields(WippyEntry entry)
    {
        void Error(EntryNode node, string message) =>
            errors.Add(new ConfigurationError(entry.Id, entry.Path, node.Line > 0 ? node.Line : entry.Data.Line, message));

        return new EntryFields(new PlaceholderResolver(context.Environment, Error).Resolve(entry.Data), string.Empty, context.Environment, Error);
    }

    private void Report(string entryId, string? key, string message)
    {
        var entry = context.Application.Entries.FirstOrDefault(candidate => candidate.Id == entryId);
        errors.Add(new ConfigurationError(entryId, entry?.Path ?? string.Empty, (key is null ? null : entry?.Data[key]?.Line) ?? entry?.Data.Line ?? 0, message));
    }

    private void CheckRegistrations()
    {
        foreach (var (id, worker) in context.Application.Workflows.Select(workflow => (workflow.Id, workflow.Worker))
            .Concat(context.Application.Activities.Select(activity => (activity.Id, activity.Worker))))
        {
            if (!workers.ContainsKey(worker))
            {
                Report(id, null, $"no temporal.worker entry '{worker}'");
            }
        }

        foreach (var same in context.Application.Workflows.GroupBy(workflow => (workflow.Worker, workflow.TypeName)).Where(group => group.Count() > 1))
        {
            Report(same.Last().Id, null, $"workflow type '{same.Key.TypeName}' is registered twice on worker '{same.Key.Worker}': give one entry another meta.temporal.workflow.name");
        }
    }

    // Depth first from every auto-started service, so that what a service requires starts before it.
    private List<string> StartOrder()
    {
        var order = new List<string>();
        var state = new Dictionary<string, bool>(StringComparer.Ordinal);
        var automatic = clients.Values.Where(client => client.Lifecycle.AutoStart).Select(client => client.Id)
            .Concat(workers.Values.Where(worker => worker.Lifecycle.AutoStart).Select(worker => worker.Id))
            .Order(StringComparer.Ordinal);
        foreach (var id in automatic)
        {
            Visit(id, id);
        }

        return order;

        void Visit(string id, string from)
        {
            if (state.TryGetValue(id, out var done))
            {
                if (!done)
                {
                    Report(id, "lifecycle", $"services require each other in a circle: '{from}' and '{id}'");
                }

                return;
            }

            state[id] = false;
            foreach (var required in Requirements(id))
            {
                if (clients.ContainsKey(required) || workers.ContainsKey(required))
                {
                    Visit(required, id);
                }
                else if (context.Application.Entries.All(entry => entry.Id != required))
                {
                    Report(id, "lifecycle", $"lifecycle of '{id}' requires '{required}', which is not an entry");
                }
            }

            state[id] = true;
            order.Add(id);
        }
    }

    private IEnumerable<string> Requirements(string id) =>
        workers.TryGetValue(id, out var worker) ? [.. worker.Lifecycle.Requires, worker.ClientId]
        : clients.TryGetValue(id, out var client) ? client.Lifecycle.Requires : [];
}
