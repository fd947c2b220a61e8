using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// The array part. While all elements are of one kind, that kind is kept once, so that a typed read asks for it and not for each element. Integers and
/// floats are packed then: their bits lie in a <c>long[]</c>; booleans, and nils among them, in a <c>LuaTruth[]</c>. Everything else lies in a
/// <c>LuaValue[]</c>.
/// </content>
public sealed partial class LuaTable
{
    /// <summary>A border: an n with t[n] not nil and t[n+1] nil, or 0.</summary>
    public long Length
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Count;
    }

    // Lies beside the kind of the object, where the host would leave a gap.
    private int Count
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Extra;
        [MethodImpl(JitOptions.Accessor)]
        set => Extra = value;
    }

    internal int ElementCapacity
    {
        [MethodImpl(JitOptions.Accessor)]
        get => elements is null ? 0 : elements.Length;
    }

    private bool IsPacked
    {
        [MethodImpl(JitOptions.Accessor)]
        get => IsPrimitive(elementKind);
    }

    private long[] Packed
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Unsafe.As<long[]>(elements!);
    }

    private LuaTruth[] PackedTruths
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Unsafe.As<LuaTruth[]>(elements!);
    }

    private LuaValue[] General
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Unsafe.As<LuaValue[]>(elements!);
    }

    // Are the elements of a form in which some may be nil?
    private bool MayHaveNils
    {
        [MethodImpl(JitOptions.Accessor)]
        get => elementKind is LuaKind.Nil or LuaKind.BooleanOrNil;
    }

    /// <summary>Raw access by integer.</summary>
    public LuaValue this[long key]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var index = (ulong)key - 1;
            return index < (ulong)Count ? ElementAt((int)index) : GetInteger(key);
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
        if (index >= (ulong)Count || elements is not { } list)
        {
            value = default;
            return false;
        }

        if (elementKind == LuaKind.Integer)
        {
            value = Place<long>(list, index);
        }
        else if (elementKind == LuaKind.Float)
        {
            value = new(LuaTag.Float, Place<long>(list, index));
        }
        else if (IsTruth(elementKind))
        {
            value = Place<LuaTruth>(list, index).Value;
            return !value.IsNil;
        }
        else
        {
            value = Place<LuaValue>(list, index);
            return !value.IsNil;
        }

        return true;
    }

    /// <summary>Gives two elements each other's values; false when one of them is nil or in no array, or the table is frozen.</summary>
    internal bool TrySwap(long first, long second)
    {
        var index = (ulong)first - 1;
        var other = (ulong)second - 1;
        if (index >= (ulong)Count || other >= (ulong)Count || IsGuarded || elements is not { } list)
        {
            return false;
        }

        if (elementKind is LuaKind.Integer or LuaKind.Float)
        {
            (Place<long>(list, index), Place<long>(list, other)) = (Place<long>(list, other), Place<long>(list, index));
        }
        else if (IsTruth(elementKind))
        {
            var (one, two) = (Place<LuaTruth>(list, index), Place<LuaTruth>(list, other));
            if (one.IsNil || two.IsNil)
            {
                return false;
            }

            (Place<LuaTruth>(list, index), Place<LuaTruth>(list, other)) = (two, one);
        }
        else
        {
            var (one, two) = (Place<LuaValue>(list, index), Place<LuaValue>(list, other));
            if (one.IsNil || two.IsNil)
            {
                return false;
            }

            (Place<LuaValue>(list, index), Place<LuaValue>(list, other)) = (two, one);
        }

        return true;
    }

    /// <summary>Adds an element that fits to the others behind the last; false when there is no room for it, or something else has to be asked.</summary>
    internal bool TryAppend(long key, LuaValue value)
    {
        if (value.IsNil || !Fits(value.Kind) || !CanAppend(key))
        {
            return false;
        }

        SetElement(Count++, value);
        return true;
    }

    /// <inheritdoc cref="TryAppend(long, LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAppend(long key, long value) => elementKind == LuaKind.Integer && TryAppendBits(key, value);

    /// <inheritdoc cref="TryAppend(long, LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAppend(long key, double value) => elementKind == LuaKind.Float && TryAppendBits(key, BitConverter.DoubleToInt64Bits(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryAppendBits(long key, long bits)
    {
        if (!CanAppend(key))
        {
            return false;
        }

        Packed[Count++] = bits;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool CanAppend(long key) =>
        key - 1 == Count && Count < ElementCapacity && metatable is null && !IsGuarded && (!HasIntegersAhead || shape.SurelyLacks(LuaNumber.Hash(key + 1)));

    /// <summary>Takes away the last element of a list of numbers; false when it is not the last, or something else has to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRemoveLast(long key)
    {
        if (key != Count || key == 0 || IsGuarded || elementKind is not (LuaKind.Integer or LuaKind.Float))
        {
            return false;
        }

        Count--;
        return true;
    }

    // Are there integers among the fields with which the array part may go on one day? Key 0 is none of these.
    private bool HasIntegersAhead
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => shape.IntegerKeys > 0 && (shape.IntegerKeys > 1 || !shape.BeginsAtZero || fields[0].IsNil);
    }

    /// <summary>
    /// Gives elements from a key on, each <paramref name="step"/> behind the one before, the value that they could get without asking anything: those that
    /// have one of its kind, or may have any, or are added behind the last, or are cleared. Gives their number, which may be 0.
    /// </summary>
    internal ulong Fill(long key, long step, ulong wanted, LuaValue value)
    {
        var index = (ulong)key - 1;
        if (step == 0 || IsGuarded || !Fits(value.Kind) || (MayHaveNils && (Count == 0 || metatable is not null)))
        {
            return 0;
        }

        if (step == 1 && index == (ulong)Count && metatable is null && !value.IsNil && !HasIntegersAhead)
        {
            if (wanted > (ulong)(ElementCapacity - Count))
            {
                Grow(Count + (long)Math.Min(wanted, MaximumEntries));
            }

            wanted = Math.Min(wanted, (ulong)(ElementCapacity - Count));
            Count += (int)wanted;
        }

        // The last element stays when others are cleared, since that is not nil.
        var end = (ulong)(value.IsNil && Count > 0 ? Count - 1 : Count);
        if (index >= end)
        {
            return 0;
        }

        wanted = Math.Min(wanted, step > 0 ? ((end - 1 - index) / (ulong)step) + 1 : (index / (ulong)-step) + 1);
        if (!IsPacked)
        {
            Fill(General, (int)index, step, (int)wanted, value);
        }
        else if (IsTruth(elementKind))
        {
            Fill(PackedTruths, (int)index, step, (int)wanted, new LuaTruth(value));
        }
        else
        {
            Fill(Packed, (int)index, step, (int)wanted, value.Bits);
        }

        return wanted;
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
        if (span.Length > 0 && shape.IntegerKeys == 0)
        {
            // As in stock Lua all elements of a constructor lie in the array part, also those behind a nil, so that the last of them is a border.
            var all = new LuaValue[Math.Max(Count, index - 1 + span.Length)];
            for (var i = 0; i < Count; i++)
            {
                all[i] = ElementAt(i);
            }

            span.CopyTo(all.AsSpan((int)index - 1));
            Adopt(all);
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

    /// <summary>
    /// Writes an element of the array part. False when the fast way does not apply: no such element, or the table frozen, or a nil that is the first among the
    /// elements, or follows them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryReplace(long key, LuaValue value)
    {
        var index = (ulong)key - 1;
        if (index >= (ulong)Count || IsGuarded || elements is not { } list)
        {
            return false;
        }

        if (elementKind == LuaKind.Integer ? value.IsInteger : elementKind == LuaKind.Float && value.IsFloat)
        {
            Place<long>(list, index) = value.Bits;
            return true;
        }

        return (!value.IsNil || MayHaveNils) && TryReplaceOther(index, value);
    }

    private bool TryReplaceOther(ulong index, LuaValue value)
    {
        if (!Fits(value.Kind) || (value.IsNil && index == (ulong)Count - 1))
        {
            return false;
        }

        if (IsTruth(elementKind))
        {
            ref var truth = ref PackedTruths[index];
            if (truth.IsNil && metatable is not null)
            {
                return false;
            }

            truth = new LuaTruth(value);
            return true;
        }

        ref var element = ref General[index];
        if (element.IsNil && metatable is not null)
        {
            return false;
        }

        LuaValue.Store(ref element, value);
        return true;
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
        Accept(value.Kind);
        var last = Count;
        Push(ElementAt((int)last - 1));
        if (Count <= last)
        {
            // Most elements were nil, and growing has turned them into fields.
            for (var i = last; i > index; i--)
            {
                this[i] = this[i - 1];
            }

            this[index] = value;
            return;
        }

        Array.Copy(elements!, index - 1, elements!, index, last - index);
        SetElement((int)index - 1, value);
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
    private LuaValue ElementAt(int index) => IsPacked ? PackedAt(index) : General[index];

    [MethodImpl(JitOptions.Accessor)]
    private LuaValue PackedAt(int index) =>
        IsTruth(elementKind)
            ? PackedTruths[index].Value
            : new(elementKind == LuaKind.Integer ? LuaTag.Integer : LuaTag.Float, Packed[index]);

    // The value fits to the elements.
    private void SetElement(int index, LuaValue value)
    {
        if (IsPacked)
        {
            SetPacked(index, value);
        }
        else
        {
            General[index] = value;
        }
    }

    [MethodImpl(JitOptions.Accessor)]
    private void SetPacked(int index, LuaValue value)
    {
        if (IsTruth(elementKind))
        {
            PackedTruths[index] = new LuaTruth(value);
        }
        else
        {
            Packed[index] = value.Bits;
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
        else if (!TryExtend(index, value) && !TryContinueFields(key, value))
        {
            var hash = LuaNumber.Hash(key);
            var position = shape.Find(key, hash);
            if (!TryReplaceField(position, value))
            {
                SetField(position, key, hash, value);
            }
        }
    }

    private void Replace(int index, LuaValue value)
    {
        if (value.IsNil && index == Count - 1)
        {
            RemoveLast(index);
            return;
        }

        Accept(value.Kind);
        SetElement(index, value);
    }

    private void RemoveLast(int index)
    {
        Count--;
        if (!IsPacked)
        {
            General[index] = default;
        }

        Trim();
    }

    private void Trim()
    {
        if (!MayHaveNils)
        {
            return;
        }

        while (Count > 0 && ElementAt(Count - 1).IsNil)
        {
            Count--;
        }

        if (Count == 0 && elementKind == LuaKind.BooleanOrNil)
        {
            elementKind = LuaKind.Boolean;
        }
    }

    /// <summary>Adds a value, not nil, behind the last element.</summary>
    private void Push(LuaValue value)
    {
        Accept(value.Kind);
        if (Count >= ElementCapacity)
        {
            var key = Count + 1;
            if (TryMoveToFields())
            {
                this[key] = value;
                return;
            }

            Grow(key);
        }

        SetElement(Count++, value);
        if (shape.IntegerKeys > 0)
        {
            MigrateFields();
        }
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

        var kind = values[0].Kind;
        var i = 1;
        while (i < values.Length && values[i].Kind == kind)
        {
            i++;
        }

        Count = values.Length;
        if (i < values.Length || !IsPrimitive(kind))
        {
            elements = values;
            elementKind = i < values.Length ? LuaKind.Nil : kind;
            Trim();
            return;
        }

        elements = NewElements(kind, i);
        elementKind = kind;
        for (i = 0; i < values.Length; i++)
        {
            SetPacked(i, values[i]);
        }
    }
}
