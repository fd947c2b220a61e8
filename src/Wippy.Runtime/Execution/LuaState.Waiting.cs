using System.Runtime.CompilerServices;
using Wippy.Runtime.Libraries;

namespace Wippy.Runtime;

/// <content>
/// Calls where waiting is allowed. A callee that cannot wait is called like any other; only one that does wait leaves a frame to await:
/// <c>lua.Start(f, a, at, what, out var result) is { } frame ? await new LuaFirst(frame) : result</c>.
/// </content>
public sealed partial class LuaState
{
    /// <summary>Calls a value for its first result, which is in <paramref name="result"/> unless there is a frame to await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Start(LuaValue f, long at, string? what, out LuaValue result)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().Start(this, out result) : StartSlow(f, LuaValues.Empty, at, what, out result);
    }

    /// <inheritdoc cref="Start(LuaValue, long, string?, out LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Start(LuaValue f, LuaValue a, long at, string? what, out LuaValue result)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().Start(this, a, out result) : StartSlow(f, a, at, what, out result);
    }

    /// <inheritdoc cref="Start(LuaValue, long, string?, out LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Start(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValue result)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().Start(this, a, b, out result) : StartSlow(f, a, b, at, what, out result);
    }

    /// <inheritdoc cref="Start(LuaValue, long, string?, out LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Start(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what, out LuaValue result)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().Start(this, a, b, c, out result) : StartSlow(f, new LuaValues([a, b, c]), at, what, out result);
    }

    /// <inheritdoc cref="Start(LuaValue, long, string?, out LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? Start(LuaValue f, LuaValues args, long at, string? what, out LuaValue result)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().Start(this, args, out result) : StartSlow(f, args, at, what, out result);
    }

    /// <summary>Calls a value for all results, which are in <paramref name="results"/> unless there is a frame to await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartAll(LuaValue f, long at, string? what, out LuaValues results)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().StartAll(this, out results) : StartAllSlow(f, LuaValues.Empty, at, what, out results);
    }

    /// <inheritdoc cref="StartAll(LuaValue, long, string?, out LuaValues)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartAll(LuaValue f, LuaValue a, long at, string? what, out LuaValues results)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().StartAll(this, a, out results) : StartAllSlow(f, a, at, what, out results);
    }

    /// <inheritdoc cref="StartAll(LuaValue, long, string?, out LuaValues)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartAll(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValues results)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().StartAll(this, a, b, out results) : StartAllSlow(f, a, b, at, what, out results);
    }

    /// <inheritdoc cref="StartAll(LuaValue, long, string?, out LuaValues)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartAll(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what, out LuaValues results)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().StartAll(this, a, b, c, out results) : StartAllSlow(f, new LuaValues([a, b, c]), at, what, out results);
    }

    /// <inheritdoc cref="StartAll(LuaValue, long, string?, out LuaValues)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartAll(LuaValue f, LuaValues args, long at, string? what, out LuaValues results)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().StartAll(this, args, out results) : StartAllSlow(f, args, at, what, out results);
    }

    /// <summary>Calls a value for the first two results, which are given unless there is a frame to await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartTwo(LuaValue f, LuaValue a, long at, string? what, out LuaValue first, out LuaValue second)
    {
        Position = at;
        return f.IsFunction
            ? f.AsFunction().StartTwo(this, a, out first, out second)
            : StartTwoSlow(f, new LuaValues(a), at, what, out first, out second);
    }

    /// <inheritdoc cref="StartTwo(LuaValue, LuaValue, long, string?, out LuaValue, out LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaFrame<LuaValues>? StartTwo(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValue first, out LuaValue second)
    {
        Position = at;
        return f.IsFunction
            ? f.AsFunction().StartTwo(this, a, b, out first, out second)
            : StartTwoSlow(f, new LuaValues(a, b), at, what, out first, out second);
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
        return new CoroutineWrap(new LuaThread(LuaArguments.CheckFunction(f, 1, "wrap"), false), false);
    }

    // Through __call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartSlow(LuaValue f, LuaValues args, long at, string? what, out LuaValue result) =>
        Callable(f, ref args, at, what).Start(this, args, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartSlow(LuaValue f, LuaValue a, long at, string? what, out LuaValue result) =>
        StartSlow(f, new LuaValues(a), at, what, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartSlow(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValue result) =>
        StartSlow(f, new LuaValues(a, b), at, what, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartAllSlow(LuaValue f, LuaValues args, long at, string? what, out LuaValues results) =>
        Callable(f, ref args, at, what).StartAll(this, args, out results);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartAllSlow(LuaValue f, LuaValue a, long at, string? what, out LuaValues results) =>
        StartAllSlow(f, new LuaValues(a), at, what, out results);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartAllSlow(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValues results) =>
        StartAllSlow(f, new LuaValues(a, b), at, what, out results);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaFrame<LuaValues>? StartTwoSlow(LuaValue f, LuaValues args, long at, string? what, out LuaValue first, out LuaValue second)
    {
        var frame = StartAllSlow(f, args, at, what, out var results);
        (first, second) = results;
        return frame;
    }
}
