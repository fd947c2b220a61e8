using System;
using System.Threading;

namespace Wippy.Compiler.Tests;

/// <summary>Runs work on a thread with a small stack, and measures it by what the thread allocates, which does not vary as time does.</summary>
internal static class SmallStack
{
    private const int Size = 256 * 1024;

    /// <summary>The bytes that the work allocates on its thread; fails with what it throws.</summary>
    public static long Allocated(Action work)
    {
        long allocated = 0;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    work();
                    allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    failure = exception;
                }
            },
            Size);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return allocated;
    }
}
