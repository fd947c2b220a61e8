using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Wippy.Runtime;

/// <summary>
/// The keys of a table's fields in insertion order; the table holds the values at the same positions. Records with the same fields share one
/// immutable shape, and adding a field goes to the next shape. A table with other keys than a few names owns a shape of its own and changes it.
/// </summary>
public sealed class LuaShape
{
    /// <summary>More fields than this are a map rather than a record.</summary>
    private const int MaximumShared = 32;

    /// <summary>A bound of the memory that programs can fill with shared shapes.</summary>
    private const int MaximumShapes = 1 << 14;

    /// <summary>Up to this many keys are searched from front to back and have no buckets: most records are that small.</summary>
    internal const int MaximumUnhashed = 8;

    private static readonly LuaString IndexName = LuaMetamethods.Name(LuaMetamethod.Index);
    private static readonly Lock Gate = new();
    private static int shapes;
    private static int identities;

    internal readonly bool IsShared;

    /// <summary>A number that spreads shared shapes in hash tables.</summary>
    internal readonly int Id;

    /// <summary>The keys, with room for more. Empty while they are integers that follow each other or lie close together: <see cref="KeyAt"/> tells those too.</summary>
    internal LuaFieldKey[] Keys;

    /// <summary>The number of keys that there is room for.</summary>
    internal int Capacity;

    /// <summary>The number of keys, with those whose value is nil.</summary>
    internal int Used;

    /// <summary>The shared shapes on the way from the empty one to this: that with i fields at i, this one last. Empty in owned shapes.</summary>
    private LuaShape[] path;

    /// <summary>The number of integers among the keys whose value is not nil; 0 in shared shapes.</summary>
    internal int IntegerKeys;

    /// <summary>The number of keys whose value is not nil; only in owned shapes.</summary>
    internal int Live;

    /// <summary>Is the first key 0? A list that begins there keeps that element among the fields.</summary>
    internal bool BeginsAtZero;

    /// <summary>The position of <c>__index</c>, -1 if there is none.</summary>
    internal int IndexSlot = -1;

    /// <summary>A bit for each metamethod that is known to be no key.</summary>
    internal int AbsentMetamethods;

    /// <summary>Where metamethods were found last, for metatables of this shape.</summary>
    internal int[]? MetamethodSlots;

    /// <summary>What tables inherit whose metatable owns this shape.</summary>
    internal LuaInherited?[]? Inherited;
    internal int InheritedMisses;

    // A bit for each low six bits of a hash: most searches for an absent key end here.
    private ulong filter;
    private int[] buckets = [];

    // Of keys that were added again, and of new ones since: the how many-th addition each was. The others are in their place.
    private long[] additions = [];
    private long latestAddition;

    // While the keys are integers that follow each other, upwards (1) or downwards (-1), neither they nor buckets are stored.
    private long first;
    private int step;

    // While the keys are integers that lie close together, in any order: those.
    private LuaDenseKeys? dense;

    // The shared shapes with one more field: the one that was asked for last, and all in a hash table that is replaced, never changed.
    private LuaShape? latest;
    private LuaShape?[] longer = [];
    private int longerCount;

    private LuaShape(int capacity, bool shared)
    {
        IsShared = shared;
        Id = shared ? Interlocked.Increment(ref identities) : 0;
        Capacity = capacity;
        Keys = capacity > 0 && shared ? new LuaFieldKey[capacity] : [];
        path = capacity == 0 && shared ? [this] : [];
    }

    /// <summary>The shape of tables without fields.</summary>
    internal static LuaShape Empty { get; } = new(0, true);

