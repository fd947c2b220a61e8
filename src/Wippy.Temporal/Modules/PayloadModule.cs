using Wippy.Runtime;

namespace Wippy.Temporal.Modules;

/// <summary>The <c>payload</c> module (spec/modules.md section 12).</summary>
public static class PayloadModule
{
    private static readonly LuaTable Module = Create();

    /// <summary>The module table.</summary>
    public static LuaValue Open(LuaState lua) => Module;

    private static LuaTable Create()
    {
        var format = new LuaTable();
        format["JSON"] = LuaPayload.Json;
        format["YAML"] = "yaml/plain";
        format["STRING"] = LuaPayload.Text;
        format["BYTES"] = LuaPayload.Bytes;
        format["MSGPACK"] = "application/msgpack";
        format["LUA"] = LuaPayload.Lua;
        format["GOLANG"] = "golang/any";
        format["ERROR"] = LuaPayload.Error;
        var module = new LuaTable();
        module["format"] = format.Freeze();
        module["new"] = new LuaFunction1("new", value => new LuaPayload(value));
        return module.Freeze();
    }
}
