using System.Runtime.CompilerServices;
using Wippy.Runtime.Libraries;

namespace Wippy.Runtime;

/// <summary>
/// A generic <c>for</c> with one or two variables (Lua manual 3.3.5) whose iterator does not wait:
/// <c>var loop = new LuaIterator(values); while (loop.MoveNext(lua, at, out var k, out var v)) { }</c>.
/// What <c>pairs</c> and <c>ipairs</c> give for a table is walked without calls; everything else is called.
/// </summary>
public struct LuaIterator
{
    private readonly LuaValue function;
    private readonly LuaValue state;
    private readonly LuaTable? table;
    private readonly bool isList;
    private LuaValue control;
    private int position;

    /// <summary>Starts with iterator, state and first control value.</summary>
    public LuaIterator(LuaValues values)
    {
        function = values[0];
        state = values[1];
        control = values[2];
        if (!function.IsFunction || !state.TryGetTable(out var candidate))
        {
            return;
        }

        if (control.IsNil && ReferenceEquals(function.AsFunction(), BaseLibrary.Next))
        {
            table = candidate;
        }
        else if (control.IsInteger && control.AsInteger() == 0 && ReferenceEquals(function.AsFunction(), BaseLibrary.IpairsStep))
        {
            table = candidate;
            isList = true;
        }
    }

    private LuaIterator(LuaTable table, bool isList)
    {
        this.table = table;
        this.isList = isList;
        state = table;
    }

    /// <summary>A loop over <c>pairs(value)</c>.</summary>
    public static LuaIterator Pairs(LuaState lua, LuaValue value, long at)
    {
        if (value.TryGetTable(out var table) && table.Metatable is null)
        {
            return new LuaIterator(table, false);
        }

        lua.Position = at;
        return new LuaIterator(BaseLibrary.Pairs(new LuaValues(value)));
    }

    /// <summary>A loop over <c>ipairs(value)</c>.</summary>
    public static LuaIterator List(LuaState lua, LuaValue value, long at)
    {
        if (value.TryGetTable(out var table))
        {
            return new LuaIterator(table, true);
        }

        lua.Position = at;
        return new LuaIterator(new LuaValues([BaseLibrary.IpairsStep, value, 0]));
    }

    /// <summary>A loop over <c>ipairs(table)</c> that has come to a key.</summary>
    public static LuaIterator ListAt(LuaTable table, long key) => new(table, true) { position = (int)key };

    /// <summary>Goes to the next values; false at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext(LuaState lua, long at, out LuaValue first, out LuaValue second) =>
        table is null ? Call(lua, at, out first, out second)
        : isList ? MoveNextInList(out first, out second)
        : table.Next(ref position, out first, out second);

    /// <summary>Raises the error of a loop whose iterator is <c>next</c> and whose state is no table; it names the iterator as stock Lua does.</summary>
    public static void CheckState(LuaValue iterator, LuaValue state, long at)
    {
        if (!state.IsTable && ReferenceEquals(iterator.Reference, BaseLibrary.Next))
        {
            throw new LuaException($"bad argument #1 to 'for iterator' (table expected, got {LuaOperators.TypeNameOf(state)})", at);
        }
    }

    private bool MoveNextInList(out LuaValue first, out LuaValue second)
    {
        position++;
        first = position;
        second = table![(long)position];
        if (second.IsNil && table.Metatable is not null)
        {
            second = LuaOperators.Index(table, (long)position, 0);
        }

        return !second.IsNil;
    }

    private bool Call(LuaState lua, long at, out LuaValue first, out LuaValue second)
    {
        CheckState(function, state, at);
        if (function.Reference is CoroutineWrap wrap)
        {
            lua.Position = at;
            wrap.Next(state, control, out first, out second);
            control = first;
            return !first.IsNil;
        }

        if (function.Reference is StringLibrary.MatchIterator matches)
        {
            lua.Position = at;
            return matches.MoveNext(out first, out second);
        }

        var result = lua.CallOpen(function, state, control, at);
        if (result.IsOne)
        {
            first = result.One;
            second = default;
        }
        else
        {
            (first, second) = result.Take();
        }

        control = first;
        return !first.IsNil;
    }
}
