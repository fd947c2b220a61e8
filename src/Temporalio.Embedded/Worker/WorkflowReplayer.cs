using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;

namespace Temporalio.Worker;

/// <summary>Replays histories to find out whether the code still fits them.</summary>
public class WorkflowReplayer
{
    private readonly IReadOnlyList<ITemporalWorkerPlugin> plugins;

    /// <summary>Initializes a new instance of the <see cref="WorkflowReplayer"/> class.</summary>
    /// <param name="options">The options; at least one workflow is mandatory.</param>
    /// <exception cref="ArgumentException">There is no workflow.</exception>
    public WorkflowReplayer(WorkflowReplayerOptions options)
    {
        Options = (WorkflowReplayerOptions)options.Clone();
        plugins = [.. options.Plugins ?? []];
        foreach (var plugin in plugins)
        {
            plugin.ConfigureReplayer(Options);
        }

        if (Options.Workflows.Count == 0)
        {
            throw new ArgumentException("Must have at least one workflow");
        }
    }

    /// <summary>Gets the options.</summary>
    public WorkflowReplayerOptions Options { get; }

    /// <summary>Replays a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="throwOnReplayFailure">Whether a failure is thrown instead of returned.</param>
    /// <param name="cancellationToken">The token that stops it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.InvalidWorkflowOperationException">The code does not fit the history.</exception>
    public async Task<WorkflowReplayResult> ReplayWorkflowAsync(WorkflowHistory history, bool throwOnReplayFailure = true, CancellationToken cancellationToken = default) =>
        (await ReplayWorkflowsAsync([history], throwOnReplayFailure, cancellationToken).ConfigureAwait(false)).Single();

    /// <summary>Replays histories.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="throwOnReplayFailure">Whether the first failure is thrown instead of returned.</param>
    /// <param name="cancellationToken">The token that stops it.</param>
    /// <returns>The results.</returns>
    /// <exception cref="Exceptions.InvalidWorkflowOperationException">The code does not fit a history.</exception>
    public Task<IEnumerable<WorkflowReplayResult>> ReplayWorkflowsAsync(IEnumerable<WorkflowHistory> histories, bool throwOnReplayFailure = false, CancellationToken cancellationToken = default) =>
        plugins.Reverse().Aggregate(
            (Func<WorkflowReplayer, CancellationToken, Task<IEnumerable<WorkflowReplayResult>>>)((replayer, stop) => replayer.ReplayAsync(histories, throwOnReplayFailure, stop)),
            (next, plugin) => (replayer, stop) => plugin.ReplayWorkflowsAsync(replayer, next, stop))(this, cancellationToken);

    private async Task<IEnumerable<WorkflowReplayResult>> ReplayAsync(IEnumerable<WorkflowHistory> histories, bool throwOnReplayFailure, CancellationToken cancellationToken)
    {
        var results = new List<WorkflowReplayResult>();
        foreach (var history in histories)
        {
            results.Add(await ReplayAsync(history, throwOnReplayFailure, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    /// <summary>Replays histories as they come.</summary>
    /// <param name="histories">The histories.</param>
    /// <param name="throwOnReplayFailure">Whether the first failure is thrown instead of returned.</param>
    /// <param name="cancellationToken">The token that stops it.</param>
    /// <returns>The results.</returns>
    /// <exception cref="Exceptions.InvalidWorkflowOperationException">The code does not fit a history.</exception>
    public async IAsyncEnumerable<WorkflowReplayResult> ReplayWorkflowsAsync(IAsyncEnumerable<WorkflowHistory> histories, bool throwOnReplayFailure = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var replay = plugins.Reverse().Aggregate(
            (Func<WorkflowReplayer, IAsyncEnumerable<WorkflowReplayResult>>)(replayer => replayer.ReplayAsync(histories, throwOnReplayFailure, cancellationToken)),
            (next, plugin) => replayer => plugin.ReplayWorkflowsAsync(replayer, next, cancellationToken));
        await foreach (var result in replay(this).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return result;
        }
    }

    private async IAsyncEnumerable<WorkflowReplayResult> ReplayAsync(IAsyncEnumerable<WorkflowHistory> histories, bool throwOnReplayFailure, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var history in histories.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return await ReplayAsync(history, throwOnReplayFailure, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<WorkflowReplayResult> ReplayAsync(WorkflowHistory history, bool throwOnReplayFailure, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (history.Events.FirstOrDefault() is not { EventType: EventType.WorkflowExecutionStarted } started)
        {
            throw new ArgumentException("The history does not begin with a started event", nameof(history));
        }

        var options = Options.ToWorkerOptions();
        var context = new WorkerContext(new TemporalClientOptions { Namespace = Options.Namespace, DataConverter = Options.DataConverter, LoggerFactory = Options.LoggerFactory }, options, null);
        var runner = new WorkflowRunner(context);
        var runId = started.WorkflowExecutionStartedEventAttributes.OriginalExecutionRunId;
        var failure = await runner.ReplayAsync(history.Id, runId, history.Events.ToList()).ConfigureAwait(false);
        if (failure is not null && throwOnReplayFailure)
        {
            ExceptionDispatchInfo.Capture(failure).Throw();
        }

        return new WorkflowReplayResult(history, failure);
    }
}
