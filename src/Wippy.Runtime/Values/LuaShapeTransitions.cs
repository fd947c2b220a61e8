using System;
using System.Collections.Generic;
using System.Threading;

namespace Wippy.Runtime;

/// <summary>What a shared <see cref="LuaShape"/> becomes: with one more field, or with one of its fields added again. Changes are made under a lock; whoever asks needs none.</summary>
/// <param name="basis">The shape with the same fields at the same positions, in the order of these.</param>
internal sealed class LuaShapeTransitions(LuaShape basis)
{
    // In as many orders the fields of a shape may have been added; of further ones the tables move their fields.
    private const int MaximumOrders = 64;

    // Of the basis: the shapes in other orders.
    private readonly List<LuaShape> orders = [];

    // Those with one more field, in a hash table that is replaced, never changed.
    private LuaShape?[] longer = [];
    private int longerCount;

    // By the position that is added again.
    private LuaShape?[] again = [];

    // The one with one more field that was asked for last.
    private LuaShape? latest;

    /// <summary>The shape with the same fields at the same positions, in the order of these.</summary>
    public LuaShape Basis => basis;

    /// <summary>The shape with one more field that was asked for last.</summary>
    public LuaShape? Latest
    {
        get => latest;
        set => Volatile.Write(ref latest, value);
    }

    /// <summary>The shape with one more field; null if there is none yet.</summary>
    public LuaShape? Longer(LuaString name)
    {
        var table = Volatile.Read(ref longer);
        if (table.Length == 0)
        {
            return null;
        }

        for (var i = name.GetHashCode() & (table.Length - 1); table[i] is { } shape; i = (i + 1) & (table.Length - 1))
        {
            if (shape.LastName.Equals(name))
            {
                return shape;
            }
        }

        return null;
    }

    /// <summary>Remembers a shape with one more field.</summary>
    public void AddLonger(LuaShape shape)
    {
        var table = new LuaShape?[Math.Max(4, longerCount * 2 < longer.Length ? longer.Length : longer.Length * 2)];
        foreach (var other in longer)
        {
            Insert(table, other);
        }

        Insert(table, shape);
        longerCount++;
        Volatile.Write(ref longer, table);
    }

    /// <summary>The shape in which the field at a position was added last; null if there is none yet.</summary>
    public LuaShape? Again(int position)
    {
        var table = Volatile.Read(ref again);
        return (uint)position < (uint)table.Length ? table[position] : null;
    }

    /// <summary>Remembers the shape in which the field at a position was added last.</summary>
    public void AddAgain(int position, LuaShape shape)
    {
        var table = new LuaShape?[Math.Max(again.Length, position + 1)];
        again.CopyTo(table, 0);
        table[position] = shape;
        Volatile.Write(ref again, table);
    }

    /// <summary>Of a basis: the shape whose fields were added in an order; null if there is none yet.</summary>
    public LuaShape? InOrder(int[] order) => orders.Find(s => s.HasOrder(order));

    /// <summary>Of a basis: remembers a shape whose fields were added in another order. False if there are too many.</summary>
    public bool TryAddOrder(LuaShape shape)
    {
        if (orders.Count == MaximumOrders)
        {
            return false;
        }

        orders.Add(shape);
        return true;
    }

    private static void Insert(LuaShape?[] table, LuaShape? shape)
    {
        if (shape is null)
        {
            return;
        }

        var i = shape.LastName.GetHashCode() & (table.Length - 1);
        while (table[i] is not null)
        {
            i = (i + 1) & (table.Length - 1);
        }

        table[i] = shape;
    }
}
