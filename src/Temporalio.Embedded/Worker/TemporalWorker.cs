using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Engine;
using Temporalio.Worker.Tuning;

namespace Temporalio.Worker;

/// <summary>A worker: polls a task queue and runs the workflows and activities given to it.</summary>
public class TemporalWorker : IDisposable
{
    private readonly WorkerContext context;
    private readonly IEngine engine;
    private readonly ActivityRegistry activities;
    private readonly WorkflowWorker? workflows;
    private readonly IReadOnlyList<ITemporalWorkerPlugin> plugins;
    private int started;

    /// <summary>Initializes a new instance of the <see cref="TemporalWorker"/> class.</summary>
    /// <param name="client">The client.</param>
    /// <param name="options">The options; the task queue and at least one workflow or activity are mandatory.</param>
    /// <exception cref="ArgumentException">The options do not fit.</exception>
    public TemporalWorker(IWorkerClient client, TemporalWorkerOptions options)
    {
        Client = client;
        if (options.UsesVersionSets)
        {
            throw new NotSupportedException("The in-process engine keeps no version sets of build ids: use DeploymentOptions in place of UseWorkerVersioning");
        }

        Options = (TemporalWorkerOptions)options.Clone();
        plugins = [.. (client.Options.Plugins ?? []).OfType<ITemporalWorkerPlugin>(), .. options.Plugins ?? []];
        foreach (var plugin in plugins)
        {
            plugin.ConfigureWorker(Options);
        }

        context = new WorkerContext(client.Options, Options, client as ITemporalClient);
        activities = new ActivityRegistry(Options.Activities);
        if (!activities.Any && Options.Workflows.Count == 0)
        {
            throw new ArgumentException("Must have at least one workflow and/or activity");
        }

        CheckVersioning();

        // A contradiction between tuner and maxima is told now, not when the worker runs.
        _ = (Options.WorkflowSlots, Options.ActivitySlots, Options.LocalActivitySlots);
        engine = TemporalClient.EngineOf(client);
        if (Options.Workflows.Count > 0)
        {
            workflows = new WorkflowWorker(engine, context, activities);
        }
    }

    /// <summary>Gets or sets the client.</summary>
    public IWorkerClient Client { get; set; }

    /// <summary>Gets the options.</summary>
    public TemporalWorkerOptions Options { get; }

    /// <summary>Runs until the token is cancelled. Works once.</summary>
    /// <param name="stoppingToken">The token.</param>
    /// <returns>A task that ends cancelled when the worker has stopped.</returns>
    /// <exception cref="InvalidOperationException">It has been run before.</exception>
    public Task ExecuteAsync(CancellationToken stoppingToken) =>
        RunAsync<ValueTuple>(null, stoppingToken);

    /// <summary>Runs until a function ends or the token is cancelled. Works once.</summary>
    /// <param name="untilComplete">The function.</param>
    /// <param name="stoppingToken">The token.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="InvalidOperationException">It has been run before.</exception>
    public Task ExecuteAsync(Func<Task> untilComplete, CancellationToken stoppingToken = default) =>
        RunAsync(
            async () =>
            {
                await untilComplete().ConfigureAwait(false);
                return default(ValueTuple);
            },
            stoppingToken);

    /// <summary>Runs until a function ends or the token is cancelled. Works once.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="untilComplete">The function.</param>
    /// <param name="stoppingToken">The token.</param>
    /// <returns>The result of the function.</returns>
    /// <exception cref="InvalidOperationException">It has been run before.</exception>
    public Task<TResult> ExecuteAsync<TResult>(Func<Task<TResult>> untilComplete, CancellationToken stoppingToken = default) =>
        RunAsync(untilComplete, stoppingToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the worker holds.</summary>
    /// <param name="disposing">Whether it is disposed of, not finalized.</param>
    protected virtual void Dispose(bool disposing)
    {
        // The engine is shared and what runs ends with ExecuteAsync: nothing is held here.
    }

    private void CheckVersioning()
    {
        if (Options.DeploymentOptions is not { UseWorkerVersioning: true } deployment)
        {
            return;
        }

        if (deployment.Version is null)
        {
            throw new ArgumentException("UseWorkerVersioning needs a Version in DeploymentOptions");
        }

        if (deployment.DefaultVersioningBehavior == VersioningBehavior.Unspecified
            && Options.Workflows.FirstOrDefault(w => w.VersioningBehavior is null or VersioningBehavior.Unspecified && w.DynamicOptionsGetter is null) is { } unsaid)
        {
            throw new ArgumentException($"Workflow {unsaid.Name} needs a VersioningBehavior, or DeploymentOptions a DefaultVersioningBehavior, since UseWorkerVersioning is set");
        }
    }

    private Task<TResult> RunAsync<TResult>(Func<Task<TResult>>? untilComplete, CancellationToken stoppingToken) =>
        plugins.Reverse().Aggregate(
            (Func<TemporalWorker, CancellationToken, Task<TResult>>)((worker, stop) => worker.RunToEndAsync(untilComplete, stop)),
            (next, plugin) => (worker, stop) => plugin.RunWorkerAsync(worker, next, stop))(this, stoppingToken);

    private async Task<TResult> RunToEndAsync<TResult>(Func<Task<TResult>>? untilComplete, CancellationToken stoppingToken)
    {
        if (Interlocked.Exchange(ref started, 1) != 0)
        {
            throw new InvalidOperationException("Already started");
        }

        context.Metrics.WorkerStarted();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var pollers = new List<Task>();
        var runsActivities = activities.Any && !Options.LocalActivityWorkerOnly;
        var caches = Options.MaxCachedWorkflows > 0;
        Task<TResult>? user = null;
        using (engine.RegisterWorker(new WorkerRegistration(context.Namespace, context.TaskQueue, caches ? context.StickyQueue : null, workflows is not null, runsActivities, Options.MaxTaskQueueActivitiesPerSecond, context.Identity, context.Deployment)))
        {
            if (workflows is not null)
            {
                pollers.Add(workflows.PollAsync(context.TaskQueue, TaskSlots.Create(Options.WorkflowSlots, SlotType.Workflow, context), stop.Token));
                if (caches)
                {
                    // Slots of its own: a full queue must not starve the runs that are cached.
                    pollers.Add(workflows.PollAsync(context.StickyQueue, TaskSlots.Create(Options.WorkflowSlots, SlotType.Workflow, context), stop.Token));
                }
            }

            if (runsActivities)
            {
                pollers.Add(new ActivityWorker(engine, context, activities).PollAsync(TaskSlots.Create(Options.ActivitySlots, SlotType.Activity, context), stop.Token));
            }

            var failed = Task.WhenAny(pollers);
            var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = stoppingToken.Register(() => stopped.TrySetResult()).ConfigureAwait(false);
            user = untilComplete?.Invoke();
            await (user is null ? Task.WhenAny(stopped.Task, failed) : Task.WhenAny(stopped.Task, failed, user)).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
        }

        // A poller that failed fails the worker.
        await Task.WhenAll(pollers).ConfigureAwait(false);
        if (user is { IsCompleted: true })
        {
            return await user.ConfigureAwait(false);
        }

        stoppingToken.ThrowIfCancellationRequested();
        return await (user ?? Task.FromResult<TResult>(default!)).ConfigureAwait(false);
    }
}
