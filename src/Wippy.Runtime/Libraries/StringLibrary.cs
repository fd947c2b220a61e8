namespace Wippy.Runtime.Libraries;

/// <summary>The <c>string</c> table (spec/lua.md section 8, string; Lua manual 6.4).</summary>
public static partial class StringLibrary
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = LibraryTable.Create();

    /// <summary>The protected metatable of strings.</summary>
    internal static LuaTable Metatable { get; } = new LuaTable { ["__index"] = Table }.Freeze();

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;
}
