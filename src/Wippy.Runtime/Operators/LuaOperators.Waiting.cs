using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// Operators whose metamethods may wait (spec/lua.md section 6). Generated code uses them only in functions that may wait, for events that have a waiting
/// metamethod somewhere in the program.
/// </content>
public static partial class LuaOperators
{
    /// <summary>An arithmetic or bitwise operator, <c>..</c> or, with its operand twice, <c>-</c>, <c>~</c> and <c>#</c>.</summary>
    public static LuaTask<LuaValues> OperateAsync(LuaMetamethod operation, LuaValue a, LuaValue b, long at, string? left = null, string? right = null)
    {
        var handler = (a.IsNumber && b.IsNumber) || (IsText(a) && IsText(b)) ? default : BinaryHandler(operation, a, b);
        return handler.IsNil ? new(new LuaValues(Operate(operation, a, b, at, left, right))) : LuaState.Current.CallAsync(handler, a, b, at);
    }

    /// <summary><c>a .. b .. c</c>, right associative.</summary>
    public static async LuaTask<LuaValues> ConcatAsync(LuaValues values, long at, params string?[] what)
    {
        var end = values.Count - 1;
        var accumulated = values[end];
        var accumulatedWhat = end < what.Length ? what[end] : null;
        for (var i = end - 1; i >= 0; i--)
        {
            accumulated = (await OperateAsync(LuaMetamethod.Concat, values[i], accumulated, at, i < what.Length ? what[i] : null, accumulatedWhat)).First;
            accumulatedWhat = null;
        }

        return new LuaValues(accumulated);
    }

    /// <summary><c>a == b</c>: the truth of the result counts.</summary>
    public static LuaTask<LuaValues> EqualAsync(LuaValue a, LuaValue b, long at)
    {
        var handler = a.IsTable && b.IsTable && !RawEqual(a, b) ? BinaryHandler(LuaMetamethod.Equal, a, b) : default;
        return handler.IsNil ? new(new LuaValues((LuaValue)Equal(a, b))) : LuaState.Current.CallAsync(handler, a, b, at);
    }

    /// <summary><c>a &lt; b</c>: the truth of the result counts.</summary>
    public static LuaTask<LuaValues> LessThanAsync(LuaValue a, LuaValue b, long at)
    {
        var handler = BinaryHandler(LuaMetamethod.LessThan, a, b);
        return handler.IsNil ? new(new LuaValues((LuaValue)LessThan(a, b, at))) : LuaState.Current.CallAsync(handler, a, b, at);
    }

    /// <summary><c>a &lt;= b</c>: the truth of the result counts.</summary>
    public static LuaTask<LuaValues> LessOrEqualAsync(LuaValue a, LuaValue b, long at)
    {
        var handler = BinaryHandler(LuaMetamethod.LessOrEqual, a, b);
        if (!handler.IsNil)
        {
            return LuaState.Current.CallAsync(handler, a, b, at);
        }

        handler = BinaryHandler(LuaMetamethod.LessThan, b, a);
        return handler.IsNil ? new(new LuaValues((LuaValue)LessOrEqual(a, b, at))) : NotAsync(LuaState.Current.CallAsync(handler, b, a, at));
    }

    /// <summary><c>obj[key]</c>: the value, unless a metamethod waits, which leaves a frame to await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaFrame<LuaValues>? StartIndex(LuaValue obj, LuaValue key, long at, string? what, out LuaValue value) =>
        key.IsInteger && obj.TryGetTable(out var table) && table.TryGetElement(key.AsInteger(), out value) ? null : StartIndexOther(obj, key, at, what, out value);

    /// <summary><c>obj.key</c> through a per-site cache, likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaFrame<LuaValues>? StartIndex(LuaValue obj, LuaString key, ref int slot, long at, string? what, out LuaValue value) =>
        obj.TryGetTable(out var table) && table.TryGetCached(key, slot, out value) ? null : StartIndexField(obj, key, ref slot, at, what, out value);

