using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// Where a loop stores the elements of a list one by one, be they new or not: there is room for all of them. Empty for a table that is no list of one kind of
/// number, or where more than that has to be done.
/// </summary>
/// <typeparam name="T">What is stored for an element.</typeparam>
public readonly ref struct LuaRoom<T>
{
    private readonly ref T first;
    private readonly ref int length;
    private readonly int count;

    [MethodImpl(JitOptions.Accessor)]
    internal LuaRoom(ref T first, ref int length)
    {
        this.first = ref first;
        this.length = ref length;
        count = length;
    }

    /// <summary>Is there no room?</summary>
    public bool IsEmpty
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Unsafe.IsNullRef(ref first);
    }

    /// <summary>Reads an element; the caller knows that it lies before the one that is stored next.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public T At(long key) => Unsafe.Add(ref first, (nint)(key - 1));

    /// <summary>Stores an element; the one before it is there.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public void Set(long key, T value)
    {
        Unsafe.Add(ref first, (nint)(key - 1)) = value;
        length = Math.Max((int)key, count);
    }
}
