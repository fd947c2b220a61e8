namespace Wippy.Runtime;

/// <summary>
/// A function that may wait. Calling it through <c>Call</c> and <c>CallAll</c> runs it where waiting is forbidden:
/// a blocking operation inside then raises <c>attempt to yield across a C-call boundary</c>.
/// </summary>
public abstract class LuaAsyncFunction : LuaFunction
{
    private protected LuaAsyncFunction(string name, bool mayWait = true)
        : base(name, mayWait)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaTask<LuaValues> CallAsync();

    /// <inheritdoc/>
    public abstract override LuaTask<LuaValues> CallAsync(LuaValue a);

    /// <inheritdoc/>
    public abstract override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b);

    /// <inheritdoc/>
    public abstract override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c);

    /// <inheritdoc/>
    public abstract override LuaTask<LuaValues> CallAsync(LuaValues args);

    /// <inheritdoc/>
    public override LuaValues CallAll()
    {
        var lua = LuaState.EnterSynchronous();
        try
        {
            return CallAsync().GetAwaiter().GetResult();
        }
        finally
        {
            lua.LeaveSynchronous();
        }
    }

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a)
    {
        var lua = LuaState.EnterSynchronous();
        try
        {
            return CallAsync(a).GetAwaiter().GetResult();
        }
        finally
        {
            lua.LeaveSynchronous();
        }
    }

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b)
    {
        var lua = LuaState.EnterSynchronous();
        try
        {
            return CallAsync(a, b).GetAwaiter().GetResult();
        }
        finally
        {
            lua.LeaveSynchronous();
        }
    }

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c)
    {
        var lua = LuaState.EnterSynchronous();
        try
        {
            return CallAsync(a, b, c).GetAwaiter().GetResult();
        }
        finally
        {
            lua.LeaveSynchronous();
        }
    }

    /// <inheritdoc/>
    public override LuaValues CallAll(in LuaValues args)
    {
        var lua = LuaState.EnterSynchronous();
        try
        {
            return CallAsync(args).GetAwaiter().GetResult();
        }
        finally
        {
            lua.LeaveSynchronous();
        }
    }

    internal override LuaResult StartTail() => LuaResult.Wait(CallAsync());

    internal override LuaResult StartTail(LuaValue a) => LuaResult.Wait(CallAsync(a));

    internal override LuaResult StartTail(LuaValue a, LuaValue b) => LuaResult.Wait(CallAsync(a, b));

    internal override LuaResult StartTail(LuaValue a, LuaValue b, LuaValue c) => LuaResult.Wait(CallAsync(a, b, c));

    internal override LuaResult StartTail(in LuaValues args) => LuaResult.Wait(CallAsync(args));

    internal override LuaFrame<LuaValues>? Start(LuaState lua, out LuaValue result) => First(CallAsync(), out result);

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result) => First(CallAsync(a), out result);

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result) => First(CallAsync(a, b), out result);

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, LuaValue c, out LuaValue result) => First(CallAsync(a, b, c), out result);

    internal override LuaFrame<LuaValues>? Start(LuaState lua, in LuaValues args, out LuaValue result) => First(CallAsync(args), out result);

    internal override LuaFrame<LuaValues>? StartAll(LuaState lua, out LuaValues results) => All(CallAsync(), out results);

    internal override LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, out LuaValues results) => All(CallAsync(a), out results);

    internal override LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, LuaValue b, out LuaValues results) => All(CallAsync(a, b), out results);

    internal override LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, LuaValue b, LuaValue c, out LuaValues results) => All(CallAsync(a, b, c), out results);

    internal override LuaFrame<LuaValues>? StartAll(LuaState lua, in LuaValues args, out LuaValues results) => All(CallAsync(args), out results);

    internal override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, out LuaValue first, out LuaValue second) =>
        Two(CallAsync(a), out first, out second);

    internal override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, LuaValue b, out LuaValue first, out LuaValue second) =>
        Two(CallAsync(a, b), out first, out second);

    /// <summary>The frame to await of a call, or the first result.</summary>
    private protected static LuaFrame<LuaValues>? First(LuaTask<LuaValues> call, out LuaValue result)
    {
        if (!call.IsCompleted)
        {
            result = default;
            return call.Frame;
        }

        result = call.GetAwaiter().GetResult().First;
        return null;
    }

    /// <summary>The frame to await of a call, or all results.</summary>
    private protected static LuaFrame<LuaValues>? All(LuaTask<LuaValues> call, out LuaValues results)
    {
        if (!call.IsCompleted)
        {
            results = default;
            return call.Frame;
        }

        results = call.GetAwaiter().GetResult();
        return null;
    }

    /// <summary>The frame to await of a call, or the first two results.</summary>
    private protected static LuaFrame<LuaValues>? Two(LuaTask<LuaValues> call, out LuaValue first, out LuaValue second)
    {
        if (!call.IsCompleted)
        {
            first = default;
            second = default;
            return call.Frame;
        }

        (first, second) = call.GetAwaiter().GetResult();
        return null;
    }
}
