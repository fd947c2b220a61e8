using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// A function that may wait, but runs like any other until it does: what is left of the call is then a frame to await. So a call that does not wait costs
/// little more than that of a function that cannot.
/// </summary>
public abstract class LuaResumableFunction : LuaAsyncFunction
{
    private protected LuaResumableFunction(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public sealed override LuaTask<LuaValues> CallAsync() => (LuaStack.IsLow ? BeginDeep() : Begin()).FinishedTask();

    /// <inheritdoc/>
    public sealed override LuaTask<LuaValues> CallAsync(LuaValue a) => (LuaStack.IsLow ? BeginDeep(a) : Begin(a)).FinishedTask();

    /// <inheritdoc/>
    public sealed override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => (LuaStack.IsLow ? BeginDeep(a, b) : Begin(a, b)).FinishedTask();

    /// <inheritdoc/>
    public sealed override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => (LuaStack.IsLow ? BeginDeep(a, b, c) : Begin(a, b, c)).FinishedTask();

    /// <inheritdoc/>
    public sealed override LuaTask<LuaValues> CallAsync(LuaValues args) => (LuaStack.IsLow ? BeginDeep(args) : Begin(args)).FinishedTask();

    /// <summary>Calls it where waiting is allowed: the result may be a pending tail call, or one that waits.</summary>
    protected internal abstract LuaResult Begin();

    /// <inheritdoc cref="Begin()"/>
    protected internal abstract LuaResult Begin(LuaValue a);

    /// <inheritdoc cref="Begin()"/>
    protected internal abstract LuaResult Begin(LuaValue a, LuaValue b);

    /// <inheritdoc cref="Begin()"/>
    protected internal abstract LuaResult Begin(LuaValue a, LuaValue b, LuaValue c);

    /// <inheritdoc cref="Begin()"/>
    protected internal abstract LuaResult Begin(in LuaValues args);

    internal sealed override LuaResult StartTail() => Begin();

    internal sealed override LuaResult StartTail(LuaValue a) => Begin(a);

    internal sealed override LuaResult StartTail(LuaValue a, LuaValue b) => Begin(a, b);

    internal sealed override LuaResult StartTail(LuaValue a, LuaValue b, LuaValue c) => Begin(a, b, c);

    internal sealed override LuaResult StartTail(in LuaValues args) => Begin(args);

    internal sealed override LuaFrame<LuaValues>? Start(LuaState lua, out LuaValue result) =>
        (lua.IsStackLow ? BeginDeep() : Begin()).Pending(out result);

    internal sealed override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result) =>
        (lua.IsStackLow ? BeginDeep(a) : Begin(a)).Pending(out result);

    internal sealed override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result) =>
        (lua.IsStackLow ? BeginDeep(a, b) : Begin(a, b)).Pending(out result);

    internal sealed override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, LuaValue c, out LuaValue result) =>
        (lua.IsStackLow ? BeginDeep(a, b, c) : Begin(a, b, c)).Pending(out result);

    internal sealed override LuaFrame<LuaValues>? Start(LuaState lua, in LuaValues args, out LuaValue result) =>
        (lua.IsStackLow ? BeginDeep(args) : Begin(args)).Pending(out result);

    internal sealed override LuaFrame<LuaValues>? StartAll(LuaState lua, out LuaValues results) =>
        (lua.IsStackLow ? BeginDeep() : Begin()).PendingAll(out results);

    internal sealed override LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, out LuaValues results) =>
        (lua.IsStackLow ? BeginDeep(a) : Begin(a)).PendingAll(out results);

    internal sealed override LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, LuaValue b, out LuaValues results) =>
        (lua.IsStackLow ? BeginDeep(a, b) : Begin(a, b)).PendingAll(out results);

    internal sealed override LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, LuaValue b, LuaValue c, out LuaValues results) =>
        (lua.IsStackLow ? BeginDeep(a, b, c) : Begin(a, b, c)).PendingAll(out results);

    internal sealed override LuaFrame<LuaValues>? StartAll(LuaState lua, in LuaValues args, out LuaValues results) =>
        (lua.IsStackLow ? BeginDeep(args) : Begin(args)).PendingAll(out results);

    internal sealed override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, out LuaValue first, out LuaValue second) =>
        (lua.IsStackLow ? BeginDeep(a) : Begin(a)).PendingTwo(out first, out second);

    internal sealed override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, LuaValue b, out LuaValue first, out LuaValue second) =>
        (lua.IsStackLow ? BeginDeep(a, b) : Begin(a, b)).PendingTwo(out first, out second);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult BeginDeep() => LuaStack.Run(this, static f => f.Begin());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult BeginDeep(LuaValue a) => LuaStack.Run((f: this, a), static s => s.f.Begin(s.a));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult BeginDeep(LuaValue a, LuaValue b) => LuaStack.Run((f: this, a, b), static s => s.f.Begin(s.a, s.b));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult BeginDeep(LuaValue a, LuaValue b, LuaValue c) => LuaStack.Run((f: this, a, b, c), static s => s.f.Begin(s.a, s.b, s.c));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaResult BeginDeep(LuaValues args) => LuaStack.Run((f: this, args), static s => s.f.Begin(s.args));
}
