using System;

namespace Wippy.Runtime;

/// <summary>A function with no parameter that may wait, given by a delegate.</summary>
public sealed class LuaResumableFunction0 : LuaResumableClosure0
{
    private readonly Func<LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaResumableFunction0(string name, Func<LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult Begin() => body();
}

/// <summary>A function with one parameter that may wait, given by a delegate.</summary>
public sealed class LuaResumableFunction1 : LuaResumableClosure1
{
    private readonly Func<LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaResumableFunction1(string name, Func<LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult Begin(LuaValue a) => body(a);
}

/// <summary>A function with two parameters that may wait, given by a delegate.</summary>
public sealed class LuaResumableFunction2 : LuaResumableClosure2
{
    private readonly Func<LuaValue, LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaResumableFunction2(string name, Func<LuaValue, LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult Begin(LuaValue a, LuaValue b) => body(a, b);
}

/// <summary>A function with three parameters that may wait, given by a delegate.</summary>
public sealed class LuaResumableFunction3 : LuaResumableClosure3
{
    private readonly Func<LuaValue, LuaValue, LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaResumableFunction3(string name, Func<LuaValue, LuaValue, LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult Begin(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);
}

/// <summary>A function with any number of parameters that may wait.</summary>
public sealed class LuaResumableFunctionN : LuaResumableFunction
{
    private readonly Func<LuaValues, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaResumableFunctionN(string name, Func<LuaValues, LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult Begin() => body(LuaValues.Empty);

    /// <inheritdoc/>
    protected internal override LuaResult Begin(LuaValue a) => body(new LuaValues(a));

    /// <inheritdoc/>
    protected internal override LuaResult Begin(LuaValue a, LuaValue b) => body(new LuaValues(a, b));

    /// <inheritdoc/>
    protected internal override LuaResult Begin(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c]));

    /// <inheritdoc/>
    protected internal override LuaResult Begin(in LuaValues args) => body(args);
}
