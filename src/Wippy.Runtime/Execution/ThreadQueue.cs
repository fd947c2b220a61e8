using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>The run queue: a ring whose length is a power of two.</summary>
internal sealed class ThreadQueue
{
    private LuaThread?[] items = new LuaThread?[8];
    private int first;
    private int count;

    public int Count => count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enqueue(LuaThread thread)
    {
        if (count == items.Length)
        {
            Grow();
        }

        items[(first + count) & (items.Length - 1)] = thread;
        count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPeek([NotNullWhen(true)] out LuaThread? thread)
    {
        thread = items[first];
        return thread is not null;
    }

    /// <summary>Takes the first thread out; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dequeue()
    {
        items[first] = null;
        first = (first + 1) & (items.Length - 1);
        count--;
    }

    public void Clear()
    {
        Array.Clear(items);
        count = 0;
    }

    private void Grow()
    {
        var larger = new LuaThread?[items.Length * 2];
        for (var i = 0; i < count; i++)
        {
            larger[i] = items[(first + i) & (items.Length - 1)];
        }

        items = larger;
        first = 0;
    }
}
