using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Temporalio.Worker;

/// <summary>Changes how workers and replayers are made and run.</summary>
public interface ITemporalWorkerPlugin
{
    /// <summary>Gets the name.</summary>
    string Name { get; }

    /// <summary>Changes the options of a replayer before it is made.</summary>
    /// <param name="options">The options, which are a copy.</param>
    void ConfigureReplayer(WorkflowReplayerOptions options);

    /// <summary>Changes the options of a worker before it is made.</summary>
    /// <param name="options">The options, which are a copy.</param>
    void ConfigureWorker(TemporalWorkerOptions options);

    /// <summary>Replays histories.</summary>
    /// <param name="replayer">The replayer.</param>
    /// <param name="continuation">The next plugin or, in the end, the replay.</param>
    /// <param name="cancellationToken">The token that stops it.</param>
    /// <returns>The results.</returns>
    Task<IEnumerable<WorkflowReplayResult>> ReplayWorkflowsAsync(WorkflowReplayer replayer, Func<WorkflowReplayer, CancellationToken, Task<IEnumerable<WorkflowReplayResult>>> continuation, CancellationToken cancellationToken);

    /// <summary>Replays histories as they come.</summary>
    /// <param name="replayer">The replayer.</param>
    /// <param name="continuation">The next plugin or, in the end, the replay.</param>
    /// <param name="cancellationToken">The token that stops it.</param>
    /// <returns>The results.</returns>
    IAsyncEnumerable<WorkflowReplayResult> ReplayWorkflowsAsync(WorkflowReplayer replayer, Func<WorkflowReplayer, IAsyncEnumerable<WorkflowReplayResult>> continuation, CancellationToken cancellationToken);

    /// <summary>Runs a worker.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="worker">The worker.</param>
    /// <param name="continuation">The next plugin or, in the end, the worker.</param>
    /// <param name="stoppingToken">The token that stops it.</param>
    /// <returns>The result.</returns>
    Task<TResult> RunWorkerAsync<TResult>(TemporalWorker worker, Func<TemporalWorker, CancellationToken, Task<TResult>> continuation, CancellationToken stoppingToken);
}
