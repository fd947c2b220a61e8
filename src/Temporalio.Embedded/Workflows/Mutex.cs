using System;
using System.Threading;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>A lock for workflow code, first come first served, not re-entrant.</summary>
public class Mutex
{
    private readonly Semaphore semaphore = new(1);

    /// <summary>Initializes a new instance of the <see cref="Mutex"/> class.</summary>
    public Mutex()
    {
    }

    /// <summary>Leaves.</summary>
    /// <exception cref="ApplicationException">The mutex is not held.</exception>
    public void ReleaseMutex()
    {
        if (semaphore.CurrentCount > 0)
        {
            throw new ApplicationException("Mutex is not acquired");
        }

        semaphore.Release();
    }

    /// <summary>Waits to enter.</summary>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>A task that ends on entry.</returns>
    public Task WaitOneAsync(CancellationToken? cancellationToken = null) => semaphore.WaitAsync(cancellationToken);

    /// <summary>Waits to enter.</summary>
    /// <param name="timeout">The limit; zero tries once.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>True on entry, false if the time is up.</returns>
    public Task<bool> WaitOneAsync(TimeSpan timeout, CancellationToken? cancellationToken = null) =>
        semaphore.WaitAsync(timeout, cancellationToken);

    /// <summary>Waits to enter.</summary>
    /// <param name="millisecondsTimeout">The limit; zero tries once.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>True on entry, false if the time is up.</returns>
    public Task<bool> WaitOneAsync(int millisecondsTimeout, CancellationToken? cancellationToken = null) =>
        semaphore.WaitAsync(millisecondsTimeout, cancellationToken);
}
