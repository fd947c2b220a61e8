using System;
using System.Linq.Expressions;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>A workflow of a known type that is addressed by its id.</summary>
/// <typeparam name="TWorkflow">The workflow type.</typeparam>
public abstract class ExternalWorkflowHandle<TWorkflow> : ExternalWorkflowHandle
{
    /// <summary>Sends a signal.</summary>
    /// <param name="signalCall">The call of the signal method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the signal is delivered.</returns>
    public Task SignalAsync(Expression<Func<TWorkflow, Task>> signalCall, ExternalWorkflowSignalOptions? options = null) =>
        SignalAsync<TWorkflow>(signalCall, options);
}
