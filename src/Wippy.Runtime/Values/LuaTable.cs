using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wippy.Runtime;

/// <summary>
/// A table: an array part for keys 1..n and insertion-ordered fields, so that traversal is the same on every machine
/// (spec/lua.md section 4, Tables). A removed field keeps its place until the fields are rebuilt, so fields may be cleared during traversal.
/// </summary>
/// <remarks>
/// Invariants: the last element of the array part is not nil, and its count + 1 is no key of a field. So <see cref="Length"/> is a border in O(1).
/// </remarks>
public sealed partial class LuaTable : LuaArrayPart
{
    /// <summary>More entries than this end in a Lua error: "table overflow".</summary>
    private const int MaximumEntries = 1 << 26;

    /// <summary>From so many integers among the fields on, their order gives way to an array.</summary>
    private const int MaximumInOrder = 1 << 10;

    /// <summary>Elements that are only expected get no more room than for so many at once.</summary>
    private const int MaximumReserve = 1 << 16;

    // The sign tells that the table is frozen or a holder, so that the fast ways of writing make one test.
    private const sbyte GuardedFlag = sbyte.MinValue;
    private const sbyte FrozenFlag = 1 << 0;
    private const sbyte HadFieldsFlag = 1 << 1;
    private const sbyte HolderFlag = 1 << 2;
    private const sbyte WatchedFlag = 1 << 3;

    // Three bits count how often the kind of all elements was looked for.
    private const sbyte UnitedFlag = 1 << 4;
    private const sbyte UnitedFlags = 7 << 4;

    /// <summary>Of so few elements the kinds are no matter.</summary>
    private const int MinimumUnited = 8;

    private LuaTable? metatable;

    /// <summary>An empty table.</summary>
    public LuaTable()
    {
        // Without arrays: a new table stores as little as it can.
        shape = LuaShape.Empty;
    }

    /// <summary>An empty table with room for this many elements and fields.</summary>
    public LuaTable(int arrayCapacity, int hashCapacity)
        : this()
    {
        if (arrayCapacity > 0)
        {
            // The first element decides what they are; numbers are likely.
            elements = new long[Math.Min(arrayCapacity, MaximumEntries)];
            elementKind = LuaKind.Integer;
        }

        if (hashCapacity > 0)
        {
            fields = new LuaValue[Math.Min(hashCapacity, MaximumEntries)];
        }
    }

    /// <summary>A record: the values of the fields of a shape, nil for an absent one. The array belongs to the table from now on.</summary>
    public LuaTable(LuaShape shape, LuaValue[] values)
    {
        this.shape = shape;
        fields = values;
    }

    /// <summary>A list: the values of keys 1..n. The array belongs to the table from now on.</summary>
    public LuaTable(LuaValue[] values)
        : this()
    {
        Adopt(values);
    }

    /// <summary>A list with fields behind it. The arrays belong to the table from now on.</summary>
    public LuaTable(LuaValue[] list, LuaShape shape, LuaValue[] values)
        : this(shape, values, list)
    {
    }

    /// <summary>A list with fields before it. The arrays belong to the table from now on.</summary>
    public LuaTable(LuaShape shape, LuaValue[] values, LuaValue[] list)
        : this(shape, values)
    {
        Adopt(list);
    }

    /// <summary>A list of integers: the values of keys 1..n.</summary>
    public static LuaTable OfIntegers(ReadOnlySpan<long> values) => OfNumbers(LuaKind.Integer, values);

    /// <summary>A list of floats: the values of keys 1..n.</summary>
    public static LuaTable OfFloats(ReadOnlySpan<double> values) => OfNumbers(LuaKind.Float, MemoryMarshal.Cast<double, long>(values));

    /// <summary>A list of integers, or one of floats: the values of keys 1..n.</summary>
    public static LuaTable OfNumbers(LuaValue[] values) =>
        values[0].IsInteger ? OfIntegers(Array.ConvertAll(values, static v => v.AsInteger())) : OfFloats(Array.ConvertAll(values, static v => v.AsFloat()));

    private static LuaTable OfNumbers(LuaKind kind, ReadOnlySpan<long> bits) => new() { elements = bits.ToArray(), elementKind = kind, Count = bits.Length };

    /// <summary>The metatable, null if there is none.</summary>
    public LuaTable? Metatable
    {
        [MethodImpl(JitOptions.Accessor)]
        get => metatable;
        set
        {
            ForgetInherited();
            if (value is null && metatable is not null)
            {
                Watch();
            }

            metatable = value;
        }
    }

    /// <summary>
    /// May a store that is more than another value of an element have changed other tables than this, or a row that was found (<see cref="LuaRows{T}"/>)? A table that has lost its
    /// metatable may have done so in the metamethod that the store has called.
    /// </summary>
    internal bool IsWatched => (flags & WatchedFlag) != 0 || metatable is not null;

