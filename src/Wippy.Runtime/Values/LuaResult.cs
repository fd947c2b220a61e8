using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// What a call gives that may have any number of results but mostly has one: that value, in the size of a value, so that it is returned in registers. Another
/// number of values, a pending tail call, or what the call waits for stands in the state meanwhile; so a result is read once, and before the next call.
/// </summary>
public readonly struct LuaResult
{
    private const long InState = 1;

    // What waits stands in the state as a frame; its result may be a pending tail call, or surely is none.
    private const long Waiting = 2;
    private const long WaitingTail = 3;

    private readonly object? reference;
    private readonly long bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaResult(object? reference, long bits)
    {
        this.reference = reference;
        this.bits = bits;
    }

    /// <summary>No values.</summary>
    public static LuaResult None => new(LuaTag.Results, 0);

    /// <summary>Is it one value?</summary>
    internal bool IsOne
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => reference != LuaTag.Results;
    }

    /// <summary>The value; the caller knows that <see cref="IsOne"/> holds.</summary>
    internal LuaValue One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(reference, bits);
    }

    /// <summary>One value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator LuaResult(LuaValue value) => new(value.Reference, value.Bits);

    /// <summary>These values, or the pending tail call that they stand for.</summary>
    public static LuaResult Of(LuaValues values)
    {
        switch (values.Count)
        {
            case 1:
                return values.First;
            case 0:
                return None;
            default:
                LuaState.Current.Results = values;
                return new(LuaTag.Results, InState);
        }
    }

    /// <summary>The result of a call that waits.</summary>
    /// <param name="rest">What is left of it; its result is no pending tail call.</param>
    public static LuaResult Wait(LuaTask<LuaValues> rest) => Of(rest, Waiting);

    /// <summary>The result of a call that waits, which may be a pending tail call then.</summary>
    public static LuaResult WaitTail(LuaTask<LuaValues> rest) => Of(rest, WaitingTail);

    /// <summary>The frame to await of a call that waits, or the first value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Pending(out LuaValue first)
    {
        if (IsOne)
        {
            first = One;
            return null;
        }

        return PendingSlow(out first);
    }

    /// <summary>The frame to await of a call that waits, or all values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? PendingAll(out LuaValues values)
    {
        if (IsOne)
        {
            values = new(One);
            return null;
        }

        return PendingAllSlow(out values);
    }

    /// <summary>The same as a task, which may end in a pending tail call.</summary>
    public LuaTask<LuaValues> Task() => IsOne || bits < Waiting ? new(Take()) : new(TakeFrame());

    /// <summary>The frame to await of a call that waits, or the first two values.</summary>
    internal LuaFrame<LuaValues>? PendingTwo(out LuaValue first, out LuaValue second)
    {
        if (IsOne)
        {
            first = One;
            second = default;
            return null;
        }

        var frame = PendingAllSlow(out var values);
        (first, second) = values;
        return frame;
    }

    /// <summary>The same as a task of values.</summary>
    internal LuaTask<LuaValues> FinishedTask() => PendingAll(out var values) is { } frame ? new(frame) : new(values);

    /// <summary>The first value, nil if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue First() => IsOne ? One : bits == 0 ? default : LuaState.Finish(Take()).First;

    /// <summary>All values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValues All() => IsOne ? new(One) : LuaState.Finish(Take());

    /// <summary>The same result, after the call if it is a pending one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaResult Finished() => IsOne ? this : Of(LuaState.Finish(Take()));

    /// <summary>The values, or the pending tail call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal LuaValues Take()
    {
        if (IsOne)
        {
            return new(One);
        }

        if (bits == 0)
        {
            return default;
        }

        var lua = LuaState.Current;
        var values = lua.Results;
        lua.Results = default;
        return values;
    }

    private static LuaResult Of(LuaTask<LuaValues> rest, long state)
    {
        if (rest.IsCompleted)
        {
            return Of(rest.GetAwaiter().GetResult());
        }

        LuaState.Current.Waiting = rest.Frame;
        return new(LuaTag.Results, state);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? PendingSlow(out LuaValue first)
    {
        var frame = PendingAllSlow(out var values);
        first = values.First;
        return frame;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? PendingAllSlow(out LuaValues values)
    {
        if (bits == Waiting)
        {
            values = default;
            return TakeFrame();
        }

        if (bits == WaitingTail)
        {
            return LuaState.FinishAsync(new LuaTask<LuaValues>(TakeFrame())).Pending(out values);
        }

        values = Take();
        return values.IsTailCall ? LuaState.FinishAsync(new LuaTask<LuaValues>(values)).Pending(out values) : null;
    }

    private static LuaFrame<LuaValues> TakeFrame()
    {
        var lua = LuaState.Current;
        var frame = lua.Waiting!;
        lua.Waiting = null;
        return frame;
    }
}
