using System;

namespace Wippy.Runtime;

/// <summary>A function with no parameter and exactly one result, given by a delegate.</summary>
public sealed class LuaFunction0 : LuaClosure0
{
    private readonly Func<LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunction0(string name, Func<LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call() => body();
}

/// <summary>A function with one parameter and exactly one result, given by a delegate.</summary>
public sealed class LuaFunction1 : LuaClosure1
{
    private readonly Func<LuaValue, LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunction1(string name, Func<LuaValue, LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a) => body(a);
}

/// <summary>A function with two parameters and exactly one result, given by a delegate.</summary>
public sealed class LuaFunction2 : LuaClosure2
{
    private readonly Func<LuaValue, LuaValue, LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunction2(string name, Func<LuaValue, LuaValue, LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b) => body(a, b);
}

/// <summary>A function with three parameters and exactly one result, given by a delegate.</summary>
public sealed class LuaFunction3 : LuaClosure3
{
    private readonly Func<LuaValue, LuaValue, LuaValue, LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunction3(string name, Func<LuaValue, LuaValue, LuaValue, LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);
}

/// <summary>A function with any number of parameters and exactly one result.</summary>
public sealed class LuaFunctionN : LuaFunction
{
    private readonly Func<LuaValues, LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunctionN(string name, Func<LuaValues, LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call() => body(LuaValues.Empty);

    /// <inheritdoc/>
    public override LuaValues CallAll() => new(body(LuaValues.Empty));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a) => body(new LuaValues(a));

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a) => new(body(new LuaValues(a)));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b) => body(new LuaValues(a, b));

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b) => new(body(new LuaValues(a, b)));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c]));

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(body(new LuaValues([a, b, c])));

    /// <inheritdoc/>
    public override LuaValue Call(in LuaValues args) => body(args);

    /// <inheritdoc/>
    public override LuaValues CallAll(in LuaValues args) => new(body(args));

    /// <inheritdoc/>
    protected internal override LuaResult CallTail() => body(LuaValues.Empty);

    /// <inheritdoc/>
    protected internal override LuaResult CallTail(LuaValue a) => body(new LuaValues(a));

    /// <inheritdoc/>
    protected internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(new LuaValues(a, b));

    /// <inheritdoc/>
    protected internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c]));

    /// <inheritdoc/>
    protected internal override LuaResult CallTail(in LuaValues args) => body(args);
}
