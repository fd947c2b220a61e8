using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// A table: an array part for keys 1..n and an insertion-ordered hash part, so that traversal is the same on every machine
/// (spec/lua.md section 4, Tables). A removed entry stays as a tombstone until the part is rebuilt, so fields may be cleared during traversal.
/// </summary>
/// <remarks>
/// Invariants: the last used array element is not nil, and key <c>arrayCount + 1</c> is not in the hash part. So <see cref="Length"/> is a border in O(1).
/// </remarks>
public sealed class LuaTable : LuaObject
{
    /// <summary>More entries than this end in a Lua error: "table overflow".</summary>
    private const int MaximumEntries = 1 << 26;

    /// <summary>Up to this many entries the hash part is searched from front to back and has no buckets: most records are that small.</summary>
    private const int MaximumUnhashed = 8;

    // Extra holds these two flags and, below them, a bit for each metamethod that is known to be absent.
    private const int FrozenFlag = 1 << 30;
    private const int HadFieldsFlag = 1 << 29;
    private const int KnownFlags = FrozenFlag | HadFieldsFlag;

    private int arrayCount;
    private int used;
    private int live;
    private int integerKeys;
    private LuaValue[] array;
    private Entry[] entries;
    private int[] buckets;
    private LuaTable? metatable;

    /// <summary>An empty table.</summary>
    public LuaTable()
        : base(LuaKind.Table)
    {
        array = [];
        entries = [];
        buckets = [];
    }

    /// <summary>An empty table with room for this many elements and fields.</summary>
    public LuaTable(int arrayCapacity, int hashCapacity)
        : this()
    {
        if (arrayCapacity > 0)
        {
            array = new LuaValue[Math.Min(arrayCapacity, MaximumEntries)];
        }

        if (hashCapacity > 0)
        {
            Allocate(Math.Min(hashCapacity, MaximumEntries));
        }
    }

    /// <summary>The metatable, null if there is none.</summary>
    public LuaTable? Metatable
    {
        get => metatable;
        set => metatable = value;
    }

    /// <summary>Is it read-only (spec/lua.md section 4, Frozen tables)?</summary>
    public bool IsFrozen => (Extra & FrozenFlag) != 0;

    /// <summary>Has it ever held a key that is not a positive integer, or was it marked as an object? An empty one is then written to JSON as <c>{}</c>.</summary>
    public bool HadFields => (Extra & HadFieldsFlag) != 0;

    /// <summary>A border: an n with t[n] not nil and t[n+1] nil, or 0.</summary>
    public long Length => arrayCount;

    /// <summary>The number of entries with a non-nil value in the hash part.</summary>
    internal int FieldCount => live;

    internal ReadOnlySpan<LuaValue> ArrayPart => array.AsSpan(0, arrayCount);

    /// <summary>Raw access. Writing raises for nil and NaN keys and for frozen tables.</summary>
    public LuaValue this[LuaValue key]
    {
        get
        {
            if (key.IsInteger)
            {
                return this[key.Bits];
            }

            if (key.Reference is LuaString text)
            {
                return this[text];
            }

            if (key.IsFloat && LuaNumber.TryToInteger(key.AsFloat(), out var integer))
            {
                return this[integer];
            }

            var index = Find(key, key.GetHashCode());
            return index < 0 ? default : entries[index].Value;
        }

        set
        {
            if (key.IsInteger)
            {
                this[key.Bits] = value;
            }
            else if (key.Reference is LuaString text)
            {
                this[text] = value;
            }
            else
            {
                SetOther(key, value);
            }
        }
    }

