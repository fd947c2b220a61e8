using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading;

namespace Temporalio.Engine.Timers;

/// <summary>
/// The clock and all timers of an engine: a heap and one timer of the operating system. Where time may be skipped, the clock
/// jumps to the next timer when nothing is running (spec/temporalio-notes.md section 13).
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(20);
    private readonly Lock gate = new();
    private readonly PriorityQueue<TimerEntry, (DateTime Due, long Sequence)> queue = new();
    private readonly Timer timer;
    private readonly Func<bool> hasReadyTasks;
    private readonly Func<DateTime> systemClock;
    private readonly long origin = Stopwatch.GetTimestamp();
    private DateTime armed = DateTime.MaxValue;
    private long sequence;
    private long offset;
    private long lead = long.MinValue;
    private int busy;
    private long entered;
    private int unlocked;
    private bool disposed;

    /// <summary>Initializes a new instance of the <see cref="TimerQueue"/> class.</summary>
    /// <param name="hasReadyTasks">Tells whether a task waits for a worker that is there.</param>
    /// <param name="systemClock">The clock of the system.</param>
    public TimerQueue(Func<bool> hasReadyTasks, Func<DateTime> systemClock)
    {
        this.hasReadyTasks = hasReadyTasks;
        this.systemClock = systemClock;
        timer = new Timer(_ => Fire());
    }

    /// <summary>Gets the time. It follows the clock of the system forwards and never goes back: when that clock is set back, it runs on by itself.</summary>
    public DateTime UtcNow
    {
        get
        {
            // In this order: a pause between the two must not look like a step forwards.
            var system = systemClock().Ticks;
            var elapsed = Stopwatch.GetElapsedTime(origin).Ticks;
            var known = Volatile.Read(ref lead);
            while (system - elapsed > known)
            {
                known = Interlocked.CompareExchange(ref lead, system - elapsed, known) is var before && before == known ? system - elapsed : before;
            }

            return new DateTime(elapsed + known + Interlocked.Read(ref offset), DateTimeKind.Utc);
        }
    }

    /// <summary>Sets the clock forward.</summary>
    /// <param name="time">How far.</param>
    public void Advance(TimeSpan time)
    {
        Interlocked.Add(ref offset, time.Ticks);
        Fire();
    }

    /// <summary>Adds a timer. Callbacks run on the thread pool.</summary>
    /// <param name="due">When it fires.</param>
    /// <param name="callback">What it does.</param>
    /// <returns>The timer.</returns>
    public TimerEntry Add(DateTime due, Action callback)
    {
        var entry = new TimerEntry(due, callback);
        lock (gate)
        {
            queue.Enqueue(entry, (due, sequence++));
            if (due < armed && !disposed)
            {
                Arm(due);
            }
        }

        return entry;
    }

    /// <summary>Says that something is running, so that time must not be skipped.</summary>
    public void Enter()
    {
        Interlocked.Increment(ref busy);
        Interlocked.Increment(ref entered);
    }

    /// <summary>Says that it has ended.</summary>
    public void Exit()
    {
        if (Interlocked.Decrement(ref busy) == 0)
        {
            Skip();
        }
    }

    /// <summary>Allows time to be skipped until it is locked again.</summary>
    public void Unlock()
    {
        Interlocked.Increment(ref unlocked);
        Skip();
    }

    /// <summary>Forbids what <see cref="Unlock"/> allowed.</summary>
    public void Relock() => Interlocked.Decrement(ref unlocked);

    /// <summary>Skips to the next timer if that is allowed and nothing is running.</summary>
    public void Skip()
    {
        if (Volatile.Read(ref unlocked) <= 0 || Volatile.Read(ref busy) > 0)
        {
            return;
        }

        lock (gate)
        {
            // Nothing runs only if nothing began to while the queues were asked: a task taken meanwhile is no longer ready, and may have ended and made others.
            var before = Volatile.Read(ref entered);
            if (Volatile.Read(ref busy) > 0 || hasReadyTasks() || Volatile.Read(ref entered) != before)
            {
                return;
            }

            DropDone();
            if (queue.TryPeek(out var next, out _))
            {
                var ahead = next.Due - UtcNow;
                if (ahead > TimeSpan.Zero)
                {
                    Interlocked.Add(ref offset, ahead.Ticks);
                }
            }
        }

        Fire();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (gate)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{queue.Count} timers, {busy} running, skipping allowed {unlocked} times, tasks ready: {hasReadyTasks()}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            queue.Clear();
        }

        timer.Dispose();
    }

    private void Fire()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            var now = UtcNow;
            DropDone();
            while (queue.TryPeek(out var next, out _) && next.Due <= now)
            {
                queue.Dequeue();
                if (next.Take() is { } callback)
                {
                    Enter();
                    ThreadPool.UnsafeQueueUserWorkItem(
                        static state =>
                        {
                            try
                            {
                                state.Callback();
                            }
                            finally
                            {
                                state.Queue.Exit();
                            }
                        },
                        (Callback: callback, Queue: this),
                        false);
                }

                DropDone();
            }

            armed = DateTime.MaxValue;
            if (queue.TryPeek(out var first, out _))
            {
                Arm(first.Due);
            }
        }
    }

    private void DropDone()
    {
        while (queue.TryPeek(out var next, out _) && next.Done)
        {
            queue.Dequeue();
        }
    }

    private void Arm(DateTime due)
    {
        armed = due;
        var wait = due - UtcNow;

        // One millisecond more than asked for: the timer of the operating system may be early.
        timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }
}
