using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Wippy.Runtime;

/// <summary>A list of values: results, varargs, arguments. Two fit inside; more share one array.</summary>
public readonly struct LuaValues
{
    private const int TailCallCount = -1;
    private const int ErrorCount = -2;

    // As many values as stock Lua has room for on its stack.
    private const int MaxCount = 1_000_000;

    // Lists of more values get room at their front when a value is put there.
    private const int LongList = 64;

    // The first element of an array with room at its front; beside it stands where what is used begins.
    private static readonly object Room = new();

    private readonly Pair pair;
    private readonly LuaValue[]? items;
    private readonly int start;
    private readonly int count;

    /// <summary>A list of one value.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public LuaValues(LuaValue value)
    {
        Unsafe.SkipInit(out pair);
        pair = default;
        pair[0] = value;
        items = null;
        start = 0;
        count = 1;
    }

    /// <summary>A list of two values.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public LuaValues(LuaValue first, LuaValue second)
    {
        pair = default;
        pair[0] = first;
        pair[1] = second;
        items = null;
        start = 0;
        count = 2;
    }

    /// <summary>A list of these values.</summary>
    public LuaValues(params ReadOnlySpan<LuaValue> values)
    {
        pair = default;
        start = 0;
        count = values.Length;
        if (values.Length <= 2)
        {
            items = null;
            for (var i = 0; i < values.Length; i++)
            {
                pair[i] = values[i];
            }
        }
        else
        {
            items = values.ToArray();
        }
    }

    /// <summary>Takes over an array that nobody else will write to.</summary>
    internal LuaValues(LuaValue[] owned, int start, int count)
    {
        pair = default;
        this.count = count;
        if (count <= 2)
        {
            items = null;
            this.start = 0;
            for (var i = 0; i < count; i++)
            {
                pair[i] = owned[start + i];
            }
        }
        else
        {
            items = owned;
            this.start = start;
        }
    }

    private LuaValues(LuaValue first, LuaValue second, LuaValue[]? items, int start, int count)
    {
        pair = default;
        pair[0] = first;
        pair[1] = second;
        this.items = items;
        this.start = start;
        this.count = count;
    }

    /// <summary>
    /// Is this not a list, but the promise of a call that the receiver has to make (see <see cref="LuaState.Finish"/>)? One of a call of <c>error</c> is
    /// <see cref="IsError"/>.
    /// </summary>
    public bool IsTailCall => count < 0;

    /// <summary>Is this an error that the receiver has to raise?</summary>
    internal bool IsError => count == ErrorCount;

    /// <summary>The function and arguments of a pending tail call; raises the error if it is one.</summary>
    internal (LuaFunction Function, LuaValues Arguments) PendingCall =>
        IsError ? throw new LuaException(pair[0]) : (pair[0].AsFunction(), new LuaValues(items!, start, (int)pair[1].AsInteger()));

    /// <summary>No values.</summary>
    public static LuaValues Empty
    {
        [MethodImpl(JitOptions.Accessor)]
        get => default;
    }

    /// <summary>How many values.</summary>
    public int Count
    {
        [MethodImpl(JitOptions.Accessor)]
        get => count;
    }

    /// <summary>The first value, nil if there is none.</summary>
    public LuaValue First
    {
        [MethodImpl(JitOptions.Accessor)]
        get => items is null ? pair[0] : items[start];
    }

    /// <summary>The second value, nil if there is none.</summary>
    public LuaValue Second
    {
        [MethodImpl(JitOptions.Accessor)]
        get => items is null ? pair[1] : items[start + 1];
    }

    /// <summary>The value at a zero-based index; nil outside.</summary>
    public LuaValue this[int index]
    {
        [MethodImpl(JitOptions.Accessor)]
        get => (uint)index >= (uint)count ? default : items is null ? pair[index] : items[start + index];
    }

    /// <summary>A pending tail call.</summary>
    internal static LuaValues TailCall(LuaFunction function, in LuaValues args) =>
        new(function, args.count, args.items ?? args.ToArray(), args.start, TailCallCount);

    /// <summary>A pending error; <see cref="First"/> is what it raises.</summary>
    internal static LuaValues Error(LuaValue value) => new(value, default, null, 0, ErrorCount);

    /// <summary>One list of a value and a list: <c>f(a, g())</c>.</summary>
    public static LuaValues Append(LuaValue head, LuaValues tail) => tail.count switch
    {
        0 => new(head),
        1 => new(head, tail.First),
        _ => Append([head], tail),
    };

    /// <summary>One list of two values and a list.</summary>
    public static LuaValues Append(LuaValue first, LuaValue second, LuaValues tail) =>
        tail.count == 0 ? new(first, second) : Append([first, second], tail);

    /// <summary>One list of values and a list.</summary>
    public static LuaValues Append(ReadOnlySpan<LuaValue> head, LuaValues tail)
    {
        if (tail.count == 0)
        {
            return new(head);
        }

        if (tail.count >= LongList)
        {
            return Prepend(head, tail);
        }

        var all = new LuaValue[head.Length + tail.count];
        head.CopyTo(all);
        tail.AsSpan().CopyTo(all.AsSpan(head.Length));
        return new(all, 0, all.Length);
    }

    // Recursion may put a value before all that it is given at each of its calls: f(x, ...), or pcall of what calls pcall. Then the lists share one array, which is
    // only ever written where no list of it begins yet.
    private static LuaValues Prepend(ReadOnlySpan<LuaValue> head, in LuaValues tail)
    {
        var count = head.Length + tail.count;
        if (count > MaxCount)
        {
            throw LuaException.StackOverflow();
        }

        var items = tail.items!;
        var start = tail.start - head.Length;
        if (start < 1 || items[0].Reference != Room || items[0].Bits != tail.start)
        {
            items = new LuaValue[count + (count / 2) + 1];
            start = items.Length - count;
            tail.AsSpan().CopyTo(items.AsSpan(start + head.Length));
        }

        head.CopyTo(items.AsSpan(start));
        items[0] = new LuaValue(Room, start);
        return new(items, start, count);
    }

    /// <summary>The values without the first <paramref name="index"/> ones.</summary>
    public LuaValues From(int index)
    {
        if (index <= 0)
        {
            return this;
        }

        if (index >= count)
        {
            return default;
        }

        return items is null ? new(pair[1]) : new(items, start + index, count - index);
    }

    /// <summary>The first <paramref name="length"/> values.</summary>
    internal LuaValues Take(int length) => length >= count ? this : new(AsSpan()[..length]);

    /// <summary>The values, valid as long as this variable.</summary>
    [UnscopedRef]
    public ReadOnlySpan<LuaValue> AsSpan() =>
        items is null
            ? MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Pair, LuaValue>(ref Unsafe.AsRef(in pair)), count)
            : items.AsSpan(start, count);

    /// <summary>The array that holds the values, which must be more than two, and where they begin in it.</summary>
    internal LuaValue[] Share(out int start)
    {
        start = this.start;
        return items!;
    }

    /// <summary>A copy of the values.</summary>
    public LuaValue[] ToArray() => AsSpan().ToArray();

    /// <summary>The first two values: <c>local a, b = f()</c>.</summary>
    public void Deconstruct(out LuaValue first, out LuaValue second)
    {
        first = First;
        second = Second;
    }

    /// <summary>The first three values.</summary>
    public void Deconstruct(out LuaValue first, out LuaValue second, out LuaValue third)
    {
        first = this[0];
        second = this[1];
        third = this[2];
    }

    /// <summary>The first four values.</summary>
    public void Deconstruct(out LuaValue first, out LuaValue second, out LuaValue third, out LuaValue fourth)
    {
        first = this[0];
        second = this[1];
        third = this[2];
        fourth = this[3];
    }

    /// <summary>A list of one value.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValues(LuaValue value) => new(value);

    [InlineArray(2)]
    private struct Pair
    {
        private LuaValue element;
    }
}
