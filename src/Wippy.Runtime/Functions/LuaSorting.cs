using Wippy.Runtime.Libraries;

namespace Wippy.Runtime;

/// <summary>A list that <c>table.sort</c> is to put in order. It is sorted in a copy: the comparison may do anything to the table.</summary>
public readonly struct LuaSorting
{
    private readonly LuaValue table;
    private readonly int length;
    private readonly LuaState lua;

    internal LuaSorting(LuaValue table, int length, LuaState lua)
    {
        this.table = table;
        this.length = length;
        this.lua = lua;
    }

    /// <summary>Puts the elements in an order.</summary>
    public void SortBy<TOrder>(TOrder order)
        where TOrder : struct, ILuaOrder
    {
        var comparer = new TableComparer<TOrder>(order, lua);
        table.TryGetTable(out var plain);
        switch (plain?.ListKind)
        {
            case LuaKind.Integer:
                Sort(plain.CopyPacked(), new IntegerOrder<TOrder>(comparer));
                break;
            case LuaKind.Float:
                Sort(plain.CopyPacked(), new FloatOrder<TOrder>(comparer));
                break;
            case LuaKind.Table:
                Sort(plain.CopyObjects(), new RecordOrder<TOrder>(comparer));
                break;
            case LuaKind.String:
                Sort(plain.CopyObjects(), new TextOrder<TOrder>(comparer));
                break;
            default:
                Sort(CopyValues(), new ValueOrder<TOrder>(comparer));
                break;
        }
    }

    /// <summary>Puts the elements in the order of the operator <c>&lt;</c>.</summary>
    internal void Sort()
    {
        if (table.TryGetTable(out var plain) && plain.ListKind == LuaKind.String)
        {
            Sort(plain.CopyObjects(), default(StringOrder));
        }
        else
        {
            Sort(CopyValues(), default(OperatorOrder));
        }
    }

    private LuaValue[] CopyValues()
    {
        var values = new LuaValue[length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = TableLibrary.Get(table, i + 1L);
        }

        return values;
    }

    private void Sort<T, TOrder>(T[] values, TOrder order)
        where TOrder : struct, ITableOrder<T>
    {
        var at = lua.Position;
        try
        {
            new TableSorter<T, TOrder>(values, order, at).Sort();
        }
        finally
        {
            // Whatever ends it, the table has what was exchanged so far.
            lua.Position = at;
            if (!(table.TryGetTable(out var plain) && order.TryPutBack(plain, values)))
            {
                for (var i = 0; i < values.Length; i++)
                {
                    TableLibrary.Set(table, i + 1L, order.ValueOf(values[i]));
                }
            }
        }
    }
}
