using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// Lists whose elements are found before a loop. <c>SetInPlace</c> stores as <c>SetIndex</c> does and tells whether that was no more than giving an element
/// another value of its kind, so that <see cref="LuaElements{T}"/> taken before still hold. Where elements are found <c>again</c> after what may have moved them, the
/// list is taken as it is: it may be just being filled.
/// </content>
public static partial class LuaOperators
{
    /// <summary>The elements of a list of integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<long> Integers(LuaTable? list, bool again = false) => list is null ? default : list.ElementsOf<long>(LuaKind.Integer, again);

    /// <summary>The elements of a list of floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<double> Floats(LuaTable? list, bool again = false) => list is null ? default : list.ElementsOf<double>(LuaKind.Float, again);

    /// <summary>The elements of a list of booleans.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<bool> Booleans(LuaTable? list, bool again = false) => list is null ? default : list.ElementsOf<bool>(LuaKind.Boolean, again);

    /// <summary>The elements of a list of booleans that are only asked for their truth: some may be nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<LuaTruth> Truths(LuaTable? list, bool again = false) => list is null ? default : list.Truths(again);

    /// <summary>The elements of a list of integers, which are stored too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<long> StoredIntegers(LuaTable? list, bool again = false) => list is null ? default : list.StoredElementsOf<long>(LuaKind.Integer, again);

    /// <summary>The elements of a list of floats, which are stored too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<double> StoredFloats(LuaTable? list, bool again = false) => list is null ? default : list.StoredElementsOf<double>(LuaKind.Float, again);

    /// <summary>The elements of a list of booleans, which are stored too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<bool> StoredBooleans(LuaTable? list, bool again = false) => list is null ? default : list.StoredElementsOf<bool>(LuaKind.Boolean, again);

    /// <summary>The elements of a list of booleans that are only asked for their truth, which are stored too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<LuaTruth> StoredTruths(LuaTable? list, bool again = false) => list is null ? default : list.StoredTruths(again);

    /// <summary>The elements of a list of strings.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<LuaValue> Strings(LuaTable? list, bool again = false) => list is null ? default : list.ElementsOf<LuaValue>(LuaKind.String, again);

    /// <summary>The elements of a list of tables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaElements<LuaValue> Tables(LuaTable? list, bool again = false) => list is null ? default : list.ElementsOf<LuaValue>(LuaKind.Table, again);

    /// <summary>
    /// The elements of a list after what may have moved them. That is rare, and a long method has many such places: expanded in each, they leave the JIT no
    /// registers for what its loops use.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<long> MovedIntegers(LuaTable? list) => Integers(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<double> MovedFloats(LuaTable? list) => Floats(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<bool> MovedBooleans(LuaTable? list) => Booleans(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<LuaTruth> MovedTruths(LuaTable? list) => Truths(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<long> MovedStoredIntegers(LuaTable? list) => StoredIntegers(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<double> MovedStoredFloats(LuaTable? list) => StoredFloats(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<bool> MovedStoredBooleans(LuaTable? list) => StoredBooleans(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<LuaTruth> MovedStoredTruths(LuaTable? list) => StoredTruths(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<LuaValue> MovedStrings(LuaTable? list) => Strings(list, true);

    /// <inheritdoc cref="MovedIntegers(LuaTable?)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaElements<LuaValue> MovedTables(LuaTable? list) => Tables(list, true);

    /// <summary>Where a loop stores the integers of a list one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaRoom<long> RoomForIntegers(LuaTable? list, long first, long last) => list is null ? default : list.RoomFor<long>(LuaKind.Integer, first, last);

    /// <summary>Where a loop stores the floats of a list one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaRoom<double> RoomForFloats(LuaTable? list, long first, long last) => list is null ? default : list.RoomFor<double>(LuaKind.Float, first, last);

    /// <summary>Where a loop stores the booleans of a list one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaRoom<bool> RoomForBooleans(LuaTable? list, long first, long last) => list is null ? default : list.RoomFor<bool>(LuaKind.Boolean, first, last);

