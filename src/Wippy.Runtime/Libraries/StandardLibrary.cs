namespace Wippy.Runtime.Libraries;

/// <summary>The globals that every instance has (spec/lua.md sections 1 and 8).</summary>
public static class StandardLibrary
{
    private static readonly LuaValue Version = "Lua 5.3";

    /// <summary>
    /// The function of a name, <c>tostring</c> or <c>string.format</c>. Generated code keeps it where the name surely means it: the tables of the library are
    /// frozen, and one function serves all instances.
    /// </summary>
    public static LuaFunction Function(string name) => (name.Split('.') switch
    {
        ["string", var member] => StringLibrary.Table[member],
        ["table", var member] => TableLibrary.Table[member],
        ["math", var member] => MathLibrary.Table[member],
        _ => BaseLibrary.Find(name),
    }).AsFunction();

    /// <summary>Opens the standard library in an instance.</summary>
    public static void Open(LuaState lua)
    {
        BaseLibrary.Open(lua);
        Bind("string", StringLibrary.Table);
        Bind("table", TableLibrary.Table);
        Bind("math", MathLibrary.Table);
        Bind("os", OsLibrary.Table);
        Bind("coroutine", CoroutineLibrary.Table);
        Bind("package", new LuaTable { ["path"] = "", ["cpath"] = "" }.Freeze());
        Bind("channel", Modules.ChannelModule.Table);
        Bind("errors", Modules.ErrorsModule.Table);
        lua.Globals["_VERSION"] = Version;
        Bind("_G", lua.Globals);

        void Bind(string name, LuaValue value)
        {
            lua.Globals[name] = value;
            lua.Loaded[name] = value;
        }
    }
}
