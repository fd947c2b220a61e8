using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>The fields: keys that are not in the array part. The shape has the keys, <c>fields</c> the values.</content>
public sealed partial class LuaTable
{
    private const int SmallCapacity = 32;

    private LuaShape shape;

    // Null as long as there are none; all uses but these are behind a key that was found.
    private LuaValue[] fields = null!;

    /// <summary>The number of fields there is room for.</summary>
    internal int FieldCapacity
    {
        [MethodImpl(JitOptions.Accessor)]
        get => fields is null ? 0 : fields.Length;
    }

    /// <summary>The number of fields with a value.</summary>
    internal int FieldCount
    {
        get
        {
            if (!shape.IsShared)
            {
                return shape.Live;
            }

            var count = 0;
            for (var i = 0; i < shape.Used; i++)
            {
                count += fields[i].IsNil ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary><c>__index</c> of a table that is a metatable.</summary>
    internal LuaValue IndexHandler
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var slot = shape.IndexSlot;
            return slot < 0 ? default : fields[slot];
        }
    }

    /// <summary>Raw access by string.</summary>
    public LuaValue this[LuaString key]
    {
        get
        {
            var index = shape.Find(key);
            return index < 0 ? default : fields[index];
        }

        set
        {
            var index = shape.Find(key);
            if (!TryReplaceField(index, value))
            {
                SetField(index, key, key.GetHashCode(), value);
            }
        }
    }

    /// <summary>Raw access by the UTF-8 bytes of a text.</summary>
    public LuaValue this[string key]
    {
        get => this[LuaString.FromUtf16(key)];
        set
        {
            var slot = 0;
            SetRaw(LuaString.Literal(key), value, ref slot);
        }
    }

    /// <summary>Is it certain without a search that there is no such field?</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal bool SurelyLacks(LuaString key) => shape.SurelyLacks(key.GetHashCode());

    /// <summary>The value that the per-site cache finds at once; false if it does not, or if a metatable has to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGetCached(LuaString key, int slot, out LuaValue value)
    {
        var keys = shape.Keys;
        if ((uint)slot < (uint)keys.Length && ReferenceEquals(keys[slot].Value.Reference, key))
        {
            value = fields[slot];
            return !value.IsNil || metatable is null;
        }

        value = default;
        return false;
    }

    /// <summary>Raw read through a per-site cache: hits when the key at <paramref name="slot"/> is this very object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue GetRaw(LuaString key, ref int slot)
    {
        var keys = shape.Keys;
        var cached = slot;
        return (uint)cached < (uint)keys.Length && ReferenceEquals(keys[cached].Value.Reference, key) ? fields[cached] : GetRawSlow(key, ref slot);
    }

    /// <summary>Raw write through a per-site cache. False when the fast way does not apply: the field is not at the slot, or the value nil, or the table frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySetRaw(LuaString key, LuaValue value, ref int slot)
    {
        var keys = shape.Keys;
        var cached = slot;
        if ((uint)cached < (uint)keys.Length
            && ReferenceEquals(keys[cached].Value.Reference, key)
            && !value.IsNil
            && !IsGuarded)
        {
            ref var field = ref fields[cached];
            if (!field.IsNil)
            {
                LuaValue.Store(ref field, value);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Writes a field without asking a metatable if that is right: the field exists, or no <c>__newindex</c> can be there, and the table is not frozen.
    /// Gives the <c>__newindex</c> to ask otherwise.
    /// </summary>
    internal bool TrySetField(LuaString key, LuaValue value, ref int slot, out LuaValue handler)
    {
        handler = default;
        if (IsFrozen)
        {
            return false;
        }

        var index = shape.Find(key);
        if ((index < 0 || fields[index].IsNil) && metatable is not null)
        {
            handler = metatable.GetMetamethod(LuaMetamethod.NewIndex);
            if (!handler.IsNil)
            {
                return false;
            }
        }

        Set(index, key, value, ref slot);
        return true;
    }

    /// <summary>Writes a field without asking a metatable if there is none, or the field exists. False for every other table with a metatable and for a frozen one.</summary>
    internal bool TrySet(LuaString key, LuaValue value)
    {
        if (metatable is not null || IsFrozen)
        {
            return TryReplace(key, value);
        }

        this[key] = value;
        return true;
    }

    /// <summary>The same for a key that is equal to itself only. False for other keys too.</summary>
    internal bool TrySetObject(LuaValue key, LuaValue value)
    {
        if (key.Kind < LuaKind.Table)
        {
            return false;
        }

        var hash = key.GetHashCode();
        var index = shape.Find(key, hash);
        if (TryReplaceField(index, value))
        {
            return true;
        }

        if (metatable is not null || IsFrozen)
        {
            return false;
        }

        SetField(index, key, hash, value);
        return true;
    }

    /// <summary>Writes a field that has a value. False when the fast way does not apply: no such field, or the value nil, or the table frozen.</summary>
    internal bool TryReplace(LuaString key, LuaValue value) => TryReplaceField(shape.Find(key), value);

    private bool TryReplaceField(int index, LuaValue value)
    {
        if (index < 0 || value.IsNil || IsGuarded || fields[index].IsNil)
        {
            return false;
        }

        LuaValue.Store(ref fields[index], value);
        return true;
    }

    /// <summary>Raw write of a field whose name is a literal.</summary>
    internal void SetRaw(LuaString key, LuaValue value, ref int slot)
    {
        ThrowIfFrozen();
        Set(shape.Find(key), key, value, ref slot);
    }

    private void Set(int index, LuaString key, LuaValue value, ref int slot)
    {
        if (index >= 0 && !fields[index].IsNil)
        {
            MoveSlot(key, index, ref slot);
            if (value.IsNil)
            {
                ClearField(index);
                return;
            }

            Overwrite(index, value);
            Share(index, key);
        }
        else if (!value.IsNil)
        {
            slot = AddName(index, key, value);
        }
    }

    /// <summary><see cref="GetRaw"/> where the per-site cache has missed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal LuaValue GetRawSlow(LuaString key, ref int slot)
    {
        var index = shape.Find(key);
        if (index < 0)
        {
            return default;
        }

        MoveSlot(key, index, ref slot);
        if (!IsFrozen)
        {
            Share(index, key);
        }

        return fields[index];
    }

    // Tables of two shapes may take turns at a site: where the key was before is where the next search looks first.
    private static void MoveSlot(LuaString key, int index, ref int slot)
    {
        key.Hint = slot;
        slot = index;
    }

    /// <summary>Puts the object of the literal in the place of an equal key, so that the per-site caches find it.</summary>
    private void Share(int index, LuaString literal)
    {
        if (!shape.IsShared && !ReferenceEquals(shape.Keys[index].Value.Reference, literal))
        {
            shape.Keys[index].Value = literal;
        }
    }

    /// <summary>Adds a field whose name is a literal; tables that get the same ones in the same order share a shape.</summary>
    private int AddName(int index, LuaString name, LuaValue value)
    {
        if (!shape.IsShared)
        {
            return AddOwned(index, name, name.GetHashCode(), value);
        }

        ForgetInherited();
        if (index >= 0)
        {
            if (IsLast(index))
            {
                fields[index] = value;
                return index;
            }

            if (shape.Again(index) is { } again)
            {
                fields[index] = value;
                shape = again;
                return index;
            }

            MoveUp();
        }

        if (shape.IsShared && shape.With(name) is { } longer)
        {
            var slot = longer.Used - 1;
            if (slot >= FieldCapacity)
            {
                Array.Resize(ref fields, slot < 4 ? 4 : slot + (slot >> 1));
            }

            fields[slot] = value;
            shape = longer;
            return slot;
        }

        return AddOwned(-1, name, name.GetHashCode(), value);
    }

    /// <summary>Are all fields that were added after this one nil, so that adding it again leaves it the last?</summary>
    private bool IsLast(int index)
    {
        for (var i = shape.Used - 1; i >= 0 && shape.PositionOf(i) is var position && position != index; i--)
        {
            if (!fields[position].IsNil)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A field that was removed from a record is added again, and no shape tells that it is the last then: the others move up, so that it becomes that.</summary>
    private void MoveUp()
    {
        var target = LuaShape.Empty;
        for (var i = 0; i < shape.Used; i++)
        {
            if (shape.PositionOf(i) is var position && !fields[position].IsNil)
            {
                if (target.With(shape.Keys[position].Value.AsString()) is not { } longer)
                {
                    Own(shape.Used + 1);
                    return;
                }

                target = longer;
            }
        }

        var moved = new LuaValue[fields.Length];
        var count = 0;
        for (var i = 0; i < shape.Used; i++)
        {
            if (fields[shape.PositionOf(i)] is { IsNil: false } value)
            {
                moved[count++] = value;
            }
        }

        fields = moved;
        shape = target;
    }

    /// <summary>Writes a field, <paramref name="index"/> being the position of its key or -1.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetField(int index, LuaValue key, int hash, LuaValue value)
    {
        ThrowIfFrozen();
        if (index >= 0 && !fields[index].IsNil)
        {
            if (value.IsNil)
            {
                ClearField(index);
            }
            else
            {
                Overwrite(index, value);
            }
        }
        else if (!value.IsNil)
        {
            AddOwned(index, key, hash, value);
        }
    }

    private void Overwrite(int index, LuaValue value)
    {
        if (index == shape.IndexSlot || fields[index].IsFunction)
        {
            ForgetInherited();
        }

        LuaValue.Store(ref fields[index], value);
    }

    private void ClearField(int index)
    {
        ForgetInherited();
        fields[index] = default;
        if (!shape.IsShared)
        {
            shape.Live--;
            shape.IntegerKeys -= shape.KeyAt(index).IsInteger ? 1 : 0;
        }
    }

    private int AddOwned(int index, LuaValue key, int hash, LuaValue value)
    {
        ForgetInherited();
        if (shape.IsShared)
        {
            Own(FieldCount + 1);
            index = -1;
        }

        if (index >= 0 && !(index == shape.Used - 1 && shape.IsInOrder))
        {
            // Deleting a key and adding it again moves it to the end.
            shape.AddAgain(index);
        }

        if (index < 0)
        {
            if (shape.Used == fields.Length)
            {
                PutInOrder();
                if (TryMoveToElements())
                {
                    this[key] = value;
                    return 0;
                }

                MakeRoom();
            }

            index = shape.Append(key, hash);
            if (key.Reference is LuaString text)
            {
                text.Hint = index;
            }
        }

        fields[index] = value;
        shape.Live++;
        if (key.IsInteger)
        {
            shape.IntegerKeys++;
            flags |= key.Bits <= 0 ? HadFieldsFlag : (sbyte)0;
        }
        else
        {
            flags |= HadFieldsFlag;
        }

        return index;
    }

    /// <summary>Gives a table that shares its shape one of its own without the keys of removed fields, with room for <paramref name="needed"/> fields.</summary>
    private void Own(int needed)
    {
        ForgetInherited();
        flags |= HadFields ? HadFieldsFlag : (sbyte)0;
        var old = shape;
        var values = fields;
        var owned = LuaShape.Owned(Math.Max(RoomFor(needed), old.Used == 0 ? FieldCapacity : 0));
        shape = owned;
        fields = new LuaValue[owned.Capacity];
        for (var i = 0; i < old.Used; i++)
        {
            if (old.PositionOf(i) is var position && !values[position].IsNil)
            {
                fields[owned.Append(old.Keys[position].Value, old.Keys[position].Hash)] = values[position];
            }
        }

        owned.Live = owned.Used;
    }

    /// <summary>Makes room in the own shape for one more field: removes the keys of removed fields where those are many, and grows otherwise.</summary>
    private void MakeRoom()
    {
        var capacity = RoomFor(shape.Live + 1);
        if (shape.Live == shape.Used)
        {
            shape.Grow(capacity);
            Array.Resize(ref fields, capacity);
            return;
        }

        // The arrays stay when half of them is left, and are not far too large. But large ones with objects are better as young as those: the collector
        // looks through old ones for young objects.
        capacity = Math.Max(capacity, LuaShape.MaximumUnhashed);
        var stays = capacity <= fields.Length && capacity >= fields.Length / 8
            && (fields.Length <= SmallCapacity || (shape.IntegerKeys == shape.Live && IsPrimitive(fields[shape.Used - 1].Kind)));
        var kept = stays ? fields : new LuaValue[capacity];
        shape.Compact(fields, kept);
        fields = kept;
    }

    private void PutInOrder()
    {
        if (!shape.IsInOrder)
        {
            fields = shape.PutInOrder(fields);
        }
    }

    // Twice as many as there are, so that a table of constant size that adds and removes makes room only now and then.
    private static int RoomFor(int needed) =>
        needed > MaximumEntries ? throw new LuaException("table overflow")
        : needed <= 2 ? needed
        : Math.Max(4, Math.Min((needed - 1) * 2, MaximumEntries));

    private void DropFields()
    {
        ForgetInherited();
        shape = LuaShape.Empty;
        fields = null!;
    }
}
