using System;
using System.Threading;
using System.Threading.Tasks;

namespace Temporalio.Worker;

/// <summary>Counts the tasks in hand, to wait for them at the end.</summary>
internal sealed class RunningTasks
{
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count = 1;

    /// <summary>Runs a task on the thread pool.</summary>
    /// <param name="work">The task; it handles its own errors.</param>
    public void Add(Func<Task> work)
    {
        Interlocked.Increment(ref count);
        _ = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            finally
            {
                Release();
            }
        });
    }

    /// <summary>Waits for all tasks; none may be added any more.</summary>
    /// <returns>A task for the end.</returns>
    public Task WaitAsync()
    {
        Release();
        return idle.Task;
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref count) == 0)
        {
            idle.TrySetResult();
        }
    }
}
