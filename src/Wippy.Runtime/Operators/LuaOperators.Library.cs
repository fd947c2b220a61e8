using System;
using System.Runtime.CompilerServices;
using Wippy.Runtime.Libraries;

namespace Wippy.Runtime;

/// <content>
/// Functions of the library that generated code reaches without a look-up, where it is certain that the name means them. Usual arguments are handled
/// here; all others go to the function itself, which converts, asks metamethods and raises.
/// </content>
public static partial class LuaOperators
{
    /// <summary><c>math.floor</c>.</summary>
    public static LuaValue MathFloor(LuaValue x, long at) =>
        x.IsInteger ? x : x.IsFloat && TryFloor(x.AsFloat(), out var integer) ? integer : CallLibrary(MathLibrary.Table, "floor", x, at);

    /// <summary><c>math.ceil</c>.</summary>
    public static LuaValue MathCeil(LuaValue x, long at) =>
        x.IsInteger ? x : x.IsFloat && TryCeiling(x.AsFloat(), out var integer) ? integer : CallLibrary(MathLibrary.Table, "ceil", x, at);

    /// <summary><c>math.abs</c>.</summary>
    public static LuaValue MathAbs(LuaValue x, long at) =>
        x.IsInteger ? Abs(x.Bits) : x.IsFloat ? Math.Abs(x.AsFloat()) : CallLibrary(MathLibrary.Table, "abs", x, at);

    /// <summary><c>math.sqrt</c>.</summary>
    public static double MathSqrt(LuaValue x, long at) =>
        x.IsNumber ? Math.Sqrt(x.AsNumber()) : CallLibrary(MathLibrary.Table, "sqrt", x, at).AsFloat();

    /// <summary><c>math.max</c> of two values.</summary>
    public static LuaValue MathMax(LuaValue a, LuaValue b, long at) =>
        a.IsNumber && b.IsNumber ? (LessThan(a, b, at) ? b : a) : CallLibrary(MathLibrary.Table, "max", a, b, at);

    /// <summary><c>math.min</c> of two values.</summary>
    public static LuaValue MathMin(LuaValue a, LuaValue b, long at) =>
        a.IsNumber && b.IsNumber ? (LessThan(b, a, at) ? b : a) : CallLibrary(MathLibrary.Table, "min", a, b, at);

    /// <summary><c>type</c>.</summary>
    public static LuaString TypeOf(LuaValue value) => BaseLibrary.TypeName(value);

    /// <summary><c>setmetatable</c>.</summary>
    public static LuaTable SetMetatable(LuaValue table, LuaValue metatable, long at)
    {
        if (table.TryGetTable(out var fresh) && fresh.Metatable is null && !fresh.IsFrozen && metatable.TryGetTable(out var value))
        {
            fresh.Metatable = value;
            return fresh;
        }

        return CallLibrary(LuaState.Current.Globals, "setmetatable", table, metatable, at).AsTable();
    }

    /// <summary><c>table.insert</c> at the end.</summary>
    public static void TableInsert(LuaValue list, LuaValue value, long at)
    {
        if (list.TryGetTable(out var table) && table.Metatable is null && !table.IsFrozen)
        {
            table.Add(value);
            return;
        }

        CallLibrary(TableLibrary.Table, "insert", list, value, at);
    }

    /// <summary><c>table.remove</c> of the last element.</summary>
    public static LuaValue TableRemove(LuaValue list, long at) =>
        list.TryGetTable(out var table) && table.Metatable is null && !table.IsFrozen && table.Length > 0
            ? table.RemoveAt(table.Length)
            : CallLibrary(TableLibrary.Table, "remove", list, at);

    /// <summary>The byte at a position, nil beyond the ends: <c>string.byte</c> for one result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue StringByte(LuaString text, long position) => TryByte(text, position, out var value) ? value : default(LuaValue);

    /// <inheritdoc cref="StringByte(LuaString, long)"/>
    public static LuaValue StringByte(LuaString text, LuaValue position, long at) =>
        position.IsInteger ? StringByte(text, position.Bits) : CallLibrary(StringLibrary.Table, "byte", text, position, at);

    /// <summary>Reads the byte at a position; false beyond the ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryByte(LuaString text, long position, out long value)
    {
        var index = position - 1 + (position < 0 ? text.Length + 1 : 0);
        if ((ulong)index < (ulong)text.Length)
        {
            value = text.Span[(int)index];
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary><c>string.sub</c> to the end.</summary>
    public static LuaString StringSub(LuaString text, long start) => StringSub(text, start, -1);

    /// <summary><c>string.sub</c>.</summary>
    public static LuaString StringSub(LuaString text, long start, long end)
    {
        start = Math.Max(StringLibrary.Position(start, text.Length), 1);
        end = Math.Min(StringLibrary.Position(end, text.Length), text.Length);
        return start > end ? LuaString.Empty : text.Slice((int)start - 1, (int)(end - start + 1));
    }

    /// <summary><c>string.sub</c> to the end.</summary>
    public static LuaString StringSub(LuaString text, LuaValue start, long at) =>
        start.IsInteger ? StringSub(text, start.Bits, -1) : CallLibrary(StringLibrary.Table, "sub", text, start, at).AsString();

    /// <summary><c>string.sub</c>.</summary>
    public static LuaString StringSub(LuaString text, LuaValue start, LuaValue end, long at) =>
        start.IsInteger && end.IsInteger ? StringSub(text, start.Bits, end.Bits) : LuaState.Current.Call(StringLibrary.Table["sub"], text, start, end, at).AsString();

    /// <summary><c>string.char</c> of one byte.</summary>
    public static LuaString StringChar(long code, long at) =>
        code is >= 0 and <= 255 ? LuaString.FromByte((byte)code) : CallLibrary(StringLibrary.Table, "char", code, at).AsString();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallLibrary(LuaTable library, string name, LuaValue a, long at) => LuaState.Current.Call(library[name], a, at);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallLibrary(LuaTable library, string name, LuaValue a, LuaValue b, long at) => LuaState.Current.Call(library[name], a, b, at);
}
