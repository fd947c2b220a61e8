using System;

namespace Wippy.Runtime;

/// <summary>A function with no parameter and mostly one result.</summary>
public sealed class LuaOpenFunction0 : LuaOpenFunction
{
    private readonly Func<LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunction0(string name, Func<LuaResult> body)
        : base(name) => this.body = body;

    internal override LuaResult CallTail() => body();

    internal override LuaResult CallTail(LuaValue a) => body();

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body();

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body();

    internal override LuaResult CallTail(in LuaValues args) => body();
}

/// <summary>A function with one parameter and mostly one result.</summary>
public sealed class LuaOpenFunction1 : LuaOpenFunction
{
    private readonly Func<LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunction1(string name, Func<LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    internal override LuaResult CallTail() => body(default);

    internal override LuaResult CallTail(LuaValue a) => body(a);

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(a);

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a);

    internal override LuaResult CallTail(in LuaValues args) => body(args[0]);
}

/// <summary>A function with two parameters and mostly one result.</summary>
public sealed class LuaOpenFunction2 : LuaOpenFunction
{
    private readonly Func<LuaValue, LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunction2(string name, Func<LuaValue, LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    internal override LuaResult CallTail() => body(default, default);

    internal override LuaResult CallTail(LuaValue a) => body(a, default);

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(a, b);

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a, b);

    internal override LuaResult CallTail(in LuaValues args) => body(args[0], args[1]);
}

/// <summary>A function with three parameters and mostly one result.</summary>
public sealed class LuaOpenFunction3 : LuaOpenFunction
{
    private readonly Func<LuaValue, LuaValue, LuaValue, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunction3(string name, Func<LuaValue, LuaValue, LuaValue, LuaResult> body)
        : base(name) => this.body = body;

    internal override LuaResult CallTail() => body(default, default, default);

    internal override LuaResult CallTail(LuaValue a) => body(a, default, default);

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(a, b, default);

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);

    internal override LuaResult CallTail(in LuaValues args) => body(args[0], args[1], args[2]);
}

/// <summary>A function with any number of parameters and mostly one result.</summary>
public sealed class LuaOpenFunctionN : LuaOpenFunction
{
    private readonly Func<LuaValues, LuaResult> body;

    /// <summary>A function of this name and body.</summary>
    public LuaOpenFunctionN(string name, Func<LuaValues, LuaResult> body)
        : base(name) => this.body = body;

    internal override LuaResult CallTail() => body(LuaValues.Empty);

    internal override LuaResult CallTail(LuaValue a) => body(new LuaValues(a));

    internal override LuaResult CallTail(LuaValue a, LuaValue b) => body(new LuaValues(a, b));

    internal override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c]));

    internal override LuaResult CallTail(in LuaValues args) => body(args);
}
