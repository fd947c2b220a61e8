using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Wippy.Runtime;

/// <summary>Plain .NET: functions, activities and tests.</summary>
public class SystemHost : LuaHost
{
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
    public override Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);

    /// <inheritdoc/>
    public override ulong NextRandom() => unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue));

    /// <inheritdoc/>
    public override void Print(string message, string location) => Console.Out.WriteLine(message);
}
