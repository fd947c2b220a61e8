using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>A numeric <c>for</c> (spec/lua.md section 3): <c>for (var loop = ForPrepare(a, b, c, at); loop.MoveNext();) { var i = loop.Current; }</c>.</summary>
public struct LuaForLoop
{
    // The bits of floats when the loop is one over floats. The bound is their limit then, else the number of passes to come.
    private readonly long step;
    private long current;
    private long bound;
    private readonly bool isInteger;
    private bool started;

    internal LuaForLoop(long start, long limit, long step, bool empty)
    {
        isInteger = true;
        current = start;
        this.step = step;
        bound = empty ? 0 : unchecked((long)Count(start, limit, step));
    }

    internal LuaForLoop(double start, double limit, double step)
    {
        // As the manual (3.3.5) has it: the first addition gives the start back, but for rounding.
        current = BitConverter.DoubleToInt64Bits(start - step);
        bound = BitConverter.DoubleToInt64Bits(limit);
        this.step = BitConverter.DoubleToInt64Bits(step);
    }

    internal LuaForLoop(long current, ulong remaining, long step)
    {
        isInteger = true;
        started = true;
        this.current = current;
        this.step = step;
        bound = unchecked((long)remaining);
    }

    /// <summary>The control variable.</summary>
    public readonly LuaValue Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(isInteger ? LuaTag.Integer : LuaTag.Float, current);
    }

    /// <summary>Goes to the next value; false at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (!isInteger)
        {
            return MoveNextFloat();
        }

        if (bound == 0)
        {
            return false;
        }

        bound--;
        if (started)
        {
            current = unchecked(current + step);
        }

        started = true;
        return true;
    }

    internal static LuaForLoop StandingAt(double current, double limit, double step) =>
        new(current, limit, step) { current = BitConverter.DoubleToInt64Bits(current), started = true };

    // The count is fixed in advance, so the control variable cannot wrap around.
    internal static ulong Count(long start, long limit, long step)
    {
        if (step > 0 ? start > limit : start < limit)
        {
            return 0;
        }

        if (step == 0)
        {
            return ulong.MaxValue;
        }

        var distance = step > 0 ? unchecked((ulong)limit - (ulong)start) : unchecked((ulong)start - (ulong)limit);
        var steps = distance / (step > 0 ? (ulong)step : unchecked(0UL - (ulong)step));
        return steps == ulong.MaxValue ? steps : steps + 1;
    }

    private bool MoveNextFloat()
    {
        var limit = BitConverter.Int64BitsToDouble(bound);
        var by = BitConverter.Int64BitsToDouble(step);
        var next = BitConverter.Int64BitsToDouble(current) + by;
        current = BitConverter.DoubleToInt64Bits(next);
        return by > 0 ? next <= limit : limit <= next;
    }
}

/// <content>Loops.</content>
public static partial class LuaOperators
{
    /// <summary>Prepares a numeric <c>for</c>: an integer loop if start and step are integers, else a float loop. Numeric strings are converted.</summary>
    public static LuaForLoop ForPrepare(LuaValue start, LuaValue limit, LuaValue step, long at)
    {
        if (start.IsInteger && step.IsInteger)
        {
            var empty = false;
            var last = ClipLimit(limit, step.Bits, at, ref empty);
            return new LuaForLoop(start.Bits, last, step.Bits, empty);
        }

        var floatLimit = ForLimit(limit, at);
        if (!TryToNumber(step, out var floatStep))
        {
            throw new LuaException("'for' step must be a number", at);
        }

        return TryToNumber(start, out var floatStart)
            ? new LuaForLoop(floatStart, floatLimit, floatStep)
            : throw new LuaException("'for' initial value must be a number", at);
    }

    /// <summary>Prepares a numeric <c>for</c> with step 1.</summary>
    public static LuaForLoop ForPrepare(LuaValue start, LuaValue limit, long at) => ForPrepare(start, limit, 1, at);

    /// <summary>
    /// The limit of an integer loop whose step is not zero: floats are rounded towards the start. A loop that never runs gets the integer farthest
    /// on the other side; its start must not be that integer.
    /// </summary>
    public static long ForLimit(LuaValue limit, long step, long at)
    {
        if (limit.IsInteger)
        {
            return limit.Bits;
        }

        var empty = false;
        var integer = ClipLimit(limit, step, at, ref empty);
        return !empty ? integer : step > 0 ? long.MinValue : long.MaxValue;
    }

    /// <summary>The same for any start, which changes when the loop never runs.</summary>
    public static long ForLimit(ref long start, LuaValue limit, long step, long at)
    {
        if (limit.IsInteger)
        {
            return limit.Bits;
        }

        var empty = false;
        var integer = ClipLimit(limit, step, at, ref empty);
        if (!empty)
        {
            return integer;
        }

        start = step > 0 ? long.MaxValue : long.MinValue;
        return ~start;
    }

    /// <summary>
    /// An integer loop that stands at a value within its limit; its step is not zero. This and its kin are no calls: what a typed copy hands over when it
    /// is left need not survive one, and so can stay in registers until then.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaForLoop ForResume(long current, long limit, long step) =>
        new(current, step > 0 ? unchecked((ulong)limit - (ulong)current) / (ulong)step : unchecked((ulong)current - (ulong)limit) / unchecked(0UL - (ulong)step), step);

    /// <summary>An integer loop that stands at a value, with the number of passes that began with this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaForLoop ForResumeCount(long current, ulong count, long step) => new(current, count - 1, step);

    /// <summary>A float loop that stands at a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaForLoop ForResumeFloat(double current, double limit, double step) => LuaForLoop.StandingAt(current, limit, step);

    /// <summary>The limit of a float loop.</summary>
    public static double ForLimit(LuaValue limit, long at) =>
        TryToNumber(limit, out var number) ? number : throw new LuaException("'for' limit must be a number", at);

    /// <summary>The number of passes of an integer loop; a step of zero goes on for ever, as it does in the reference implementation.</summary>
    public static ulong ForCount(long start, LuaValue limit, long step, long at)
    {
        var empty = false;
        var last = ClipLimit(limit, step, at, ref empty);
        return empty ? 0 : LuaForLoop.Count(start, last, step);
    }

    /// <summary>The number of passes of a loop over integers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong ForCount(long start, long limit, long step, long at) => LuaForLoop.Count(start, limit, step);

    private static long ClipLimit(LuaValue limit, long step, long at, ref bool empty)
    {
        if (TryToInteger(limit, out var integer))
        {
            return integer;
        }

        var number = ForLimit(limit, at);
        if (LuaNumber.TryToInteger(step < 0 ? Math.Ceiling(number) : Math.Floor(number), out integer))
        {
            return integer;
        }

        // Beyond the integers: the loop runs to the end of the integers or not at all. NaN counts as negative, as in the reference implementation.
        empty = number > 0 ? step < 0 : step >= 0;
        return number > 0 ? long.MaxValue : long.MinValue;
    }
}
