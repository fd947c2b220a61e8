using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime.Libraries;

/// <summary>The order function of a call of <c>table.sort</c>.</summary>
/// <typeparam name="TOrder">What calls it.</typeparam>
internal readonly struct TableComparer<TOrder>(TOrder order, LuaState lua)
    where TOrder : struct, ILuaOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLess(LuaValue a, LuaValue b)
    {
        lua.Position = 0;
        return order.IsLess(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsLess(LuaTable a, LuaTable b)
    {
        lua.Position = 0;
        return order.IsLess(a, b);
    }
}

/// <summary>Integers, by an order function.</summary>
/// <typeparam name="TOrder">What calls it.</typeparam>
internal readonly struct IntegerOrder<TOrder>(TableComparer<TOrder> comparer) : ITableOrder<long>
    where TOrder : struct, ILuaOrder
{
    public bool IsLess(long a, long b) => comparer.IsLess(a, b);

    public LuaValue ValueOf(long element) => element;

    public bool TryPutBack(LuaTable table, long[] elements) => table.TryReplaceAll(elements, LuaKind.Integer);
}

/// <summary>The bits of floats, by an order function.</summary>
/// <typeparam name="TOrder">What calls it.</typeparam>
internal readonly struct FloatOrder<TOrder>(TableComparer<TOrder> comparer) : ITableOrder<long>
    where TOrder : struct, ILuaOrder
{
    public bool IsLess(long a, long b) => comparer.IsLess(ValueOf(a), ValueOf(b));

    public LuaValue ValueOf(long element) => BitConverter.Int64BitsToDouble(element);

    public bool TryPutBack(LuaTable table, long[] elements) => table.TryReplaceAll(elements, LuaKind.Float);
}

/// <summary>Tables, by an order function.</summary>
/// <typeparam name="TOrder">What calls it.</typeparam>
internal readonly struct RecordOrder<TOrder>(TableComparer<TOrder> comparer) : ITableOrder<LuaReference>
    where TOrder : struct, ILuaOrder
{
    public bool IsLess(LuaReference a, LuaReference b) => comparer.IsLess(Unsafe.As<LuaTable>(a.Value), Unsafe.As<LuaTable>(b.Value));

    public LuaValue ValueOf(LuaReference element) => new(element.Value);

    public bool TryPutBack(LuaTable table, LuaReference[] elements) => table.TryReplaceAll(elements, LuaKind.Table);
}

/// <summary>Strings, by an order function.</summary>
/// <typeparam name="TOrder">What calls it.</typeparam>
internal readonly struct TextOrder<TOrder>(TableComparer<TOrder> comparer) : ITableOrder<LuaReference>
    where TOrder : struct, ILuaOrder
{
    public bool IsLess(LuaReference a, LuaReference b) => comparer.IsLess(new LuaValue(a.Value), new LuaValue(b.Value));

    public LuaValue ValueOf(LuaReference element) => new(element.Value);

    public bool TryPutBack(LuaTable table, LuaReference[] elements) => table.TryReplaceAll(elements, LuaKind.String);
}

/// <summary>Any values, by an order function.</summary>
/// <typeparam name="TOrder">What calls it.</typeparam>
internal readonly struct ValueOrder<TOrder>(TableComparer<TOrder> comparer) : ITableOrder<LuaValue>
    where TOrder : struct, ILuaOrder
{
    public bool IsLess(LuaValue a, LuaValue b) => comparer.IsLess(a, b);

    public LuaValue ValueOf(LuaValue element) => element;

    public bool TryPutBack(LuaTable table, LuaValue[] elements) => false;
}

/// <summary>Strings, byte by byte.</summary>
internal readonly struct StringOrder : ITableOrder<LuaReference>
{
    public bool IsLess(LuaReference a, LuaReference b) => Unsafe.As<LuaString>(a.Value).CompareTo(Unsafe.As<LuaString>(b.Value)) < 0;

    public LuaValue ValueOf(LuaReference element) => new(element.Value);

    public bool TryPutBack(LuaTable table, LuaReference[] elements) => table.TryReplaceAll(elements, LuaKind.String);
}

/// <summary>Any values, by the operator <c>&lt;</c>.</summary>
internal readonly struct OperatorOrder : ITableOrder<LuaValue>
{
    public bool IsLess(LuaValue a, LuaValue b) => LuaOperators.LessThan(a, b, 0);

    public LuaValue ValueOf(LuaValue element) => element;

    public bool TryPutBack(LuaTable table, LuaValue[] elements) => false;
}
