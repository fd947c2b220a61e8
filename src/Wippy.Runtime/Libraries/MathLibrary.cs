namespace Wippy.Runtime.Libraries;

/// <summary>The <c>math</c> table (spec/lua.md section 8, math).</summary>
public static class MathLibrary
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = LibraryTable.Create();

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;
}
