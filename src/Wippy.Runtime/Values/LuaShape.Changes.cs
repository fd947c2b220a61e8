using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>How keys are added, removed and put in order, and in which form they are kept.</content>
public sealed partial class LuaShape
{
    /// <summary>Adds a key that is not there; there is room. Gives its position.</summary>
    internal int Append(LuaValue key, int hash)
    {
        var index = Used;
        if (index == 0)
        {
            BeginsAtZero = key.IsInteger && key.Bits == 0;
        }

        if (index == 0 && key.IsInteger)
        {
            first = key.Bits;
            step = 1;
            dense = null;
            Keys = [];
        }
        else if (index == 0 || (step != 0 && !Continues(key)))
        {
            EndRun(key);
        }

        if (dense is not null && !dense.TryAdd(index, key))
        {
            StoreKeys();
        }

        if (StoresKeys)
        {
            Keys[index].Value = key;
            Keys[index].Hash = hash;
            if (buckets.Length > 0)
            {
                Chain(index);
            }
        }

        if (hash == IndexName.GetHashCode() && key.Reference is LuaString name && name.Equals(IndexName))
        {
            IndexSlot = index;
        }

        filter |= 1UL << hash;
        AbsentMetamethods = 0;
        Used = index + 1;
        if (!IsInOrder)
        {
            AddAgain(index);
        }

        return index;
    }

    /// <summary>Adds the integer that follows all keys, which follow each other; there is room. False if it is not that.</summary>
    internal bool TryContinue(long key)
    {
        if (step == 0 || Used == 0 || !IsInOrder || key != unchecked(first + ((long)Used * step)))
        {
            return false;
        }

        filter |= 1UL << LuaNumber.Hash(key);
        Used++;
        Live++;
        IntegerKeys++;
        return true;
    }

    /// <summary>Gives this shape, which a table owns, room for more keys.</summary>
    internal void Grow(int capacity)
    {
        Capacity = capacity;
        if (dense is not null)
        {
            dense.Grow(capacity);
        }
        else if (step == 0 && !(Used > 0 && TryPackKeys(KeyAt(Used - 1))))
        {
            Array.Resize(ref Keys, capacity);
            FillBuckets();
        }
    }

    /// <summary>Keeps only the keys that have a value, and moves the values alike, to another array or within the same, which keeps the keys where they are.</summary>
    internal void Compact(LuaValue[] values, LuaValue[] kept)
    {
        var before = Used;
        if (!TryCompactRun(values, kept) && !TryCompactDense(values, kept))
        {
            CompactKeys(values, kept);
        }

        if (ReferenceEquals(kept, values))
        {
            values.AsSpan(Used, before - Used).Clear();
        }

        Capacity = kept.Length;
        FindBeginning();
    }

    private void CompactKeys(LuaValue[] values, LuaValue[] kept)
    {
        StoreKeys();
        var keys = Keys;
        if (!ReferenceEquals(kept, values))
        {
            Keys = new LuaFieldKey[kept.Length];
        }

        var used = 0;
        var indexSlot = -1;
        filter = 0;
        for (var i = 0; i < Used; i++)
        {
            if (!values[i].IsNil)
            {
                LuaValue.Store(ref Keys[used].Value, keys[i].Value);
                LuaValue.Store(ref kept[used], values[i]);
                Keys[used].Hash = keys[i].Hash;
                filter |= 1UL << keys[i].Hash;
                indexSlot = i == IndexSlot ? used : indexSlot;
                used++;
            }
        }

        if (ReferenceEquals(kept, values))
        {
            // Nothing may be found behind the keys that are used.
            keys.AsSpan(used, Used - used).Clear();
        }

        Used = used;
        IndexSlot = indexSlot;
        FillBuckets();
    }

    private void FindBeginning() => BeginsAtZero = Used > 0 && KeyAt(0) is { IsInteger: true, Bits: 0 };

