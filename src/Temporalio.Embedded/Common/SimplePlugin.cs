using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Client;
using Temporalio.Worker;

namespace Temporalio.Common;

/// <summary>A plugin made from options.</summary>
public class SimplePlugin : ITemporalClientPlugin, ITemporalWorkerPlugin
{
    /// <summary>Initializes a new instance of the <see cref="SimplePlugin"/> class.</summary>
    /// <param name="name">The name.</param>
    /// <param name="options">What it adds or changes.</param>
    public SimplePlugin(string name, SimplePluginOptions? options = null)
    {
        Name = name;
        Options = options ?? new SimplePluginOptions();
    }

    /// <inheritdoc cref="ITemporalClientPlugin.Name"/>
    public string Name { get; }

    /// <summary>Gets what it adds or changes.</summary>
    public SimplePluginOptions Options { get; }

    /// <inheritdoc/>
    public virtual void ConfigureClient(TemporalClientOptions options)
    {
        options.DataConverter = Options.DataConverterOption?.Resolve(options.DataConverter, (_, own) => own) ?? options.DataConverter;
        if (Options.ClientInterceptorsOption is { } interceptors)
        {
            options.Interceptors = interceptors.Resolve(options.Interceptors, Append);
        }
    }

    /// <inheritdoc/>
    public virtual void ConfigureReplayer(WorkflowReplayerOptions options)
    {
        options.DataConverter = Options.DataConverterOption?.Resolve(options.DataConverter, (_, own) => own) ?? options.DataConverter;
        AddTo(options.Workflows, Options.Workflows);
        if (Options.WorkerInterceptorsOption is { } interceptors)
        {
            options.Interceptors = interceptors.Resolve(options.Interceptors, Append);
        }

        if (Options.WorkflowFailureExceptionTypesOption is { } types)
        {
            options.WorkflowFailureExceptionTypes = types.Resolve(options.WorkflowFailureExceptionTypes, Append);
        }
    }

    /// <inheritdoc/>
    public virtual void ConfigureWorker(TemporalWorkerOptions options)
    {
        AddTo(options.Activities, Options.Activities);
        AddTo(options.Workflows, Options.Workflows);
        if (Options.WorkerInterceptorsOption is { } interceptors)
        {
            options.Interceptors = interceptors.Resolve(options.Interceptors, Append);
        }

        if (Options.WorkflowFailureExceptionTypesOption is { } types)
        {
            options.WorkflowFailureExceptionTypes = types.Resolve(options.WorkflowFailureExceptionTypes, Append);
        }
    }

    /// <inheritdoc/>
    public virtual Task<TemporalConnection> ConnectAsync(TemporalClientConnectOptions options, Func<TemporalClientConnectOptions, Task<TemporalConnection>> continuation) =>
        continuation(options);

    /// <inheritdoc/>
    public virtual Task<IEnumerable<WorkflowReplayResult>> ReplayWorkflowsAsync(WorkflowReplayer replayer, Func<WorkflowReplayer, CancellationToken, Task<IEnumerable<WorkflowReplayResult>>> continuation, CancellationToken cancellationToken) =>
        RunAsync(() => continuation(replayer, cancellationToken));

    /// <inheritdoc/>
    public virtual async IAsyncEnumerable<WorkflowReplayResult> ReplayWorkflowsAsync(WorkflowReplayer replayer, Func<WorkflowReplayer, IAsyncEnumerable<WorkflowReplayResult>> continuation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await BeforeAsync().ConfigureAwait(false);
        try
        {
            await foreach (var result in continuation(replayer).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return result;
            }
        }
        finally
        {
            await AfterAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public virtual Task<TResult> RunWorkerAsync<TResult>(TemporalWorker worker, Func<TemporalWorker, CancellationToken, Task<TResult>> continuation, CancellationToken stoppingToken) =>
        RunAsync(() => continuation(worker, stoppingToken));

    private static IReadOnlyCollection<T>? Append<T>(IReadOnlyCollection<T>? given, IReadOnlyCollection<T>? own) => [.. given ?? [], .. own ?? []];

    private static void AddTo<T>(IList<T> list, IList<T> more)
    {
        foreach (var item in more)
        {
            list.Add(item);
        }
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> run)
    {
        await BeforeAsync().ConfigureAwait(false);
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            await AfterAsync().ConfigureAwait(false);
        }
    }

    private Task BeforeAsync() => Options.RunContextBefore?.Invoke() ?? Task.CompletedTask;

    private Task AfterAsync() => Options.RunContextAfter?.Invoke() ?? Task.CompletedTask;
}
