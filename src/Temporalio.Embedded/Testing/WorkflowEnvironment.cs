using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Common.EnvConfig;
using Temporalio.Dashboard;
using Temporalio.Engine;

namespace Temporalio.Testing;

/// <summary>An engine of its own for a test.</summary>
public class WorkflowEnvironment : IAsyncDisposable
{
    private readonly EmbeddedEngine? owned;
    private DashboardServer? dashboard;

    /// <summary>Initializes a new instance of the <see cref="WorkflowEnvironment"/> class that uses a client and owns nothing.</summary>
    /// <param name="client">The client.</param>
    public WorkflowEnvironment(ITemporalClient client)
    {
        Client = client;
        Logger = client.Options.LoggerFactory.CreateLogger<WorkflowEnvironment>();
    }

    private WorkflowEnvironment(ITemporalClient client, EmbeddedEngine engine)
        : this(client) => owned = engine;

    /// <summary>Gets or initializes the client.</summary>
    public ITemporalClient Client { get; protected init; }

    /// <summary>Gets a value indicating whether time can be skipped.</summary>
    public virtual bool SupportsTimeSkipping => owned is { SkipTimeForResults: true } || skippingPaused;

    /// <summary>Gets where the dashboard is, or null.</summary>
    internal Uri? DashboardAddress => dashboard?.Address;

    /// <summary>Gets the logger.</summary>
    protected ILogger<WorkflowEnvironment> Logger { get; }

    private bool skippingPaused;

    /// <summary>
    /// Makes an environment whose client connects as a profile of the configuration file and environment variables of Temporal say; a profile without
    /// address means localhost:7233. It owns nothing.
    /// </summary>
    /// <param name="profileLoadOptions">Where the profile is.</param>
    /// <returns>The environment.</returns>
    public static async Task<WorkflowEnvironment> CreateFromEnvConfigAsync(ClientEnvConfig.ProfileLoadOptions? profileLoadOptions = null)
    {
        var options = ClientEnvConfig.LoadClientConnectOptions(profileLoadOptions);
        options.TargetHost ??= "localhost:7233";
        return new WorkflowEnvironment(await TemporalClient.ConnectAsync(options).ConfigureAwait(false));
    }

    /// <summary>
    /// Starts an engine in memory that runs in real time. The options of the server to download have no effect. If search attributes are given,
    /// no others are known. The user interface, if asked for, is on the loopback address; the log says where.
    /// </summary>
    /// <param name="options">The options; a database file name makes it durable.</param>
    /// <returns>The environment.</returns>
    public static async Task<WorkflowEnvironment> StartLocalAsync(WorkflowEnvironmentStartLocalOptions? options = null)
    {
        options ??= new WorkflowEnvironmentStartLocalOptions();
        var engine = EmbeddedEngine.Open(options.DevServerOptions.DatabaseFilename, false);
        if (options.SearchAttributes is { } attributes)
        {
            engine.LimitSearchAttributes(attributes.Select(a => KeyValuePair.Create(a.Name, a.ValueType)));
        }

        var environment = Start(options, engine);
        if (options.UI)
        {
            environment.dashboard = await DashboardServer.StartAsync(environment.Client, FormattableString.Invariant($"http://127.0.0.1:{options.UIPort}")).ConfigureAwait(false);
            environment.Logger.LogInformation("The dashboard is at {Address}", environment.dashboard.Address);
        }

        return environment;
    }

    /// <summary>Starts an engine in memory that skips time while a result or <see cref="DelayAsync(TimeSpan, CancellationToken?)"/> is awaited, never while an activity runs.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The environment.</returns>
    public static Task<WorkflowEnvironment> StartTimeSkippingAsync(WorkflowEnvironmentStartTimeSkippingOptions? options = null)
    {
        var engine = EmbeddedEngine.Open(null, false);
        engine.SkipTimeForResults = true;
        return Task.FromResult(Start(options ?? new WorkflowEnvironmentStartTimeSkippingOptions(), engine));
    }

