using System.Collections.Generic;

namespace Wippy.Runtime;

/// <summary>The deep copy of values that cross the border of an instance (spec/lua.md section 7).</summary>
public static class LuaCopy
{
    private const int MaximumDepth = 1000;

    /// <summary>
    /// Copies a value: tables deeply (without metatables), strings, numbers, booleans and errors as they are; functions, threads and other userdata become nil.
    /// A table that occurs twice is one table in the copy too. Raises for a table that contains itself and for one nested too deeply.
    /// </summary>
    public static LuaValue Copy(LuaValue value)
    {
        if (value.TryGetTable(out var table))
        {
            return CopyTable(table, [], 0);
        }

        return IsPlain(value) ? value : default;
    }

    /// <summary>Copies every value of a list.</summary>
    public static LuaValues Copy(LuaValues values)
    {
        var copies = values.ToArray();
        for (var i = 0; i < copies.Length; i++)
        {
            copies[i] = Copy(copies[i]);
        }

        return new LuaValues(copies);
    }

    private static bool IsPlain(LuaValue value) => value.IsNil || value.IsBoolean || value.IsNumber || value.IsString || value.Reference is LuaError;

    private static LuaTable CopyTable(LuaTable table, Dictionary<LuaTable, LuaTable?> copies, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new LuaException("value is nested too deeply to be copied");
        }

        if (copies.TryGetValue(table, out var known))
        {
            return known ?? throw new LuaException("cannot copy a table that contains itself");
        }

        // Null until it is complete.
        copies.Add(table, null);

        var copy = new LuaTable((int)table.Length, table.FieldCount);
        var position = 0;
        while (table.Next(ref position, out var key, out var value))
        {
            if (!IsPlain(key))
            {
                continue;
            }

            if (value.TryGetTable(out var inner))
            {
                copy[key] = CopyTable(inner, copies, depth + 1);
            }
            else if (IsPlain(value))
            {
                copy[key] = value;
            }
        }

        if (table.HadFields)
        {
            copy.MarkAsObject();
        }

        copies[table] = copy;
        return copy;
    }
}
