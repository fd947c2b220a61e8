using System;

namespace Wippy.Runtime;

/// <summary>A function with no parameter and exactly one result.</summary>
public sealed class LuaFunction0 : LuaFunction
{
    private readonly Func<LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunction0(string name, Func<LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call() => body();

    /// <inheritdoc/>
    public override LuaValues CallAll() => new(body());

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a) => body();

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a) => new(body());

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b) => body();

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b) => new(body());

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body();

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(body());

    /// <inheritdoc/>
    public override LuaValue Call(in LuaValues args) => body();

    /// <inheritdoc/>
    public override LuaValues CallAll(in LuaValues args) => new(body());

    internal override LuaFrame<LuaValues>? Start(LuaState lua, out LuaValue result)
    {
        result = body();
        return null;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result)
    {
        result = body();
        return null;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result)
    {
        result = body();
        return null;
    }

    internal override LuaResult CallTail() => body();

    internal override LuaResult CallTail(LuaValue a) => body();

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body();

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body();

    internal override LuaResult CallTail(in LuaValues args) => body();
}

/// <summary>A function with one parameter and exactly one result.</summary>
public sealed class LuaFunction1 : LuaFunction
{
    private readonly Func<LuaValue, LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunction1(string name, Func<LuaValue, LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call() => body(default);

    /// <inheritdoc/>
    public override LuaValues CallAll() => new(body(default));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a) => body(a);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a) => new(body(a));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b) => body(a);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b) => new(body(a));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body(a);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(body(a));

    /// <inheritdoc/>
    public override LuaValue Call(in LuaValues args) => body(args[0]);

    /// <inheritdoc/>
    public override LuaValues CallAll(in LuaValues args) => new(body(args[0]));

    internal override LuaFrame<LuaValues>? Start(LuaState lua, out LuaValue result)
    {
        result = body(default);
        return null;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result)
    {
        result = body(a);
        return null;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result)
    {
        result = body(a);
        return null;
    }

    internal override LuaResult CallTail() => body(default);

    internal override LuaResult CallTail(LuaValue a) => body(a);

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(a);

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a);

    internal override LuaResult CallTail(in LuaValues args) => body(args[0]);
}

/// <summary>A function with two parameters and exactly one result.</summary>
public sealed class LuaFunction2 : LuaFunction
{
    private readonly Func<LuaValue, LuaValue, LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunction2(string name, Func<LuaValue, LuaValue, LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call() => body(default, default);

    /// <inheritdoc/>
    public override LuaValues CallAll() => new(body(default, default));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a) => body(a, default);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a) => new(body(a, default));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b) => body(a, b);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b) => new(body(a, b));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body(a, b);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(body(a, b));

    /// <inheritdoc/>
    public override LuaValue Call(in LuaValues args) => body(args[0], args[1]);

    /// <inheritdoc/>
    public override LuaValues CallAll(in LuaValues args) => new(body(args[0], args[1]));

    internal override LuaFrame<LuaValues>? Start(LuaState lua, out LuaValue result)
    {
        result = body(default, default);
        return null;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result)
    {
        result = body(a, default);
        return null;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result)
    {
        result = body(a, b);
        return null;
    }

    internal override LuaResult CallTail() => body(default, default);

    internal override LuaResult CallTail(LuaValue a) => body(a, default);

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(a, b);

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a, b);

    internal override LuaResult CallTail(in LuaValues args) => body(args[0], args[1]);
}

/// <summary>A function with three parameters and exactly one result.</summary>
public sealed class LuaFunction3 : LuaFunction
{
    private readonly Func<LuaValue, LuaValue, LuaValue, LuaValue> body;

    /// <summary>A function of this name and body.</summary>
    public LuaFunction3(string name, Func<LuaValue, LuaValue, LuaValue, LuaValue> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call() => body(default, default, default);

    /// <inheritdoc/>
    public override LuaValues CallAll() => new(body(default, default, default));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a) => body(a, default, default);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a) => new(body(a, default, default));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b) => body(a, b, default);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b) => new(body(a, b, default));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(body(a, b, c));

    /// <inheritdoc/>
    public override LuaValue Call(in LuaValues args) => body(args[0], args[1], args[2]);

    /// <inheritdoc/>
    public override LuaValues CallAll(in LuaValues args) => new(body(args[0], args[1], args[2]));

    internal override LuaFrame<LuaValues>? Start(LuaState lua, out LuaValue result)
    {
        result = body(default, default, default);
        return null;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result)
    {
        result = body(a, default, default);
        return null;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, LuaValue b, out LuaValue result)
    {
        result = body(a, b, default);
        return null;
    }

    internal override LuaResult CallTail() => body(default, default, default);

    internal override LuaResult CallTail(LuaValue a) => body(a, default, default);

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(a, b, default);

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);

    internal override LuaResult CallTail(in LuaValues args) => body(args[0], args[1], args[2]);
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

    internal override LuaResult CallTail() => body(LuaValues.Empty);

    internal override LuaResult CallTail(LuaValue a) => body(new LuaValues(a));

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(new LuaValues(a, b));

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c]));

    internal override LuaResult CallTail(in LuaValues args) => body(args);
}
