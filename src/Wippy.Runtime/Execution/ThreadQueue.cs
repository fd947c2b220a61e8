using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>A queue of tasks, linked through <see cref="LuaThread.Behind"/>: a task is in one queue at a time.</summary>
internal struct ThreadQueue
{
    internal LuaThread? First;

    // Not reset when the queue becomes empty: often the same task comes again, and a comparison is cheaper than telling the collector.
    private LuaThread? last;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(LuaThread thread)
    {
        if (First is null)
        {
            First = thread;
        }
        else
        {
            last!.Behind = thread;
        }

        if (last != thread)
        {
            last = thread;
        }
    }

    /// <summary>Takes the first thread out; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dequeue()
    {
        var thread = First!;
        if (thread.Behind is { } next)
        {
            First = next;
            thread.Behind = null;
        }
        else
        {
            First = null;
        }
    }

    /// <summary>Takes over the threads of another queue; this one is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeAll(ref ThreadQueue other)
    {
        First = other.First;
        if (last != other.last)
        {
            last = other.last;
        }

        other.First = null;
    }
}
