using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Temporalio.Workflows;

/// <summary>A semaphore for workflow code, first come first served.</summary>
public class Semaphore
{
    private readonly LinkedList<object> waiters = new();

    /// <summary>Initializes a new instance of the <see cref="Semaphore"/> class.</summary>
    /// <param name="initialCount">How many may enter; at least one.</param>
    /// <exception cref="ArgumentException">The count is less than one.</exception>
    public Semaphore(int initialCount)
    {
        if (initialCount < 1)
        {
            throw new ArgumentException("Count must be at least 1", nameof(initialCount));
        }

        Max = initialCount;
        CurrentCount = initialCount;
    }

    /// <summary>Gets how many may enter now.</summary>
    public int CurrentCount { get; private set; }

    /// <summary>Gets or initializes the greatest count.</summary>
    public int Max { get; init; }

    /// <summary>Leaves.</summary>
    /// <exception cref="SemaphoreFullException">Nobody has entered.</exception>
    public void Release()
    {
        if (CurrentCount >= Max)
        {
            throw new SemaphoreFullException();
        }

        CurrentCount++;
    }

    /// <summary>Waits to enter.</summary>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>A task that ends on entry.</returns>
    public Task WaitAsync(CancellationToken? cancellationToken = null) => EnterAsync(null, cancellationToken);

    /// <summary>Waits to enter.</summary>
    /// <param name="timeout">The limit; zero tries once.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>True on entry, false if the time is up.</returns>
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken? cancellationToken = null) =>
        EnterAsync(timeout == Timeout.InfiniteTimeSpan ? null : timeout, cancellationToken);

    /// <summary>Waits to enter.</summary>
    /// <param name="millisecondsTimeout">The limit; zero tries once.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>True on entry, false if the time is up.</returns>
    public Task<bool> WaitAsync(int millisecondsTimeout, CancellationToken? cancellationToken = null) =>
        WaitAsync(TimeSpan.FromMilliseconds(millisecondsTimeout), cancellationToken);

    private async Task<bool> EnterAsync(TimeSpan? timeout, CancellationToken? cancellationToken)
    {
        (cancellationToken ?? Workflow.CancellationToken).ThrowIfCancellationRequested();
        if (CurrentCount > 0 && waiters.Count == 0)
        {
            CurrentCount--;
            return true;
        }

        if (timeout == TimeSpan.Zero)
        {
            return false;
        }

        var entered = false;
        var me = waiters.AddLast(new object());
        try
        {
            return await Workflow.WaitConditionWithOptionsAsync(new WaitConditionOptions(
                () =>
                {
                    // The condition takes the place itself, so that nobody slips in before the waiter resumes.
                    if (!entered && CurrentCount > 0 && waiters.First == me)
                    {
                        CurrentCount--;
                        waiters.Remove(me);
                        entered = true;
                    }

                    return entered;
                },
                timeout,
                null,
                cancellationToken)).ConfigureAwait(true);
        }
        finally
        {
            if (!entered)
            {
                waiters.Remove(me);
            }
        }
    }
}
