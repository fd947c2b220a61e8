using System;
using System.Collections.Generic;
using System.Globalization;
using Wippy.Runtime;

namespace Wippy.Temporal.Borders;

/// <summary>
/// Conversions that generated records and entry methods use. Reading is strict: a value of another type than declared raises
/// <see cref="LuaBorderException"/> naming path and expected type. Numbers follow the rule of payloads (spec/temporal.md
/// section 12): a float without fraction comes back as an integer.
/// </summary>
public static class LuaBorder
{
    /// <summary>Reads one value at a path.</summary>
    /// <typeparam name="T">The C# type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="path">How error messages call it.</param>
    public delegate T Reader<T>(LuaValue value, string path);

    // Nulls that a list may hold: a table with one great key must not become a great list.
    private const int MaxHoles = 1 << 20;

    // 2^63, the first float beyond the integers.
    private const double IntegerLimit = 9223372036854775808.0;

    /// <summary>Reads a string; bytes that are not UTF-8 become U+FFFD.</summary>
    public static string ToText(LuaValue value, string path) =>
        value.IsString ? value.AsString().ToString() : throw Mismatch(path, "string", value);

    /// <summary>Reads an integer; a float without fraction counts as one.</summary>
    public static long ToInteger(LuaValue value, string path) =>
        value.IsNumber && value.TryGetInteger(out var integer) ? integer : throw Mismatch(path, "integer", value);

    /// <summary>Reads a number.</summary>
    public static double ToNumber(LuaValue value, string path) =>
        value.IsNumber && value.TryGetNumber(out var number) ? number : throw Mismatch(path, "number", value);

    /// <summary>Reads a boolean.</summary>
    public static bool ToBoolean(LuaValue value, string path) =>
        value.IsBoolean ? value.AsBoolean() : throw Mismatch(path, "boolean", value);

    /// <summary>Reads a value that declares no type.</summary>
    public static LuaValue ToAny(LuaValue value, string path)
    {
        _ = path;
        return value;
    }

    /// <summary>Reads a table.</summary>
    public static LuaTable ToTable(LuaValue value, string path) =>
        value.IsTable ? value.AsTable() : throw Mismatch(path, "table", value);

    /// <summary>
    /// Reads the items 1 to n of a table. A hole, which a JSON null leaves, is read as nil and never dropped; a table with other keys is
    /// no list.
    /// </summary>
    public static IReadOnlyList<T> ToList<T>(LuaValue value, string path, Reader<T> item)
    {
        var table = value.IsTable ? value.AsTable() : throw Mismatch(path, "list", value);
        var length = LastIndex(table) ?? throw Mismatch(path, "list", value);
        var result = new List<T>();
        for (long i = 1; i <= length; i++)
        {
            result.Add(item(table[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")));
        }

        return result;
    }

    /// <summary>Reads every field of a table whose keys are strings, in the table's order.</summary>
    public static IReadOnlyDictionary<string, T> ToMap<T>(LuaValue value, string path, Reader<T> item)
    {
        var table = value.IsTable ? value.AsTable() : throw Mismatch(path, "map", value);
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        var position = 0;
        while (table.Next(ref position, out var key, out var field))
        {
            var name = ToText(key, path + " (key)");
            result[name] = item(field, path + "." + name);
        }

        return result;
    }

    /// <summary>Reads nil as null, anything else as <typeparamref name="T"/>.</summary>
    public static T? ToOptional<T>(LuaValue value, string path, Reader<T> inner)
        where T : class => value.IsNil ? null : inner(value, path);

    /// <summary>Reads nil as null, anything else as <typeparamref name="T"/>.</summary>
    public static T? ToOptionalValue<T>(LuaValue value, string path, Reader<T> inner)
        where T : struct => value.IsNil ? null : inner(value, path);

    /// <summary>A string, or nil for null.</summary>
    public static LuaValue FromText(string? value) => value is null ? LuaValue.Nil : (LuaValue)LuaString.FromUtf16(value);

    /// <summary>An integer, or nil for null.</summary>
    public static LuaValue FromInteger(long? value) => value is { } integer ? integer : LuaValue.Nil;

    /// <summary>A number, or nil for null; an integer where there is no fraction.</summary>
    public static LuaValue FromNumber(double? value) => value switch
    {
        null => LuaValue.Nil,
        { } number when number == Math.Floor(number) && number >= -IntegerLimit && number < IntegerLimit => (long)number,
        { } number => number,
    };

    /// <summary>A boolean, or nil for null.</summary>
    public static LuaValue FromBoolean(bool? value) => value is { } boolean ? boolean : LuaValue.Nil;

    /// <summary>A value as it is.</summary>
    public static LuaValue FromAny(LuaValue value) => value;

    /// <summary>A record as a table, or nil for null.</summary>
    public static LuaValue FromRecord(ILuaRecord? value) => value is null ? LuaValue.Nil : value.ToLua();

    /// <summary>A new table with the items at 1 to n, or nil for null.</summary>
    public static LuaValue FromList<T>(IReadOnlyList<T>? value, Func<T, LuaValue> item)
    {
        if (value is null)
        {
            return LuaValue.Nil;
        }

        var table = new LuaTable(value.Count, 0);
        for (var i = 0; i < value.Count; i++)
        {
            table[(long)i + 1] = item(value[i]);
        }

        return table;
    }

    /// <summary>A new table with the fields, or nil for null.</summary>
    public static LuaValue FromMap<T>(IReadOnlyDictionary<string, T>? value, Func<T, LuaValue> item)
    {
        if (value is null)
        {
            return LuaValue.Nil;
        }

        var table = new LuaTable(0, value.Count);
        foreach (var (key, field) in value)
        {
            table[LuaString.FromUtf16(key)] = item(field);
        }

        return table;
    }

    /// <summary>
    /// The arguments of an entry: the first <paramref name="required"/> always, of the others none after the last that is not nil,
    /// so that what the caller left out is absent in Lua too.
    /// </summary>
    public static LuaValues Arguments(int required, params ReadOnlySpan<LuaValue> values)
    {
        var count = values.Length;
        while (count > required && values[count - 1].IsNil)
        {
            count--;
        }

        return new LuaValues(values[..count]);
    }

    // The greatest key; null when a key is none of a list.
    private static long? LastIndex(LuaTable table)
    {
        long last = 0;
        long count = 0;
        var position = 0;
        while (table.Next(ref position, out var key, out _))
        {
            if (!key.IsNumber || !key.TryGetInteger(out var index) || index < 1)
            {
                return null;
            }

            last = Math.Max(last, index);
            count++;
        }

        return last - count <= MaxHoles ? last : null;
    }

    private static LuaBorderException Mismatch(string path, string expected, LuaValue value) =>
        new($"{path}: {expected} expected, got {value.TypeName}");
}
