using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Workflows;

namespace Temporalio.Client;

/// <summary>The start that goes with an update (Temporal concept: update with start). It can be used once.</summary>
public abstract class WithStartWorkflowOperation : ICloneable
{
    private int used;

    private protected WithStartWorkflowOperation(string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options)
    {
        Workflow = workflow;
        Args = args;
        Options = options;
    }

    /// <summary>Gets or sets the arguments.</summary>
    public IReadOnlyCollection<object?> Args { get; set; }

    /// <summary>Gets or sets the headers.</summary>
    public IDictionary<string, Payload>? Headers { get; set; }

    /// <summary>Gets or sets the options; id, task queue and conflict policy are mandatory.</summary>
    public WorkflowOptions Options { get; set; }

    /// <summary>Gets or sets the workflow type name.</summary>
    public string Workflow { get; set; }

    /// <summary>Makes an operation.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The operation.</returns>
    public static WithStartWorkflowOperation<WorkflowHandle<TWorkflow, TResult>> Create<TWorkflow, TResult>(Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = CallExpression.Extract(workflowRunCall);
        return new(WorkflowDefinition.NameFromRunMethodForCall(method), args, options, (client, id, run, first) => new(client, id, null, run, first));
    }

    /// <summary>Makes an operation.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The operation.</returns>
    public static WithStartWorkflowOperation<WorkflowHandle<TWorkflow>> Create<TWorkflow>(Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options)
    {
        var (method, args) = CallExpression.Extract(workflowRunCall);
        return new(WorkflowDefinition.NameFromRunMethodForCall(method), args, options, (client, id, run, first) => new(client, id, null, run, first));
    }

    /// <summary>Makes an operation.</summary>
    /// <param name="workflow">The workflow type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>The operation.</returns>
    public static WithStartWorkflowOperation<WorkflowHandle> Create(string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options) =>
        new(workflow, args, options, (client, id, run, first) => new(client, id, null, run, first));

    /// <summary>Creates a copy that has not been used.</summary>
    /// <returns>The copy.</returns>
    public abstract object Clone();

    /// <summary>Marks it used.</summary>
    /// <exception cref="InvalidOperationException">It was used before.</exception>
    internal void Use()
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new InvalidOperationException("Start operation already executed");
        }
    }

    /// <summary>Tells that the workflow is running.</summary>
    /// <param name="client">The client.</param>
    /// <param name="runId">Its run.</param>
    /// <param name="firstExecutionRunId">The first run of its chain.</param>
    internal abstract void Succeed(ITemporalClient client, string runId, string firstExecutionRunId);

    /// <summary>Tells that the call failed.</summary>
    /// <param name="exception">Why.</param>
    internal abstract void Fail(Exception exception);
}

/// <summary>The start that goes with an update, with a known handle type.</summary>
/// <typeparam name="THandle">The handle type.</typeparam>
public sealed class WithStartWorkflowOperation<THandle> : WithStartWorkflowOperation, ICloneable
    where THandle : WorkflowHandle
{
    private readonly TaskCompletionSource<THandle> handle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<ITemporalClient, string, string, string, THandle> make;

    internal WithStartWorkflowOperation(string workflow, IReadOnlyCollection<object?> args, WorkflowOptions options, Func<ITemporalClient, string, string, string, THandle> make)
        : base(workflow, args, options) => this.make = make;

    /// <inheritdoc/>
    public override object Clone() =>
        new WithStartWorkflowOperation<THandle>(Workflow, Args, (WorkflowOptions)Options.Clone(), make) { Headers = Headers is null ? null : new Dictionary<string, Payload>(Headers) };

    /// <summary>Waits for the handle of the workflow.</summary>
    /// <returns>The handle.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id policies forbid the start.</exception>
    public Task<THandle> GetHandleAsync() => handle.Task;

    /// <inheritdoc/>
    internal override void Succeed(ITemporalClient client, string runId, string firstExecutionRunId) =>
        handle.TrySetResult(make(client, Options.Id!, runId, firstExecutionRunId));

    /// <inheritdoc/>
    internal override void Fail(Exception exception)
    {
        handle.TrySetException(exception);

        // The caller of the update sees it; the handle need not be asked for.
        _ = handle.Task.Exception;
    }
}