    private LuaString LastName
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Keys[Used - 1].Value.AsString();
    }

    /// <summary>The shape of records with these fields; the names are literals and differ. For generated code.</summary>
    public static LuaShape Of(params ReadOnlySpan<LuaString> names)
    {
        var shape = Empty;
        foreach (var name in names)
        {
            if (shape.With(name) is { } longer)
            {
                shape = longer;
                continue;
            }

            // Too many fields to share: a template that its tables copy before they change it.
            var template = new LuaShape(names.Length, true);
            foreach (var other in names)
            {
                template.Append(other, other.GetHashCode());
            }

            return template;
        }

        return shape;
    }

    /// <summary>An empty shape that one table will own.</summary>
    internal static LuaShape Owned(int capacity) => new(capacity, false);

    /// <summary>The shared shape with one more field; null if there should not be one.</summary>
    internal LuaShape? With(LuaString name)
    {
        var candidate = latest;
        return candidate is not null && ReferenceEquals(candidate.LastName, name) ? candidate : FindNext(name);
    }

    /// <summary>Are the first keys those of another shape, so that it is on the way to this?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Extends(LuaShape other)
    {
        var all = path;
        var used = other.Used;
        return (uint)used < (uint)all.Length && ReferenceEquals(all[used], other);
    }

    /// <summary>Do the positions of the keys tell the order in which they were added?</summary>
    internal bool IsInOrder
    {
        [MethodImpl(JitOptions.Accessor)]
        get => latestAddition == 0;
    }

    /// <summary>Are the keys integers that lie close together, but do not follow each other?</summary>
    internal bool IsDense
    {
        [MethodImpl(JitOptions.Accessor)]
        get => dense is not null;
    }

    /// <summary>Is it certain without a search that there is no key with this hash?</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal bool SurelyLacks(int hash) => ((filter >> hash) & 1) == 0;

    /// <summary>The key at a position.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal LuaValue KeyAt(int index) =>
        step != 0 ? unchecked(first + ((long)index * step)) : dense is null ? Keys[index].Value : dense.KeyAt(index);

    /// <summary>The position of a key, -1 if there is none.</summary>
    internal int Find(LuaString key)
    {
        var keys = Keys;
        var hash = key.GetHashCode();
        var hint = key.Hint;
        if ((uint)hint < (uint)keys.Length && keys[hint].Is(key, hash))
        {
            return hint;
        }

        var found = Search(keys, key, hash);
        if (found >= 0)
        {
            key.Hint = found;
        }

        return found;
    }

    /// <summary>
    /// The bucket of a hash. The bits above those of the mask are added, nearly as the remainder of a division by an odd number takes them: integers in equal steps, also
    /// in powers of two, spread, and neighbours stay neighbours.
    /// </summary>
    [MethodImpl(JitOptions.Accessor)]
    private ref int Bucket(int hash)
    {
        var all = buckets;
        return ref all[(hash + ((hash >>> BitOperations.Log2((uint)all.Length)) * 5)) & (all.Length - 1)];
    }

    private int Search(LuaFieldKey[] keys, LuaString key, int hash)
    {
        if (step != 0 || ((filter >> hash) & 1) == 0)
        {
            return -1;
        }

        if (buckets.Length == 0)
        {
            for (var i = 0; i < Used && i < keys.Length; i++)
            {
                if (keys[i].Is(key, hash))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = Bucket(hash) - 1; (uint)i < (uint)keys.Length; i = keys[i].Next)
        {
            if (keys[i].Is(key, hash))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The position of an integer, -1 if there is none.</summary>
    internal int Find(long key, int hash)
    {
        if (step != 0)
        {
            var position = unchecked((ulong)((key - first) * step));
            return position < (ulong)Used ? (int)position : -1;
        }

        if (dense is not null)
        {
            return dense.Find(key);
        }

        if (((filter >> hash) & 1) == 0)
        {
            return -1;
        }

        var keys = Keys;
        if (buckets.Length == 0)
        {
            for (var i = 0; i < Used && i < keys.Length; i++)
            {
                if (keys[i].Is(key))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = Bucket(hash) - 1; (uint)i < (uint)keys.Length; i = keys[i].Next)
        {
            if (keys[i].Is(key))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The position of a key that is neither a string nor a number with an integer value, -1 if there is none. Such keys are equal when they are the same.</summary>
    internal int Find(LuaValue key, int hash)
    {
        if (step != 0 || ((filter >> hash) & 1) == 0)
        {
            return -1;
        }

        var keys = Keys;
        if (buckets.Length == 0)
        {
            for (var i = 0; i < Used && i < keys.Length; i++)
            {
                if (keys[i].Is(key))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = Bucket(hash) - 1; (uint)i < (uint)keys.Length; i = keys[i].Next)
        {
            if (keys[i].Is(key))
            {
                return i;
            }
        }

        return -1;
    }

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
        if (TryCompactRun(values, kept) || TryCompactDense(values, kept))
        {
            return;
        }

        StoreKeys();
        var keys = Keys;
        Capacity = kept.Length;
        if (!ReferenceEquals(kept, values))
        {
            Keys = new LuaFieldKey[Capacity];
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
            values.AsSpan(used, Used - used).Clear();
        }

        Used = used;
        IndexSlot = indexSlot;
        FindBeginning();
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
        if (ReferenceEquals(kept, values))
        {
            values.AsSpan(Live, Used - Live).Clear();
        }

        Capacity = kept.Length;
        Used = Live;
        first = unchecked(first + ((long)start * step));
        step = Used == 1 ? 1 : step;
        filter = ulong.MaxValue;
        FindBeginning();
        return true;
    }

    private bool TryCompactDense(LuaValue[] values, LuaValue[] kept)
    {
        var used = dense is null ? -1 : dense.Compact(Used, values, kept);
        if (used < 0)
        {
            return false;
        }

        if (ReferenceEquals(kept, values))
        {
            values.AsSpan(used, Used - used).Clear();
        }

        Capacity = kept.Length;
        Used = used;
        FindBeginning();
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaShape? FindNext(LuaString name)
    {
        if (Lookup(Volatile.Read(ref longer), name) is not { } found)
        {
            if (Used >= MaximumShared)
            {
                return null;
            }

            lock (Gate)
            {
                found = Lookup(longer, name);
                if (found is null && shapes < MaximumShapes)
                {
                    shapes++;
                    found = Extend(name);
                    Remember(found);
                }
            }
        }

        Volatile.Write(ref latest, found);
        return found;
    }

    private static LuaShape? Lookup(LuaShape?[] table, LuaString name)
    {
        if (table.Length == 0)
        {
            return null;
        }

        for (var i = name.GetHashCode() & (table.Length - 1); table[i] is { } shape; i = (i + 1) & (table.Length - 1))
        {
            if (shape.LastName.Equals(name))
            {
                return shape;
            }
        }

        return null;
    }

    private LuaShape Extend(LuaString name)
    {
        var shape = new LuaShape(Used + 1, true);
        for (var i = 0; i < Used; i++)
        {
            shape.Append(Keys[i].Value, Keys[i].Hash);
        }

        shape.Append(name, name.GetHashCode());
        shape.path = [.. path, shape];
        return shape;
    }

    private void Remember(LuaShape shape)
    {
        var table = new LuaShape?[Math.Max(4, longerCount * 2 < longer.Length ? longer.Length : longer.Length * 2)];
        foreach (var other in longer)
        {
            Insert(table, other);
        }

        Insert(table, shape);
        longerCount++;
        Volatile.Write(ref longer, table);
    }

    private static void Insert(LuaShape?[] table, LuaShape? shape)
    {
        if (shape is null)
        {
            return;
        }

        var i = shape.LastName.GetHashCode() & (table.Length - 1);
        while (table[i] is not null)
        {
            i = (i + 1) & (table.Length - 1);
        }

        table[i] = shape;
    }
}

/// <summary>A key of a <see cref="LuaShape"/> and its place in the hash table.</summary>
internal struct LuaFieldKey
{
    public LuaValue Value;
    public int Hash;
    public int Next;

    [MethodImpl(JitOptions.Accessor)]
    public readonly bool Is(long key) => Value.Bits == key && Value.IsInteger;

    [MethodImpl(JitOptions.Accessor)]
    public readonly bool Is(LuaValue key) => Value.Bits == key.Bits && ReferenceEquals(Value.Reference, key.Reference);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Is(LuaString key, int hash) =>
        ReferenceEquals(Value.Reference, key) || (Hash == hash && Value.Reference is LuaString other && other.Equals(key));
}
