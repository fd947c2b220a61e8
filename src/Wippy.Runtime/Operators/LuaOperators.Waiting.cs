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

    /// <summary><c>obj[key]</c>.</summary>
    public static LuaTask<LuaValues> IndexAsync(LuaValue obj, LuaValue key, long at, string? what = null)
    {
        for (var i = 0; i < MaximumChain && obj.TryGetTable(out var table); i++)
        {
            var value = table[key];
            var handler = value.IsNil && table.Metatable is { } metatable ? metatable.GetMetamethod(LuaMetamethod.Index) : default;
            if (handler.IsNil)
            {
                return new(new LuaValues(value));
            }

            if (handler.IsFunction)
            {
                return LuaState.Current.CallAsync(handler, obj, key, at);
            }

            obj = handler;
            what = null;
        }

        return new(new LuaValues(Index(obj, key, at, what)));
    }

    /// <summary><c>obj[key] = value</c>.</summary>
    public static LuaTask<LuaValues> SetIndexAsync(LuaValue obj, LuaValue key, LuaValue value, long at, string? what = null)
    {
        for (var i = 0; i < MaximumChain && obj.TryGetTable(out var table); i++)
        {
            var handler = table.Metatable is { } metatable && table[key].IsNil ? metatable.GetMetamethod(LuaMetamethod.NewIndex) : default;
            if (handler.IsNil)
            {
                break;
            }

            if (handler.IsFunction)
            {
                return LuaState.Current.CallAsync(handler, obj, key, value, at);
            }

            obj = handler;
            what = null;
        }

        SetIndex(obj, key, value, at, what);
        return new(LuaValues.Empty);
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
