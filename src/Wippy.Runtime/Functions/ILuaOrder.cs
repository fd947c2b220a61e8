namespace Wippy.Runtime;

/// <summary>An order of values. Structures are orders, so that each one gets sorting code of its own.</summary>
public interface ILuaOrder
{
    /// <summary>Does one value belong before another?</summary>
    bool IsLess(LuaValue a, LuaValue b);

    /// <inheritdoc cref="IsLess(LuaValue, LuaValue)"/>
    bool IsLess(LuaTable a, LuaTable b);
}

/// <summary>The order of a function of which nothing is known.</summary>
internal readonly struct FunctionOrder(LuaFunction function) : ILuaOrder
{
    public bool IsLess(LuaValue a, LuaValue b) => function.Call(a, b).IsTruthy;

    public bool IsLess(LuaTable a, LuaTable b) => IsLess((LuaValue)a, b);
}
