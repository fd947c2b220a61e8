using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>How the array part grows, changes its form, and trades elements with the fields.</content>
public sealed partial class LuaTable
{
    private static bool IsPrimitive(LuaKind kind) => kind is >= LuaKind.Boolean and <= LuaKind.Float;

    private static bool IsTruth(LuaKind kind) => kind is LuaKind.Boolean or LuaKind.BooleanOrNil;

    private static Array NewElements(LuaKind kind, int capacity) =>
        IsTruth(kind) ? new LuaTruth[capacity] : IsPrimitive(kind) ? new long[capacity] : new LuaValue[capacity];

    // Five numbers fill a cache line together with the header of their array.
    private static int FirstCapacity(LuaKind kind) => IsTruth(kind) ? 8 : IsPrimitive(kind) ? 5 : 4;

    /// <summary>Can a value of this kind lie beside the elements in their form?</summary>
    private bool Fits(LuaKind kind) => kind == elementKind || elementKind == LuaKind.Nil || (elementKind == LuaKind.BooleanOrNil && kind <= LuaKind.Boolean);

    /// <summary>Makes the array part one for a value of this kind beside those that it has.</summary>
    private void Accept(LuaKind kind)
    {
        if (kind == elementKind)
        {
            return;
        }

        if (Count == 0)
        {
            // An array of other bits is replaced by one for as many.
            if (elements is null || IsPrimitive(kind) || IsPacked)
            {
                elements = NewElements(kind, elements is null ? FirstCapacity(kind) : ElementCapacity);
            }

            elementKind = kind;
        }
        else if (IsTruth(elementKind) && kind <= LuaKind.Boolean)
        {
            elementKind = LuaKind.BooleanOrNil;
        }
        else
        {
            Generalize();
        }
    }

    private void Generalize()
    {
        if (IsPacked)
        {
            var general = new LuaValue[Math.Max(4, ElementCapacity)];
            for (var i = 0; i < Count; i++)
            {
                general[i] = PackedAt(i);
            }

            elements = general;
        }

        elementKind = LuaKind.Nil;
    }

    /// <summary>Tells the kind of all elements once again, and packs them if that is possible. False when it is another one, or was looked for in vain too often.</summary>
    private bool TryUnite(LuaKind kind)
    {
        // A frozen table may be that of several threads.
        if (elementKind != LuaKind.Nil || Count < MinimumUnited || IsGuarded || (flags & UnitedFlags) == UnitedFlags || General[Count >> 1].Kind != kind)
        {
            return false;
        }

        flags += UnitedFlag;
        foreach (ref readonly var element in General.AsSpan(0, Count))
        {
            if (element.Kind != kind)
            {
                return false;
            }
        }

        elementKind = kind;
        if (IsPacked)
        {
            var general = General;
            elements = NewElements(kind, Count);
            for (var i = 0; i < Count; i++)
            {
                SetPacked(i, general[i]);
            }
        }

        return true;
    }

    private void GrowPacked(long wanted)
    {
        // Small arrays grow by halves or less, so that they waste little; nothing but bits is copied.
        var capacity = ElementCapacity;
        if (capacity >= MaximumEntries)
        {
            throw new LuaException("table overflow");
        }

        capacity = capacity < 4 ? FirstCapacity(elementKind)
            : capacity < 10 ? 10
            : capacity < 256 ? Math.Min(capacity + (capacity >> 1), (capacity * 2) - 8)
            : capacity * 2;
        ResizePacked((int)Math.Min(Math.Max(capacity, wanted), MaximumEntries));
    }

    /// <summary>Makes room for so many elements, or for twice as many as there is room for now.</summary>
    private void Grow(long wanted)
    {
        if (IsPacked)
        {
            GrowPacked(wanted);
            return;
        }

        if (ElementCapacity >= MaximumEntries)
        {
            throw new LuaException("table overflow");
        }

        var general = General;
        Array.Resize(ref general, (int)Math.Min(Math.Max(2L * ElementCapacity, Math.Max(FirstCapacity(elementKind), wanted)), MaximumEntries));
        elements = general;
    }

    private void ResizePacked(int capacity) =>
        elements = IsTruth(elementKind) ? Grown(PackedTruths, capacity) : Grown(Packed, capacity);

    /// <summary>
    /// Gives the array part room for elements from one key to another, which are about to be added one by one: no arrays that are too short are left behind, nor
    /// is there room to spare in the end. Room for very many is given by doubling, since they may yet not come.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Reserve(long first, long last, LuaKind kind)
    {
        if (last <= ElementCapacity || last > MaximumEntries || first < 0 || first - 1 > Count || metatable is not null || IsGuarded || (Count > 0 && elementKind != kind))
        {
            return;
        }

        var capacity = (int)last;
        while (capacity > MaximumReserve && capacity > 2 * Count)
        {
            capacity = (capacity + 1) / 2;
        }

        if (capacity <= ElementCapacity)
        {
            return;
        }

        if (Count == 0)
        {
            elements = NewElements(kind, capacity);
            elementKind = kind;
        }
        else if (IsPacked)
        {
            ResizePacked(capacity);
        }
        else
        {
            var general = General;
            Array.Resize(ref general, capacity);
            elements = general;
        }
    }