    // Mostly the first ones are gone: those of a queue.
    private bool TryCompactRun(LuaValue[] values, LuaValue[] kept)
    {
        if (step == 0 || Live == 0)
        {
            return false;
        }

        var start = 0;
        while (values[start].IsNil)
        {
            start++;
        }

        foreach (ref readonly var value in values.AsSpan(start, Live))
        {
            if (value.IsNil)
            {
                return false;
            }
        }

        values.AsSpan(start, Live).CopyTo(kept);
        Used = Live;
        first = unchecked(first + ((long)start * step));
        step = Used == 1 ? 1 : step;
        filter = ulong.MaxValue;
        return true;
    }

    private bool TryCompactDense(LuaValue[] values, LuaValue[] kept)
    {
        var used = dense is null ? -1 : dense.Compact(Used, values, kept);
        if (used < 0)
        {
            return false;
        }

        Used = used;
        return true;
    }

    /// <summary>A key whose value was removed is added again: it belongs behind all others, but moves there only when the order is asked for.</summary>
    internal void AddAgain(int index)
    {
        if (additions.Length < Capacity)
        {
            Array.Resize(ref additions, Capacity);
        }

        additions[index] = ++latestAddition;
    }

    /// <summary>The position of the first key with a value, -1 if the keys have to be put in order to tell.</summary>
    internal int FindFirst(LuaValue[] values)
    {
        var index = 0;
        while (index < Used && (additions[index] != 0 || values[index].IsNil))
        {
            index++;
        }

        return index < Used ? index : -1;
    }

    /// <summary>Moves keys that were added again behind the others, in the order of their addition, and the values alike.</summary>
    internal LuaValue[] PutInOrder(LuaValue[] values)
    {
        StoreKeys();
        var keys = Keys;
        var added = new List<(long Addition, int Index)>();
        var ordered = new LuaValue[values.Length];
        Keys = new LuaFieldKey[keys.Length];
        var indexSlot = IndexSlot;
        var count = 0;
        for (var i = 0; i < Used; i++)
        {
            if (additions[i] == 0)
            {
                Move(i);
            }
            else
            {
                added.Add((additions[i], i));
            }
        }

        added.Sort();
        foreach (var (_, index) in added)
        {
            Move(index);
        }

        IndexSlot = indexSlot;
        Array.Clear(additions);
        latestAddition = 0;
        FindBeginning();
        FillBuckets();
        return ordered;

        void Move(int index)
        {
            indexSlot = index == IndexSlot ? count : indexSlot;
            Keys[count] = keys[index];
            ordered[count++] = values[index];
        }
    }

    private bool Continues(LuaValue key)
    {
        if (!key.IsInteger)
        {
            return false;
        }

        if (Used == 1 && key.Bits == unchecked(first - 1))
        {
            step = -1;
        }

        return key.Bits == unchecked(first + ((long)Used * step));
    }

    private bool StoresKeys
    {
        [MethodImpl(JitOptions.Accessor)]
        get => step == 0 && dense is null;
    }

    // The next key does not follow the others.
    private void EndRun(LuaValue next)
    {
        if (!TryPackKeys(next))
        {
            StoreKeys();
        }
    }

    private bool TryPackKeys(LuaValue next)
    {
        dense = LuaDenseKeys.TryCreate(this, next);
        if (dense is null)
        {
            return false;
        }

        step = 0;
        Keys = [];
        buckets = [];
        return true;
    }

    // From now on keys are stored and searched for.
    private void StoreKeys()
    {
        if (StoresKeys && Used > 0)
        {
            return;
        }

        if (Keys.Length < Capacity)
        {
            var keys = new LuaFieldKey[Capacity];
            for (var i = 0; i < Used; i++)
            {
                keys[i].Value = KeyAt(i);
                keys[i].Hash = LuaNumber.Hash(keys[i].Value.Bits);
            }

            Keys = keys;
        }

        step = 0;
        dense = null;
        FillBuckets();
    }

    private void FillBuckets()
    {
        if (Keys.Length <= MaximumUnhashed)
        {
            buckets = [];
            return;
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Keys.Length);
        if (buckets.Length == size)
        {
            Array.Clear(buckets);
        }
        else
        {
            buckets = new int[size];
        }

        for (var i = 0; i < Used; i++)
        {
            Chain(i);
        }
    }

    private void Chain(int index)
    {
        ref var key = ref Keys[index];
        ref var bucket = ref Bucket(key.Hash);
        key.Next = bucket - 1;
        bucket = index + 1;
    }
}
