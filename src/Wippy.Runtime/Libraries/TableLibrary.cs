using System;

namespace Wippy.Runtime.Libraries;

/// <summary>The <c>table</c> table (spec/lua.md section 8, table; Lua manual 6.6). Elements are read and written with metamethods, as the reference implementation does.</summary>
public static class TableLibrary
{
    /// <summary>More results than this raise: what the stack of the reference implementation holds, less a few calls.</summary>
    internal const int MaximumResults = 1_000_000 - 100;

    private static readonly LuaShape PackedFields = LuaShape.Of(LuaString.Literal("n"u8));

    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = LibraryTable.Create(
        new LuaSpanFunction("concat", Concat, "table, string?, integer?, integer?"),
        new LuaSpanFunction("create", args => new(Create(args))),
        new LuaSpanFunction("freeze", args => new(args.CheckTable(1, "freeze").Freeze())),
        new LuaSpanFunction("getn", args => new(LuaOperators.Length(args.CheckTable(1, "getn"), LuaState.CurrentPosition))),
        new LuaSpanFunction("insert", Insert, "table"),
        new LuaSpanFunction("isfrozen", args => new(args.CheckTable(1, "isfrozen").IsFrozen)),
        new LuaSpanFunction("maxn", args => new(LargestKey(args.CheckTable(1, "maxn")))),
        new LuaSpanFunction("move", args => new(Move(args))),
        new LuaMultiFunctionN("pack", args => new(Pack(args))),
        new LuaSpanFunction("remove", args => new(Remove(args)), "table"),
        new LuaSpanFunction("sort", Sort, "table"),
        new LuaSpanFunction("unpack", Unpack));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    /// <summary>The table, or a value whose metatable has what the function needs.</summary>
    private static LuaValue CheckTable(ReadOnlySpan<LuaValue> args, int index, string function, bool writes)
    {
        var value = args.At(index);
        if (value.IsTable)
        {
            return value;
        }

        if (!LuaOperators.GetMetamethod(value, LuaMetamethod.Index).IsNil
            && !LuaOperators.GetMetamethod(value, LuaMetamethod.Length).IsNil
            && (!writes || !LuaOperators.GetMetamethod(value, LuaMetamethod.NewIndex).IsNil))
        {
            return value;
        }

        throw LuaArguments.BadType(value, index, function, "table", index <= args.Length);
    }

    private static long LengthOf(LuaValue table)
    {
        if (table.TryGetTable(out var plain) && plain.Metatable is null)
        {
            return plain.Length;
        }

        // The library says no position for what has no length, but one for a metamethod that gives none; a metamethod changes the current one.
        var at = LuaState.CurrentPosition;
        return LuaOperators.TryToInteger(LuaOperators.Length(table, 0), out var length) ? length
            : throw new LuaException("object length is not an integer", at);
    }

    internal static LuaValue Get(LuaValue table, long index) => LuaOperators.Index(table, index, 0);

    internal static void Set(LuaValue table, long index, LuaValue value) => LuaOperators.SetIndex(table, index, value, LuaState.CurrentPosition);

    private static LuaTable Create(ReadOnlySpan<LuaValue> args)
    {
        var elements = args.OptionalInteger(1, "create", 0);
        var fields = args.OptionalInteger(2, "create", 0);

        // A hint only: what is never filled must not cost more than this.
        const int Most = 1 << 20;
        return new LuaTable((int)Math.Clamp(elements, 0, Most), (int)Math.Clamp(fields, 0, Most));
    }

    private static LuaValues Concat(ReadOnlySpan<LuaValue> args)
    {
        var table = CheckTable(args, 1, "concat", false);
        var separator = args.At(2).IsNil ? LuaString.Empty : args.CheckString(2, "concat");
        var first = args.OptionalInteger(3, "concat", 1);
        var last = args.At(4).IsNil ? LengthOf(table) : args.CheckInteger(4, "concat");
        if (table.TryGetTable(out var list) && TryConcatStrings(list, separator, first, last) is { } joined)
        {
            return new(joined);
        }

        var result = ByteBuilder.Rent();
        for (var i = first; i <= last; i++)
        {
            var value = Get(table, i);
            if (value.TryGetString(out var text))
            {
                result.Append(text);
            }
            else if (value.IsNumber)
            {
                result.AppendNumber(value);
            }
            else
            {
                // The reference implementation prints 32 bits of the index.
                throw new LuaException($"invalid value ({value.TypeName}) at index {unchecked((int)i)} in table for 'concat'");
            }

            if (i == last)
            {
                break;
            }

            result.Append(separator);
        }

        return new(result.Take());
    }

    /// <summary>Joins strings of the array part: one pass for the length, one for the bytes. Null when there is anything else.</summary>
    private static LuaString? TryConcatStrings(LuaTable list, LuaString separator, long first, long last)
    {
        if (first < 1 || first > last || last > list.Length)
        {
            return null;
        }

        var length = (last - first) * separator.Length;
        for (var i = first; i <= last; i++)
        {
            if (!list.TryGetElement(i, out var value) || !value.TryGetString(out var text))
            {
                return null;
            }

            length += text.Length;
        }

        if (length is <= 1 or > LuaOperators.MaximumStringLength)
        {
            return null;
        }

        var result = LuaString.Create((int)length, out var target);
        for (var i = first; i <= last; i++)
        {
            list.TryGetElement(i, out var value);
            var text = value.AsString().Span;
            text.CopyTo(target);
            target = target[text.Length..];
            if (i < last && separator.Length > 0)
            {
                separator.Span.CopyTo(target);
                target = target[separator.Length..];
            }
        }

        return result;
    }

