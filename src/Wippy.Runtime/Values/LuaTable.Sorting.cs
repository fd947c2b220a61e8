using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wippy.Runtime;

/// <content>What <c>table.sort</c> asks of a list: its elements as they lie, so that they are compared without asking each for its kind.</content>
public sealed partial class LuaTable
{
    /// <summary>Sorts the elements if they are numbers of one kind that have only one order, so that nobody can tell how; false otherwise.</summary>
    internal bool TrySort()
    {
        if (metatable is not null || IsGuarded || elementKind is not (LuaKind.Integer or LuaKind.Float))
        {
            return false;
        }

        var integers = Packed.AsSpan(0, Count);
        if (elementKind == LuaKind.Integer)
        {
            integers.Sort();
            return true;
        }

        var floats = MemoryMarshal.Cast<long, double>(integers);
        foreach (var value in floats)
        {
            if (double.IsNaN(value) || (value == 0 && double.IsNegative(value)))
            {
                return false;
            }
        }

        floats.Sort();
        return true;
    }

    /// <summary>The kind of all elements of a list without a metatable that may be written to; nil when they differ, or when more has to be asked.</summary>
    internal LuaKind ListKind => metatable is null && !IsGuarded ? elementKind : LuaKind.Nil;

    /// <summary>The bits of the elements of a list of integers or floats.</summary>
    internal long[] CopyPacked() => Packed.AsSpan(0, Count).ToArray();

    /// <summary>The elements of a list of objects of one kind.</summary>
    internal LuaReference[] CopyObjects()
    {
        var objects = new LuaReference[Count];
        for (var i = 0; i < objects.Length; i++)
        {
            objects[i] = new(Unsafe.As<LuaObject>(General[i].Reference!));
        }

        return objects;
    }

    /// <summary>Gives all elements of a list of numbers other values of the same kind; false if it is no such list, or has another length.</summary>
    internal bool TryReplaceAll(long[] numbers, LuaKind kind)
    {
        if (ListKind != kind || Count != numbers.Length)
        {
            return false;
        }

        numbers.CopyTo(Packed, 0);
        return true;
    }

    /// <summary>Gives all elements of a list of objects other values of the same kind; false if it is no such list, or has another length.</summary>
    internal bool TryReplaceAll(LuaReference[] objects, LuaKind kind)
    {
        if (ListKind != kind || Count != objects.Length)
        {
            return false;
        }

        for (var i = 0; i < objects.Length; i++)
        {
            General[i] = new(objects[i].Value);
        }

        return true;
    }
}
