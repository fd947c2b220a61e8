using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>A queue of tasks, linked through <see cref="LuaThread.Behind"/>: a task is in one queue at a time.</summary>
internal struct ThreadQueue
{
    internal LuaThread? First;

    // Of more than one: every store of it has to be told to the collector, and mostly there is one.
    private LuaThread? last;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(LuaThread thread)
    {
        if (First is { } first)
        {
            (first.Behind is null ? first : last!).Behind = thread;
            last = thread;
        }
        else
        {
            First = thread;
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
        last = other.last;
        other.First = null;
    }
}