    /// <summary>Where a loop stores the booleans of a list one by one that are only asked for their truth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaRoom<LuaTruth> RoomForTruths(LuaTable? list, long first, long last) => list is null ? default : list.RoomForTruths(first, last);

    /// <summary>Gives a list room for the integers that a loop adds to it one by one.</summary>
    public static void ReserveIntegers(LuaTable? list, long first, long last) => list?.Reserve(first, last, LuaKind.Integer);

    /// <summary>Gives a list room for the floats that a loop adds to it one by one.</summary>
    public static void ReserveFloats(LuaTable? list, long first, long last) => list?.Reserve(first, last, LuaKind.Float);

    /// <summary>Gives a list room for the booleans that a loop adds to it one by one.</summary>
    public static void ReserveBooleans(LuaTable? list, long first, long last) => list?.Reserve(first, last, LuaKind.Boolean);

    /// <summary>Gives a list room for the tables that a loop adds to it one by one.</summary>
    public static void ReserveTables(LuaTable? list, long first, long last) => list?.Reserve(first, last, LuaKind.Table);

    /// <summary>What a counter that goes down to a limit has where a place that goes along with it is that of the first element, or the limit if it does not get there.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="place">The place at the limit.</param>
    public static long LastElement(long limit, long place) => place < 1 && unchecked(limit + 1 - place) is var last && last > limit ? last : limit;

    /// <summary>Is a key that of an element?</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static bool Has<T>(LuaElements<T> elements, long key) => elements.Has(key);

    /// <summary>Reads an element that is there. Always true: that stands in a condition behind the question, so that the JIT makes one branch of both.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static bool Get<T>(LuaElements<T> elements, long key, out T value)
    {
        value = elements.At(key);
        return true;
    }

    /// <inheritdoc cref="Get{T}(LuaElements{T}, long, out T)"/>
    [MethodImpl(JitOptions.Accessor)]
    public static bool Get(LuaElements<LuaTruth> truths, long key, out bool value)
    {
        value = truths.At(key);
        return true;
    }

    /// <inheritdoc cref="Get{T}(LuaElements{T}, long, out T)"/>
    [MethodImpl(JitOptions.Accessor)]
    public static bool Get(LuaElements<LuaValue> strings, long key, out LuaString value)
    {
        value = strings.At(key).AsString();
        return true;
    }

    /// <inheritdoc cref="Get{T}(LuaElements{T}, long, out T)"/>
    [MethodImpl(JitOptions.Accessor)]
    public static bool Get(LuaElements<LuaValue> tables, long key, out LuaTable value)
    {
        value = tables.At(key).AsTable();
        return true;
    }

    /// <summary>Overwrites an element; false if it is none of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySet<T>(LuaElements<T> elements, long key, T value) => elements.TrySet(key, value);

    /// <inheritdoc cref="TrySet{T}(LuaElements{T}, long, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySet(LuaElements<LuaTruth> truths, long key, bool value) => truths.TrySet(key, value);

    /// <summary>Gives two elements each other's values; false if one is none of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySwap<T>(LuaElements<T> elements, long first, long second) => elements.TrySwap(first, second);

    /// <summary>Gives two elements of a list each other's values; false if one is absent, or the list may not be written to.</summary>
    public static bool TrySwap(LuaTable list, long first, long second) => list.TrySwap(first, second);

    /// <inheritdoc cref="TrySwap(LuaTable, long, long)"/>
    public static bool TrySwap(LuaValue list, LuaValue first, LuaValue second) =>
        list.IsTable && first.IsInteger && second.IsInteger && list.AsTable().TrySwap(first.AsInteger(), second.AsInteger());

    /// <summary>The form of a row that has an integer at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaRowForm RowOfIntegers(LuaTable row, long key) => row.FormOfRow(LuaKind.Integer, key);