    /// <summary>Waits: in real time, or in virtual time where time is skipped.</summary>
    /// <param name="millisecondsDelay">How long.</param>
    /// <param name="cancellationToken">The token that stops waiting.</param>
    /// <returns>A task for the end.</returns>
    public Task DelayAsync(int millisecondsDelay, CancellationToken? cancellationToken = null) =>
        DelayAsync(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken);

    /// <summary>Waits: in real time, or in virtual time where time is skipped.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="cancellationToken">The token that stops waiting.</param>
    /// <returns>A task for the end.</returns>
    public virtual async Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null)
    {
        if (owned is null || !SupportsTimeSkipping)
        {
            await Task.Delay(delay, cancellationToken ?? CancellationToken.None).ConfigureAwait(false);
            return;
        }

        // Relocked by the timer itself: until whoever waits gets to run, time would be skipped further.
        var timers = owned.Timers;
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = timers.Add(owned.UtcNow + delay, () =>
        {
            timers.Relock();
            end.TrySetResult();
        });
        timers.Unlock();
        try
        {
            await end.Task.WaitAsync(cancellationToken ?? CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            if (timer.Take() is not null)
            {
                timers.Relock();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ShutdownAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gets the time of the engine.</summary>
    /// <returns>The time.</returns>
    public virtual Task<DateTime> GetCurrentTimeAsync() => Task.FromResult(owned?.UtcNow ?? DateTime.UtcNow);

    /// <summary>Stops the engine if the environment owns it.</summary>
    /// <returns>A task for the end.</returns>
    public virtual async Task ShutdownAsync()
    {
        if (dashboard is not null)
        {
            await dashboard.DisposeAsync().ConfigureAwait(false);
        }

        owned?.Dispose();
    }

    /// <summary>Runs a function during which awaiting results does not skip time.</summary>
    /// <typeparam name="T">The result type.</typeparam>
    /// <param name="func">The function.</param>
    /// <returns>Its result.</returns>
    public T WithAutoTimeSkippingDisabled<T>(Func<T> func)
    {
        var before = Pause();
        try
        {
            return func();
        }
        finally
        {
            Restore(before);
        }
    }

    /// <summary>Runs a function during which awaiting results does not skip time.</summary>
    /// <param name="func">The function.</param>
    public void WithAutoTimeSkippingDisabled(Action func) =>
        WithAutoTimeSkippingDisabled(() =>
        {
            func();
            return true;
        });

    /// <summary>Runs a function during which awaiting results does not skip time.</summary>
    /// <param name="func">The function.</param>
    /// <returns>A task for the end.</returns>
    public Task WithAutoTimeSkippingDisabledAsync(Func<Task> func) =>
        WithAutoTimeSkippingDisabledAsync(async () =>
        {
            await func().ConfigureAwait(false);
            return true;
        });

    /// <summary>Runs a function during which awaiting results does not skip time.</summary>
    /// <typeparam name="T">The result type.</typeparam>
    /// <param name="func">The function.</param>
    /// <returns>Its result.</returns>
    public virtual async Task<T> WithAutoTimeSkippingDisabledAsync<T>(Func<Task<T>> func)
    {
        var before = Pause();
        try
        {
            return await func().ConfigureAwait(false);
        }
        finally
        {
            Restore(before);
        }
    }

    private static WorkflowEnvironment Start(TemporalClientConnectOptions options, EmbeddedEngine engine) =>
        new(new TemporalClient(TemporalConnection.To(options, engine), options.ToClientOptions()), engine);

    private bool Pause()
    {
        var before = owned is { SkipTimeForResults: true };
        if (before)
        {
            skippingPaused = true;
            owned!.SkipTimeForResults = false;
        }

        return before;
    }

    private void Restore(bool before)
    {
        if (before)
        {
            owned!.SkipTimeForResults = true;
            skippingPaused = false;
        }
    }
}
