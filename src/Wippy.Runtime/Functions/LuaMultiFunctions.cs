using System;

namespace Wippy.Runtime;

/// <summary>A function with no parameter and any number of results, given by a delegate.</summary>
public sealed class LuaMultiFunction0 : LuaMultiClosure0
{
    private readonly Func<LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaMultiFunction0(string name, Func<LuaValues> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValues CallAll() => body();
}

/// <summary>A function with one parameter and any number of results, given by a delegate.</summary>
public sealed class LuaMultiFunction1 : LuaMultiClosure1
{
    private readonly Func<LuaValue, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaMultiFunction1(string name, Func<LuaValue, LuaValues> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a) => body(a);
}

/// <summary>A function with two parameters and any number of results, given by a delegate.</summary>
public sealed class LuaMultiFunction2 : LuaMultiClosure2
{
    private readonly Func<LuaValue, LuaValue, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaMultiFunction2(string name, Func<LuaValue, LuaValue, LuaValues> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b) => body(a, b);
}

/// <summary>A function with three parameters and any number of results, given by a delegate.</summary>
public sealed class LuaMultiFunction3 : LuaMultiClosure3
{
    private readonly Func<LuaValue, LuaValue, LuaValue, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaMultiFunction3(string name, Func<LuaValue, LuaValue, LuaValue, LuaValues> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => body(a, b, c);
}

/// <summary>A function with any number of parameters and any number of results.</summary>
public sealed class LuaMultiFunctionN : LuaFunction
{
    private readonly Func<LuaValues, LuaValues> body;

    /// <summary>A function of this name and body.</summary>
    public LuaMultiFunctionN(string name, Func<LuaValues, LuaValues> body)
        : base(name) => this.body = body;

    /// <inheritdoc/>
    public override LuaValue Call() => body(LuaValues.Empty).First;

    /// <inheritdoc/>
    public override LuaValues CallAll() => body(LuaValues.Empty);

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a) => body(new LuaValues(a)).First;

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a) => body(new LuaValues(a));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b) => body(new LuaValues(a, b)).First;

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b) => body(new LuaValues(a, b));

    /// <inheritdoc/>
    public override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c])).First;

    /// <inheritdoc/>
    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => body(new LuaValues([a, b, c]));

    /// <inheritdoc/>
    public override LuaValue Call(in LuaValues args) => body(args).First;

    /// <inheritdoc/>
    public override LuaValues CallAll(in LuaValues args) => body(args);
}
