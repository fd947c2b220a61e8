using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Engine.Storage;
using Temporalio.Exceptions;
using Execution = Temporalio.Engine.Executions.Execution;

namespace Temporalio.Engine;

/// <summary>Opening, going on after a restart, and stopping.</summary>
internal sealed partial class EmbeddedEngine
{
    /// <summary>Starts an engine.</summary>
    /// <param name="file">The database; null means memory.</param>
    /// <param name="skipTime">Whether time is skipped whenever nothing is running.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="InvalidOperationException">The database cannot be opened or another engine uses it.</exception>
    public static EmbeddedEngine Open(string? file, bool skipTime)
    {
        return OpenStore(file is null ? null : SqliteExecutionStore.Open(file), skipTime);
    }

    /// <summary>Starts an engine on a store, which it will dispose of.</summary>
    /// <param name="store">The store; null means that runs end with the process.</param>
    /// <param name="skipTime">Whether time is skipped whenever nothing is running.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="InvalidOperationException">The store cannot be read.</exception>
    public static EmbeddedEngine OpenStore(IExecutionStore? store, bool skipTime)
    {
        var engine = new EmbeddedEngine(store, skipTime);
        try
        {
            engine.Resume();
            return engine;
        }
        catch (RpcException e)
        {
            engine.Dispose();
            throw new InvalidOperationException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop(stopReason);
        store?.Dispose();
        stop.Dispose();
    }

    private void Resume()
    {
        // Time stands still until all runs are there; if they only wait for timers, it goes on at the end.
        Timers.Enter();
        // All of it is read before anything is written.
        var open = store?.LoadOpen().Select(s => Execution.Load(this, s)).ToList() ?? [];
        var storedSchedules = store?.LoadSchedules() ?? [];
        foreach (var execution in open.Where(e => e.Running))
        {
            Register(execution);
        }

        var parents = new Dictionary<string, Execution?>(StringComparer.Ordinal);
        foreach (var execution in open)
        {
            execution.Resume();
            if (!execution.Running || execution.Started.ParentWorkflowExecution is not { } parentKey)
            {
                continue;
            }

            if (!parents.TryGetValue(parentKey.RunId, out var parent))
            {
                parents[parentKey.RunId] = parent = TryFind(new WorkflowKey(execution.Namespace, parentKey.WorkflowId, parentKey.RunId));
            }

            if (parent is { Running: false })
            {
                // The parent ended, perhaps before it could act on its close policy.
                var initiated = parent.Events(execution.Started.ParentInitiatedEventId - 1, out _).Events[0].StartChildWorkflowExecutionInitiatedEventAttributes;
                _ = Transfer(() => ApplyParentClosePolicyAsync(parent, initiated.ParentClosePolicy, execution));
            }
        }

        schedules.Resume(storedSchedules);
        resumed.SetResult();
        Timers.Exit();
    }

    /// <summary>Ends everything that waits; nothing is stored from here on.</summary>
    /// <param name="reason">What every call is answered from now on.</param>
    public void Stop(RpcException reason)
    {
        stopReason = reason;
        stop.Cancel();
        Timers.Dispose();
        foreach (var timer in realTimers.Keys)
        {
            timer.Dispose();
        }

        foreach (var queue in workflowQueues.Values)
        {
            queue.Stop(reason);
        }

        foreach (var queue in activityQueues.Values)
        {
            queue.Stop(reason);
        }
    }

    private RpcException Stopped() => new(stopReason.Code, stopReason.Message, null);
}
