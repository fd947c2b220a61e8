using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Worker;
using Temporalio.Workflows;
using Wippy.Temporal.Interceptors;

namespace Wippy.Temporal.Hosting;

/// <summary>One running Temporal worker: registrations of every worker entry with the same client and queue, restarted by the policy of its lifecycle when it fails.</summary>
internal sealed class WorkerService(
    ApplicationContext context, WorkerConfiguration worker, IReadOnlyList<WorkerConfiguration> merged, ILogger logger, IHostApplicationLifetime lifetime) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    /// <summary>Starts polling. A registration that the SDK refuses is thrown here.</summary>
    public void Start()
    {
        if (CreateOptions() is not { } options)
        {
            logger.LogWarning("worker {Entry} has no workflow and no activity and does not run", worker.Id);
            return;
        }

        var first = new TemporalWorker(context.GetClient(worker.ClientId), options);
        running = RunAsync(first);
        logger.LogInformation("worker {Entry} polls {Queue}", string.Join(", ", merged.Select(entry => entry.Id)), worker.TaskQueue);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        try
        {
            await running.WaitAsync(worker.Lifecycle.StopTimeout + worker.Options.GracefulShutdownTimeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            logger.LogWarning("worker {Entry} did not stop within its stop_timeout", worker.Id);
        }
    }

    public void Dispose() => stopping.Dispose();

    private async Task RunAsync(TemporalWorker first)
    {
        var current = first;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using (current)
                {
                    await current.ExecuteAsync(stopping.Token);
                }

                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The edge of the worker: whatever stopped it is reported and the lifecycle decides.
                var policy = worker.Lifecycle.Restart;
                if (policy.MaxAttempts > 0 && attempt >= policy.MaxAttempts)
                {
                    logger.LogCritical(error, "worker {Entry} failed {Attempts} times and is given up", worker.Id, attempt);
                    if (!worker.Lifecycle.Optional)
                    {
                        lifetime.StopApplication();
                    }

                    return;
                }

                var delay = policy.Delay(attempt);
                logger.LogError(error, "worker {Entry} failed and starts again in {Delay}", worker.Id, delay);
                await Task.Delay(delay, stopping.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
                if (stopping.IsCancellationRequested)
                {
                    return;
                }

                current = new TemporalWorker(context.GetClient(worker.ClientId), CreateOptions()!);
            }
        }
    }

    // Null when there is nothing to run: the SDK refuses such a worker.
    private TemporalWorkerOptions? CreateOptions()
    {
        var options = (TemporalWorkerOptions)worker.Options.Clone();
        options.TaskQueue = worker.TaskQueue;
        options.LoggerFactory = context.LoggerFactory;
        options.Interceptors = [new WorkerInterceptor(context, worker)];
        var workflowTypes = new HashSet<string>(StringComparer.Ordinal);
        var activityTypes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in merged)
        {
            foreach (var workflow in context.Application.Workflows.Where(workflow => entry.Workflows && workflow.Worker == entry.Id && workflowTypes.Add(workflow.TypeName)))
            {
                options.AddWorkflow(WorkflowDefinition.Create(workflow.Type));
            }

            foreach (var activity in context.Application.Activities.Where(activity => entry.Activities && activity.Worker == entry.Id && activityTypes.Add(activity.Id)))
            {
                options.AddActivity(ActivityDefinition.Create(activity.Method));
            }

            context.Options.ConfigureWorker?.Invoke(entry.Id, options);
        }

        return options.Workflows.Count + options.Activities.Count > 0 ? options : null;
    }
}
