using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>A workflow that is addressed by its id.</summary>
public abstract class ExternalWorkflowHandle
{
    /// <summary>Gets the workflow id.</summary>
    public abstract string Id { get; }

    /// <summary>Gets the run id; null means the latest run.</summary>
    public abstract string? RunId { get; }

    /// <summary>Requests cancellation.</summary>
    /// <returns>A task that ends when the request is delivered.</returns>
    public abstract Task CancelAsync();

    /// <summary>Sends a signal.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="signalCall">The call of the signal method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is delivered.</returns>
    public Task SignalAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall, ExternalWorkflowSignalOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(signalCall);
        return SignalAsync(WorkflowSignalDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="signal">The signal name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is delivered.</returns>
    public abstract Task SignalAsync(string signal, IReadOnlyCollection<object?> args, ExternalWorkflowSignalOptions? options = null);
}
