using System;
using System.Linq.Expressions;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>A started child workflow of a known type.</summary>
/// <typeparam name="TWorkflow">The workflow type.</typeparam>
public abstract class ChildWorkflowHandle<TWorkflow> : ChildWorkflowHandle
{
    /// <summary>Sends a signal.</summary>
    /// <param name="signalCall">The call of the signal method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is delivered.</returns>
    public Task SignalAsync(Expression<Func<TWorkflow, Task>> signalCall, ChildWorkflowSignalOptions? options = null) =>
        SignalAsync<TWorkflow>(signalCall, options);
}

/// <summary>A started child workflow of a known type with a known result.</summary>
/// <typeparam name="TWorkflow">The workflow type.</typeparam>
/// <typeparam name="TResult">The result type.</typeparam>
public abstract class ChildWorkflowHandle<TWorkflow, TResult> : ChildWorkflowHandle<TWorkflow>
{
    /// <summary>Waits for the result.</summary>
    /// <returns>A task for the result.</returns>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">The child failed.</exception>
    public new Task<TResult> GetResultAsync() => GetResultAsync<TResult>();
}
