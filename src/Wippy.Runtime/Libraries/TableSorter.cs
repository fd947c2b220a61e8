using System;

namespace Wippy.Runtime.Libraries;

/// <summary>
/// The quicksort of the reference implementation (ltablib.c), comparison by comparison: equal elements and inconsistent order functions give what they give there.
/// Only the pivot of a badly split part, random there, is the same in every run here.
/// </summary>
/// <typeparam name="T">What is kept of an element.</typeparam>
/// <typeparam name="TOrder">The order; a structure, so that each one has code of its own.</typeparam>
internal ref struct TableSorter<T, TOrder>(Span<T> values, TOrder order, long at)
    where TOrder : struct, ITableOrder<T>
{
    private readonly Span<T> values = values;
    private readonly TOrder order = order;

    // Parts smaller than this take the middle as pivot.
    private const int LargePart = 100;

    // How much larger than the other a part may be.
    private const int Imbalance = 128;

    private uint random;

    /// <summary>Sorts all values.</summary>
    public void Sort() => Sort(0, values.Length - 1);

    private void Sort(int low, int high)
    {
        while (low < high)
        {
            if (IsLess(high, low))
            {
                Swap(low, high);
            }

            if (high - low == 1)
            {
                return;
            }

            var middle = ChoosePivot(low, high);
            if (IsLess(middle, low))
            {
                Swap(middle, low);
            }
            else if (IsLess(high, middle))
            {
                Swap(middle, high);
            }

            if (high - low == 2)
            {
                return;
            }

            Swap(middle, high - 1);
            middle = Partition(low, high);
            int smaller;
            if (middle - low < high - middle)
            {
                Sort(low, middle - 1);
                smaller = middle - low;
                low = middle + 1;
            }
            else
            {
                Sort(middle + 1, high);
                smaller = high - middle;
                high = middle - 1;
            }

            if ((high - low) / Imbalance > smaller)
            {
                random = unchecked((random * 1664525) + 1013904223);
            }
        }
    }

    private readonly int ChoosePivot(int low, int high)
    {
        if (high - low < LargePart || random == 0)
        {
            return low + ((high - low) / 2);
        }

        var quarter = (uint)(high - low) / 4;
        return (int)((random % (quarter * 2)) + (uint)low + quarter);
    }

    // The pivot is the last element but one; the last is not smaller.
    private readonly int Partition(int low, int high)
    {
        // As variables of the method they need not be read again after each comparison.
        var order = this.order;
        var part = values[low..(high + 1)];
        var last = part.Length - 2;
        var pivot = part[last];
        var i = 0;
        var j = last;
        while (true)
        {
            while (order.IsLess(part[++i], pivot))
            {
                if (i == last)
                {
                    throw InvalidOrder();
                }
            }

            while (order.IsLess(pivot, part[--j]))
            {
                if (j < i)
                {
                    throw InvalidOrder();
                }
            }

            if (j < i)
            {
                (part[last], part[i]) = (part[i], part[last]);
                return low + i;
            }

            (part[i], part[j]) = (part[j], part[i]);
        }
    }

    private readonly LuaException InvalidOrder() => new("invalid order function for sorting", at);

    private readonly bool IsLess(int a, int b) => order.IsLess(values[a], values[b]);

    private readonly void Swap(int i, int j) => (values[i], values[j]) = (values[j], values[i]);
}
