using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wippy.Runtime;

/// <content>
/// Ways in for generated code that knows types. The reads of elements look into the array part, and where lists that begin at 0 have that element, without a
/// call: a call that comes back into a loop would keep the floats of that loop in memory.
/// </content>
public sealed partial class LuaTable
{
    /// <summary>Reads an element of a list that is a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPeek(long key, out double value)
    {
        var index = (ulong)key - 1;
        if (index < (ulong)Count)
        {
            if (elementKind == LuaKind.Float && elements is { } floats)
            {
                value = BitConverter.Int64BitsToDouble(Place<long>(floats, index));
                return true;
            }

            if (elementKind == LuaKind.Nil)
            {
                ref readonly var element = ref General[(int)index];
                value = element.AsFloat();
                return element.IsFloat;
            }
        }
        else if (key == 0 && shape.BeginsAtZero)
        {
            ref readonly var zero = ref fields[0];
            value = zero.AsFloat();
            return zero.IsFloat;
        }

        value = 0;
        return false;
    }

    /// <summary>Reads an element of a list that is an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPeek(long key, out long value)
    {
        var index = (ulong)key - 1;
        if (index < (ulong)Count)
        {
            if (elementKind == LuaKind.Integer && elements is { } integers)
            {
                value = Place<long>(integers, index);
                return true;
            }

            if (elementKind == LuaKind.Nil)
            {
                ref readonly var element = ref General[(int)index];
                value = element.Bits;
                return element.IsInteger;
            }
        }
        else if (key == 0 && shape.BeginsAtZero)
        {
            ref readonly var zero = ref fields[0];
            value = zero.Bits;
            return zero.IsInteger;
        }

        value = 0;
        return false;
    }

    /// <summary>Reads an element of a list that is a boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPeek(long key, out bool value)
    {
        var index = (ulong)key - 1;
        if (index < (ulong)Count)
        {
            if (elementKind == LuaKind.Boolean && elements is { } booleans)
            {
                value = Place<bool>(booleans, index);
                return true;
            }

            if (elementKind == LuaKind.BooleanOrNil && elements is { } truths)
            {
                var truth = Place<LuaTruth>(truths, index);
                value = truth;
                return !truth.IsNil;
            }

            if (elementKind == LuaKind.Nil)
            {
                ref readonly var element = ref General[(int)index];
                value = element.Bits != 0;
                return element.IsBoolean;
            }
        }

        value = false;
        return false;
    }

    /// <summary>Reads an element of a list that is an object of a class, which is that of this kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPeek<T>(long key, LuaKind kind, out T value)
        where T : LuaObject
    {
        var index = (ulong)key - 1;
        if (index < (ulong)Count)
        {
            if (elementKind == kind && elements is { } objects)
            {
                value = Unsafe.As<T>(Place<LuaValue>(objects, index).Reference!);
                return true;
            }

            // By kind, not by class: a test of the class may be a call.
            if (elementKind == LuaKind.Nil && General[(int)index] is var element && element.Kind == kind)
            {
                value = Unsafe.As<T>(element.Reference!);
                return true;
            }
        }
        else if (key == 0 && shape.BeginsAtZero && fields[0] is var zero && zero.Kind == kind)
        {
            value = Unsafe.As<T>(zero.Reference!);
            return true;
        }

        value = null!;
        return false;
    }

    /// <summary>Overwrites an integer element; false when there is no such element, or the table is frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySetInteger(long key, long value)
    {
        var index = (ulong)key - 1;
        if (index < (ulong)Count && elementKind == LuaKind.Integer && !IsGuarded && elements is { } integers)
        {
            Place<long>(integers, index) = value;
            return true;
        }

        return false;
    }

    /// <summary>Overwrites a float element; false when there is no such element, or the table is frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySetFloat(long key, double value)
    {
        var index = (ulong)key - 1;
        if (index < (ulong)Count && elementKind == LuaKind.Float && !IsGuarded && elements is { } floats)
        {
            Place<long>(floats, index) = BitConverter.DoubleToInt64Bits(value);
            return true;
        }

        return false;
    }

    /// <summary>Overwrites an element of a list of booleans; false when there is no such element, or the table is frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TrySetBoolean(long key, bool value)
    {
        var index = (ulong)key - 1;
        if (index < (ulong)Count && HasTruths && !IsGuarded && elements is { } truths)
        {
            Place<LuaTruth>(truths, index) = value;
            return true;
        }

        return false;
    }

