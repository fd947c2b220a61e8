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
}
