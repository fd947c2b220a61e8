namespace Wippy.Runtime.Modules;

/// <summary>The values that a channel holds, the oldest first: a ring whose length is a power of two.</summary>
internal sealed class ChannelBuffer
{
    private LuaValue[] items = new LuaValue[4];
    private int first;

    internal int Count;

    public void Enqueue(LuaValue value)
    {
        if (Count == items.Length)
        {
            Grow();
        }

        LuaValue.Store(ref items[(first + Count) & (items.Length - 1)], value);
        Count++;
    }

    /// <summary>Takes the oldest value out; there must be one.</summary>
    public LuaValue Dequeue()
    {
        ref var item = ref items[first];
        var value = item;
        if (value.Kind > LuaKind.Float)
        {
            // The buffer must not keep it alive.
            item = default;
        }

        first = (first + 1) & (items.Length - 1);
        Count--;
        return value;
    }

    /// <summary>Takes the oldest value out and puts another behind the others; the buffer is not empty.</summary>
    public LuaValue Exchange(LuaValue value)
    {
        var oldest = Dequeue();
        Enqueue(value);
        return oldest;
    }

    private void Grow()
    {
        var larger = new LuaValue[items.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = items[(first + i) & (items.Length - 1)];
        }

        items = larger;
        first = 0;
    }
}
