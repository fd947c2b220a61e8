using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// A function value. Callers pick the member for the number of arguments they have and the results they want; the function adapts the counts.
/// </summary>
public abstract class LuaFunction : LuaObject
{
    private protected LuaFunction(string name, bool mayWait = false)
        : base(LuaKind.Function)
    {
        Name = name;
        Extra = mayWait ? 1 : 0;
    }

    /// <summary>The name for messages.</summary>
    public string Name { get; }

    /// <summary>What arguments a function of the library takes, where that can be told before it is called.</summary>
    internal virtual LuaParameters? Parameters => null;

    /// <summary>May a call suspend the task?</summary>
    public bool MayWait
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Extra != 0;
    }

    /// <summary>Calls it for the first result.</summary>
    public virtual LuaValue Call() => CallAll(LuaValues.Empty).First;

    /// <inheritdoc cref="Call()"/>
    public virtual LuaValue Call(LuaValue a) => CallAll(new LuaValues(a)).First;

    /// <inheritdoc cref="Call()"/>
    public virtual LuaValue Call(LuaValue a, LuaValue b) => CallAll(new LuaValues(a, b)).First;

    /// <inheritdoc cref="Call()"/>
    public virtual LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => CallAll(new LuaValues([a, b, c])).First;

    /// <inheritdoc cref="Call()"/>
    public virtual LuaValue Call(in LuaValues args) => CallAll(args).First;

    /// <summary>Calls it for all results.</summary>
    public virtual LuaValues CallAll() => CallAll(LuaValues.Empty);

    /// <inheritdoc cref="CallAll()"/>
    public virtual LuaValues CallAll(LuaValue a) => CallAll(new LuaValues(a));

    /// <inheritdoc cref="CallAll()"/>
    public virtual LuaValues CallAll(LuaValue a, LuaValue b) => CallAll(new LuaValues(a, b));

    /// <inheritdoc cref="CallAll()"/>
    public virtual LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => CallAll(new LuaValues([a, b, c]));

    /// <inheritdoc cref="CallAll()"/>
    public abstract LuaValues CallAll(in LuaValues args);

    /// <summary>Calls it with arguments that may lie on the stack of the caller.</summary>
    internal virtual LuaValue CallOf(ReadOnlySpan<LuaValue> args) => Call(new LuaValues(args));

    /// <inheritdoc cref="CallOf(ReadOnlySpan{LuaValue})"/>
    internal virtual LuaValues CallAllOf(ReadOnlySpan<LuaValue> args) => CallAll(new LuaValues(args));

    /// <summary>Calls it where waiting is allowed. A function that cannot wait has completed when this returns.</summary>
    public virtual LuaTask<LuaValues> CallAsync() => new(CallAll());

    /// <inheritdoc cref="CallAsync()"/>
    public virtual LuaTask<LuaValues> CallAsync(LuaValue a) => new(CallAll(a));

    /// <inheritdoc cref="CallAsync()"/>
    public virtual LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => new(CallAll(a, b));

    /// <inheritdoc cref="CallAsync()"/>
    public virtual LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => new(CallAll(a, b, c));

    /// <inheritdoc cref="CallAsync()"/>
    public virtual LuaTask<LuaValues> CallAsync(LuaValues args) => new(CallAll(args));

    /// <summary>Calls it as the last act of a function: the result may be a pending tail call.</summary>
    protected internal virtual LuaResult CallTail() => LuaResult.Of(CallAll());

    /// <inheritdoc cref="CallTail()"/>
    protected internal virtual LuaResult CallTail(LuaValue a) => LuaResult.Of(CallAll(a));

    /// <inheritdoc cref="CallTail()"/>
    protected internal virtual LuaResult CallTail(LuaValue a, LuaValue b) => LuaResult.Of(CallAll(a, b));

    /// <inheritdoc cref="CallTail()"/>
    protected internal virtual LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => LuaResult.Of(CallAll(a, b, c));

    /// <inheritdoc cref="CallTail()"/>
    protected internal virtual LuaResult CallTail(in LuaValues args) => LuaResult.Of(CallAll(args));

    /// <summary>Calls it as the last act of a function that may wait: the result may be a pending tail call, or one that waits.</summary>
    internal virtual LuaResult StartTail() => CallTail();

    /// <inheritdoc cref="StartTail()"/>
    internal virtual LuaResult StartTail(LuaValue a) => CallTail(a);

    /// <inheritdoc cref="StartTail()"/>
    internal virtual LuaResult StartTail(LuaValue a, LuaValue b) => CallTail(a, b);

    /// <inheritdoc cref="StartTail()"/>
    internal virtual LuaResult StartTail(LuaValue a, LuaValue b, LuaValue c) => CallTail(a, b, c);

    /// <inheritdoc cref="StartTail()"/>
    internal virtual LuaResult StartTail(in LuaValues args) => CallTail(args);

    /// <summary>Calls it where waiting is allowed: gives the frame to await, or the first result.</summary>
    internal virtual LuaFrame<LuaValues>? Start(LuaState lua, out LuaValue result)
    {
        result = Call();
        return null;
    }

    /// <inheritdoc cref="Start(LuaState, out LuaValue)"/>
    internal virtual LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result)
    {
        result = Call(a);
        return null;
    }

    /// <inheritdoc cref="Start(LuaState, out LuaValue)"/>
    internal virtual LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result)
    {
        result = Call(a, b);
        return null;
    }

    /// <inheritdoc cref="Start(LuaState, out LuaValue)"/>
    internal virtual LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, LuaValue c, out LuaValue result)
    {
        result = Call(a, b, c);
        return null;
    }

    /// <inheritdoc cref="Start(LuaState, out LuaValue)"/>
    internal virtual LuaFrame<LuaValues>? Start(LuaState lua, in LuaValues args, out LuaValue result)
    {
        result = Call(args);
        return null;
    }

    /// <summary>Calls it where waiting is allowed: gives the frame to await, or all results.</summary>
    internal virtual LuaFrame<LuaValues>? StartAll(LuaState lua, out LuaValues results)
    {
        results = CallAll();
        return null;
    }

    /// <inheritdoc cref="StartAll(LuaState, out LuaValues)"/>
    internal virtual LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, out LuaValues results)
    {
        results = CallAll(a);
        return null;
    }

    /// <inheritdoc cref="StartAll(LuaState, out LuaValues)"/>
    internal virtual LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, LuaValue b, out LuaValues results)
    {
        results = CallAll(a, b);
        return null;
    }

    /// <inheritdoc cref="StartAll(LuaState, out LuaValues)"/>
    internal virtual LuaFrame<LuaValues>? StartAll(LuaState lua, LuaValue a, LuaValue b, LuaValue c, out LuaValues results)
    {
        results = CallAll(a, b, c);
        return null;
    }

    /// <inheritdoc cref="StartAll(LuaState, out LuaValues)"/>
    internal virtual LuaFrame<LuaValues>? StartAll(LuaState lua, in LuaValues args, out LuaValues results)
    {
        results = CallAll(args);
        return null;
    }

    /// <summary>Calls it for the first two results: gives the first.</summary>
    internal virtual LuaValue CallTwo(LuaValue a, out LuaValue second)
    {
        (var first, second) = CallAll(a);
        return first;
    }

    /// <inheritdoc cref="CallTwo(LuaValue, out LuaValue)"/>
    internal virtual LuaValue CallTwo(LuaValue a, LuaValue b, out LuaValue second)
    {
        (var first, second) = CallAll(a, b);
        return first;
    }

    /// <summary>Calls it where waiting is allowed: gives the frame to await, or the first two results.</summary>
    internal virtual LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, out LuaValue first, out LuaValue second)
    {
        first = CallTwo(a, out second);
        return null;
    }

    /// <inheritdoc cref="StartTwo(LuaState, LuaValue, out LuaValue, out LuaValue)"/>
    internal virtual LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, LuaValue b, out LuaValue first, out LuaValue second)
    {
        first = CallTwo(a, b, out second);
        return null;
    }

    /// <summary>Sorts a list in the order of this function. One of a class of its own brings code that calls its body.</summary>
    protected internal virtual void Sort(LuaSorting list) => list.SortBy(new FunctionOrder(this));

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.ToLuaString(this).ToString();
}
