namespace Wippy.Runtime;

/// <summary>
/// A function that mostly gives one value, but perhaps none or several, or ends in a call of a function that the compiler does not know, so that its
/// result may be a pending tail call. Callers of the function never see that: the call is made here, after the body has left the stack.
/// </summary>
public abstract class LuaOpenFunction : LuaFunction
{
    private protected LuaOpenFunction(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public sealed override LuaValue Call() => CallTail().First();

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => CallTail(a).First();

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => CallTail(a, b).First();

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => CallTail(a, b, c).First();

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => CallTail(args).First();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => CallTail().All();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => CallTail(a).All();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => CallTail(a, b).All();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => CallTail(a, b, c).All();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => CallTail(args).All();

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail();

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail(LuaValue a);

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail(LuaValue a, LuaValue b);

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c);

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail(in LuaValues args);
}
