using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// Proper tail calls (Lua manual 3.4.10): <c>return f(x)</c> gives back the stack. Calls are nested while there is stack; when it runs low the call becomes a
/// pending result, the frames above it return, and the function at their base makes the call. Where waiting is allowed the call is always
/// pending, since frames that wait are on the heap and would pile up unnoticed.
/// </content>
public sealed partial class LuaState
{
    /// <summary>Calls a value as the last act of a function; the result may be a pending tail call, which only <c>return</c> may use.</summary>
    public LuaResult TailCall(LuaValue f, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail() : TailCallSlow(f, LuaValues.Empty, at, what);
    }

    /// <inheritdoc cref="TailCall(LuaValue, long, string?)"/>
    public LuaResult TailCall(LuaValue f, LuaValue a, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail(a) : TailCallSlow(f, a, at, what);
    }

    /// <inheritdoc cref="TailCall(LuaValue, long, string?)"/>
    public LuaResult TailCall(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail(a, b) : TailCallSlow(f, a, b, at, what);
    }

    /// <inheritdoc cref="TailCall(LuaValue, long, string?)"/>
    public LuaResult TailCall(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail(a, b, c) : TailCallSlow(f, new LuaValues([a, b, c]), at, what);
    }

    /// <inheritdoc cref="TailCall(LuaValue, long, string?)"/>
    public LuaResult TailCall(LuaValue f, LuaValues args, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTail(args) : TailCallSlow(f, args, at, what);
    }

    /// <inheritdoc cref="TailCall(LuaValue, long, string?)"/>
    public LuaResult TailCall(LuaValue f, LuaResult last, long at, string? what = null) =>
        last.IsOne ? TailCall(f, last.One, at, what) : TailCall(f, last.All(), at, what);

    /// <inheritdoc cref="TailCall(LuaValue, long, string?)"/>
    public LuaResult TailCall(LuaValue f, LuaValue a, LuaResult last, long at, string? what = null) =>
        last.IsOne ? TailCall(f, a, last.One, at, what) : TailCall(f, LuaValues.Append(a, last.All()), at, what);

    /// <inheritdoc cref="TailCall(LuaValue, long, string?)"/>
    public LuaResult TailCall(LuaValue f, LuaValue a, LuaValue b, LuaResult last, long at, string? what = null) =>
        last.IsOne ? TailCall(f, a, b, last.One, at, what) : TailCall(f, LuaValues.Append(a, b, last.All()), at, what);

    /// <summary>Calls a value as the last act of a function that may wait; the result may be a pending tail call.</summary>
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, long at, string? what = null) => TailCallAsync(f, LuaValues.Empty, at, what);

    /// <inheritdoc cref="TailCallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, LuaValue a, long at, string? what = null) => TailCallAsync(f, new LuaValues(a), at, what);

    /// <inheritdoc cref="TailCallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null) =>
        TailCallAsync(f, new LuaValues(a, b), at, what);

    /// <inheritdoc cref="TailCallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null) =>
        TailCallAsync(f, new LuaValues([a, b, c]), at, what);

    /// <inheritdoc cref="TailCallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, LuaValues args, long at, string? what = null)
    {
        Position = at;
        var function = f.TryGetFunction(out var direct) ? direct : Callable(f, ref args, at, what);
        return function is LuaOpenFunction or LuaAsyncTailFunction ? new(LuaValues.TailCall(function, args)) : function.CallAsync(args);
    }

    /// <summary>Makes the call that a result stands for, if it is a pending one, until there are values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValues Finish(LuaValues result) => result.IsTailCall ? FinishPending(result) : result;

    /// <summary>The same where waiting is allowed.</summary>
    public static LuaTask<LuaValues> FinishAsync(LuaTask<LuaValues> call)
    {
        if (!call.IsCompleted)
        {
            return Await(call);
        }

        var result = call.GetAwaiter().GetResult();
        return result.IsTailCall ? Await(new LuaTask<LuaValues>(result)) : new LuaTask<LuaValues>(result);

        static async LuaTask<LuaValues> Await(LuaTask<LuaValues> call)
        {
            var result = await call;
            while (result.IsTailCall)
            {
                var (function, args) = result.PendingCall;
                result = function switch
                {
                    LuaOpenFunction open => open.CallTail(args).Take(),
                    LuaAsyncTailFunction tail => await tail.StartAsync(args),
                    _ => await function.CallAsync(args),
                };
            }

            return result;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValues FinishPending(LuaValues result)
    {
        while (result.IsTailCall)
        {
            var (function, args) = result.PendingCall;
            result = function.CallTail(args).Take();
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult TailCallSlow(LuaValue f, LuaValue a, long at, string? what) => TailCallSlow(f, new LuaValues(a), at, what);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult TailCallSlow(LuaValue f, LuaValue a, LuaValue b, long at, string? what) => TailCallSlow(f, new LuaValues(a, b), at, what);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult TailCallSlow(LuaValue f, LuaValues args, long at, string? what)
    {
        var function = f.TryGetFunction(out var direct) ? direct : Callable(f, ref args, at, what);
        return function is not LuaOpenFunction ? LuaResult.Of(CallAll(function, args, at, what))
            : IsStackLow ? LuaResult.Of(LuaValues.TailCall(function, args))
            : function.CallTail(args);
    }
}
