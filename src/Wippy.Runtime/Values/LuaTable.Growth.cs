using System;

namespace Wippy.Runtime;

/// <content>How the array part grows, changes its form, and trades elements with the fields.</content>
public sealed partial class LuaTable
{
    private void Generalize()
    {
        var general = new LuaValue[Math.Max(4, Capacity)];
        for (var i = 0; i < packedCount; i++)
        {
            general[i] = PackedAt(i);
        }

        elements = general;
        tag = null;
        generalCount = packedCount;
        packedCount = 0;
    }

    // The first element decides what they are; an array of other bits is replaced by one for as many.
    private void BeginPacked(object type)
    {
        if (elements is null)
        {
            elements = type == LuaTag.Boolean ? new byte[8] : new long[4];
        }
        else if (elements is byte[] != (type == LuaTag.Boolean))
        {
            elements = type == LuaTag.Boolean ? new byte[Capacity] : new long[Capacity];
        }

        tag = type;
    }

    private void GrowPacked()
    {
        // Small arrays grow by halves, so that they waste little; nothing but bits is copied.
        var capacity = Capacity;
        if (capacity >= MaximumEntries)
        {
            throw new LuaException("table overflow");
        }

        capacity = capacity < 4 ? 4 : capacity < 256 ? capacity + (capacity >> 1) : capacity * 2;
        elements = tag == LuaTag.Boolean ? Grown(PackedBooleans, capacity) : Grown(Packed, capacity);
    }

    private T[] Grown<T>(T[] packed, int capacity)
    {
        var grown = GC.AllocateUninitializedArray<T>(capacity);
        packed.AsSpan(0, (int)packedCount).CopyTo(grown);
        return grown;
    }

    /// <summary>Doubles the general array, or turns it into fields (false) when most of it is nil: a queue that moves upwards does not leak.</summary>
    private bool GrowGeneral()
    {
        var old = General;
        if (old.Length >= MaximumEntries)
        {
            throw new LuaException("table overflow");
        }

        if (old.Length >= 64)
        {
            var filled = 0;
            foreach (ref readonly var value in old.AsSpan(0, (int)generalCount))
            {
                filled += value.IsNil ? 0 : 1;
            }

            if (filled < old.Length / 2)
            {
                var count = generalCount;
                elements = null;
                generalCount = 0;
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

        Array.Resize(ref old, Math.Max(4, old.Length * 2));
        elements = old;
        return true;
    }

    /// <summary>Moves the integers that now continue the sequence from the fields to the array part.</summary>
    private void MigrateFields()
    {
        while (shape.IntegerKeys > 0)
        {
            long key = Count + 1L;
            var index = shape.Find(key, LuaNumber.Hash(key));
            if (index < 0 || fields[index].IsNil)
            {
                return;
            }

            var value = fields[index];
            ClearField(index);
            if (ReferenceEquals(value.Reference, tag))
            {
                if (packedCount >= (uint)Capacity)
                {
                    GrowPacked();
                }

                SetPacked((int)packedCount++, value.Bits);
                continue;
            }

            if (tag is not null)
            {
                Generalize();
            }

            if (generalCount >= (uint)Capacity)
            {
                var general = General;
                Array.Resize(ref general, checked(general.Length * 2));
                elements = general;
            }

            General[generalCount++] = value;
        }

        if (shape.Live == 0)
        {
            DropFields();
        }
    }

    /// <summary>
    /// Turns fields into elements when all are integers in ascending order that fill more than half of an array: a list that starts at 2,
    /// or rows of a grid. Their order of traversal stays.
    /// </summary>
    private bool TryMoveToElements()
    {
        if (shape.IsShared || shape.Live < 4 || shape.IntegerKeys != shape.Live)
        {
            return false;
        }

        long last = Count;
        for (var i = 0; i < shape.Used; i++)
        {
            if (!fields[i].IsNil)
            {
                var key = shape.Keys[i].Value.Bits;
                if (key <= last || key > MaximumEntries)
                {
                    return false;
                }

                last = key;
            }
        }

        if ((Count + shape.Live) * 2L <= last)
        {
            return false;
        }

        if (tag is not null)
        {
            Generalize();
        }

        var general = General;
        Array.Resize(ref general, (int)Math.Max(last + (last >> 1), Capacity));
        for (var i = 0; i < shape.Used; i++)
        {
            if (!fields[i].IsNil)
            {
                general[shape.Keys[i].Value.Bits - 1] = fields[i];
            }
        }

        elements = general;
        generalCount = (uint)last;
        DropFields();
        return true;
    }
}
