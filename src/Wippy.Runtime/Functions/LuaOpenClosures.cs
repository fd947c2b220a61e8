namespace Wippy.Runtime;

// Each function adapts calls with other numbers of arguments to the call with its own. Generated code derives a class from it for a function that holds variables, so that
// the function and the variables are one object.

/// <summary>A function with no parameter and mostly one result, which <see cref="CallTail()"/> gives.</summary>
public abstract class LuaOpenClosure0 : LuaOpenFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaOpenClosure0(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail();

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a) => CallTail();

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b) => CallTail();

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => CallTail();

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(in LuaValues args) => CallTail();
}

/// <summary>A function with one parameter and mostly one result, which <see cref="CallTail(LuaValue)"/> gives.</summary>
public abstract class LuaOpenClosure1 : LuaOpenFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaOpenClosure1(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail(LuaValue a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail() => CallTail(LuaValue.Nil);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b) => CallTail(a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => CallTail(a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(in LuaValues args) => CallTail(args[0]);
}

/// <summary>A function with two parameters and mostly one result, which <see cref="CallTail(LuaValue, LuaValue)"/> gives.</summary>
public abstract class LuaOpenClosure2 : LuaOpenFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaOpenClosure2(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail(LuaValue a, LuaValue b);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail() => CallTail(default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a) => CallTail(a, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => CallTail(a, b);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(in LuaValues args) => CallTail(args[0], args[1]);
}

/// <summary>A function with three parameters and mostly one result, which <see cref="CallTail(LuaValue, LuaValue, LuaValue)"/> gives.</summary>
public abstract class LuaOpenClosure3 : LuaOpenFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaOpenClosure3(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal abstract override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail() => CallTail(default, default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a) => CallTail(a, default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b) => CallTail(a, b, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(in LuaValues args) => CallTail(args[0], args[1], args[2]);
}
