using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Temporalio.Engine.Timers;

namespace Temporalio.Engine.Matching;

/// <summary>Hands tasks to pollers, both first come first served.</summary>
/// <typeparam name="T">The kind of task.</typeparam>
/// <param name="clock">Told that a task is in the hands of a poller, so that time is not skipped.</param>
internal sealed class TaskQueue<T>(TimerQueue clock)
{
    private readonly Lock gate = new();
    private readonly Queue<T> tasks = new();
    private readonly LinkedList<Poller> pollers = new();
    private int workers;
    private bool closed;
    private Exception? stopped;

    /// <summary>Gets a value indicating whether a worker serves the queue.</summary>
    public bool HasWorkers => Volatile.Read(ref workers) > 0;

    /// <summary>Gets a value indicating whether a task waits though a worker serves the queue.</summary>
    public bool HasReadyTasks
    {
        get
        {
            lock (gate)
            {
                return workers > 0 && tasks.Count > 0;
            }
        }
    }

    /// <summary>Gets or sets how fast tasks are handed out; null means without limit.</summary>
    public RateLimit? Limit { get; set; }

    /// <summary>Says that a worker serves the queue.</summary>
    public void AddWorker() => Interlocked.Increment(ref workers);

    /// <summary>Says that a worker serves the queue no more.</summary>
    public void RemoveWorker() => Interlocked.Decrement(ref workers);

    /// <summary>Takes all tasks out and takes no more.</summary>
    /// <returns>The tasks.</returns>
    public IReadOnlyList<T> Close()
    {
        lock (gate)
        {
            closed = true;
            var result = tasks.ToArray();
            tasks.Clear();
            return result;
        }
    }

    /// <summary>Ends all polls, now and from now on.</summary>
    /// <param name="reason">What they throw.</param>
    public void Stop(Exception reason)
    {
        List<Poller> waiting;
        lock (gate)
        {
            stopped = reason;
            waiting = [.. pollers];
            pollers.Clear();
        }

        foreach (var poller in waiting)
        {
            poller.Registration.Dispose();
            poller.Source.SetException(reason);
        }
    }

    /// <summary>Adds a task.</summary>
    /// <param name="task">The task.</param>
    /// <returns>False if the queue is closed.</returns>
    public bool TryAdd(T task)
    {
        Poller poller;
        lock (gate)
        {
            if (closed)
            {
                return false;
            }

            if (pollers.First is not { } first)
            {
                tasks.Enqueue(task);
                return true;
            }

            pollers.RemoveFirst();
            poller = first.Value;
            clock.Enter();
        }

        poller.Registration.Dispose();
        poller.Source.SetResult(task);
        return true;
    }

    /// <summary>Waits for a task. The caller owes the clock an exit when the task has ended.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The task.</returns>
    public Task<T> PollAsync(CancellationToken cancellationToken)
    {
        var poller = new Poller();
        lock (gate)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (stopped is not null)
            {
                return Task.FromException<T>(stopped);
            }

            if (tasks.TryDequeue(out var task))
            {
                clock.Enter();
                return Task.FromResult(task);
            }

            poller.Node = pollers.AddLast(poller);
        }

        poller.Registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (queue, waiting) = ((TaskQueue<T>, Poller))state!;
                lock (queue.gate)
                {
                    if (waiting.Node!.List is null)
                    {
                        return;
                    }

                    queue.pollers.Remove(waiting.Node);
                }

                waiting.Source.SetCanceled(token);
            },
            (this, poller));
        return poller.Source.Task;
    }

    private sealed class Poller
    {
        public TaskCompletionSource<T> Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LinkedListNode<Poller>? Node { get; set; }

        public CancellationTokenRegistration Registration { get; set; }
    }
}
