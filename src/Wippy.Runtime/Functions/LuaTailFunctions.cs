using System;

namespace Wippy.Runtime;

/// <summary>A function with no parameter whose result may be a pending tail call.</summary>
public sealed class LuaTailFunction0 : LuaTailFunction
{
    private readonly Func<LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaTailFunction0(string name, Func<LuaValues> body)
        : base(name) => this.body = body;

    internal override LuaValues CallTail() => body();

    internal override LuaValues CallTail(LuaValue a) => body();

    internal override LuaValues CallTail(LuaValue a, LuaValue b) => body();

    internal override LuaValues CallTail(LuaValue a, LuaValue b, LuaValue c) => body();

    internal override LuaValues CallTail(in LuaValues args) => body();
}

/// <summary>A function with one parameter whose result may be a pending tail call.</summary>
public sealed class LuaTailFunction1 : LuaTailFunction
{
    private readonly Func<LuaValue, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaTailFunction1(string name, Func<LuaValue, LuaValues> body)
        : base(name) => this.body = body;

    internal override LuaValues CallTail() => body(default);

    internal override LuaValues CallTail(LuaValue a) => body(a);

    internal override LuaValues CallTail(LuaValue a, LuaValue b) => body(a);

    internal override LuaValues CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a);

    internal override LuaValues CallTail(in LuaValues args) => body(args[0]);
}

/// <summary>A function with two parameters whose result may be a pending tail call.</summary>
public sealed class LuaTailFunction2 : LuaTailFunction
{
    private readonly Func<LuaValue, LuaValue, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaTailFunction2(string name, Func<LuaValue, LuaValue, LuaValues> body)
        : base(name) => this.body = body;

    internal override LuaValues CallTail() => body(default, default);

    internal override LuaValues CallTail(LuaValue a) => body(a, default);

    internal override LuaValues CallTail(LuaValue a, LuaValue b) => body(a, b);

    internal override LuaValues CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a, b);

    internal override LuaValues CallTail(in LuaValues args) => body(args[0], args[1]);
}

/// <summary>A function with three parameters whose result may be a pending tail call.</summary>
public sealed class LuaTailFunction3 : LuaTailFunction
{
    private readonly Func<LuaValue, LuaValue, LuaValue, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaTailFunction3(string name, Func<LuaValue, LuaValue, LuaValue, LuaValues> body)
        : base(name) => this.body = body;

    internal override LuaValues CallTail() => body(default, default, default);

    internal override LuaValues CallTail(LuaValue a) => body(a, default, default);

    internal override LuaValues CallTail(LuaValue a, LuaValue b) => body(a, b, default);

    internal override LuaValues CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);

    internal override LuaValues CallTail(in LuaValues args) => body(args[0], args[1], args[2]);
}

/// <summary>A function with any number of parameters whose result may be a pending tail call.</summary>
public sealed class LuaTailFunctionN : LuaTailFunction
{
    private readonly Func<LuaValues, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaTailFunctionN(string name, Func<LuaValues, LuaValues> body)
        : base(name) => this.body = body;

    internal override LuaValues CallTail() => body(LuaValues.Empty);

    internal override LuaValues CallTail(LuaValue a) => body(new LuaValues(a));

    internal override LuaValues CallTail(LuaValue a, LuaValue b) => body(new LuaValues(a, b));

    internal override LuaValues CallTail(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c]));

    internal override LuaValues CallTail(in LuaValues args) => body(args);
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
