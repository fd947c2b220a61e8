using System.Runtime.CompilerServices;
using System;

namespace Wippy.Runtime;

/// <summary>Argument checks of library functions, with the messages of the reference implementation (Lua manual 5.1, auxiliary library).</summary>
public static class LuaArguments
{
    /// <summary>The error for a bad argument: <c>bad argument #n to 'f' (reason)</c>. For a method call the object does not count.</summary>
    public static LuaException Bad(int index, string function, string reason)
    {
        if (LuaChunk.IsMethodCall(LuaState.CurrentPosition))
        {
            index--;
            if (index == 0)
            {
                return new LuaException($"calling '{function}' on bad self ({reason})");
            }
        }

        return new LuaException($"bad argument #{index} to '{LuaState.QualifyName(function)}' ({reason})");
    }

    /// <summary>The error for an argument of the wrong type.</summary>
    public static LuaException BadType(LuaValue value, int index, string function, string expected, bool present = true) =>
        Bad(index, function, $"{expected} expected, got {(present ? LuaOperators.TypeNameOf(value) : "no value")}");

    /// <summary>The error for an argument that is no integer.</summary>
    internal static LuaException NoInteger(LuaValue value, int index, string function, bool present) =>
        LuaOperators.TryToNumber(value, out _)
            ? Bad(index, function, "number has no integer representation")
            : BadType(value, index, function, "number", present);

    /// <summary>An integer; floats with an integral value and numeric strings are converted.</summary>
    public static long CheckInteger(LuaValue value, int index, string function, bool present = true)
    {
        if (value.IsInteger)
        {
            return value.AsInteger();
        }

        if (LuaOperators.TryToInteger(value, out var integer))
        {
            return integer;
        }

        throw NoInteger(value, index, function, present);
    }

    /// <summary>An integer, or a default for nil.</summary>
    public static long OptionalInteger(LuaValue value, int index, string function, long otherwise) =>
        value.IsNil ? otherwise : CheckInteger(value, index, function);

    /// <summary>A number; numeric strings are converted.</summary>
    public static double CheckNumber(LuaValue value, int index, string function, bool present = true) =>
        LuaOperators.TryToNumber(value, out var number) ? number : throw BadType(value, index, function, "number", present);

    /// <summary>A string; numbers are converted.</summary>
    public static LuaString CheckString(LuaValue value, int index, string function, bool present = true)
    {
        if (value.TryGetString(out var text))
        {
            return text;
        }

        return value.IsNumber ? LuaOperators.ToLuaString(value) : throw BadType(value, index, function, "string", present);
    }

    /// <summary>A table.</summary>
    public static LuaTable CheckTable(LuaValue value, int index, string function, bool present = true) =>
        value.TryGetTable(out var table) ? table : throw BadType(value, index, function, "table", present);

    /// <summary>A function.</summary>
    public static LuaFunction CheckFunction(LuaValue value, int index, string function, bool present = true) =>
        value.TryGetFunction(out var result) ? result : throw BadType(value, index, function, "function", present);

    /// <summary>A userdata of a class that is called <paramref name="expected"/> in messages.</summary>
    public static T CheckUserdata<T>(LuaValue value, int index, string function, string expected, bool present = true)
        where T : LuaUserdata =>
        value.TryGetUserdata<T>(out var userdata) ? userdata : throw BadType(value, index, function, expected, present);

    /// <summary>Any value but a missing one.</summary>
    public static LuaValue CheckAny(LuaValues arguments, int index, string function) =>
        CheckAny(arguments[index - 1], index, function, index <= arguments.Count);

    /// <summary>Any value but a missing one.</summary>
    public static LuaValue CheckAny(LuaValue value, int index, string function, bool present) =>
        present ? value : throw Bad(index, function, "value expected");

    /// <summary>The argument at a one-based index, nil if there is none.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal static LuaValue At(this ReadOnlySpan<LuaValue> arguments, int index) =>
        (uint)index - 1 < (uint)arguments.Length ? arguments[index - 1] : default;

    /// <summary>The argument at a one-based index as an integer.</summary>
    internal static long CheckInteger(this ReadOnlySpan<LuaValue> arguments, int index, string function) =>
        CheckInteger(arguments.At(index), index, function, index <= arguments.Length);

    /// <summary>The argument at a one-based index as an integer, or a default for nil.</summary>
    internal static long OptionalInteger(this ReadOnlySpan<LuaValue> arguments, int index, string function, long otherwise) =>
        OptionalInteger(arguments.At(index), index, function, otherwise);

    /// <summary>The argument at a one-based index as a number.</summary>
    internal static double CheckNumber(this ReadOnlySpan<LuaValue> arguments, int index, string function) =>
        CheckNumber(arguments.At(index), index, function, index <= arguments.Length);

    /// <summary>The argument at a one-based index as a string.</summary>
    internal static LuaString CheckString(this ReadOnlySpan<LuaValue> arguments, int index, string function) =>
        CheckString(arguments.At(index), index, function, index <= arguments.Length);

    /// <summary>The argument at a one-based index as a table.</summary>
    internal static LuaTable CheckTable(this ReadOnlySpan<LuaValue> arguments, int index, string function) =>
        CheckTable(arguments.At(index), index, function, index <= arguments.Length);

    /// <summary>The argument at a one-based index as a function.</summary>
    internal static LuaFunction CheckFunction(this ReadOnlySpan<LuaValue> arguments, int index, string function) =>
        CheckFunction(arguments.At(index), index, function, index <= arguments.Length);

    /// <summary>The argument at a one-based index as an integer.</summary>
    public static long CheckInteger(this in LuaValues arguments, int index, string function) =>
        CheckInteger(arguments[index - 1], index, function, index <= arguments.Count);

    /// <summary>The argument at a one-based index as an integer, or a default for nil.</summary>
    public static long OptionalInteger(this in LuaValues arguments, int index, string function, long otherwise) =>
        OptionalInteger(arguments[index - 1], index, function, otherwise);

    /// <summary>The argument at a one-based index as a number.</summary>
    public static double CheckNumber(this in LuaValues arguments, int index, string function) =>
        CheckNumber(arguments[index - 1], index, function, index <= arguments.Count);

    /// <summary>The argument at a one-based index as a string.</summary>
    public static LuaString CheckString(this in LuaValues arguments, int index, string function) =>
        CheckString(arguments[index - 1], index, function, index <= arguments.Count);

    /// <summary>The argument at a one-based index as a table.</summary>
    public static LuaTable CheckTable(this in LuaValues arguments, int index, string function) =>
        CheckTable(arguments[index - 1], index, function, index <= arguments.Count);

    /// <summary>The argument at a one-based index as a function.</summary>
    public static LuaFunction CheckFunction(this in LuaValues arguments, int index, string function) =>
        CheckFunction(arguments[index - 1], index, function, index <= arguments.Count);

    /// <summary>The argument at a one-based index as a userdata.</summary>
    public static T CheckUserdata<T>(this in LuaValues arguments, int index, string function, string expected)
        where T : LuaUserdata =>
        CheckUserdata<T>(arguments[index - 1], index, function, expected, index <= arguments.Count);
}
