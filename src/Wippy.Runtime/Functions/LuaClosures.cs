namespace Wippy.Runtime;

// Each function adapts calls with other numbers of arguments to the call with its own. Generated code derives a class from it for a function that holds variables, so that
// the function and the variables are one object.

/// <summary>A function with no parameter and exactly one result, which <see cref="Call()"/> gives.</summary>
public abstract class LuaClosure0 : LuaFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaClosure0(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaValue Call();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => new(Call());

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => Call();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => new(Call());

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => Call();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => new(Call());

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => Call();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(Call());

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => Call();

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => new(Call());

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail() => Call();

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a) => Call();

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b) => Call();

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => Call();

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(in LuaValues args) => Call();
}

/// <summary>A function with one parameter and exactly one result, which <see cref="Call(LuaValue)"/> gives.</summary>
public abstract class LuaClosure1 : LuaFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaClosure1(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaValue Call(LuaValue a);

    /// <inheritdoc/>
    public sealed override LuaValue Call() => Call(LuaValue.Nil);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => new(Call(LuaValue.Nil));

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => new(Call(a));

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => Call(a);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => new(Call(a));

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => Call(a);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(Call(a));

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => Call(args[0]);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => new(Call(args[0]));

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail() => Call(LuaValue.Nil);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a) => Call(a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b) => Call(a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => Call(a);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(in LuaValues args) => Call(args[0]);
}

/// <summary>A function with two parameters and exactly one result, which <see cref="Call(LuaValue, LuaValue)"/> gives.</summary>
public abstract class LuaClosure2 : LuaFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaClosure2(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaValue Call(LuaValue a, LuaValue b);

    /// <inheritdoc/>
    public sealed override LuaValue Call() => Call(default, default);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => new(Call(default, default));

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => Call(a, default);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => new(Call(a, default));

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => new(Call(a, b));

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b, LuaValue c) => Call(a, b);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(Call(a, b));

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => Call(args[0], args[1]);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => new(Call(args[0], args[1]));

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail() => Call(default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a) => Call(a, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b) => Call(a, b);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => Call(a, b);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(in LuaValues args) => Call(args[0], args[1]);
}

/// <summary>A function with three parameters and exactly one result, which <see cref="Call(LuaValue, LuaValue, LuaValue)"/> gives.</summary>
public abstract class LuaClosure3 : LuaFunction
{
    /// <summary>A function of this name.</summary>
    protected LuaClosure3(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract override LuaValue Call(LuaValue a, LuaValue b, LuaValue c);

    /// <inheritdoc/>
    public sealed override LuaValue Call() => Call(default, default, default);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll() => new(Call(default, default, default));

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a) => Call(a, default, default);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a) => new(Call(a, default, default));

    /// <inheritdoc/>
    public sealed override LuaValue Call(LuaValue a, LuaValue b) => Call(a, b, default);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b) => new(Call(a, b, default));

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => new(Call(a, b, c));

    /// <inheritdoc/>
    public sealed override LuaValue Call(in LuaValues args) => Call(args[0], args[1], args[2]);

    /// <inheritdoc/>
    public sealed override LuaValues CallAll(in LuaValues args) => new(Call(args[0], args[1], args[2]));

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail() => Call(default, default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a) => Call(a, default, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b) => Call(a, b, default);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(LuaValue a, LuaValue b, LuaValue c) => Call(a, b, c);

    /// <inheritdoc/>
    protected internal sealed override LuaResult CallTail(in LuaValues args) => Call(args[0], args[1], args[2]);
}
