using System;

namespace Wippy.Runtime.Tests;

/// <summary>What work allocates, which does not vary as time does.</summary>
internal static class Allocation
{
    // The first pass also pays for types, methods and literals that are loaded, and so may any pass in which the
    // run-time system happens to need room for those of another test: a block of 8 KiB counts for the thread that asks.
    private const int Passes = 4;

    /// <summary>The bytes that one pass of the work allocates on this thread: the least of several, which must all do the same.</summary>
    public static long Of(Action work)
    {
        var least = long.MaxValue;
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    /// <summary>The bytes that making a table allocates.</summary>
    public static long Of(Func<LuaTable> create) => Of(() => GC.KeepAlive(create()));
}
