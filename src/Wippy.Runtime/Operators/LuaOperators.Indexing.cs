using System.Runtime.CompilerServices;
using Wippy.Runtime.Libraries;
using Wippy.Runtime.Modules;

namespace Wippy.Runtime;

/// <content>Indexing and metatables.</content>
public static partial class LuaOperators
{
    /// <summary>Longer chains of <c>__index</c> or <c>__newindex</c> raise (spec/lua.md section 6).</summary>
    private const int MaximumChain = 2001;

    /// <summary><c>obj[key]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Index(LuaValue obj, LuaValue key, long at, string? what = null) =>
        key.IsInteger && obj.TryGetTable(out var table) && table.TryGetElement(key.AsInteger(), out var value) ? value : IndexOther(obj, key, at, what);

    /// <summary><c>obj.key</c> through a per-site cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Index(LuaValue obj, LuaString key, ref int slot, long at, string? what = null) =>
        obj.TryGetTable(out var table) && table.TryGetCached(key, slot, out var value) ? value : IndexField(obj, key, ref slot, at, what);

    /// <summary><c>obj[key]</c> with an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Index(LuaValue obj, long key, long at, string? what = null) =>
        obj.TryGetTable(out var table) && table.TryGetElement(key, out var value) ? value : IndexOther(obj, key, at, what);

    /// <summary>The function of a method call <c>obj:name()</c>: an index that looks first for what the call has inherited before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Method(LuaValue obj, LuaString name, ref LuaMethodCache? cache, ref int slot, long at, string? what = null) =>
        obj.TryGetTable(out var table) && table.TryGetMethod(cache, out var method) ? method : FindMethod(obj, name, ref cache, ref slot, at, what);

    /// <summary>The same for <c>obj:send(value)</c>, where the object is mostly a channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue SendMethod(LuaValue obj, LuaString name, ref LuaMethodCache? cache, ref int slot, long at, string? what = null) =>
        obj.Reference is LuaChannel ? LuaChannel.SendFunction : Method(obj, name, ref cache, ref slot, at, what);

    /// <summary>The same for <c>obj:receive()</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue ReceiveMethod(LuaValue obj, LuaString name, ref LuaMethodCache? cache, ref int slot, long at, string? what = null) =>
        obj.Reference is LuaChannel ? LuaChannel.ReceiveFunction : Method(obj, name, ref cache, ref slot, at, what);

    /// <summary>Checks a key of a table constructor: neither nil nor NaN.</summary>
    public static LuaValue Key(LuaValue key, long at) =>
        key.IsNil ? throw new LuaException("table index is nil", at)
        : key.IsFloat && double.IsNaN(key.AsFloat()) ? throw new LuaException("table index is NaN", at)
        : key;

