using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>A started child workflow.</summary>
public abstract class ChildWorkflowHandle
{
    /// <summary>Gets the run id of the first run.</summary>
    public abstract string FirstExecutionRunId { get; }

    /// <summary>Gets the workflow id.</summary>
    public abstract string Id { get; }

    /// <summary>Waits for the end.</summary>
    /// <returns>A task for the end.</returns>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">The child failed.</exception>
    public Task GetResultAsync() => GetResultAsync<ValueTuple>();

    /// <summary>Waits for the result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <returns>A task for the result.</returns>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">The child failed.</exception>
    public abstract Task<TResult> GetResultAsync<TResult>();

    /// <summary>Sends a signal.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="signalCall">The call of the signal method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is delivered.</returns>
    public Task SignalAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall, ChildWorkflowSignalOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(signalCall);
        return SignalAsync(WorkflowSignalDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="signal">The signal name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is delivered.</returns>
    public abstract Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ChildWorkflowSignalOptions? options = null);
}
