namespace Wippy.Runtime.Libraries;

/// <summary>The <c>table</c> table (spec/lua.md section 8, table).</summary>
public static class TableLibrary
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = LibraryTable.Create();

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;
}
