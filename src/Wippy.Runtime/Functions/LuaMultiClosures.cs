namespace Wippy.Runtime;

// Each function adapts calls with other numbers of arguments to the call with its own. Generated code derives a class from it for a function that holds variables, so that
// the function and the variables are one object.

/// <summary>A function with no parameter and any number of results, which <see cref="CallAll()"/> gives.</summary>
public abstract class LuaMultiClosure0 : LuaFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaMultiClosure0(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaValues CallAll();

    /// <inheritdoc/>
    public sealed override LuaValue Call() => CallAll().First;

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => CallAll().First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => CallAll();

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => CallAll().First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => CallAll();

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => CallAll().First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => CallAll();

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => CallAll().First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => CallAll();
}

/// <summary>A function with one parameter and any number of results, which <see cref="CallAll(LuaValue)"/> gives.</summary>
public abstract class LuaMultiClosure1 : LuaFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaMultiClosure1(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaValues CallAll(LuaValue a);

    /// <inheritdoc/>
    public sealed override LuaValue Call() => CallAll(LuaValue.Nil).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => CallAll(LuaValue.Nil);

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => CallAll(a).First;

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => CallAll(a).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => CallAll(a);

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => CallAll(a).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => CallAll(a);

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => CallAll(args[0]).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => CallAll(args[0]);
}

/// <summary>A function with two parameters and any number of results, which <see cref="CallAll(LuaValue, LuaValue)"/> gives.</summary>
public abstract class LuaMultiClosure2 : LuaFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaMultiClosure2(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaValues CallAll(LuaValue a, LuaValue b);

    /// <inheritdoc/>
    public sealed override LuaValue Call() => CallAll(default, default).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => CallAll(default, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => CallAll(a, default).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => CallAll(a, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => CallAll(a, b).First;

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => CallAll(a, b).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => CallAll(a, b);

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => CallAll(args[0], args[1]).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => CallAll(args[0], args[1]);
}

/// <summary>A function with three parameters and any number of results, which <see cref="CallAll(LuaValue, LuaValue, LuaValue)"/> gives.</summary>
public abstract class LuaMultiClosure3 : LuaFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaMultiClosure3(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c);

    /// <inheritdoc/>
    public sealed override LuaValue Call() => CallAll(default, default, default).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => CallAll(default, default, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => CallAll(a, default, default).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => CallAll(a, default, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => CallAll(a, b, default).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => CallAll(a, b, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => CallAll(a, b, c).First;

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => CallAll(args[0], args[1], args[2]).First;

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => CallAll(args[0], args[1], args[2]);
}
