using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// Operations on operands whose type generated code knows. The <c>TryIndex</c> family reads a value that is expected to have a type: it calls no
/// metamethod and changes nothing, so that code which finds another type can go back and do the whole statement in the general way.
/// </content>
public static partial class LuaOperators
{
    /// <summary><c>obj[key]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Index(LuaTable obj, LuaValue key, long at, string? what = null) =>
        key.IsInteger && obj.TryGetElement(key.AsInteger(), out var value) ? value : IndexOther(obj, key, at, what);

    /// <summary><c>obj[key]</c> with an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Index(LuaTable obj, long key, long at, string? what = null) =>
        obj.TryGetElement(key, out var value) ? value : IndexOther(obj, key, at, what);

    /// <summary><c>obj.key</c> through a per-site cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Index(LuaTable obj, LuaString key, ref int slot, long at, string? what = null) =>
        obj.TryGetCached(key, slot, out var value) ? value : IndexField(obj, key, ref slot, at, what);

    /// <inheritdoc cref="Method(LuaValue, LuaString, ref LuaMethodCache?, ref int, long, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Method(LuaTable obj, LuaString name, ref LuaMethodCache? cache, ref int slot, long at, string? what = null) =>
        obj.TryGetMethod(cache, out var method) ? method : FindMethod(obj, name, ref cache, ref slot, at, what);

