using System;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace Wippy.Runtime;

/// <summary>Plain .NET: functions, activities and tests. One host serves one instance.</summary>
public class SystemHost : LuaHost, IDisposable
{
    // The system timer takes some 49 days at most.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(40);

    private readonly CancellationTokenSource ended = new();
    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly CancellationToken cancellationToken;
    private readonly Random random;

    /// <summary>A host with random numbers of its own.</summary>
    public SystemHost(CancellationToken cancellationToken = default)
        : this(new Random(), cancellationToken)
    {
    }

    /// <summary>A host with given random numbers.</summary>
    public SystemHost(Random random, CancellationToken cancellationToken = default)
    {
        this.random = random;
        this.cancellationToken = cancellationToken;
    }

    /// <inheritdoc/>
    public override DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Local;

    /// <inheritdoc/>
    public override string ProcessId => "";

    /// <inheritdoc/>
    public override double ElapsedSeconds => elapsed.Elapsed.TotalSeconds;

    /// <inheritdoc/>
    public override CancellationToken CancellationToken => cancellationToken;

    /// <inheritdoc/>
    public override async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, this.cancellationToken, ended.Token);
        while (delay > LongestDelay)
        {
            await Task.Delay(LongestDelay, linked.Token);
            delay -= LongestDelay;
        }

        await Task.Delay(delay, linked.Token);
    }

    /// <inheritdoc/>
    public override void OnEnded() => ended.Cancel();

    /// <inheritdoc/>
    public override ulong NextRandom() => unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue));

    /// <inheritdoc/>
    public override void FillRandom(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    /// <inheritdoc/>
    public override void Print(string message, string location) => Console.Out.WriteLine(message);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the timers.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            ended.Dispose();
        }
    }
}