    /// <summary>The function of a method call <c>obj:name()</c>, likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaFrame<LuaValues>? StartMethod(
        LuaValue obj, LuaString name, ref LuaMethodCache? cache, ref int slot, long at, string? what, out LuaValue method)
    {
        if (obj.TryGetTable(out var table) && table.TryGetMethod(cache, out var function))
        {
            method = function;
            return null;
        }

        return StartFindMethod(obj, name, ref cache, ref slot, at, what, out method);
    }

    /// <summary><c>obj[key] = value</c>; a metamethod that waits leaves a frame to await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaFrame<LuaValues>? StartSetIndex(LuaValue obj, LuaValue key, LuaValue value, long at, string? what = null) =>
        obj.TryGetTable(out var table) && key.IsInteger && table.TryReplace(key.AsInteger(), value) ? null : StartSetIndexOther(obj, key, value, at, what);

    /// <summary><c>obj.key = value</c> through a per-site cache, likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaFrame<LuaValues>? StartSetIndex(LuaValue obj, LuaString key, LuaValue value, ref int slot, long at, string? what = null) =>
        obj.TryGetTable(out var table) && table.TrySetRaw(key, value, ref slot) ? null : StartSetField(obj, key, value, ref slot, at, what);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaFrame<LuaValues>? StartIndexOther(LuaValue obj, LuaValue key, long at, string? what, out LuaValue value)
    {
        if (TryFindWaiting(LuaMetamethod.Index, ref obj, key, out var handler))
        {
            return LuaState.Current.Start(handler, obj, key, at, null, out value);
        }

        value = Index(obj, key, at, what);
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaFrame<LuaValues>? StartIndexField(LuaValue obj, LuaString key, ref int slot, long at, string? what, out LuaValue value)
    {
        if (TryFindWaiting(LuaMetamethod.Index, ref obj, key, out var handler))
        {
            return LuaState.Current.Start(handler, obj, key, at, null, out value);
        }

        value = Index(obj, key, ref slot, at, what);
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaFrame<LuaValues>? StartFindMethod(
        LuaValue obj, LuaString name, ref LuaMethodCache? cache, ref int slot, long at, string? what, out LuaValue method)
    {
        if (TryFindWaiting(LuaMetamethod.Index, ref obj, name, out var handler))
        {
            return LuaState.Current.Start(handler, obj, name, at, null, out method);
        }

        method = Method(obj, name, ref cache, ref slot, at, what);
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaFrame<LuaValues>? StartSetIndexOther(LuaValue obj, LuaValue key, LuaValue value, long at, string? what)
    {
        if (TryFindWaiting(LuaMetamethod.NewIndex, ref obj, key, out var handler))
        {
            return LuaState.Current.Start(handler, obj, key, value, at, null, out _);
        }

        SetIndex(obj, key, value, at, what);
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaFrame<LuaValues>? StartSetField(LuaValue obj, LuaString key, LuaValue value, ref int slot, long at, string? what)
    {
        if (TryFindWaiting(LuaMetamethod.NewIndex, ref obj, key, out var handler))
        {
            return LuaState.Current.Start(handler, obj, key, value, at, null, out _);
        }

        SetIndex(obj, key, value, ref slot, at, what);
        return null;
    }

    // Whether an access ends in a metamethod that may wait, and the table of the chain that it is given.
    private static bool TryFindWaiting(LuaMetamethod name, ref LuaValue obj, LuaValue key, out LuaValue handler)
    {
        var link = obj;
        handler = default;
        for (var i = 0; i < MaximumChain && link.TryGetTable(out var table) && table.Metatable is { } metatable; i++)
        {
            handler = metatable.GetMetamethod(name);
            if (handler.IsNil || !table[key].IsNil)
            {
                return false;
            }

            if (handler.IsFunction)
            {
                obj = link;
                return handler.AsFunction().MayWait;
            }

            link = handler;
        }

        return false;
    }

    private static async LuaTask<LuaValues> NotAsync(LuaTask<LuaValues> comparison) => new((LuaValue)!(await comparison).First.IsTruthy);

    private static LuaValue BinaryHandler(LuaMetamethod operation, LuaValue a, LuaValue b)
    {
        var handler = GetMetamethod(a, operation);
        return handler.IsNil ? GetMetamethod(b, operation) : handler;
    }

    private static LuaValue Operate(LuaMetamethod operation, LuaValue a, LuaValue b, long at, string? left, string? right) => operation switch
    {
        LuaMetamethod.Add => Add(a, b, at, left, right),
        LuaMetamethod.Subtract => Subtract(a, b, at, left, right),
        LuaMetamethod.Multiply => Multiply(a, b, at, left, right),
        LuaMetamethod.Divide => Divide(a, b, at, left, right),
        LuaMetamethod.FloorDivide => FloorDivide(a, b, at, left, right),
        LuaMetamethod.Modulo => Modulo(a, b, at, left, right),
        LuaMetamethod.Power => Power(a, b, at, left, right),
        LuaMetamethod.BitAnd => BitAnd(a, b, at, left, right),
        LuaMetamethod.BitOr => BitOr(a, b, at, left, right),
        LuaMetamethod.BitXor => BitXor(a, b, at, left, right),
        LuaMetamethod.ShiftLeft => ShiftLeft(a, b, at, left, right),
        LuaMetamethod.ShiftRight => ShiftRight(a, b, at, left, right),
        LuaMetamethod.Concat => Concat(a, b, at, left, right),
        LuaMetamethod.Negate => Negate(a, at, left),
        LuaMetamethod.BitNot => BitNot(a, at, left),
        _ => Length(a, at, left),
    };
}
