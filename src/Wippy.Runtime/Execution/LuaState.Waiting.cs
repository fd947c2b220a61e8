using System.Runtime.CompilerServices;
using Wippy.Runtime.Libraries;

namespace Wippy.Runtime;

/// <content>
/// Calls where waiting is allowed. A callee that cannot wait is called like any other; only one that does wait leaves a frame to await:
/// <c>lua.Start(f, a, at, what, out var result) is { } frame ? (await frame).First : result</c>.
/// </content>
public sealed partial class LuaState
{
    /// <summary>Calls a value for its first result, which is in <paramref name="result"/> unless there is a frame to await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Start(LuaValue f, long at, string? what, out LuaValue result)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            result = f.AsFunction().Call();
            return null;
        }

        return StartSlow(f, at, what, out result);
    }

    /// <inheritdoc cref="Start(LuaValue, long, string?, out LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Start(LuaValue f, LuaValue a, long at, string? what, out LuaValue result)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            result = f.AsFunction().Call(a);
            return null;
        }

        return StartSlow(f, a, at, what, out result);
    }

    /// <inheritdoc cref="Start(LuaValue, long, string?, out LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Start(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValue result)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            result = f.AsFunction().Call(a, b);
            return null;
        }

        return StartSlow(f, a, b, at, what, out result);
    }

    /// <inheritdoc cref="Start(LuaValue, long, string?, out LuaValue)"/>
    public LuaFrame<LuaValues>? Start(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what, out LuaValue result)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            result = f.AsFunction().Call(a, b, c);
            return null;
        }

        return LuaFunction.First(CallAsync(f, a, b, c, at, what), out result);
    }

    /// <inheritdoc cref="Start(LuaValue, long, string?, out LuaValue)"/>
    public LuaFrame<LuaValues>? Start(LuaValue f, LuaValues args, long at, string? what, out LuaValue result)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            result = f.AsFunction().Call(args);
            return null;
        }

        return LuaFunction.First(CallAsync(f, args, at, what), out result);
    }

    /// <summary>Calls a value for all results, which are in <paramref name="results"/> unless there is a frame to await.</summary>
    public LuaFrame<LuaValues>? StartAll(LuaValue f, long at, string? what, out LuaValues results)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            results = f.AsFunction().CallAll();
            return null;
        }

        return LuaFunction.All(CallAsync(f, at, what), out results);
    }

    /// <inheritdoc cref="StartAll(LuaValue, long, string?, out LuaValues)"/>
    public LuaFrame<LuaValues>? StartAll(LuaValue f, LuaValue a, long at, string? what, out LuaValues results)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            results = f.AsFunction().CallAll(a);
            return null;
        }

        return StartAllSlow(f, a, at, what, out results);
    }

    /// <inheritdoc cref="StartAll(LuaValue, long, string?, out LuaValues)"/>
    public LuaFrame<LuaValues>? StartAll(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValues results)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            results = f.AsFunction().CallAll(a, b);
            return null;
        }

        return LuaFunction.All(CallAsync(f, a, b, at, what), out results);
    }

    /// <inheritdoc cref="StartAll(LuaValue, long, string?, out LuaValues)"/>
    public LuaFrame<LuaValues>? StartAll(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what, out LuaValues results)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            results = f.AsFunction().CallAll(a, b, c);
            return null;
        }

        return LuaFunction.All(CallAsync(f, a, b, c, at, what), out results);
    }

    /// <inheritdoc cref="StartAll(LuaValue, long, string?, out LuaValues)"/>
    public LuaFrame<LuaValues>? StartAll(LuaValue f, LuaValues args, long at, string? what, out LuaValues results)
    {
        Position = at;
        if (f.IsFunction && !f.AsFunction().MayWait && !IsStackLow)
        {
            results = f.AsFunction().CallAll(args);
            return null;
        }

        return LuaFunction.All(CallAsync(f, args, at, what), out results);
    }

    /// <summary><c>coroutine.yield()</c>.</summary>
    public LuaYield Yield(long at)
    {
        Position = at;
        return Scheduler.Yield();
    }

    /// <summary><c>coroutine.yield(a)</c>.</summary>
    public LuaYield Yield(LuaValue a, long at)
    {
        Position = at;
        return Scheduler.Yield(a);
    }

    /// <summary><c>coroutine.yield(...)</c>.</summary>
    public LuaYield Yield(LuaValues values, long at)
    {
        Position = at;
        return Scheduler.Yield(values);
    }

    /// <summary><c>coroutine.wrap(f)</c> where nothing that <paramref name="f"/> can reach makes a whole task wait, so that the result can be called like any function.</summary>
    public LuaValue Wrap(LuaValue f, long at)
    {
        Position = at;
        return new CoroutineWrap(new LuaThread(LuaArguments.CheckFunction(f, 1, "wrap"), false, true), false);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartSlow(LuaValue f, long at, string? what, out LuaValue result) =>
        f.IsFunction ? f.AsFunction().Start(this, out result) : LuaFunction.First(CallAsyncSlow(f, LuaValues.Empty, at, what), out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartSlow(LuaValue f, LuaValue a, long at, string? what, out LuaValue result) =>
        f.IsFunction ? f.AsFunction().Start(this, a, out result) : LuaFunction.First(CallAsyncSlow(f, new LuaValues(a), at, what), out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartSlow(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValue result) =>
        f.IsFunction ? f.AsFunction().Start(this, a, b, out result) : LuaFunction.First(CallAsyncSlow(f, new LuaValues(a, b), at, what), out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartAllSlow(LuaValue f, LuaValue a, long at, string? what, out LuaValues results) =>
        f.IsFunction ? f.AsFunction().StartAll(this, a, out results) : LuaFunction.All(CallAsyncSlow(f, new LuaValues(a), at, what), out results);
}