    private T[] Grown<T>(T[] packed, int capacity)
    {
        var grown = GC.AllocateUninitializedArray<T>(capacity);
        packed.AsSpan(0, Count).CopyTo(grown);
        return grown;
    }

    /// <summary>Turns a full array into fields when most of it is nil: a queue that moves upwards does not leak.</summary>
    private bool TryMoveToFields()
    {
        if (!MayHaveNils || ElementCapacity is < 64 or >= MaximumEntries)
        {
            return false;
        }

        var filled = Count - (IsPacked ? LuaTruth.CountNils(PackedTruths.AsSpan(0, Count)) : CountNils(General.AsSpan(0, Count)));
        if (filled >= ElementCapacity / 2)
        {
            return false;
        }

        var old = Sequence();
        elements = null;
        elementKind = LuaKind.Nil;
        Count = 0;
        for (var i = 0; i < old.Length; i++)
        {
            if (!old[i].IsNil)
            {
                this[i + 1L] = old[i];
            }
        }

        return true;
    }

    private static int CountNils(ReadOnlySpan<LuaValue> values)
    {
        var count = 0;
        foreach (ref readonly var value in values)
        {
            count += value.IsNil ? 1 : 0;
        }

        return count;
    }

    /// <summary>Moves the integers that now continue the sequence from the fields to the array part.</summary>
    private void MigrateFields()
    {
        while (shape.IntegerKeys > 0)
        {
            var key = Count + 1;
            var index = shape.Find(key, LuaNumber.Hash(key));
            if (index < 0 || fields[index].IsNil)
            {
                return;
            }

            var value = fields[index];
            ClearField(index);
            Accept(value.Kind);
            if (Count >= ElementCapacity)
            {
                Grow(key);
            }

            SetElement(Count++, value);
        }

        if (shape.Live == 0)
        {
            DropFields();
        }
    }

    /// <summary>
    /// Turns fields into elements when all are integers that fill more than half of an array: a sieve that starts at 2, or rows of a grid. Few of them have to be in
    /// ascending order, so that their order of traversal stays; many may be in any, and are those of a list with holes from now on (spec/lua.md section 4,
    /// Traversal order: the keys up to the border come first).
    /// </summary>
    private bool TryMoveToElements()
    {
        if (shape.IsShared || shape.Live < 4 || shape.IntegerKeys != shape.Live)
        {
            return false;
        }

        // Mostly the last one tells that they are too far away.
        var last = (long)Count;
        if (!fields[shape.Used - 1].IsNil && (Count + shape.Live) * 2 <= shape.KeyAt(shape.Used - 1).Bits)
        {
            return false;
        }

        // A list that is filled from its end is soon one without holes.
        var mayReorder = shape.IsDense && shape.Live >= MaximumInOrder;
        var areBooleans = Count == 0 || IsTruth(elementKind);
        for (var i = 0; i < shape.Used; i++)
        {
            if (!fields[i].IsNil)
            {
                areBooleans &= fields[i].IsBoolean;
                var key = shape.KeyAt(i).Bits;
                if (key <= Count || key > MaximumEntries || (key < last && !mayReorder))
                {
                    return false;
                }

                last = Math.Max(last, key);
            }
        }

        if ((Count + shape.Live) * 2 <= last)
        {
            return false;
        }

        if (areBooleans)
        {
            elements = elements as LuaTruth[] ?? [];
            elementKind = LuaKind.BooleanOrNil;
            if (last > ElementCapacity)
            {
                ResizePacked((int)(last + (last >> 1)));
            }

            PackedTruths.AsSpan(Count, (int)last - Count).Fill(LuaTruth.Nil);
        }
        else
        {
            Generalize();
            if (last > ElementCapacity)
            {
                var general = General;
                Array.Resize(ref general, (int)(last + (last >> 1)));
                elements = general;
            }
        }

        for (var i = 0; i < shape.Used; i++)
        {
            if (!fields[i].IsNil)
            {
                SetElement((int)shape.KeyAt(i).Bits - 1, fields[i]);
            }
        }

        Count = (int)last;
        DropFields();
        return true;
    }

    /// <summary>Adds a field with the integer that follows those of all fields. False for every other one, and where more has to be asked.</summary>
    private bool TryContinueFields(long key, LuaValue value)
    {
        if (value.IsNil || IsGuarded || shape.Used == FieldCapacity || !shape.TryContinue(key))
        {
            return false;
        }

        fields[shape.Used - 1] = value;
        flags |= key <= 0 ? HadFieldsFlag : (sbyte)0;
        return true;
    }

    /// <summary>Writes an element that is not the next one, in a list that has holes already and room for it. False for other tables, and where fields would have to come before it.</summary>
    private bool TryExtend(ulong index, LuaValue value)
    {
        if (!MayHaveNils || Count == 0 || index >= (ulong)ElementCapacity || value.IsNil || FieldCount > 0)
        {
            return false;
        }

        Accept(value.Kind);
        if (IsPacked)
        {
            PackedTruths.AsSpan(Count..(int)index).Fill(LuaTruth.Nil);
        }

        SetElement((int)index, value);
        Count = (int)index + 1;
        return true;
    }
}
