using Wippy.Runtime;

namespace Wippy.Temporal.Borders;

/// <summary>A C# record made of a Lua type declaration; data crosses from and to Lua by copy.</summary>
public interface ILuaRecord
{
    /// <summary>A new table with the record's fields under their Lua names; null members are left out.</summary>
    LuaValue ToLua();
}

/// <summary>A record that can be read back.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface ILuaRecord<TSelf> : ILuaRecord
    where TSelf : ILuaRecord<TSelf>
{
    /// <summary>Reads a table; fields that the type does not declare are ignored.</summary>
    /// <param name="value">The table.</param>
    /// <param name="path">How error messages call it, such as <c>order.items[3]</c>.</param>
    /// <exception cref="LuaBorderException">A field is missing or has another type than declared.</exception>
    static abstract TSelf FromLua(LuaValue value, string path = "value");
}
