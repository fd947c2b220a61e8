using System;

namespace Wippy.Runtime;

/// <summary>
/// A function whose body may end in a call of a function that the compiler does not know, so that its result may be a pending tail call
/// (<see cref="LuaValues.IsTailCall"/>). Callers of the function never see that: the call is made here, after the body has left the stack.
/// </summary>
public sealed class LuaTailFunction : LuaFunction
{
    private readonly Func<LuaValues, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaTailFunction(string name, Func<LuaValues, LuaValues> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValues CallAll(in LuaValues args) => LuaState.Finish(body(args));

    /// <summary>Runs the body; the result may be pending.</summary>
    internal LuaValues Start(in LuaValues args) => body(args);
}

/// <summary>The same for a function that may wait.</summary>
public sealed class LuaAsyncTailFunction : LuaAsyncFunction
{
    private readonly Func<LuaValues, LuaTask<LuaValues>> body;

    /// <summary>A function of this name and body.</summary>
    public LuaAsyncTailFunction(string name, Func<LuaValues, LuaTask<LuaValues>> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync() => LuaState.FinishAsync(body(default));

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a) => LuaState.FinishAsync(body(new LuaValues(a)));

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => LuaState.FinishAsync(body(new LuaValues(a, b)));

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => LuaState.FinishAsync(body(new LuaValues([a, b, c])));

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValues args) => LuaState.FinishAsync(body(args));

    /// <summary>Runs the body; the result may be pending.</summary>
    internal LuaTask<LuaValues> StartAsync(LuaValues args) => body(args);
}
