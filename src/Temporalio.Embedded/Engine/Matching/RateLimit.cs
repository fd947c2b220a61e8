using System;
using System.Threading;

namespace Temporalio.Engine.Matching;

/// <summary>Spreads turns over time.</summary>
/// <param name="perSecond">How many turns there are in a second.</param>
internal sealed class RateLimit(double perSecond)
{
    /// <summary>Timers are late by some milliseconds: turns missed in this time are made up for.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly TimeSpan interval = TimeSpan.FromSeconds(1 / perSecond);
    private TimeSpan? next;

    /// <summary>Takes the next turn.</summary>
    /// <param name="now">The time, from any origin.</param>
    /// <returns>How long to wait for it.</returns>
    public TimeSpan Take(TimeSpan now)
    {
        lock (gate)
        {
            var earliest = now - CatchUp;
            var turn = next is not { } planned ? now : planned > earliest ? planned : earliest;
            next = turn + interval;
            return turn > now ? turn - now : TimeSpan.Zero;
        }
    }
}