    /// <summary><c>obj[key] = value</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaValue obj, LuaValue key, LuaValue value, long at, string? what = null)
    {
        if (!obj.TryGetTable(out var table) || !key.IsInteger || !table.TryReplace(key.AsInteger(), value))
        {
            SetIndexOther(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj.key = value</c> through a per-site cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaValue obj, LuaString key, LuaValue value, ref int slot, long at, string? what = null)
    {
        if (!obj.TryGetTable(out var table) || !table.TrySetRaw(key, value, ref slot))
        {
            SetField(obj, key, value, ref slot, at, what);
        }
    }

    /// <summary><c>obj[key] = value</c> with an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetIndex(LuaValue obj, long key, LuaValue value, long at, string? what = null)
    {
        if (!obj.TryGetTable(out var table) || !table.TryReplace(key, value))
        {
            SetElement(obj, key, value, at, what);
        }
    }

    /// <summary>The metamethod of a value for an event; nil if there is none.</summary>
    public static LuaValue GetMetamethod(LuaValue value, LuaMetamethod name) => value.Kind switch
    {
        LuaKind.Table => value.AsTable().Metatable is { } metatable ? metatable.GetMetamethod(name) : default,
        LuaKind.Userdata => value.AsUserdata().Metamethod(name),
        LuaKind.String when name == LuaMetamethod.Index => StringLibrary.Table,
        _ => default,
    };

    /// <summary>The name of a value's type in messages: <c>__name</c> of its metatable if that is a string (Lua manual 5.1, luaL_tolstring).</summary>
    public static string TypeNameOf(LuaValue value) =>
        value.TryGetTable(out var table) && table.Metatable?.GetMetamethod(LuaMetamethod.Name) is { IsString: true } name
            ? name.AsString().ToString()
            : value.TypeName;

    /// <summary>The variable in a message: " (local 'x')".</summary>
    internal static string Describe(string? what) => what is null ? "" : " (" + what + ")";

    /// <summary>What is raised when a value that has no fields is indexed.</summary>
    internal static LuaException CannotIndex(LuaValue obj, long at, string? what) => new($"attempt to index a {TypeNameOf(obj)} value{Describe(what)}", at);

    // Looks first where methods are, in the __index of the metatable.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue FindMethod(LuaValue obj, LuaString name, ref LuaMethodCache? cache, ref int slot, long at, string? what)
    {
        LuaValue method;
        if (obj.TryGetTable(out var table))
        {
            if (table.Metatable is { } metatable && table.SurelyLacks(name))
            {
                if (table.TryFindMethod(name, ref cache, out var function))
                {
                    return function;
                }

                if ((metatable.IndexHandler.TryGetTable(out var inherited) && inherited.TryGetCached(name, slot, out method))
                    || table.TryGetInherited(name, out method))
                {
                    return method;
                }
            }
        }
        else if (obj.IsUserdata && obj.AsUserdata().MethodTable is { } methods && methods.TryGetCached(name, slot, out method))
        {
            return method;
        }

        return Index(obj, name, ref slot, at, what);
    }

    /// <summary>Follows tables of <c>__index</c> with the per-site slot: it serves the table that has the field, and all other tables have a different key there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue IndexField(LuaValue obj, LuaString key, ref int slot, long at, string? what)
    {
        LuaTable? record = null;
        if (!obj.TryGetTable(out var table))
        {
            if (obj.IsUserdata && obj.AsUserdata().MethodTable is { } methods)
            {
                return methods.GetRaw(key, ref slot);
            }

            table = obj.IsString ? StringLibrary.Table : null;
        }
        else if (table.Metatable is null)
        {
            return table.GetRawSlow(key, ref slot);
        }
        else if (table.TryGetInherited(key, out var inherited))
        {
            return inherited;
        }
        else
        {
            record = table;
        }

        for (var i = 0; i < MaximumChain && table is not null; i++)
        {
            var value = table.GetRaw(key, ref slot);
            if (!value.IsNil)
            {
                if (i > 0)
                {
                    record?.RememberInherited(key);
                }

                return value;
            }

            if (table.Metatable is null)
            {
                return default;
            }

            var handler = table.Metatable.IndexHandler;
            if (handler.IsNil)
            {
                return default;
            }

            if (handler.IsFunction)
            {
                return LuaState.Current.Call(handler, table, key, at);
            }

            handler.TryGetTable(out table);
        }

        return IndexSlow(obj, key, at, what);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetField(LuaValue obj, LuaString key, LuaValue value, ref int slot, long at, string? what)
    {
        var handler = default(LuaValue);
        if (obj.TryGetTable(out var table) && table.TrySetField(key, value, ref slot, out handler))
        {
            return;
        }

        if (handler.IsFunction)
        {
            LuaState.Current.Call(handler, obj, key, value, at);
            return;
        }

        SetIndexSlow(obj, key, value, at, what);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue IndexOther(LuaValue obj, LuaValue key, long at, string? what)
    {
        if (obj.TryGetTable(out var table))
        {
            var value = key.TryGetString(out var name) ? table[name] : table[key];
            if (!value.IsNil || table.Metatable is null)
            {
                return value;
            }

            var handler = table.Metatable.IndexHandler;
            if (handler.IsNil || handler.IsFunction)
            {
                return handler.IsNil ? default : LuaState.Current.Call(handler, obj, key, at);
            }
        }

        return IndexSlow(obj, key, at, what);
    }

    // Mostly the next element.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetElement(LuaValue obj, long key, LuaValue value, long at, string? what)
    {
        if (!obj.TryGetTable(out var table) || !(table.TryAppend(key, value) || table.TrySetElement(key, value)))
        {
            SetIndexSlow(obj, key, value, at, what);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetElement(LuaTable obj, long key, long value, long at, string? what)
    {
        if (!obj.TryAppend(key, value) && !obj.TryReplace(key, value))
        {
            SetElement(obj, key, (LuaValue)value, at, what);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetElement(LuaTable obj, long key, double value, long at, string? what)
    {
        if (!obj.TryAppend(key, value) && !obj.TryReplace(key, value))
        {
            SetElement(obj, key, (LuaValue)value, at, what);
        }
    }

    // An element of a list with holes, or the last of one whose elements are no numbers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClearElement(LuaTable obj, long key, long at, string? what)
    {
        if (!obj.TryReplace(key, default))
        {
            SetElement(obj, key, default(LuaValue), at, what);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetIndexOther(LuaValue obj, LuaValue key, LuaValue value, long at, string? what)
    {
        if (!obj.TryGetTable(out var table)
            || !(key.IsInteger ? table.TrySetElement(key.AsInteger(), value) : key.TryGetString(out var name) ? table.TrySet(name, value) : table.TrySetObject(key, value)))
        {
            SetIndexSlow(obj, key, value, at, what);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue IndexSlow(LuaValue obj, LuaValue key, long at, string? what)
    {
        for (var i = 0; i < MaximumChain; i++)
        {
            LuaValue handler;
            if (obj.TryGetTable(out var table))
            {
                var value = table[key];
                if (!value.IsNil || table.Metatable is null)
                {
                    return value;
                }

                handler = table.Metatable.GetMetamethod(LuaMetamethod.Index);
                if (handler.IsNil)
                {
                    return default;
                }
            }
            else if (obj.IsUserdata)
            {
                var lua = LuaState.Current;
                lua.Position = at;
                return obj.AsUserdata().Index(key, lua);
            }
            else if (obj.IsString)
            {
                handler = StringLibrary.Table;
            }
            else
            {
                throw CannotIndex(obj, at, i == 0 ? what : null);
            }

            if (handler.IsFunction)
            {
                return LuaState.Current.Call(handler, obj, key, at);
            }

            obj = handler;
        }

        throw new LuaException("'__index' chain too long; possibly a loop", at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetIndexSlow(LuaValue obj, LuaValue key, LuaValue value, long at, string? what)
    {
        if (obj.TryGetTable(out var plain) && !plain.IsFrozen && !key.IsNil && !(key.IsFloat && double.IsNaN(key.AsFloat()))
            && (plain.Metatable is null || plain.Metatable.GetMetamethod(LuaMetamethod.NewIndex).IsNil))
        {
            // Nothing but the size of the table can make this fail.
            plain[key] = value;
            return;
        }

        for (var i = 0; i < MaximumChain; i++)
        {
            LuaValue handler = default;
            if (obj.TryGetTable(out var table))
            {
                if (table.Metatable is not null && table[key].IsNil)
                {
                    handler = table.Metatable.GetMetamethod(LuaMetamethod.NewIndex);
                }

                if (handler.IsNil)
                {
                    if (LuaState.CurrentOrNull is { } lua)
                    {
                        lua.Position = at;
                    }

                    table[key] = value;
                    return;
                }
            }
            else
            {
                throw CannotIndex(obj, at, i == 0 ? what : null);
            }

            if (handler.IsFunction)
            {
                LuaState.Current.Call(handler, obj, key, value, at);
                return;
            }

            obj = handler;
        }

        throw new LuaException("'__newindex' chain too long; possibly a loop", at);
    }
}
