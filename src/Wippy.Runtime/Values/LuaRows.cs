using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wippy.Runtime;

/// <summary>
/// Where the elements of all rows of a grid lie. Generated code takes it before a loop that goes down a column in each pass, while no row is replaced, and gives it up behind
/// whatever may have changed a list in another way than by giving an element another value of its kind. An element is two steps away then instead of three.
/// </summary>
/// <typeparam name="T">What is stored for an element of a row.</typeparam>
public readonly struct LuaRows<T>
{
    // Fewer rows are read as soon without this.
    private const int MinimumRows = 16;

    private readonly Array?[]? rows;

    // So many elements each row has at least.
    private readonly long width;

    private LuaRows(Array?[] rows, long width)
    {
        this.rows = rows;
        this.width = width;
    }

    /// <summary>Do all rows from one place to another, which must not be less, have an element at this key?</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool Covers(long first, long last, long key) => rows is { } all && first >= 1 && first <= last && last <= all.Length && (ulong)key - 1 < (ulong)width;

    /// <summary>Reads an element of a row; the caller knows from <c>Covers</c> that it is there.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public T At(long place, long key)
    {
        // The array is tested for null, which keeps the JIT from touching it for that.
        var row = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows!), (nint)(place - 1));
        return row is null ? default! : Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Unsafe.As<T[]>(row)), (nint)(key - 1));
    }

    /// <summary>The rows of a grid, if all have elements of this kind only; none where so few passes would not pay for finding them.</summary>
    internal static LuaRows<T> Of(LuaElements<LuaValue> grid, LuaKind kind, long passes)
    {
        if (grid.Count < MinimumRows || passes < grid.Count)
        {
            return default;
        }

        var rows = new Array?[grid.Count];
        var width = long.MaxValue;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = grid.At(i + 1).AsTable();
            if (!row.TryGetElements(kind, out rows[i], out var count))
            {
                return default;
            }

            row.Watch();
            width = Math.Min(width, count);
        }

        return new(rows, width);
    }
}
