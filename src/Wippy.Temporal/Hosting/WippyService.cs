using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Interceptors;

namespace Wippy.Temporal.Hosting;

/// <summary>Starts the services of the application in dependency order and stops them in the opposite order.</summary>
internal sealed class WippyService(ApplicationContext context, IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private readonly ILogger logger = context.LoggerFactory.CreateLogger("Wippy");
    private readonly List<WorkerService> workers = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Task> healthChecks = [];
#if !TEMPORALIO_OFFICIAL
    private IAsyncDisposable? dashboard;
#endif

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var queues = new HashSet<(string Client, string Queue)>();
        foreach (var id in context.StartOrder)
        {
            var lifecycle = context.Clients.TryGetValue(id, out var client) ? client.Lifecycle : context.Workers[id].Lifecycle;
            try
            {
                if (client is not null)
                {
                    await ConnectAsync(client, cancellationToken);
                }
                else if (context.Workers[id] is var worker && queues.Add((worker.ClientId, worker.TaskQueue)))
                {
                    StartWorker(worker);
                }
            }
            catch (Exception error) when (lifecycle.Optional && error is not OperationCanceledException)
            {
                logger.LogWarning("optional service {Entry} did not start: {Message}", id, error.Message);
            }
        }

#if !TEMPORALIO_OFFICIAL
        dashboard = await EngineDashboard.StartAsync(context, logger);
#endif
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
#if !TEMPORALIO_OFFICIAL
        await (dashboard?.DisposeAsync() ?? ValueTask.CompletedTask);
#endif
        for (var index = workers.Count - 1; index >= 0; index--)
        {
            await workers[index].StopAsync(cancellationToken);
        }

        await Task.WhenAll(healthChecks);
    }

    public void Dispose()
    {
        stopping.Dispose();
        workers.ForEach(worker => worker.Dispose());
    }

    private async Task ConnectAsync(ClientConfiguration client, CancellationToken cancellationToken)
    {
        if (context.Options.Clients.TryGetValue(client.Id, out var existing))
        {
            context.Connected(client.Id, existing);
            return;
        }

        var options = client.Connection;
        options.DataConverter = WippyDataConverter.Create(context.Options.PayloadCodec);
        options.Interceptors = [new ClientHeaderInterceptor()];
        options.LoggerFactory = context.LoggerFactory;
        context.Options.ConfigureClient?.Invoke(client.Id, options);
        TemporalClient connected;
        try
        {
            connected = await TemporalClient.ConnectAsync(options).WaitAsync(client.ConnectionTimeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw Unreachable(client, $"no answer within {client.ConnectionTimeout.TotalSeconds:0.###} s (connection_timeout)");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw Unreachable(client, error.Message);
        }

        context.Connected(client.Id, connected);
        logger.LogInformation("client {Entry} connected to {Address}, namespace {Namespace}", client.Id, options.TargetHost, options.Namespace);
        if (client.HealthCheckInterval is { } interval)
        {
            healthChecks.Add(CheckHealthAsync(client.Id, connected, interval));
        }
    }

    private WippyConfigurationException Unreachable(ClientConfiguration client, string reason)
    {
        var entry = context.Application.Entries.FirstOrDefault(candidate => candidate.Id == client.Id);
        return new WippyConfigurationException([new ConfigurationError(
            client.Id,
            entry?.Path ?? string.Empty,
            entry?.Data["address"]?.Line ?? entry?.Data.Line ?? 0,
            $"cannot connect to '{client.Connection.TargetHost}': {reason}")]);
    }

    private void StartWorker(WorkerConfiguration worker)
    {
        // Workers with the same client and queue are one worker with the union of their registrations (spec/temporal.md section 3).
        var merged = context.StartOrder.Where(context.Workers.ContainsKey).Select(id => context.Workers[id])
            .Where(other => other.ClientId == worker.ClientId && other.TaskQueue == worker.TaskQueue).ToArray();
        var service = new WorkerService(context, worker, merged, logger, lifetime);
        service.Start();
        workers.Add(service);
    }

    // A probe every interval, five seconds each; workers keep running whatever the answer (spec/temporal.md section 2).
    private async Task CheckHealthAsync(string id, TemporalClient client, TimeSpan interval)
    {
        var healthy = true;
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                var answer = await ProbeAsync(client);
                if (answer != healthy)
                {
                    healthy = answer;
                    logger.Log(healthy ? LogLevel.Information : LogLevel.Warning, "client {Entry} is {Status}", id, healthy ? "running" : "failed");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }

    private static async Task<bool> ProbeAsync(TemporalClient client)
    {
#if TEMPORALIO_OFFICIAL
        try
        {
            return await client.Connection.CheckHealthAsync().WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whatever the reason, the answer of a probe that fails is "not healthy".
            return false;
        }
#else
        // The embedded engine is part of this process.
        return await Task.FromResult(client.Connection.IsConnected);
#endif
    }
}
