using System;

namespace Wippy.Runtime;

/// <summary>A function with no parameter and any number of results that may wait.</summary>
public sealed class LuaAsyncFunction0 : LuaAsyncFunction
{
    private readonly Func<LuaTask<LuaValues>> body;

    /// <summary>A function of this name and body.</summary>
    public LuaAsyncFunction0(string name, Func<LuaTask<LuaValues>> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync() => body();

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a) => body();

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => body();

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => body();

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValues args) => body();
}

/// <summary>A function with one parameter and any number of results that may wait.</summary>
public sealed class LuaAsyncFunction1 : LuaAsyncFunction
{
    private readonly Func<LuaValue, LuaTask<LuaValues>> body;

    /// <summary>A function of this name and body.</summary>
    public LuaAsyncFunction1(string name, Func<LuaValue, LuaTask<LuaValues>> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync() => body(default);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a) => body(a);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => body(a);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => body(a);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValues args) => body(args[0]);
}

/// <summary>A function with two parameters and any number of results that may wait.</summary>
public sealed class LuaAsyncFunction2 : LuaAsyncFunction
{
    private readonly Func<LuaValue, LuaValue, LuaTask<LuaValues>> body;

    /// <summary>A function of this name and body.</summary>
    public LuaAsyncFunction2(string name, Func<LuaValue, LuaValue, LuaTask<LuaValues>> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync() => body(default, default);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a) => body(a, default);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => body(a, b);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => body(a, b);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValues args) => body(args[0], args[1]);
}

/// <summary>A function with three parameters and any number of results that may wait.</summary>
public sealed class LuaAsyncFunction3 : LuaAsyncFunction
{
    private readonly Func<LuaValue, LuaValue, LuaValue, LuaTask<LuaValues>> body;

    /// <summary>A function of this name and body.</summary>
    public LuaAsyncFunction3(string name, Func<LuaValue, LuaValue, LuaValue, LuaTask<LuaValues>> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync() => body(default, default, default);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a) => body(a, default, default);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => body(a, b, default);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValues args) => body(args[0], args[1], args[2]);
}

/// <summary>A function with any number of parameters and any number of results that may wait.</summary>
public sealed class LuaAsyncFunctionN : LuaAsyncFunction
{
    private readonly Func<LuaValues, LuaTask<LuaValues>> body;

    /// <summary>A function of this name and body.</summary>
    public LuaAsyncFunctionN(string name, Func<LuaValues, LuaTask<LuaValues>> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync() => body(LuaValues.Empty);

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a) => body(new LuaValues(a));

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => body(new LuaValues(a, b));

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c]));

    /// <inheritdoc/>
    public override LuaTask<LuaValues> CallAsync(LuaValues args) => body(args);
}
