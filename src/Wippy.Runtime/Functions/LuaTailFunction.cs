namespace Wippy.Runtime;

/// <summary>
/// A function whose body may end in a call of a function that the compiler does not know, so that its result may be a pending tail call
/// (<see cref="LuaValues.IsTailCall"/>). Callers of the function never see that: the call is made here, after the body has left the stack.
/// </summary>
public abstract class LuaTailFunction : LuaFunction
{
    private protected LuaTailFunction(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public sealed override LuaValue Call() => LuaState.Finish(CallTail()).First;

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => LuaState.Finish(CallTail(a)).First;

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => LuaState.Finish(CallTail(a, b)).First;

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => LuaState.Finish(CallTail(a, b, c)).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => LuaState.Finish(CallTail());

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => LuaState.Finish(CallTail(a));

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => LuaState.Finish(CallTail(a, b));

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => LuaState.Finish(CallTail(a, b, c));

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => LuaState.Finish(CallTail(args));

    internal abstract override LuaValues CallTail();

    internal abstract override LuaValues CallTail(LuaValue a);

    internal abstract override LuaValues CallTail(LuaValue a, LuaValue b);

    internal abstract override LuaValues CallTail(LuaValue a, LuaValue b, LuaValue c);

    internal abstract override LuaValues CallTail(in LuaValues args);
}
