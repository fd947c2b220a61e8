using System;

namespace Wippy.Runtime;

/// <summary>A function with no parameter and mostly one result, given by a delegate.</summary>
public sealed class LuaOpenFunction0 : LuaOpenClosure0
{
    private readonly Func<LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunction0(string name, Func<LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult CallTail() => body();
}

/// <summary>A function with one parameter and mostly one result, given by a delegate.</summary>
public sealed class LuaOpenFunction1 : LuaOpenClosure1
{
    private readonly Func<LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunction1(string name, Func<LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult CallTail(LuaValue a) => body(a);
}

/// <summary>A function with two parameters and mostly one result, given by a delegate.</summary>
public sealed class LuaOpenFunction2 : LuaOpenClosure2
{
    private readonly Func<LuaValue, LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunction2(string name, Func<LuaValue, LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(a, b);
}

/// <summary>A function with three parameters and mostly one result, given by a delegate.</summary>
public sealed class LuaOpenFunction3 : LuaOpenClosure3
{
    private readonly Func<LuaValue, LuaValue, LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunction3(string name, Func<LuaValue, LuaValue, LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    protected internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);
}

/// <summary>A function with any number of parameters and mostly one result.</summary>
public sealed class LuaOpenFunctionN : LuaOpenFunction
{
    private readonly Func<LuaValues, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunctionN(string name, Func<LuaValues, LuaResult> body)
        : base(name) => this.body = body;

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
