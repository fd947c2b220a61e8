namespace Wippy.Runtime;

// Each function adapts calls with other numbers of arguments to the call with its own. Generated code derives a class from it for a function that holds variables, so that
// the function and the variables are one object.

/// <summary>A function with no parameter that may wait, which <see cref="Begin()"/> calls.</summary>
public abstract class LuaResumableClosure0 : LuaResumableFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaResumableClosure0(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal abstract override LuaResult Begin();

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a) => Begin();

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a, LuaValue b) => Begin();

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a, LuaValue b, LuaValue c) => Begin();

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(in LuaValues args) => Begin();
}

/// <summary>A function with one parameter that may wait, which <see cref="Begin(LuaValue)"/> calls.</summary>
public abstract class LuaResumableClosure1 : LuaResumableFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaResumableClosure1(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal abstract override LuaResult Begin(LuaValue a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin() => Begin(LuaValue.Nil);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a, LuaValue b) => Begin(a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a, LuaValue b, LuaValue c) => Begin(a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(in LuaValues args) => Begin(args[0]);
}

/// <summary>A function with two parameters that may wait, which <see cref="Begin(LuaValue, LuaValue)"/> calls.</summary>
public abstract class LuaResumableClosure2 : LuaResumableFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaResumableClosure2(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal abstract override LuaResult Begin(LuaValue a, LuaValue b);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin() => Begin(default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a) => Begin(a, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a, LuaValue b, LuaValue c) => Begin(a, b);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(in LuaValues args) => Begin(args[0], args[1]);
}

/// <summary>A function with three parameters that may wait, which <see cref="Begin(LuaValue, LuaValue, LuaValue)"/> calls.</summary>
public abstract class LuaResumableClosure3 : LuaResumableFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaResumableClosure3(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal abstract override LuaResult Begin(LuaValue a, LuaValue b, LuaValue c);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin() => Begin(default, default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a) => Begin(a, default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(LuaValue a, LuaValue b) => Begin(a, b, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult Begin(in LuaValues args) => Begin(args[0], args[1], args[2]);
}