    /// <summary>Raw access by integer.</summary>
    public LuaValue this[long key]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var index = (ulong)key - 1;
            return index < (ulong)arrayCount ? array[(int)index] : GetInteger(key);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set
        {
            var index = (ulong)key - 1;
            if (!TryReplace(key, value))
            {
                SetInteger(key, value);
            }
        }
    }

    /// <summary>Raw access by string.</summary>
    public LuaValue this[LuaString key]
    {
        get
        {
            var index = Find(key);
            return index < 0 ? default : entries[index].Value;
        }

        set
        {
            var index = Find(key);
            if (index >= 0 && !value.IsNil && !IsFrozen && !entries[index].Value.IsNil)
            {
                entries[index].Value = value;
            }
            else if (index < 0 && used < entries.Length && buckets.Length == 0 && !value.IsNil && !IsFrozen)
            {
                // A field of a record.
                ref var entry = ref entries[used++];
                entry.Key = key;
                entry.Value = value;
                entry.Hash = key.GetHashCode();
                live++;
                Extra = (Extra & KnownFlags) | HadFieldsFlag;
            }
            else
            {
                SetEntry(index, key, key.GetHashCode(), value);
            }
        }
    }

    /// <summary>Raw access by the UTF-8 bytes of a text.</summary>
    public LuaValue this[string key]
    {
        get => this[LuaString.FromUtf16(key)];
        set => this[LuaString.Literal(key)] = value;
    }

    /// <summary>Makes the table read-only for ever; its values are not touched.</summary>
    public LuaTable Freeze()
    {
        Extra |= FrozenFlag;
        return this;
    }

    /// <summary>Remembers that an empty table stands for a JSON object.</summary>
    public void MarkAsObject() => Extra |= HadFieldsFlag;

    /// <summary>Writes an element of the array part. False when the fast way does not apply: no such element, or the value nil, or the table frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryReplace(long key, LuaValue value)
    {
        var index = (ulong)key - 1;
        if (index >= (ulong)arrayCount || value.IsNil || IsFrozen)
        {
            return false;
        }

        LuaValue.Store(ref array[(int)index], value);
        return true;
    }

    /// <summary>The value that the per-site cache finds at once; false if it does not, or the field is nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGetCached(LuaString key, int slot, out LuaValue value)
    {
        var all = entries;
        if ((uint)slot < (uint)all.Length && ReferenceEquals(all[slot].Key.Reference, key))
        {
            value = all[slot].Value;
            return !value.IsNil;
        }

        value = default;
        return false;
    }

    /// <summary>Raw read through a per-site cache: hits when the entry at <paramref name="slot"/> has this very key object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue GetRaw(LuaString key, ref int slot)
    {
        var all = entries;
        var cached = slot;
        if ((uint)cached < (uint)all.Length && ReferenceEquals(all[cached].Key.Reference, key))
        {
            return all[cached].Value;
        }

        return GetRawSlow(key, ref slot);
    }

    /// <summary>Raw write through a per-site cache. False when the fast way does not apply: the field is not at the slot, or the value nil, or the table frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySetRaw(LuaString key, LuaValue value, ref int slot)
    {
        var all = entries;
        var cached = slot;
        if ((uint)cached < (uint)all.Length
            && ReferenceEquals(all[cached].Key.Reference, key)
            && !all[cached].Value.IsNil
            && !value.IsNil
            && !IsFrozen)
        {
            LuaValue.Store(ref all[cached].Value, value);
            return true;
        }

        return false;
    }

    /// <summary>Writes a field without asking a metatable if that is right: the field exists, or no <c>__newindex</c> can be there, and the table is not frozen.</summary>
    internal bool TrySetField(LuaString key, LuaValue value, ref int slot)
    {
        if (IsFrozen)
        {
            return false;
        }

        var index = Find(key);
        if (index < 0 || entries[index].Value.IsNil)
        {
            if (metatable is not null && !metatable.GetMetamethod(LuaMetamethod.NewIndex).IsNil)
            {
                return false;
            }
        }
        else
        {
            slot = index;
            if (!value.IsNil)
            {
                entries[index].Value = value;
                return true;
            }
        }

        SetEntry(index, key, key.GetHashCode(), value);
        return true;
    }

    /// <summary>Adds values behind the last element: the open end of a table constructor.</summary>
    public void Append(LuaValues values)
    {
        // A constructor stores at fixed positions, so nils among the values leave holes.
        AppendAt(arrayCount + 1L, values);
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
        EnsureArray(index - 1 + span.Length);
        for (var i = 0; i < span.Length; i++)
        {
            if (!span[i].IsNil)
            {
                this[index + i] = span[i];
            }
        }
    }

    /// <summary>
    /// The entry after <paramref name="key"/> (nil: the first one). False at the end. Raises <c>invalid key to 'next'</c> for a key that the table never had.
    /// </summary>
    public bool Next(ref LuaValue key, out LuaValue value)
    {
        var position = PositionAfter(key);
        return Next(ref position, out key, out value);
    }

    /// <summary>
    /// Traversal by position: start with 0. Fields may be cleared on the way; fields added on the way may or may not be visited.
    /// </summary>
    public bool Next(ref int position, out LuaValue key, out LuaValue value)
    {
        // Positions count the array part upwards and the hash part downwards from -1, so growth of the array does not shift hash positions.
        if (position >= 0)
        {
            while (position < arrayCount)
            {
                value = array[position++];
                if (!value.IsNil)
                {
                    key = (long)position;
                    return true;
                }
            }

            position = -1;
        }

        while (-position - 1 < used)
        {
            ref var entry = ref entries[-position - 1];
            position--;
            if (!entry.Value.IsNil)
            {
                key = entry.Key;
                value = entry.Value;
                return true;
            }
        }

        key = default;
        value = default;
        return false;
    }

    /// <summary>Removes and returns the value at a position of the sequence, moving later ones down (table.remove).</summary>
    internal LuaValue RemoveAt(long index)
    {
        ThrowIfFrozen();
        var value = array[index - 1];
        Array.Copy(array, index, array, index - 1, arrayCount - index);
        array[--arrayCount] = default;
        TrimArray();
        return value;
    }

    /// <summary>Inserts a value at a position of the sequence, moving later ones up (table.insert).</summary>
    internal void InsertAt(long index, LuaValue value)
    {
        ThrowIfFrozen();
        var last = array[arrayCount - 1];
        Array.Copy(array, index - 1, array, index, arrayCount - index);
        array[index - 1] = value;
        this[arrayCount + 1L] = last;
    }

    /// <summary>The elements 1..n as a span for sorting in place; null if they are not all in the array part.</summary>
    internal bool TryGetSequence(long length, out Span<LuaValue> span)
    {
        span = length <= arrayCount && !IsFrozen ? array.AsSpan(0, (int)length) : default;
        return length <= arrayCount && !IsFrozen;
    }

    /// <summary>A metamethod of a table that is a metatable; remembers which of the frequent ones are absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaValue GetMetamethod(LuaMetamethod name) =>
        (Extra & (1 << (int)name)) != 0 ? default : FindMetamethod(name);

    private LuaValue FindMetamethod(LuaMetamethod name)
    {
        var value = this[LuaMetamethods.Name(name)];
        if (value.IsNil)
        {
            Extra |= 1 << (int)name;
        }

        return value;
    }

    private LuaValue GetInteger(long key)
    {
        if (integerKeys == 0)
        {
            return default;
        }

        var index = Find(key, LuaNumber.Hash(key));
        return index < 0 ? default : entries[index].Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetInteger(long key, LuaValue value)
    {
        ThrowIfFrozen();
        var index = (ulong)key - 1;
        if (index == (ulong)arrayCount && index < (ulong)array.Length && integerKeys == 0 && !value.IsNil)
        {
            array[arrayCount++] = value;
        }
        else if (index < (ulong)arrayCount)
        {
            array[(int)index] = value;
            if (value.IsNil && (int)index == arrayCount - 1)
            {
                arrayCount--;
                TrimArray();
            }
        }
        else if (index == (ulong)arrayCount)
        {
            if (!value.IsNil)
            {
                PushArray(value);
            }
        }
        else
        {
            SetEntry(integerKeys == 0 ? -1 : Find(key, LuaNumber.Hash(key)), key, LuaNumber.Hash(key), value);
        }
    }

    private void SetOther(LuaValue key, LuaValue value)
    {
        if (key.IsNil)
        {
            throw new LuaException("table index is nil");
        }

        if (key.IsFloat)
        {
            var number = key.AsFloat();
            if (LuaNumber.TryToInteger(number, out var integer))
            {
                this[integer] = value;
                return;
            }

            if (double.IsNaN(number))
            {
                throw new LuaException("table index is NaN");
            }
        }

        var hash = key.GetHashCode();
        SetEntry(Find(key, hash), key, hash, value);
    }

    private void TrimArray()
    {
        while (arrayCount > 0 && array[arrayCount - 1].IsNil)
        {
            arrayCount--;
        }
    }

    private void PushArray(LuaValue value)
    {
        var key = arrayCount + 1L;
        if (arrayCount == array.Length && !GrowArray())
        {
            this[key] = value;
            return;
        }

        array[arrayCount++] = value;
        if (integerKeys > 0)
        {
            MigrateFromHash();
        }
    }

    /// <summary>Moves the integers that now continue the sequence from the hash part to the array part.</summary>
    private void MigrateFromHash()
    {
        while (integerKeys > 0)
        {
            long key = arrayCount + 1L;
            var index = Find(key, LuaNumber.Hash(key));
            if (index < 0 || entries[index].Value.IsNil)
            {
                return;
            }

            var value = entries[index].Value;
            entries[index].Value = default;
            integerKeys--;
            live--;
            if (arrayCount == array.Length)
            {
                Array.Resize(ref array, checked(array.Length * 2));
            }

            array[arrayCount++] = value;
        }

        if (live == 0)
        {
            DropHash();
        }
    }

    /// <summary>Doubles the array part, or moves it to the hash part (false) when most of it is nil: a queue that moves upwards does not leak.</summary>
    private bool GrowArray()
    {
        if (array.Length >= MaximumEntries)
        {
            throw new LuaException("table overflow");
        }

        if (array.Length >= 64)
        {
            var filled = 0;
            foreach (ref readonly var value in array.AsSpan(0, arrayCount))
            {
                filled += value.IsNil ? 0 : 1;
            }

            if (filled < array.Length / 2)
            {
                var old = array;
                var count = arrayCount;
                array = [];
                arrayCount = 0;
                for (var i = 0; i < count; i++)
                {
                    if (!old[i].IsNil)
                    {
                        this[i + 1L] = old[i];
                    }
                }

                return false;
            }
        }

        Array.Resize(ref array, Math.Max(4, array.Length * 2));
        return true;
    }

    private void EnsureArray(long capacity)
    {
        if (capacity > array.Length)
        {
            if (capacity > MaximumEntries)
            {
                throw new LuaException("table overflow");
            }

            Array.Resize(ref array, (int)capacity);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue GetRawSlow(LuaString key, ref int slot)
    {
        var index = Find(key);
        if (index < 0)
        {
            return default;
        }

        slot = index;
        return entries[index].Value;
    }

    private int Find(LuaString key)
    {
        var hash = key.GetHashCode();
        var all = entries;
        if (buckets.Length == 0)
        {
            for (var i = 0; i < used && i < all.Length; i++)
            {
                if (all[i].IsKey(key, hash))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = buckets[hash & (buckets.Length - 1)] - 1; (uint)i < (uint)all.Length; i = all[i].Next)
        {
            if (all[i].IsKey(key, hash))
            {
                return i;
            }
        }

        return -1;
    }

    private int Find(LuaValue key, int hash)
    {
        var all = entries;
        if (buckets.Length == 0)
        {
            for (var i = 0; i < used && i < all.Length; i++)
            {
                if (all[i].IsKey(key, hash))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = buckets[hash & (buckets.Length - 1)] - 1; (uint)i < (uint)all.Length; i = all[i].Next)
        {
            if (all[i].IsKey(key, hash))
            {
                return i;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetEntry(int index, LuaValue key, int hash, LuaValue value)
    {
        ThrowIfFrozen();
        if (index >= 0)
        {
            ref var entry = ref entries[index];
            if (!entry.Value.IsNil)
            {
                if (value.IsNil)
                {
                    live--;
                    integerKeys -= entry.Key.IsInteger ? 1 : 0;
                    Extra &= KnownFlags;
                }

                entry.Value = value;
                return;
            }

            if (value.IsNil)
            {
                return;
            }

            if (index != used - 1)
            {
                // Deleting a key and adding it again moves it to the end.
                Unlink(index);
                entry.Key = LuaValue.DeadKey;
                index = -1;
            }
            else
            {
                entry.Value = value;
            }
        }

        if (value.IsNil)
        {
            return;
        }

        if (index < 0)
        {
            if (used == entries.Length)
            {
                Rebuild(live + 1);
            }

            ref var entry = ref entries[used];
            entry.Key = key;
            entry.Value = value;
            entry.Hash = hash;
            Link(used++);
        }

        live++;
        Extra &= KnownFlags;
        if (key.IsInteger)
        {
            integerKeys++;
            Extra |= key.Bits <= 0 ? HadFieldsFlag : 0;
        }
        else
        {
            Extra |= HadFieldsFlag;
        }
    }

    private void Link(int index)
    {
        if (buckets.Length > 0)
        {
            ref var bucket = ref buckets[entries[index].Hash & (buckets.Length - 1)];
            entries[index].Next = bucket - 1;
            bucket = index + 1;
        }
    }

    private void Unlink(int index)
    {
        if (buckets.Length == 0)
        {
            return;
        }

        ref var link = ref buckets[entries[index].Hash & (buckets.Length - 1)];
        if (link - 1 == index)
        {
            link = entries[index].Next + 1;
            return;
        }

        var previous = link - 1;
        while (entries[previous].Next != index)
        {
            previous = entries[previous].Next;
        }

        entries[previous].Next = entries[index].Next;
    }

    /// <summary>Rebuilds the hash part without tombstones, with room for <paramref name="needed"/> entries.</summary>
    private void Rebuild(int needed)
    {
        if (needed > MaximumEntries)
        {
            throw new LuaException("table overflow");
        }

        // Room for half as many again as are live, so that a table of constant size that adds and removes is rebuilt only now and then.
        var capacity = needed <= 1 ? 1 : needed <= 2 ? 2 : needed <= 4 ? 4 : Math.Max(needed, live + (live >> 1));
        var old = entries.AsSpan(0, used);
        Allocate(capacity);
        used = 0;
        foreach (ref readonly var entry in old)
        {
            if (!entry.Value.IsNil)
            {
                entries[used] = entry;
                Link(used++);
            }
        }
    }

    private void Allocate(int capacity)
    {
        entries = new Entry[capacity];
        buckets = capacity <= MaximumUnhashed ? [] : new int[(int)BitOperations.RoundUpToPowerOf2((uint)capacity)];
    }

    private void DropHash()
    {
        entries = [];
        buckets = [];
        used = 0;
    }

    private int PositionAfter(LuaValue key)
    {
        if (key.IsNil)
        {
            return 0;
        }

        if (key.TryGetInteger(out var integer))
        {
            if ((ulong)integer - 1 < (ulong)arrayCount)
            {
                return (int)integer;
            }

            var position = Find(integer, LuaNumber.Hash(integer));
            if (position >= 0)
            {
                return -position - 2;
            }

            if ((ulong)integer - 1 < (ulong)array.Length)
            {
                // The element was cleared during the traversal and the array part shrank behind it.
                return -1;
            }
        }
        else
        {
            var position = key.Reference is LuaString text ? Find(text) : Find(key, key.GetHashCode());
            if (position >= 0)
            {
                return -position - 2;
            }
        }

        throw new LuaException("invalid key to 'next'");
    }

    private void ThrowIfFrozen()
    {
        if (IsFrozen)
        {
            throw new LuaException("attempt to modify an immutable (read-only) table");
        }
    }

    private struct Entry
    {
        public LuaValue Key;
        public LuaValue Value;
        public int Hash;
        public int Next;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly bool IsKey(LuaString key, int hash) =>
            ReferenceEquals(Key.Reference, key) || (Hash == hash && Key.Reference is LuaString other && other.Equals(key));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly bool IsKey(LuaValue key, int hash) => Hash == hash && Key.Equals(key);
    }
}