    /// <summary><c>obj[key] = value</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaTable obj, LuaValue key, LuaValue value, long at, string? what = null)
    {
        if (!key.IsInteger || !obj.TryReplace(key.AsInteger(), value))
        {
            SetIndexOther(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj[key] = value</c> with an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaTable obj, long key, LuaValue value, long at, string? what = null)
    {
        if (!obj.TryReplace(key, value))
        {
            SetElement(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj[key] = value</c> with an integer and a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaTable obj, long key, double value, long at, string? what = null)
    {
        if (!obj.TrySetFloat(key, value))
        {
            SetElement(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj[key] = value</c> with integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaTable obj, long key, long value, long at, string? what = null)
    {
        if (!obj.TrySetInteger(key, value))
        {
            SetElement(obj, key, value, at, what);
        }
    }

    /// <summary><c>for i = first, limit, step do obj[i] = value end</c>.</summary>
    public static void Fill(LuaTable obj, long first, LuaValue limit, long step, LuaValue value, long atLoop, long at, string? what = null)
    {
        for (var count = ForCount(first, limit, step, atLoop); count > 0;)
        {
            var filled = obj.Fill(first, step, count, value);
            if (filled == 0)
            {
                SetIndex(obj, first, value, at, what);
                filled = 1;
            }

            count -= filled;
            first = unchecked(first + (step * (long)filled));
        }
    }

    /// <summary><c>obj[key] = value</c> with an integer and a boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaTable obj, long key, bool value, long at, string? what = null)
    {
        if (!obj.TrySetBoolean(key, value))
        {
            SetElement(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj[#obj + 1] = value</c>.</summary>
    public static void Append(LuaTable obj, long key, LuaValue value, long at, string? what = null)
    {
        if (!obj.TryAppend(key, value))
        {
            SetIndex(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj[#obj + 1] = value</c> with integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Append(LuaTable obj, long key, long value, long at, string? what = null)
    {
        if (!obj.TryAppend(key, value))
        {
            SetElement(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj[#obj + 1] = value</c> with a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Append(LuaTable obj, long key, double value, long at, string? what = null)
    {
        if (!obj.TryAppend(key, value))
        {
            SetElement(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj[key] = nil</c> with an integer, which is mostly that of the last element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ClearIndex(LuaTable obj, long key, long at, string? what = null)
    {
        if (!obj.TryRemoveLast(key))
        {
            ClearElement(obj, key, at, what);
        }
    }

    /// <summary><c>obj.key = value</c> through a per-site cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaTable obj, LuaString key, LuaValue value, ref int slot, long at, string? what = null)
    {
        if (!obj.TrySetRaw(key, value, ref slot))
        {
            SetField(obj, key, value, ref slot, at, what);
        }
    }

    /// <summary><c>obj.key</c> of a table that is probably a record of a known shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Index(LuaTable obj, LuaShape shape, int index, LuaString key, ref int slot, long at, string? what = null)
    {
        if (obj.Is(shape))
        {
            var value = obj.FieldAt(index);
            if (!value.IsNil || obj.Metatable is null)
            {
                return value;
            }
        }

        // A record that got further fields keeps those it has at their slots.
        return Index(obj, key, ref slot, at, what);
    }

    /// <summary><c>obj.key = value</c> for a table that is probably a record of a known shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaTable obj, LuaShape shape, int index, LuaString key, LuaValue value, ref int slot, long at, string? what = null)
    {
        if (obj.Is(shape) && !obj.IsGuarded && !value.IsNil)
        {
            ref var field = ref obj.FieldAt(index);
            if (!field.IsNil)
            {
                LuaValue.Store(ref field, value);
                return;
            }
        }

        SetIndex(obj, key, value, ref slot, at, what);
    }

    /// <summary>Reads an element of the array part that is a float; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, long key, out double value) => obj.TryPeek(key, out value);

    /// <summary>Reads an element, wherever it is, that is a float; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFind(LuaTable obj, long key, out double value)
    {
        if (TryIndex(obj, key, out value))
        {
            return true;
        }

        var found = Find(obj, key);
        value = found.AsFloat();
        return found.IsFloat;
    }

    /// <summary>Reads a field that is a float; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaString key, ref int slot, out double value)
    {
        var found = Peek(obj, key, ref slot);
        value = found.AsFloat();
        return found.IsFloat;
    }

    /// <summary>The same for a table that is probably a record of a known shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaShape shape, int index, LuaString key, ref int slot, out double value)
    {
        var found = obj.Is(shape) ? obj.FieldAt(index) : Peek(obj, key, ref slot);
        value = found.AsFloat();
        return found.IsFloat;
    }

    /// <summary>Reads an element of the array part that is an integer; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, long key, out long value) => obj.TryPeek(key, out value);

    /// <summary>Reads an element, wherever it is, that is an integer; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFind(LuaTable obj, long key, out long value)
    {
        if (TryIndex(obj, key, out value))
        {
            return true;
        }

        var found = Find(obj, key);
        value = found.AsInteger();
        return found.IsInteger;
    }

    /// <summary>Reads a field that is an integer; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaString key, ref int slot, out long value)
    {
        var found = Peek(obj, key, ref slot);
        value = found.AsInteger();
        return found.IsInteger;
    }

    /// <summary>The same for a table that is probably a record of a known shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaShape shape, int index, LuaString key, ref int slot, out long value)
    {
        var found = obj.Is(shape) ? obj.FieldAt(index) : Peek(obj, key, ref slot);
        value = found.AsInteger();
        return found.IsInteger;
    }

    /// <summary>Reads an element of the array part that is a boolean; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, long key, out bool value) => obj.TryPeek(key, out value);

    /// <summary>Reads an element, wherever it is, that is a boolean; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFind(LuaTable obj, long key, out bool value)
    {
        if (TryIndex(obj, key, out value))
        {
            return true;
        }

        var found = Find(obj, key);
        value = found.AsBoolean();
        return found.IsBoolean;
    }

    /// <summary>Reads a field that is a boolean; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaString key, ref int slot, out bool value)
    {
        var found = Peek(obj, key, ref slot);
        value = found.Bits != 0;
        return found.IsBoolean;
    }

    /// <summary>The same for a table that is probably a record of a known shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaShape shape, int index, LuaString key, ref int slot, out bool value)
    {
        var found = obj.Is(shape) ? obj.FieldAt(index) : Peek(obj, key, ref slot);
        value = found.Bits != 0;
        return found.IsBoolean;
    }

    /// <summary>Reads a variable that holds an integer; false if it holds anything else.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static bool TryRead(LuaValue variable, out long value)
    {
        value = variable.AsInteger();
        return variable.IsInteger;
    }

    /// <summary>Reads a variable that holds a float; false if it holds anything else.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static bool TryRead(LuaValue variable, out double value)
    {
        value = variable.AsFloat();
        return variable.IsFloat;
    }

    /// <summary>Reads a variable that holds a string; false if it holds anything else.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static bool TryRead(LuaValue variable, out LuaString value)
    {
        value = variable.AsString();
        return variable.IsString;
    }

    /// <summary>Reads a variable that holds a table; false if it holds anything else.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static bool TryRead(LuaValue variable, out LuaTable value)
    {
        value = variable.AsTable();
        return variable.IsTable;
    }

    /// <summary>Asks for the truth of an element that is a boolean or nil; false if it is neither, or a metamethod may decide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTruth(LuaTable obj, long key, out bool value)
    {
        if (obj.TryPeek(key, out value))
        {
            return true;
        }

        // Not by reference: the JIT keeps in memory what a call is given the address of.
        var truth = FindTruth(obj, key);
        value = truth > 0;
        return truth >= 0;
    }

    /// <summary>Reads an element of the array part that is a string; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, long key, out LuaString value) => obj.TryPeek(key, LuaKind.String, out value);

    /// <summary>Reads an element, wherever it is, that is a string; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFind(LuaTable obj, long key, out LuaString value)
    {
        if (TryIndex(obj, key, out value))
        {
            return true;
        }

        var found = Find(obj, key);
        value = found.AsString();
        return found.IsString;
    }

    /// <summary>Reads a field that is a string; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaString key, ref int slot, out LuaString value)
    {
        var found = Peek(obj, key, ref slot);
        value = found.AsString();
        return found.IsString;
    }

    /// <summary>The same for a table that is probably a record of a known shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaShape shape, int index, LuaString key, ref int slot, out LuaString value)
    {
        var found = obj.Is(shape) ? obj.FieldAt(index) : Peek(obj, key, ref slot);
        value = found.AsString();
        return found.IsString;
    }

    /// <summary>Reads an element of the array part that is a table; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, long key, out LuaTable value) => obj.TryPeek(key, LuaKind.Table, out value);

    /// <summary>Reads an element, wherever it is, that is a table; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFind(LuaTable obj, long key, out LuaTable value)
    {
        if (TryIndex(obj, key, out value))
        {
            return true;
        }

        var found = Find(obj, key);
        value = found.AsTable();
        return found.IsTable;
    }

    /// <summary>Reads a field that is a table; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaString key, ref int slot, out LuaTable value)
    {
        var found = Peek(obj, key, ref slot);
        value = found.AsTable();
        return found.IsTable;
    }

    /// <summary>The same for a table that is probably a record of a known shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaTable obj, LuaShape shape, int index, LuaString key, ref int slot, out LuaTable value)
    {
        var found = obj.Is(shape) ? obj.FieldAt(index) : Peek(obj, key, ref slot);
        value = found.AsTable();
        return found.IsTable;
    }

    /// <summary>The values of the fields of a table that is probably a record of a known shape with this many fields; false if it is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFields(LuaTable obj, LuaShape shape, int count, out LuaValue[] fields) => obj.TryFields(shape, count, out fields);

    /// <inheritdoc cref="TryFields(LuaTable, LuaShape, int, out LuaValue[])"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFields(LuaValue obj, LuaShape shape, int count, out LuaValue[] fields)
    {
        if (obj.TryGetTable(out var table))
        {
            return table.TryFields(shape, count, out fields);
        }

        fields = null!;
        return false;
    }

    /// <summary>Whether storing in a field that has a value needs nothing else: the table is not frozen, and nothing inherits from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanStore(LuaTable obj) => !obj.IsGuarded;

    /// <inheritdoc cref="CanStore(LuaTable)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanStore(LuaValue obj) => obj.TryGetTable(out var table) && !table.IsGuarded;

    /// <summary>Reads one of the fields of a record that is a float; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaValue[] fields, int index, out double value)
    {
        value = fields[index].AsFloat();
        return fields[index].IsFloat;
    }

    /// <summary>Reads one of the fields of a record that is an integer; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaValue[] fields, int index, out long value)
    {
        value = fields[index].AsInteger();
        return fields[index].IsInteger;
    }

    /// <summary>Reads one of the fields of a record that is a boolean; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaValue[] fields, int index, out bool value)
    {
        value = fields[index].Bits != 0;
        return fields[index].IsBoolean;
    }

    /// <summary>Reads one of the fields of a record that is a string; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaValue[] fields, int index, out LuaString value)
    {
        value = fields[index].AsString();
        return fields[index].IsString;
    }

    /// <summary>Reads one of the fields of a record that is a table; false if it is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIndex(LuaValue[] fields, int index, out LuaTable value)
    {
        value = fields[index].AsTable();
        return fields[index].IsTable;
    }

    /// <summary>Overwrites one of the fields of a record that is a float; gives its new value.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static double SetFloat(LuaValue[] fields, int index, double value) => Unsafe.As<long, double>(ref Unsafe.AsRef(in fields[index].Bits)) = value;

    /// <summary>Overwrites one of the fields of a record that is an integer; gives its new value.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static long SetInteger(LuaValue[] fields, int index, long value) => Unsafe.AsRef(in fields[index].Bits) = value;

    /// <summary><c>setmetatable(table, metatable)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaTable SetMetatable(LuaTable table, LuaTable metatable, long at) =>
        table.TrySetMetatable(metatable) ? table : SetMetatable((LuaValue)table, (LuaValue)metatable, at);

    /// <inheritdoc cref="SetMetatable(LuaTable, LuaTable, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaTable SetMetatable(LuaTable table, LuaValue metatable, long at) =>
        metatable.TryGetTable(out var meta) && table.TrySetMetatable(meta) ? table : SetMetatable((LuaValue)table, metatable, at);

    /// <summary>The length of a table without a metatable; false if a metamethod may decide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLength(LuaTable obj, out long length)
    {
        length = obj.Length;
        return obj.Metatable is null;
    }

    /// <summary><c>math.floor</c> of a float that is an integer then; false if there is no such integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFloor(double number, out long integer) => IsInRange(Math.Floor(number), out integer);

    /// <summary><c>math.ceil</c> of a float that is an integer then; false if there is no such integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCeiling(double number, out long integer) => IsInRange(Math.Ceiling(number), out integer);

    /// <summary><c>math.abs</c>; wraps around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Abs(long number) => number < 0 ? unchecked(-number) : number;

    /// <summary><c>math.abs</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Abs(double number) => Math.Abs(number);

    /// <summary><c>math.max</c> of two floats: the second only if it is greater, as the reference implementation has it for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(double a, double b) => a < b ? b : a;

    /// <summary><c>math.max</c> of two integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Max(long a, long b) => a < b ? b : a;

    /// <summary><c>math.min</c> of two floats: the second only if it is less, as the reference implementation has it for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Min(double a, double b) => b < a ? b : a;

    /// <summary><c>math.min</c> of two integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Min(long a, long b) => b < a ? b : a;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue Find(LuaTable obj, long key) => obj[key];

    // 1 for true, 0 for false and for nil, -1 for what has to be asked in another way.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindTruth(LuaTable obj, long key)
    {
        var found = obj[key];
        return found.IsBoolean ? found.AsBoolean() ? 1 : 0 : found.IsNil && obj.Metatable is null ? 0 : -1;
    }

    private static bool IsInRange(double integral, out long integer)
    {
        // The first comparison is false for NaN too; 2^63 is the first number beyond.
        var inRange = integral >= -9223372036854775808.0 && integral < 9223372036854775808.0;
        integer = inRange ? (long)integral : 0;
        return inRange;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LuaValue Peek(LuaTable obj, LuaString key, ref int slot) =>
        obj.TryGetCached(key, slot, out var value) ? value : PeekSlow(obj, key, ref slot);

    // Follows tables of __index only; nil when a function would have to be called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue PeekSlow(LuaTable obj, LuaString key, ref int slot)
    {
        for (var i = 0; i < MaximumChain; i++)
        {
            var value = obj.GetRaw(key, ref slot);
            if (!value.IsNil || obj.Metatable is null || !obj.Metatable.GetMetamethod(LuaMetamethod.Index).TryGetTable(out var next))
            {
                return value;
            }

            obj = next;
        }

        return default;
    }
}