    /// <summary>The form of a row that has a float at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaRowForm RowOfFloats(LuaTable row, long key) => row.FormOfRow(LuaKind.Float, key);

    /// <summary>Where the integers of the rows of a grid lie, for a loop from one integer to another; none if it has too few passes.</summary>
    public static LuaRows<long> RowsOfIntegers(LuaElements<LuaValue> grid, long first, long last) => LuaRows<long>.Of(grid, LuaKind.Integer, unchecked(last - first + 1));

    /// <summary>Where the floats of the rows of a grid lie, for a loop from one integer to another; none if it has too few passes.</summary>
    public static LuaRows<double> RowsOfFloats(LuaElements<LuaValue> grid, long first, long last) => LuaRows<double>.Of(grid, LuaKind.Float, unchecked(last - first + 1));

    /// <summary>The rows that were found, if a store in a table, which was more than another value of an element, surely changed none; none otherwise.</summary>
    public static LuaRows<T> Kept<T>(LuaRows<T> rows, LuaTable changed) => changed.IsWatched ? default : rows;

    /// <summary>Reads an integer of a row that probably has a form with this element; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaRowForm form, LuaTable row, long key, out long value) => row.TryPeek(form, key, out value) || row.TryPeek(key, out value);

    /// <summary>Reads a float of a row that probably has a form with this element; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaRowForm form, LuaTable row, long key, out double value) => row.TryPeek(form, key, out value) || row.TryPeek(key, out value);

    /// <summary>Overwrites an integer where the elements lie, or stores it in another way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SetInPlace(LuaElements<long> integers, LuaTable obj, long key, long value, long at, string? what = null)
    {
        if (integers.TrySet(key, value))
        {
            return true;
        }

        SetElement(obj, key, value, at, what);
        return false;
    }

    /// <summary>Overwrites a float where the elements lie, or stores it in another way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SetInPlace(LuaElements<double> floats, LuaTable obj, long key, double value, long at, string? what = null)
    {
        if (floats.TrySet(key, value))
        {
            return true;
        }

        SetElement(obj, key, value, at, what);
        return false;
    }

    /// <summary>Overwrites a boolean where the elements lie, or stores it in another way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SetInPlace(LuaElements<bool> booleans, LuaTable obj, long key, bool value, long at, string? what = null)
    {
        if (booleans.TrySet(key, value))
        {
            return true;
        }

        SetElement(obj, key, value, at, what);
        return false;
    }

    /// <inheritdoc cref="SetInPlace(LuaElements{bool}, LuaTable, long, bool, long, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SetInPlace(LuaElements<LuaTruth> truths, LuaTable obj, long key, bool value, long at, string? what = null)
    {
        if (truths.TrySet(key, value))
        {
            return true;
        }

        SetElement(obj, key, value, at, what);
        return false;
    }

    /// <summary>Overwrites an integer, or stores it in another way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SetInPlace(LuaTable obj, long key, long value, long at, string? what = null)
    {
        if (obj.TrySetInteger(key, value))
        {
            return true;
        }

        SetElement(obj, key, value, at, what);
        return false;
    }

    /// <summary>Overwrites a float, or stores it in another way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SetInPlace(LuaTable obj, long key, double value, long at, string? what = null)
    {
        if (obj.TrySetFloat(key, value))
        {
            return true;
        }

        SetElement(obj, key, value, at, what);
        return false;
    }

    /// <summary>Overwrites a boolean, or stores it in another way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SetInPlace(LuaTable obj, long key, bool value, long at, string? what = null)
    {
        if (obj.TrySetBoolean(key, value))
        {
            return true;
        }

        SetElement(obj, key, value, at, what);
        return false;
    }

    /// <summary>Overwrites an element, or stores the value in another way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SetInPlace(LuaTable obj, long key, LuaValue value, long at, string? what = null)
    {
        if (obj.TryReplace(key, value))
        {
            return true;
        }

        SetElement(obj, key, value, at, what);
        return false;
    }
}
