using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// The array part. Elements that are all integers, all floats or all booleans are packed: their bits lie in a <c>long[]</c>, booleans in a
/// <c>byte[]</c>, and their tag is kept once. Anything else, also a nil among them, makes the array part general: a <c>LuaValue[]</c>.
/// </content>
public sealed partial class LuaTable
{
    // One of the two counts is 0, so that one compare tests the form of the array part and the index.
    private uint packedCount;
    private uint generalCount;
    private Array? elements;

    // The tag of packed elements; null when the array part is general.
    private object? tag;

    /// <summary>A border: an n with t[n] not nil and t[n+1] nil, or 0.</summary>
    public long Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => packedCount + generalCount;
    }

    private int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(packedCount + generalCount);
    }

    private int Capacity => elements is null ? 0 : elements.Length;

    private long[] Packed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.As<long[]>(elements!);
    }

    private byte[] PackedBooleans
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.As<byte[]>(elements!);
    }

    private LuaValue[] General
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.As<LuaValue[]>(elements!);
    }

    /// <summary>Raw access by integer.</summary>
    public LuaValue this[long key]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var index = (ulong)key - 1;
            return index < packedCount ? PackedAt((int)index)
                : index < generalCount ? General[(int)index]
                : GetInteger(key);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set
        {
            if (!TryReplace(key, value))
            {
                SetInteger(key, value);
            }
        }
    }

    /// <summary>Reads an element of the array part; false for a nil and for everything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGetElement(long key, out LuaValue value)
    {
        var index = (ulong)key - 1;
        if (index < packedCount)
        {
            value = PackedAt((int)index);
            return true;
        }

        if (index < generalCount)
        {
            value = General[(int)index];
            return !value.IsNil;
        }

        value = default;
        return false;
    }

    /// <summary>Overwrites an integer element; false when there is no such element, or the table is frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySetInteger(long key, long value)
    {
        var index = (ulong)key - 1;
        if (index < packedCount && tag == LuaTag.Integer && !IsGuarded)
        {
            Packed[(int)index] = value;
            return true;
        }

        return false;
    }

    /// <summary>Overwrites a float element; false when there is no such element, or the table is frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySetFloat(long key, double value)
    {
        var index = (ulong)key - 1;
        if (index < packedCount && tag == LuaTag.Float && !IsGuarded)
        {
            Packed[(int)index] = BitConverter.DoubleToInt64Bits(value);
            return true;
        }

        return false;
    }

    /// <summary>Overwrites a boolean element; false when there is no such element, or the table is frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySetBoolean(long key, bool value)
    {
        var index = (ulong)key - 1;
        if (index < packedCount && tag == LuaTag.Boolean && !IsGuarded)
        {
            PackedBooleans[(int)index] = value ? (byte)1 : (byte)0;
            return true;
        }

        return false;
    }

    /// <summary>Adds an element of the type of the others behind the last; false when there is no room for it, or something else has to be asked.</summary>
    internal bool TryAppend(long key, object type, long bits)
    {
        var count = packedCount;
        if ((ulong)key - 1 != count || !ReferenceEquals(tag, type) || count >= (uint)Capacity || metatable is not null || IsGuarded || shape.IntegerKeys != 0)
        {
            return false;
        }

        SetPacked((int)count, bits);
        packedCount = count + 1;
        return true;
    }

    /// <summary>
    /// Gives elements from a key on, each <paramref name="step"/> behind the one before, the value that they could get without asking anything: those that
    /// have one of its type, or are added behind the last, or are cleared. Gives their number, which may be 0.
    /// </summary>
    internal ulong Fill(long key, long step, ulong count, LuaValue value)
    {
        var index = (ulong)key - 1;
        if (step == 0 || IsGuarded || !ReferenceEquals(value.Reference, tag) || (tag is null && metatable is not null))
        {
            return 0;
        }

        if (step == 1 && tag is not null && index == packedCount && metatable is null && shape.IntegerKeys == 0)
        {
            if (packedCount >= (uint)Capacity)
            {
                GrowPacked();
            }

            count = Math.Min(count, (uint)Capacity - packedCount);
            packedCount += (uint)count;
        }

        // The last element of a general list stays, since that is not nil.
        var end = tag is not null ? packedCount : generalCount == 0 ? 0 : generalCount - 1;
        if (index >= end)
        {
            return 0;
        }

        count = Math.Min(count, step > 0 ? ((end - 1 - index) / (ulong)step) + 1 : (index / (ulong)-step) + 1);
        if (tag is null)
        {
            Fill(General, (int)index, step, (int)count, default);
        }
        else if (tag == LuaTag.Boolean)
        {
            Fill(PackedBooleans, (int)index, step, (int)count, (byte)value.Bits);
        }
        else
        {
            Fill(Packed, (int)index, step, (int)count, value.Bits);
        }

        return count;
    }

    private static void Fill<T>(T[] elements, int index, long step, int count, T value)
    {
        if (step == 1)
        {
            elements.AsSpan(index, count).Fill(value);
            return;
        }

        for (; count > 0; count--)
        {
            elements[index] = value;
            index = unchecked(index + (int)step);
        }
    }

    /// <summary>Adds values behind the last element: the open end of a table constructor.</summary>
    public void Append(LuaValues values)
    {
        // A constructor stores at fixed positions, so nils among the values leave holes.
        AppendAt(Count + 1L, values);
    }

    /// <summary>Stores values as <see cref="AppendAt"/> does and gives the table: <c>{a, b, f()}</c> as an expression.</summary>
    public LuaTable With(long index, LuaValues values)
    {
        AppendAt(index, values);
        return this;
    }

    /// <summary>Stores values at <paramref name="index"/> and behind: the open end of a table constructor whose fixed elements may be nil.</summary>
    public void AppendAt(long index, LuaValues values)
    {
        var span = values.AsSpan();
        if (Count == 0 && index == 1 && shape.IntegerKeys == 0)
        {
            Adopt(span.ToArray());
            return;
        }

        for (var i = 0; i < span.Length; i++)
        {
            if (!span[i].IsNil)
            {
                this[index + i] = span[i];
            }
        }
    }

    /// <summary>Adds a value behind the last element (<c>t[#t + 1] = value</c>) of a table whose metatable does not matter.</summary>
    public void Add(LuaValue value)
    {
        if (value.IsNil)
        {
            return;
        }

        ThrowIfFrozen();
        Push(value);
    }

    /// <summary>Writes an element. False when <c>__newindex</c> has to be asked, or the table is frozen, or has a metatable and the key is far away.</summary>
    internal bool TrySetElement(long key, LuaValue value)
    {
        if (metatable is null && !IsFrozen)
        {
            SetInteger(key, value);
            return true;
        }

        var index = (ulong)key - 1;
        if (index > (ulong)Count || IsFrozen
            || (metatable is not null && !metatable.GetMetamethod(LuaMetamethod.NewIndex).IsNil && (index == (ulong)Count || ElementAt((int)index).IsNil)))
        {
            return false;
        }

        if (index < (ulong)Count)
        {
            Replace((int)index, value);
        }
        else if (!value.IsNil)
        {
            Push(value);
        }

        return true;
    }

    /// <summary>Writes an element of the array part. False when the fast way does not apply: no such element, or the value nil, or the table frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryReplace(long key, LuaValue value)
    {
        var index = (ulong)key - 1;
        if (index < packedCount)
        {
            if (ReferenceEquals(value.Reference, tag) && !IsGuarded)
            {
                SetPacked((int)index, value.Bits);
                return true;
            }
        }
        else if (index < generalCount && !value.IsNil && !IsGuarded)
        {
            ref var element = ref General[(int)index];
            if (!element.IsNil)
            {
                LuaValue.Store(ref element, value);
                return true;
            }
        }

        return false;
    }

    /// <summary>Removes and returns the value at a position of the sequence, moving later ones down (table.remove).</summary>
    internal LuaValue RemoveAt(long index)
    {
        ThrowIfFrozen();
        var value = ElementAt((int)index - 1);
        var last = Count - 1;
        Array.Copy(elements!, index, elements!, index - 1, last + 1 - index);
        RemoveLast(last);
        return value;
    }

    /// <summary>Inserts a value, not nil, at a position of the sequence, moving later ones up (table.insert).</summary>
    internal void InsertAt(long index, LuaValue value)
    {
        ThrowIfFrozen();
        if (tag is not null && !ReferenceEquals(tag, value.Reference))
        {
            Generalize();
        }

        var count = Count;
        Push(ElementAt(count - 1));
        if (Count <= count)
        {
            // Most elements were nil, and growing has turned them into fields.
            for (long i = count; i > index; i--)
            {
                this[i] = this[i - 1];
            }

            this[index] = value;
            return;
        }

        Array.Copy(elements!, index - 1, elements!, index, count - index);
        if (tag is null)
        {
            General[index - 1] = value;
        }
        else
        {
            SetPacked((int)index - 1, value.Bits);
        }
    }

    /// <summary>A copy of the elements 1..n.</summary>
    internal LuaValue[] Sequence()
    {
        var copy = new LuaValue[Count];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = ElementAt(i);
        }

        return copy;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue ElementAt(int index) => tag is null ? General[index] : PackedAt(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue PackedAt(int index) => new(tag, tag == LuaTag.Boolean ? PackedBooleans[index] : Packed[index]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetPacked(int index, long bits)
    {
        if (tag == LuaTag.Boolean)
        {
            PackedBooleans[index] = (byte)bits;
        }
        else
        {
            Packed[index] = bits;
        }
    }

    private LuaValue GetInteger(long key)
    {
        if (shape.IntegerKeys == 0)
        {
            return default;
        }

        var index = shape.Find(key, LuaNumber.Hash(key));
        return index < 0 ? default : fields[index];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetInteger(long key, LuaValue value)
    {
        ThrowIfFrozen();
        var index = (ulong)key - 1;
        if (index == (ulong)Count)
        {
            if (!value.IsNil)
            {
                Push(value);
            }
        }
        else if (index < (ulong)Count)
        {
            Replace((int)index, value);
        }
        else
        {
            var hash = LuaNumber.Hash(key);
            SetField(shape.Find(key, hash), key, hash, value);
        }
    }

    private void Replace(int index, LuaValue value)
    {
        if (value.IsNil && index == Count - 1)
        {
            RemoveLast(index);
            return;
        }

        if (tag is not null)
        {
            if (ReferenceEquals(value.Reference, tag))
            {
                SetPacked(index, value.Bits);
                return;
            }

            Generalize();
        }

        General[index] = value;
    }

    private void RemoveLast(int index)
    {
        if (tag is not null)
        {
            packedCount--;
            return;
        }

        General[index] = default;
        generalCount--;
        TrimGeneral();
    }

    private void TrimGeneral()
    {
        while (generalCount > 0 && General[generalCount - 1].IsNil)
        {
            generalCount--;
        }
    }

    /// <summary>Adds a value, not nil, behind the last element.</summary>
    private void Push(LuaValue value)
    {
        if (ReferenceEquals(value.Reference, tag))
        {
            if (packedCount >= (uint)Capacity)
            {
                GrowPacked();
            }

            SetPacked((int)packedCount++, value.Bits);
        }
        else if (!PushGeneral(value))
        {
            return;
        }

        if (shape.IntegerKeys > 0)
        {
            MigrateFields();
        }
    }

    /// <summary>False when the array part has been turned into fields and the value with it.</summary>
    private bool PushGeneral(LuaValue value)
    {
        if (tag is not null || elements is null)
        {
            if (Count == 0 && value.IsPrimitive)
            {
                BeginPacked(value.Reference!);
                SetPacked(0, value.Bits);
                packedCount = 1;
                return true;
            }

            Generalize();
        }

        var general = General;
        if (generalCount >= (uint)general.Length)
        {
            var key = generalCount + 1L;
            if (!GrowGeneral())
            {
                this[key] = value;
                return false;
            }

            general = General;
        }

        general[generalCount++] = value;
        return true;
    }

    /// <summary>Takes over the values of a constructor as the array part; packs them if that is possible.</summary>
    private void Adopt(LuaValue[] values)
    {
        if (values.Length > MaximumEntries)
        {
            throw new LuaException("table overflow");
        }

        if (values.Length == 0)
        {
            return;
        }

        if (values[0].IsPrimitive)
        {
            var first = values[0].Reference;
            var i = 1;
            while (i < values.Length && ReferenceEquals(values[i].Reference, first))
            {
                i++;
            }

            if (i == values.Length)
            {
                tag = first;
                elements = first == LuaTag.Boolean ? new byte[i] : new long[i];
                for (i = 0; i < values.Length; i++)
                {
                    SetPacked(i, values[i].Bits);
                }

                packedCount = (uint)i;
                return;
            }
        }

        elements = values;
        tag = null;
        generalCount = (uint)values.Length;
        TrimGeneral();
    }
}
