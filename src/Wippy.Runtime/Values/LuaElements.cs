using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// Where the elements of a list lie. Empty for a table that is no list of one kind of value, or one that may not be written to where that is asked. Generated code takes it before a
/// loop, and again behind whatever may have changed a list in another way than by giving an element another value of its kind.
/// </summary>
/// <typeparam name="T">What is stored for an element.</typeparam>
public readonly ref struct LuaElements<T>
{
    private readonly ref T first;
    private readonly ulong count;

    [MethodImpl(JitOptions.Accessor)]
    internal LuaElements(ref T first, long count)
    {
        this.first = ref first;
        this.count = (ulong)count;
    }

    /// <summary>Are there no elements?</summary>
    public bool IsEmpty
    {
        [MethodImpl(JitOptions.Accessor)]
        get => count == 0;
    }

    /// <summary>The number of elements.</summary>
    internal int Count
    {
        [MethodImpl(JitOptions.Accessor)]
        get => (int)count;
    }

    /// <summary>Is a key that of an element?</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal bool Has(long key) => (ulong)key - 1 < count;

    /// <summary>Are all keys from one to another, which must not be less, those of elements?</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool Covers(long first, long last) => first >= 1 && first <= last && last <= (long)count;

    /// <summary>Are all keys from one to another, in the direction of a step, those of elements?</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool Covers(long first, long last, long step) => step < 0 ? Covers(last, first) : Covers(first, last);

    /// <summary>Reads an element; the caller knows from <c>Covers</c> that it is there.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public T At(long key) => Unsafe.Add(ref first, (nint)(key - 1));

    /// <summary>Overwrites an element; the caller knows from <c>Covers</c> that it is there.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public void Set(long key, T value) => Unsafe.Add(ref first, (nint)(key - 1)) = value;

    /// <summary>Overwrites an element; false if it is none of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySet(long key, T value)
    {
        if (Has(key))
        {
            Set(key, value);
            return true;
        }

        return false;
    }

    /// <summary>Gives two elements each other's values; false if one is none of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySwap(long key, long other)
    {
        if (Has(key) && Has(other))
        {
            var (one, two) = (At(key), At(other));
            Set(key, two);
            Set(other, one);
            return true;
        }

        return false;
    }
}
