using System;

namespace Wippy.Runtime;

/// <summary>A function that may wait and whose result may be a pending tail call.</summary>
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

    internal override LuaResult StartTail() => LuaResult.WaitTail(body(default));

    internal override LuaResult StartTail(LuaValue a) => LuaResult.WaitTail(body(new LuaValues(a)));

    internal override LuaResult StartTail(LuaValue a, LuaValue b) => LuaResult.WaitTail(body(new LuaValues(a, b)));

    internal override LuaResult StartTail(LuaValue a, LuaValue b, LuaValue c) => LuaResult.WaitTail(body(new LuaValues([a, b, c])));

    internal override LuaResult StartTail(in LuaValues args) => LuaResult.WaitTail(body(args));

    /// <summary>Runs the body; the result may be pending.</summary>
    internal LuaTask<LuaValues> StartAsync(LuaValues args) => body(args);
}
