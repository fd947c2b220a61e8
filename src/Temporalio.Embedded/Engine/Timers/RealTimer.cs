using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Temporalio.Engine.Timers;

/// <summary>A timer of real time that fires once. It is in a set until it has fired or is disposed of; one that has been disposed of does not fire.</summary>
internal sealed class RealTimer : IDisposable
{
    private readonly ConcurrentDictionary<RealTimer, bool> all;
    private readonly Timer timer;
    private int ended;

    /// <summary>Initializes a new instance of the <see cref="RealTimer"/> class and starts it.</summary>
    /// <param name="all">The set.</param>
    /// <param name="wait">How long it waits.</param>
    /// <param name="callback">What it does.</param>
    public RealTimer(ConcurrentDictionary<RealTimer, bool> all, TimeSpan wait, Action callback)
    {
        this.all = all;
        timer = new Timer(
            _ =>
            {
                if (End())
                {
                    callback();
                }
            },
            null,
            wait,
            Timeout.InfiniteTimeSpan);
        all[this] = true;
        if (Volatile.Read(ref ended) != 0)
        {
            all.TryRemove(this, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        timer.Dispose();
    }

    private bool End()
    {
        all.TryRemove(this, out _);
        return Interlocked.Exchange(ref ended, 1) == 0;
    }
}
