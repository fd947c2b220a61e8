using System;
using System.Buffers.Binary;
using System.Threading;
using System.Threading.Tasks;

namespace Wippy.Runtime;

/// <summary>What an instance needs from its surroundings: clock, timers, random numbers, output, services.</summary>
public abstract class LuaHost
{
    /// <summary>The current time.</summary>
    public abstract DateTimeOffset UtcNow { get; }

    /// <summary>The current time, read on the thread that the instance was entered on.</summary>
    internal DateTimeOffset Now => LuaStack.IsOnOrigin ? UtcNow : LuaStack.OnOrigin(() => UtcNow);

    /// <summary>The zone of local times.</summary>
    public virtual TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The id that <c>print</c> records and <c>process.pid()</c> gives.</summary>
    public abstract string ProcessId { get; }

    /// <summary>Seconds since the instance started (<c>os.clock</c>).</summary>
    public abstract double ElapsedSeconds { get; }

    /// <summary>Ends the instance when cancelled.</summary>
    public virtual CancellationToken CancellationToken => CancellationToken.None;

    /// <summary>May messages arrive from outside, so that waiting on channels only is idle and not a deadlock (spec/modules.md section 2.1)?</summary>
    public virtual bool ReceivesMessages => false;

    /// <summary>Completes after a time: a durable timer in a workflow.</summary>
    public abstract Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>64 random bits, deterministic in a workflow.</summary>
    public abstract ulong NextRandom();

    /// <summary>Fills with random bytes for keys, nonces and ids: deterministic in a workflow, unpredictable elsewhere.</summary>
    public virtual void FillRandom(Span<byte> bytes)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        while (!bytes.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, NextRandom());
            var count = Math.Min(word.Length, bytes.Length);
            word[..count].CopyTo(bytes);
            bytes = bytes[count..];
        }
    }

    /// <summary>Writes a line of <c>print</c>; <paramref name="location"/> is <c>entry:line</c>.</summary>
    public abstract void Print(string message, string location);

    /// <summary>The instance has ended: nothing it waited for matters any more.</summary>
    public virtual void OnEnded()
    {
    }

    /// <summary>A service for modules, null if the host has none of this type.</summary>
    public virtual object? GetService(Type type) => null;
}