    private static LuaValues Insert(ReadOnlySpan<LuaValue> args)
    {
        var table = CheckTable(args, 1, "insert", true);
        var end = unchecked(LengthOf(table) + 1);
        if (args.Length == 2)
        {
            Set(table, end, args.At(2));
            return LuaValues.Empty;
        }

        if (args.Length != 3)
        {
            throw new LuaException("wrong number of arguments to 'insert'");
        }

        var position = args.CheckInteger(2, "insert");
        if (unchecked((ulong)position - 1UL >= (ulong)end))
        {
            throw LuaArguments.Bad(2, "insert", "position out of bounds");
        }

        if (table.TryGetTable(out var plain) && plain.Metatable is null && position < end && !args.At(3).IsNil)
        {
            plain.InsertAt(position, args.At(3));
            return LuaValues.Empty;
        }

        for (var i = end; i > position; i--)
        {
            Set(table, i, Get(table, i - 1));
        }

        Set(table, position, args.At(3));
        return LuaValues.Empty;
    }

    private static LuaValue Remove(ReadOnlySpan<LuaValue> args)
    {
        var table = CheckTable(args, 1, "remove", true);
        var length = LengthOf(table);
        var position = args.OptionalInteger(2, "remove", length);
        if (args.Length > 1 && position != length && unchecked((ulong)position - 1UL > (ulong)length))
        {
            throw LuaArguments.Bad(1, "remove", "position out of bounds");
        }

        if (table.TryGetTable(out var plain) && plain.Metatable is null && position >= 1 && position <= length)
        {
            return plain.RemoveAt(position);
        }

        var value = Get(table, position);
        for (; position < length; position++)
        {
            Set(table, position, Get(table, position + 1));
        }

        Set(table, position, default);
        return value;
    }

    private static LuaValue Move(ReadOnlySpan<LuaValue> args)
    {
        var first = args.CheckInteger(2, "move");
        var last = args.CheckInteger(3, "move");
        var target = args.CheckInteger(4, "move");
        var source = CheckTable(args, 1, "move", false);
        var destination = args.At(5).IsNil ? CheckTable(args, 1, "move", true) : CheckTable(args, 5, "move", true);
        if (last < first)
        {
            return destination;
        }

        if (!(first > 0 || last < long.MaxValue + first))
        {
            throw LuaArguments.Bad(3, "move", "too many elements to move");
        }

        var count = last - first + 1;
        if (target > long.MaxValue - count + 1)
        {
            throw LuaArguments.Bad(4, "move", "destination wrap around");
        }

        if (target > last || target <= first || source != destination)
        {
            for (long i = 0; i < count; i++)
            {
                Set(destination, target + i, Get(source, first + i));
            }
        }
        else
        {
            for (var i = count - 1; i >= 0; i--)
            {
                Set(destination, target + i, Get(source, first + i));
            }
        }

        return destination;
    }

    private static LuaTable Pack(LuaValues args)
    {
        var table = new LuaTable(PackedFields, [args.Count]);
        table.AppendAt(1, args);
        return table;
    }

    private static LuaValues Unpack(ReadOnlySpan<LuaValue> args)
    {
        var table = args.At(1);
        var first = args.OptionalInteger(2, "unpack", 1);
        var last = args.At(3).IsNil ? LengthOf(table) : args.CheckInteger(3, "unpack");
        if (first > last)
        {
            return LuaValues.Empty;
        }

        if (unchecked((ulong)last - (ulong)first) >= MaximumResults)
        {
            throw new LuaException("too many results to unpack");
        }

        switch (last - first)
        {
            case 0:
                return new(Get(table, first));
            case 1:
                return new(Get(table, first), Get(table, last));
            default:
                var values = new LuaValue[last - first + 1];
                var plain = table.TryGetTable(out var own) && own.Metatable is null ? own : null;
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = plain is null ? Get(table, first + i) : plain[first + i];
                }

                return new LuaValues(values, 0, values.Length);
        }
    }

    private static LuaValue LargestKey(LuaTable table)
    {
        LuaValue largest = 0;
        var position = 0;
        while (table.Next(ref position, out var key, out _))
        {
            if (key.IsNumber && LuaOperators.LessThan(largest, key, 0))
            {
                largest = key;
            }
        }

        return largest;
    }

    private static LuaValues Sort(ReadOnlySpan<LuaValue> args)
    {
        var table = CheckTable(args, 1, "sort", true);
        var length = LengthOf(table);
        if (length < 2)
        {
            return LuaValues.Empty;
        }

        if (length >= int.MaxValue)
        {
            throw LuaArguments.Bad(1, "sort", "array too big");
        }

        LuaFunction? comparer = null;
        if (!args.At(2).IsNil)
        {
            comparer = args.CheckFunction(2, "sort");
        }

        if (table.TryGetTable(out var plain) && plain.IsFrozen)
        {
            throw new LuaException("attempt to modify an immutable (read-only) table");
        }

        if (comparer is null && plain?.TrySort() == true)
        {
            return LuaValues.Empty;
        }

        var lua = LuaState.Current;
        lua.UnnamedCallee = args.At(2);
        var list = new LuaSorting(table, (int)length, lua);
        if (comparer is null)
        {
            list.Sort();
        }
        else
        {
            comparer.Sort(list);
        }

        return LuaValues.Empty;
    }
}
