using System;
using System.Runtime.ExceptionServices;

namespace Wippy.Runtime.Libraries;

/// <summary>
/// <c>pcall</c> (Lua manual 6.1). A function that cannot wait is called at once; another one is started, and only if it does wait is there a frame that
/// waits for it.
/// </summary>
internal sealed class ProtectedCall() : LuaAsyncFunction("pcall")
{
    public override LuaTask<LuaValues> CallAsync() => throw LuaArguments.Bad(1, Name, "value expected");

    public override LuaTask<LuaValues> CallAsync(LuaValue a) => IsImmediate(a, out var lua) ? new(Call(lua, a)) : Start(lua, a, LuaValues.Empty);

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => IsImmediate(a, out var lua) ? new(Call(lua, a, b)) : Start(lua, a, new(b));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) =>
        IsImmediate(a, out var lua) ? new(Call(lua, a, b, c)) : Start(lua, a, new(b, c));

    public override LuaTask<LuaValues> CallAsync(LuaValues args)
    {
        var function = LuaArguments.CheckAny(args, 1, Name);
        return IsImmediate(function, out var lua) ? new(Call(lua, function, args.From(1))) : Start(lua, function, args.From(1));
    }

    public override LuaValues CallAll(LuaValue a) => IsImmediate(a, out var lua) ? Call(lua, a) : base.CallAll(a);

    public override LuaValues CallAll(LuaValue a, LuaValue b) => IsImmediate(a, out var lua) ? Call(lua, a, b) : base.CallAll(a, b);

    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => IsImmediate(a, out var lua) ? Call(lua, a, b, c) : base.CallAll(a, b, c);

    public override LuaValues CallAll(in LuaValues args) =>
        IsImmediate(args.First, out var lua) ? Call(lua, args.First, args.From(1)) : base.CallAll(args);

    public override LuaValue Call(LuaValue a) => CallTwo(a, out _);

    public override LuaValue Call(LuaValue a, LuaValue b) => CallTwo(a, b, out _);

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result) => StartTwo(lua, a, out result, out _);

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result) => StartTwo(lua, a, b, out result, out _);

    internal override LuaValue CallTwo(LuaValue a, out LuaValue second) =>
        IsImmediate(a, out var lua) ? Call(lua, a, out second) : base.CallTwo(a, out second);

    internal override LuaValue CallTwo(LuaValue a, LuaValue b, out LuaValue second) =>
        IsImmediate(a, out var lua) ? Call(lua, a, b, out second) : base.CallTwo(a, b, out second);

    internal override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, out LuaValue first, out LuaValue second)
    {
        if (!IsImmediate(lua, a))
        {
            return Two(Start(lua, a, LuaValues.Empty), out first, out second);
        }

        first = Call(lua, a, out second);
        return null;
    }

    internal override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, LuaValue b, out LuaValue first, out LuaValue second)
    {
        if (!IsImmediate(lua, a))
        {
            return StartWaiting(lua, a, b, out first, out second);
        }

        first = Call(lua, a, b, out second);
        return null;
    }

    private static bool IsImmediate(LuaValue function, out LuaState lua)
    {
        lua = LuaState.Current;
        return IsImmediate(lua, function);
    }

    internal static bool IsImmediate(LuaState lua, LuaValue function) => function.IsFunction && !function.AsFunction().MayWait && !lua.IsStackLow;

    private static LuaValues Call(LuaState lua, LuaValue function)
    {
        lua.EnterHost(function);
        if (Rejected(function, []) is { } error)
        {
            return new(false, error.Value);
        }

        try
        {
            return Ended(function.AsFunction().CallTail());
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            return Failed(exception);
        }
    }

    private static LuaValues Call(LuaState lua, LuaValue function, LuaValue a)
    {
        lua.EnterHost(function);
        if (Rejected(function, [a]) is { } error)
        {
            return new(false, error.Value);
        }

        try
        {
            return Ended(function.AsFunction().CallTail(a));
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            return Failed(exception);
        }
    }

    private static LuaValues Call(LuaState lua, LuaValue function, LuaValue a, LuaValue b)
    {
        lua.EnterHost(function);
        if (Rejected(function, [a, b]) is { } error)
        {
            return new(false, error.Value);
        }

        try
        {
            return Ended(function.AsFunction().CallTail(a, b));
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            return Failed(exception);
        }
    }

    private static LuaValues Call(LuaState lua, LuaValue function, in LuaValues args)
    {
        lua.EnterHost(function);
        if (Rejected(function, args.AsSpan()) is { } error)
        {
            return new(false, error.Value);
        }

        try
        {
            return Ended(function.AsFunction().CallTail(args));
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            return Failed(exception);
        }
    }

    private static LuaValue Call(LuaState lua, LuaValue function, out LuaValue second)
    {
        lua.EnterHost(function);
        if (Rejected(function, []) is { } error)
        {
            second = error.Value;
            return false;
        }

        try
        {
            if (function.AsFunction() is LuaOpenFunction open)
            {
                return Ended(open.CallTail(), out second);
            }

            second = function.AsFunction().Call();
            return true;
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            second = LuaException.From(exception).Value;
            return false;
        }
    }

    private static LuaValue Call(LuaState lua, LuaValue function, LuaValue a, out LuaValue second)
    {
        lua.EnterHost(function);
        if (Rejected(function, [a]) is { } error)
        {
            second = error.Value;
            return false;
        }

        try
        {
            if (function.AsFunction() is LuaOpenFunction open)
            {
                return Ended(open.CallTail(a), out second);
            }

            second = function.AsFunction().Call(a);
            return true;
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            second = LuaException.From(exception).Value;
            return false;
        }
    }

    // What a function of the library would raise for its arguments.
    private static LuaException? Rejected(LuaValue function, ReadOnlySpan<LuaValue> args) =>
        function.AsFunction() is { Parameters: { } parameters } called ? parameters.Reject(called.Name, args) : null;

    private static LuaTask<LuaValues> Start(LuaState lua, LuaValue function, in LuaValues args)
    {
        if (lua.IsStackLow)
        {
            return LuaStack.Run((lua, function, args), static s => Start(s.lua, s.function, s.args));
        }

        lua.EnterHost(function);
        try
        {
            if (LuaState.RejectCallee(function) is { } error)
            {
                return new(new LuaValues(false, error.Value));
            }

            var call = !function.IsFunction ? lua.CallAsync(function, args, 0)
                : function.AsFunction() is LuaAsyncTailFunction tail ? tail.StartAsync(args)
                : args.Count switch
                {
                    0 => function.AsFunction().CallAsync(),
                    1 => function.AsFunction().CallAsync(args.First),
                    _ => function.AsFunction().CallAsync(args),
                };
            return Ended(call, out var results) is { } frame ? new(ProtectedFrame.Of(frame)) : new(results);
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            return new(Failed(exception));
        }
    }

    // Mostly a function that may wait does not, and gives one value: no list of the results is made.
    private static LuaFrame<LuaValues>? StartWaiting(LuaState lua, LuaValue function, LuaValue a, out LuaValue first, out LuaValue second)
    {
        if (!function.IsFunction || lua.IsStackLow || function.AsFunction() is LuaAsyncTailFunction)
        {
            return Two(Start(lua, function, new(a)), out first, out second);
        }

        lua.EnterHost(function);
        LuaFrame<LuaValues>? frame;
        LuaValues results;
        try
        {
            var call = function.AsFunction().CallAsync(a);
            if (call.Frame is null)
            {
                first = true;
                second = call.Result.First;
                return null;
            }

            frame = Ended(call, out results);
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            frame = null;
            results = Failed(exception);
        }

        (first, second) = results;
        return frame is null ? null : ProtectedFrame.Of(frame);
    }

    /// <summary>The results of a protected call that has been made, or the frame that it waits for.</summary>
    internal static LuaFrame<LuaValues>? Ended(LuaTask<LuaValues> call, out LuaValues results)
    {
        if (LuaState.Outcome(call, out var values, out var failure) is { } frame)
        {
            results = default;
            return frame;
        }

        results = failure is not null ? Failed(failure)
            : values.IsError ? new(false, values.First)
            : LuaValues.Append(true, values);
        return null;
    }

    // An error that the function returns has left its frame already.
    private static LuaValues Ended(LuaResult result)
    {
        if (result.IsOne)
        {
            return new(true, result.One);
        }

        var values = result.Take();
        return values.IsError ? new(false, values.First) : LuaValues.Append(true, LuaState.Finish(values));
    }

    private static LuaValue Ended(LuaResult result, out LuaValue second)
    {
        if (result.IsOne)
        {
            second = result.One;
            return true;
        }

        var values = result.Take();
        second = values.IsError ? values.First : LuaState.Finish(values).First;
        return !values.IsError;
    }

    /// <summary>The results of a call that has failed; raises what ends the instance.</summary>
    internal static LuaValues Failed(Exception exception)
    {
        if (!LuaException.IsCatchable(exception))
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return new(false, LuaException.From(exception).Value);
    }
}
