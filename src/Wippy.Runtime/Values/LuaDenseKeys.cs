using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// Keys of a <see cref="LuaShape"/> that are all integers from 0 to a few times their number, in any order: the position of each is read at its own place, so nothing
/// is hashed. A sieve that marks multiples has such keys, and what is remembered by number.
/// </summary>
internal sealed class LuaDenseKeys
{
    // So many places for a key at most: then hashed keys would take more memory.
    private const int Spread = 4;

    // By position, and at each key its position + 1.
    private int[] keys;
    private int[] positions = [];

    private LuaDenseKeys(int capacity) => keys = new int[capacity];

    /// <summary>The keys of a shape and one more, with room for as many as it has; null if some are no integers, or too few for where they lie.</summary>
    internal static LuaDenseKeys? TryCreate(LuaShape shape, LuaValue next)
    {
        if (shape.Capacity <= LuaShape.MaximumUnhashed || !Fits(next, shape.Capacity))
        {
            return null;
        }

        // Mostly the last one tells that they are too far away.
        for (var i = shape.Used - 1; i >= 0; i--)
        {
            if (!Fits(shape.KeyAt(i), shape.Capacity))
            {
                return null;
            }
        }

        var dense = new LuaDenseKeys(shape.Capacity);
        for (var i = 0; i < shape.Used; i++)
        {
            dense.TryAdd(i, shape.KeyAt(i));
        }

        return dense;
    }

    /// <summary>The position of a key, -1 if there is none.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal int Find(long key)
    {
        var all = positions;
        return (ulong)key < (ulong)all.Length ? all[key] - 1 : -1;
    }

    /// <summary>The key at a position.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal long KeyAt(int index) => keys[index];

    /// <summary>Adds a key that is not there; there is room. False if it is none of these, or lies too far away.</summary>
    internal bool TryAdd(int index, LuaValue key)
    {
        if (!Fits(key, keys.Length))
        {
            return false;
        }

        var place = (int)key.Bits;
        if (place >= positions.Length)
        {
            Array.Resize(ref positions, (int)Math.Min(Math.Max(positions.Length * 2L, place + 1L), (long)keys.Length * Spread));
        }

        keys[index] = place;
        positions[place] = index + 1;
        return true;
    }

    /// <summary>Gives room for more keys.</summary>
    internal void Grow(int capacity) => Array.Resize(ref keys, capacity);

    /// <summary>Keeps only the keys that have a value, and moves the values alike. Gives their number; -1 if they lie too far away for the room that they get then.</summary>
    internal int Compact(int used, LuaValue[] values, LuaValue[] kept)
    {
        for (var i = 0; i < used; i++)
        {
            if (!values[i].IsNil && !Fits(keys[i], kept.Length))
            {
                return -1;
            }
        }

        var count = 0;
        for (var i = 0; i < used; i++)
        {
            var key = keys[i];
            positions[key] = 0;
            if (!values[i].IsNil)
            {
                keys[count] = key;
                LuaValue.Store(ref kept[count], values[i]);
                positions[key] = ++count;
            }
        }

        Array.Resize(ref keys, kept.Length);
        Array.Resize(ref positions, Math.Min(positions.Length, kept.Length * Spread));
        return count;
    }

    private static bool Fits(LuaValue key, int capacity) => key.IsInteger && (ulong)key.Bits < (ulong)capacity * Spread;
}
