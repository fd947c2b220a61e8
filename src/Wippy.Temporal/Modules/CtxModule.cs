using Wippy.Runtime;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Modules;

/// <summary>The <c>ctx</c> module: read-only context values (spec/modules.md section 6).</summary>
public static class CtxModule
{
    private static readonly LuaTable Module = Create();

    /// <summary>The module table.</summary>
    public static LuaValue Open(LuaState lua) => Module;

    private static LuaTable Create()
    {
        var module = new LuaTable();
        module["get"] = new LuaMultiFunctionN("get", args => Get(args.CheckString(1, "get")));
        module["all"] = new LuaMultiFunction0("all", All);
        return module.Freeze();
    }

    private static LuaValues Get(LuaString key)
    {
        if (LuaState.Current.Host is not IWippyHost host)
        {
            return LuaError.Fail(LuaError.Internal, "no context");
        }

        if (key.Length == 0)
        {
            return LuaError.Fail(LuaError.Invalid, "empty key");
        }

        var value = host.Scope.Values.Get(key);
        return value.IsNil ? LuaError.Fail(LuaError.NotFound, $"key not found: {key}") : new LuaValues(value, LuaValue.Nil);
    }

    private static LuaValues All() =>
        LuaState.Current.Host is IWippyHost host ? new LuaValues(host.Scope.Values.All(), LuaValue.Nil) : LuaError.Fail(LuaError.Internal, "no context");
}