    // Are the elements booleans, or nils for which nothing else has to be asked?
    private bool HasTruths
    {
        [MethodImpl(JitOptions.Accessor)]
        get => elementKind == LuaKind.Boolean || (elementKind == LuaKind.BooleanOrNil && metatable is null);
    }

    /// <summary>The elements, if all are booleans, or nils for which nothing else has to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaElements<LuaTruth> Truths(bool again) => HasTruths ? ElementsOf<LuaTruth>(elementKind, again) : default;

    /// <summary>The same, if they may be overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaElements<LuaTruth> StoredTruths(bool again) => IsGuarded ? default : Truths(again);

    /// <summary>Room for booleans from one key to another, if the elements are booleans, or nils for which nothing else has to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaRoom<LuaTruth> RoomForTruths(long first, long last) => HasTruths ? RoomFor<LuaTruth>(elementKind, first, last) : default;

    /// <summary>The elements, if all are of this kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaElements<T> ElementsOf<T>(LuaKind kind, bool again) =>
        elementKind == kind && elements is { } list ? new(ref Place<T>(list, 0), Count)
        : again ? default
        : Unite<T>(kind);

    // Elements that were of several kinds, or had nils among them: a list that was filled in any order is one without holes in the end.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaElements<T> Unite<T>(LuaKind kind) => TryUnite(kind) ? new(ref Place<T>(elements!, 0), Count) : default;

    /// <summary>The array of the elements, and their number, if all are of this kind.</summary>
    internal bool TryGetElements(LuaKind kind, out Array? array, out int count)
    {
        array = elements;
        count = Count;
        return elementKind == kind && array is not null;
    }

    /// <summary>The elements, if all are of this kind and may be overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaElements<T> StoredElementsOf<T>(LuaKind kind, bool again) => IsGuarded ? default : ElementsOf<T>(kind, again);

    /// <summary>Room for elements from one key to another, if all are of this kind and may be written to, and those before them are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaRoom<T> RoomFor<T>(LuaKind kind, long first, long last) =>
        elementKind == kind && !IsGuarded && elements is { } list && first >= 1 && first <= last && last <= list.Length && first - 1 <= Count
            && (last <= Count || (metatable is null && !HasIntegersAhead))
            ? new(ref Place<T>(list, 0), ref Extra) : default;

    // Whether the host lays the bytes that tell what the elements are beside their count, so that both can be compared at once.
    private static readonly bool HasHeader = FindHeader();

    /// <summary>The count of the elements, and the kinds of the object and of the elements.</summary>
    internal ulong Header
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Unsafe.As<int, ulong>(ref Extra);
    }

    /// <summary>The form of a row, if it has an element of this kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaRowForm FormOfRow(LuaKind kind, long key) =>
        HasHeader && elementKind == kind && (ulong)key - 1 < (ulong)Count ? new(Header) : default;

    private static bool FindHeader()
    {
        var table = new LuaTable();
        ref var count = ref Unsafe.As<int, byte>(ref table.Extra);
        return IsBehind(ref count, in table.Kind) && IsBehind(ref count, in table.elementKind);

        static bool IsBehind(ref byte count, in LuaKind kind) =>
            Unsafe.ByteOffset(ref count, ref Unsafe.As<LuaKind, byte>(ref Unsafe.AsRef(in kind))) is >= sizeof(int) and < sizeof(ulong);
    }

    /// <summary>Reads an element of a row that has a form with this element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPeek<T>(LuaRowForm form, long key, out T value)
    {
        if (form.IsOf(this) && elements is { } list)
        {
            value = Place<T>(list, (ulong)key - 1);
            return true;
        }

        Unsafe.SkipInit(out value);
        return false;
    }

    // The index is below the count, so the array is at least as long. Its callers test the array for null, which keeps the JIT from touching it for that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Place<T>(Array elements, ulong index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Unsafe.As<T[]>(elements)), (nint)index);

    /// <summary>Whether the first fields are those of a record, so that their positions are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Is(LuaShape wanted) => ReferenceEquals(shape, wanted) || shape.Extends(wanted);

    /// <summary>The values of the fields when the table <see cref="Is"/> a record with this many fields.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryFields(LuaShape wanted, int count, out LuaValue[] values)
    {
        // The length is always right; asking for it here spares asking for each field.
        values = fields;
        return Is(wanted) && values.Length >= count;
    }

    /// <summary>The value of a field by position; the caller knows that it is there.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal ref LuaValue FieldAt(int index) => ref fields[index];
}
