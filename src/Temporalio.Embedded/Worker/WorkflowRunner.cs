using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.History.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker;

/// <summary>Makes workflow instances and runs their code within the limits: no deadlocks, no slips off the scheduler.</summary>
internal sealed class WorkflowRunner
{
    private static readonly TimeSpan DeadlockLimit = TimeSpan.FromSeconds(2);
    private readonly WorkerContext context;
    private readonly Dictionary<string, WorkflowDefinition> definitions = new(StringComparer.Ordinal);
    private readonly WorkflowDefinition? dynamicDefinition;

    /// <summary>Initializes a new instance of the <see cref="WorkflowRunner"/> class.</summary>
    /// <param name="context">What the worker works with.</param>
    /// <exception cref="ArgumentException">Two workflows have the same name or one cannot be instantiated.</exception>
    public WorkflowRunner(WorkerContext context)
    {
        this.context = context;
        foreach (var definition in context.Options.Workflows)
        {
            if (!definition.Instantiable)
            {
                throw new ArgumentException($"Workflow named {definition.Name} is not instantiable");
            }

            if (definition.Name is null)
            {
                dynamicDefinition = dynamicDefinition is null ? definition : throw new ArgumentException("Multiple dynamic workflows provided");
            }
            else if (!definitions.TryAdd(definition.Name, definition))
            {
                throw new ArgumentException($"Duplicate workflow named {definition.Name}");
            }
        }

        if (!context.Options.DisableWorkflowTracingEventListener)
        {
            SlipListener.Start();
        }
    }

    /// <summary>Makes a run that makes its instance from the first event.</summary>
    /// <param name="workflowId">The workflow id.</param>
    /// <param name="runId">The run id.</param>
    /// <returns>The run.</returns>
    public WorkflowRun Create(string workflowId, string runId) => new(started => CreateInstance(workflowId, runId, started));

    /// <summary>Runs workflow code on this thread; a timer looks at the clock meanwhile.</summary>
    /// <typeparam name="T">The result type.</typeparam>
    /// <param name="workflowId">The workflow, for the message.</param>
    /// <param name="work">What to run.</param>
    /// <param name="deadlocked">Called on another thread if it takes too long; what the work returns afterwards must not be used.</param>
    /// <returns>The result.</returns>
    public T Guard<T>(string workflowId, Func<T> work, Action<Exception> deadlocked)
    {
        if (context.Options.DebugMode)
        {
            return work();
        }

        using var watch = new Timer(
            _ => deadlocked(new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"[TMPRL1101] Workflow with ID {workflowId} deadlocked: its code did not yield within {DeadlockLimit.TotalSeconds} seconds"))),
            null,
            DeadlockLimit,
            Timeout.InfiniteTimeSpan);
        return work();
    }

    /// <summary>Replays a whole history.</summary>
    /// <param name="workflowId">The workflow id.</param>
    /// <param name="runId">The run id.</param>
    /// <param name="events">The history.</param>
    /// <returns>Why the code does not fit it, or null.</returns>
    public async Task<Exception?> ReplayAsync(string workflowId, string runId, IReadOnlyList<HistoryEvent> events)
    {
        var run = Create(workflowId, runId);
        var deadlock = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        Exception? failure = null;
        try
        {
            var decoded = await context.DecodeAsync(
                events, new SerializationContexts(context.Namespace, workflowId, events[0].WorkflowExecutionStartedEventAttributes.WorkflowType.Name)).ConfigureAwait(false);
            var replay = Task.Run(() => Guard(
                workflowId,
                () =>
                {
                    run.Apply(decoded, 0, []);
                    run.Finish();
                    return true;
                },
                e => deadlock.TrySetResult(e)));
            if (await Task.WhenAny(replay, deadlock.Task).ConfigureAwait(false) == deadlock.Task)
            {
                failure = await deadlock.Task.ConfigureAwait(false);
            }
            else
            {
                await replay.ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            // Whatever would fail a workflow task is the answer.
            failure = e;
        }

        if (run.HasInstance)
        {
            context.Options.OnTaskCompleted(run.Instance, new WorkflowTaskCompletedEventArgs(run.Instance.Info, run.Instance.Definition, failure));
        }

        return failure;
    }

    private WorkflowDefinition DefinitionOf(string type) =>
        definitions.GetValueOrDefault(type) ?? dynamicDefinition ?? throw new InvalidOperationException(
            $"Workflow type {type} is not registered on this worker, available workflows: [{string.Join(", ", definitions.Keys.Order(StringComparer.Ordinal))}]");

    private WorkflowInstance CreateInstance(string workflowId, string runId, HistoryEvent started)
    {
        var definition = DefinitionOf(started.WorkflowExecutionStartedEventAttributes.WorkflowType.Name);
        return new WorkflowInstance(new WorkflowInstanceOptions(
            context.Namespace,
            workflowId,
            runId,
            definition,
            started,
            context.Converter,
            context.Interceptors,
            context.LoggerFactory,
            context.Metrics.WorkflowMeter(started.WorkflowExecutionStartedEventAttributes.WorkflowType.Name),
            context.Options));
    }
}
