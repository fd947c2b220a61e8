using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// Ways in for generated code that knows types. The reads of elements look into the array part alone, without a call: a call that comes back into a
/// loop would keep the floats of that loop in memory.
/// </content>
public sealed partial class LuaTable
{
    /// <summary>Reads an element of the array part that is a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPeek(long key, out double value)
    {
        var index = (ulong)key - 1;
        if (index < packedCount && tag == LuaTag.Float)
        {
            value = BitConverter.Int64BitsToDouble(Packed[(int)index]);
            return true;
        }

        if (index < generalCount)
        {
            ref readonly var element = ref General[(int)index];
            value = element.AsFloat();
            return element.IsFloat;
        }

        value = 0;
        return false;
    }

    /// <summary>Reads an element of the array part that is an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPeek(long key, out long value)
    {
        var index = (ulong)key - 1;
        if (index < packedCount && tag == LuaTag.Integer)
        {
            value = Packed[(int)index];
            return true;
        }

        if (index < generalCount)
        {
            ref readonly var element = ref General[(int)index];
            value = element.Bits;
            return element.IsInteger;
        }

        value = 0;
        return false;
    }

    /// <summary>Reads an element of the array part that is an object of a class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPeek<T>(long key, out T value)
        where T : LuaObject
    {
        var index = (ulong)key - 1;
        if (index < generalCount && General[(int)index].Reference is T found)
        {
            value = found;
            return true;
        }

        value = null!;
        return false;
    }

    /// <summary>Whether the fields are those of a record, so that positions are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Is(LuaShape wanted) => ReferenceEquals(shape, wanted);

    /// <summary>The value of a field by position; the caller knows that it is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref LuaValue FieldAt(int index) => ref fields[index];
}
