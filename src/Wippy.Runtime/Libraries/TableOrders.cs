using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime.Libraries;

/// <summary>The order function of a call of <c>table.sort</c>.</summary>
internal readonly struct TableComparer(LuaFunction function, LuaState lua)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLess(LuaValue a, LuaValue b)
    {
        lua.Position = 0;
        return function.Call(a, b).IsTruthy;
    }
}

/// <summary>Integers, by an order function.</summary>
internal readonly struct IntegerOrder(TableComparer comparer) : ITableOrder<long>
{
    public bool IsLess(long a, long b) => comparer.IsLess(a, b);

    public LuaValue ValueOf(long element) => element;

    public bool TryPutBack(LuaTable table, long[] elements) => table.TryReplaceAll(elements, LuaKind.Integer);
}

/// <summary>The bits of floats, by an order function.</summary>
internal readonly struct FloatOrder(TableComparer comparer) : ITableOrder<long>
{
    public bool IsLess(long a, long b) => comparer.IsLess(ValueOf(a), ValueOf(b));

    public LuaValue ValueOf(long element) => BitConverter.Int64BitsToDouble(element);

    public bool TryPutBack(LuaTable table, long[] elements) => table.TryReplaceAll(elements, LuaKind.Float);
}

/// <summary>Tables, strings or other objects of one kind, by an order function.</summary>
internal readonly struct ObjectOrder(TableComparer comparer, LuaKind kind) : ITableOrder<LuaObject>
{
    public bool IsLess(LuaObject a, LuaObject b) => comparer.IsLess(new(a), new(b));

    public LuaValue ValueOf(LuaObject element) => new(element);

    public bool TryPutBack(LuaTable table, LuaObject[] elements) => table.TryReplaceAll(elements, kind);
}

/// <summary>Strings, byte by byte.</summary>
internal readonly struct StringOrder : ITableOrder<LuaObject>
{
    public bool IsLess(LuaObject a, LuaObject b) => Unsafe.As<LuaString>(a).CompareTo(Unsafe.As<LuaString>(b)) < 0;

    public LuaValue ValueOf(LuaObject element) => new(element);

    public bool TryPutBack(LuaTable table, LuaObject[] elements) => table.TryReplaceAll(elements, LuaKind.String);
}

/// <summary>Any values, by an order function or by the operator <c>&lt;</c>.</summary>
internal readonly struct ValueOrder(TableComparer? comparer) : ITableOrder<LuaValue>
{
    public bool IsLess(LuaValue a, LuaValue b) => comparer is { } function ? function.IsLess(a, b) : LuaOperators.LessThan(a, b, 0);

    public LuaValue ValueOf(LuaValue element) => element;

    public bool TryPutBack(LuaTable table, LuaValue[] elements) => false;
}
