using System.Runtime.CompilerServices;
using Wippy.Runtime.Libraries;

namespace Wippy.Runtime;

/// <content>
/// <c>error</c> (Lua manual 6.1) where the compiler knows that a call raises: at its own position, at that of a caller, or at level 0 without one. A function that the
/// compiler knows to be called by <c>pcall</c> in the end does not throw: it leaves the error here and returns anything. An exception would cost a hundred times as much.
/// </content>
public sealed partial class LuaState
{
    /// <summary>Has the call that has just returned failed? Whoever makes such a call asks next, and returns too or raises.</summary>
    public bool HasFailed;

    private LuaValue failure;

    /// <summary>What to throw for <c>error(value)</c> at a position; the level is 1 or 0.</summary>
    public LuaException Error(LuaValue value, long at, int level = 1) => new(Raised(value, at, level));

    /// <summary>The running function fails with that error; it must return at once.</summary>
    public LuaValue Fail(LuaValue value, long at, int level = 1) => FailWith(Raised(value, at, level));

    /// <inheritdoc cref="Fail(LuaValue, long, int)"/>
    public LuaValue Fail(LuaValue value, long at, LuaCallers callers, long level) => FailWith(Raised(value, at, callers, level));

    /// <inheritdoc cref="Fail(LuaValue, long, int)"/>
    public LuaValue Fail(LuaValues args, long at)
    {
        Position = at;
        return FailWith(BaseLibrary.Raised(args));
    }

    /// <summary><c>assert</c> (Lua manual 6.1): gives back the value, or the running function fails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Assert(LuaValue value, LuaValue message, long at) => value.IsTruthy ? value : Fail(message, at, 0);

    /// <inheritdoc cref="Assert(LuaValue, LuaValue, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Assert(LuaValue value, long at) => value.IsTruthy ? value : Fail(LuaException.AssertionFailed, at, 0);

    /// <summary>The same for all values; none at all are an argument that is missing.</summary>
    public LuaValues Assert(LuaValues values, long at)
    {
        Position = at;
        if (LuaArguments.CheckAny(values, 1, "assert").IsTruthy)
        {
            return values;
        }

        Fail(values.Count > 1 ? values.Second : LuaException.AssertionFailed, at, 0);
        return default;
    }

    /// <summary>Raises the error if the call that has just returned has failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Check()
    {
        if (HasFailed)
        {
            throw TakeFailure();
        }
    }

    /// <summary>The result of a call; raises the error if it has failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Checked<T>(T result)
    {
        Check();
        return result;
    }

    /// <summary>The result of the body of a function that <c>pcall</c> may have called.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaResult Ended(LuaResult result) => HasFailed ? FailedResult() : result;

    /// <summary>
    /// The failure as a result, which only <c>return</c> of a function value may use: <c>pcall</c> takes the error from it, everyone else raises it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaResult FailedResult() => LuaResult.Of(FailedValues());

    /// <summary>The same of a function that may wait.</summary>
    public LuaValues FailedValues() => LuaValues.Error(TakeValue());

    private LuaException TakeFailure() => new(TakeValue());

    private LuaValue TakeValue()
    {
        var value = failure;
        failure = default;
        HasFailed = false;
        return value;
    }

    private LuaValue FailWith(LuaValue error)
    {
        failure = error;
        HasFailed = true;
        return default;
    }

    private LuaValue Raised(LuaValue value, long at, LuaCallers callers, long level)
    {
        Position = at;
        return LuaException.WithPosition(value, callers.Level(level));
    }

    private LuaValue Raised(LuaValue value, long at, int level)
    {
        Position = at;
        return level == 0 ? value : LuaException.WithPosition(value, at);
    }
}
