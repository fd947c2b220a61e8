using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// Proper tail calls (Lua manual 3.4.10): <c>return f(x)</c> gives back the stack. Calls are nested while there is stack; when it runs low the call becomes a
/// pending result, the frames above it return, and the function at their base makes the call. Where waiting is allowed frames are on the heap and would pile
/// up unnoticed; there a call is pending now and then.
/// </content>
public sealed partial class LuaState
{
    private uint tailCalls;

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
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, LuaValue a, long at, string? what = null)
    {
        if (!IsPlain(f, out var function))
        {
            return TailCallAsync(f, new LuaValues(a), at, what);
        }

        Position = at;
        return function.CallAsync(a);
    }

    /// <inheritdoc cref="TailCallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null)
    {
        if (!IsPlain(f, out var function))
        {
            return TailCallAsync(f, new LuaValues(a, b), at, what);
        }

        Position = at;
        return function.CallAsync(a, b);
    }

    /// <inheritdoc cref="TailCallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null)
    {
        if (!IsPlain(f, out var function))
        {
            return TailCallAsync(f, new LuaValues([a, b, c]), at, what);
        }

        Position = at;
        return function.CallAsync(a, b, c);
    }

    /// <inheritdoc cref="TailCallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> TailCallAsync(LuaValue f, LuaValues args, long at, string? what = null)
    {
        Position = at;
        var function = f.TryGetFunction(out var direct) ? direct : Callable(f, ref args, at, what);
        return function switch
        {
            LuaOpenFunction or LuaResumableFunction or LuaAsyncTailFunction when IsTailCallDue() => new(LuaValues.TailCall(function, args)),
            _ => StartAsync(function, args),
        };
    }

    /// <summary>Calls a value as the last act of a function that may wait, which has not done so yet: the result may be a pending tail call, or one that waits.</summary>
    public LuaResult StartTail(LuaValue f, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().StartTail() : StartTailSlow(f, LuaValues.Empty, at, what);
    }

    /// <inheritdoc cref="StartTail(LuaValue, long, string?)"/>
    public LuaResult StartTail(LuaValue f, LuaValue a, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().StartTail(a) : StartTailSlow(f, new LuaValues(a), at, what);
    }

    /// <inheritdoc cref="StartTail(LuaValue, long, string?)"/>
    public LuaResult StartTail(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().StartTail(a, b) : StartTailSlow(f, new LuaValues(a, b), at, what);
    }

    /// <inheritdoc cref="StartTail(LuaValue, long, string?)"/>
    public LuaResult StartTail(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().StartTail(a, b, c) : StartTailSlow(f, new LuaValues([a, b, c]), at, what);
    }

    /// <inheritdoc cref="StartTail(LuaValue, long, string?)"/>
    public LuaResult StartTail(LuaValue f, LuaValues args, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().StartTail(args) : StartTailSlow(f, args, at, what);
    }

    /// <summary>Makes the call that a result stands for, if it is a pending one, until there are values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValues Finish(LuaValues result) => result.IsTailCall ? FinishPending(result) : result;

    /// <summary>The same where waiting is allowed.</summary>
    public static LuaTask<LuaValues> FinishAsync(LuaTask<LuaValues> call)
    {
        while (call.IsCompleted)
        {
            var result = call.GetAwaiter().GetResult();
            if (!result.IsTailCall)
            {
                return new LuaTask<LuaValues>(result);
            }

            call = Go(result);
        }

        return Await(call);

        static async LuaTask<LuaValues> Await(LuaTask<LuaValues> call)
        {
            var result = await call;
            while (result.IsTailCall)
            {
                result = await Go(result);
            }

            return result;
        }
    }

    /// <summary>Calls a function where waiting is allowed; the result may be a pending tail call or an error.</summary>
    internal static LuaTask<LuaValues> StartAsync(LuaFunction function, in LuaValues args) => function switch
    {
        LuaOpenFunction open => new LuaTask<LuaValues>(open.CallTail(args).Take()),
        LuaResumableFunction resumable => resumable.StartTail(args).Task(),
        LuaAsyncTailFunction tail => tail.StartAsync(args),
        _ => function.CallAsync(args),
    };

    /// <summary>
    /// The frame that a call waits for, or how it has ended: with values, with an error that it gives back (<see cref="LuaValues.IsError"/>), or with a failure,
    /// which is not raised: that would take longer than all the rest.
    /// </summary>
    internal static LuaFrame<LuaValues>? Outcome(LuaTask<LuaValues> call, out LuaValues values, out Exception? failure)
    {
        values = default;
        failure = null;
        while (call.IsCompleted)
        {
            failure = call.Frame?.TakeFailure();
            if (failure is not null)
            {
                return null;
            }

            values = call.GetAwaiter().GetResult();
            if (!values.IsTailCall || values.IsError)
            {
                return null;
            }

            call = Go(values);
        }

        return call.Frame;
    }

    // Makes the call of a pending tail call; what it gives may be another one.
    private static LuaTask<LuaValues> Go(LuaValues pending)
    {
        var (function, args) = pending.PendingCall;
        return StartAsync(function, args);
    }

    // A function whose last act is no tail call.
    private static bool IsPlain(LuaValue f, [NotNullWhen(true)] out LuaFunction? function) =>
        f.TryGetFunction(out function) && function is not (LuaOpenFunction or LuaResumableFunction or LuaAsyncTailFunction);

    // Nested calls are cheaper, but a frame that waits stays on the heap: each time one in sixteen is made pending, drawn so that no pattern of calls
    // of several tasks can go by it for ever.
    private bool IsTailCallDue()
    {
        tailCalls = unchecked((tailCalls * 1664525) + 1013904223);
        return tailCalls >> 28 == 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValues FinishPending(LuaValues result)
    {
        while (result.IsTailCall)
        {
            var (function, args) = result.PendingCall;
            result = (LuaStack.IsLow ? LuaStack.Run((function, args), static s => s.function.CallTail(s.args)) : function.CallTail(args)).Take();
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult StartTailSlow(LuaValue f, LuaValues args, long at, string? what)
    {
        var function = f.TryGetFunction(out var direct) ? direct : Callable(f, ref args, at, what);
        return !IsStackLow ? function.StartTail(args)
            : function is LuaOpenFunction or LuaResumableFunction or LuaAsyncTailFunction ? LuaResult.Of(LuaValues.TailCall(function, args))
            : LuaStack.Run((function, args), static s => s.function.StartTail(s.args));
    }
}