    /// <summary>Remembers that it is a row that was found.</summary>
    internal void Watch() => flags |= WatchedFlag;

    /// <summary>Sets the metatable of a table that has none; false when there is more to do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySetMetatable(LuaTable value)
    {
        if (metatable is not null || IsGuarded)
        {
            return false;
        }

        metatable = value;
        return true;
    }

    /// <summary>Is it read-only (spec/lua.md section 4, Frozen tables)?</summary>
    public bool IsFrozen
    {
        [MethodImpl(JitOptions.Accessor)]
        get => (flags & FrozenFlag) != 0;
    }

    /// <summary>Is it frozen, or does something inherit from it, so that a write has more to do than to store?</summary>
    internal bool IsGuarded
    {
        [MethodImpl(JitOptions.Accessor)]
        get => flags < 0;
    }

    /// <summary>Has it ever held a key that is not a positive integer, or was it marked as an object? An empty one is then written to JSON as <c>{}</c>.</summary>
    public bool HadFields => (flags & HadFieldsFlag) != 0 || (shape.IsShared && shape.Used > 0);

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

            var index = shape.Find(key, HashOther(key));
            return index < 0 ? default : fields[index];
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

    /// <summary>Makes the table read-only for ever; its values are not touched.</summary>
    public LuaTable Freeze()
    {
        if (shape.IsShared && shape.IndexSlot >= 0)
        {
            // A metatable has a shape of its own, where what is inherited can be remembered.
            Own(FieldCount + 1);
        }

        PutInOrder();
        flags |= FrozenFlag | GuardedFlag;
        return this;
    }

    /// <summary>Remembers that an empty table stands for a JSON object.</summary>
    public void MarkAsObject() => flags |= HadFieldsFlag;

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
        // Positions count the array part upwards and the fields downwards from -1, so growth of the array does not shift fields.
        if (position >= 0)
        {
            while (position < Count)
            {
                value = ElementAt(position++);
                if (!value.IsNil)
                {
                    key = (long)position;
                    return true;
                }
            }

            position = -1;
            PutInOrder();
        }

        while (-position - 1 < shape.Used)
        {
            var index = shape.PositionOf(-position - 1);
            position--;
            value = fields[index];
            if (!value.IsNil)
            {
                key = shape.KeyAt(index);
                return true;
            }
        }

        key = default;
        value = default;
        return false;
    }

    /// <summary>A metamethod of a table that is a metatable; its shape remembers which are absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaValue GetMetamethod(LuaMetamethod name) =>
        (shape.AbsentMetamethods & (1 << (int)name)) != 0 ? default : FindMetamethod(name);

    private LuaValue FindMetamethod(LuaMetamethod name)
    {
        var slots = shape.MetamethodSlots ??= new int[LuaMetamethods.Count];
        var value = GetRaw(LuaMetamethods.Name(name), ref slots[(int)name]);
        if (value.IsNil && shape.Find(LuaMetamethods.Name(name)) < 0)
        {
            shape.AbsentMetamethods |= 1 << (int)name;
        }

        return value;
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

        var hash = HashOther(key);
        var index = shape.Find(key, hash);
        if (!TryReplaceField(index, value))
        {
            SetField(index, key, hash, value);
        }
    }

    // The key is neither a string nor a number with an integer value.
    private static int HashOther(LuaValue key) => key.IsFloat ? LuaNumber.Hash(key.AsFloat()) : key.GetHashCode();

    private int PositionAfter(LuaValue key)
    {
        if (key.IsNil)
        {
            // That there is a key can be told without its order.
            return Count == 0 && !shape.IsInOrder && shape.FindFirst(fields) is >= 0 and var first ? -first - 1 : 0;
        }

        PutInOrder();
        if (key.TryGetInteger(out var integer))
        {
            if ((ulong)integer - 1 < (ulong)Count)
            {
                return (int)integer;
            }

            var position = shape.Find(integer, LuaNumber.Hash(integer));
            if (position >= 0)
            {
                return -position - 2;
            }

            if ((ulong)integer - 1 < (ulong)ElementCapacity)
            {
                // The element was cleared during the traversal and the array part shrank behind it.
                return -1;
            }
        }
        else
        {
            var position = key.Reference is LuaString text ? shape.Find(text) : shape.Find(key, key.GetHashCode());
            if (position >= 0)
            {
                return -shape.AdditionOf(position) - 2;
            }
        }

        // Without a position, as in stock Lua.
        throw new LuaException((LuaValue)"invalid key to 'next'");
    }

    private void ThrowIfFrozen()
    {
        if (IsFrozen)
        {
            throw new LuaException("attempt to modify an immutable (read-only) table");
        }
    }
}
