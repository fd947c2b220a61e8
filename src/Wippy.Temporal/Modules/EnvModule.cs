using Wippy.Runtime;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Modules;

/// <summary>The <c>env</c> module: the variables of the application (spec/modules.md section 15).</summary>
public static class EnvModule
{
    private static readonly LuaTable Module = Create();

    /// <summary>The module table.</summary>
    public static LuaValue Open(LuaState lua) => Module;

    private static LuaTable Create()
    {
        var module = new LuaTable();
        module["get"] = new LuaMultiFunctionN("get", args => Get(args.CheckString(1, "get").ToString()));
        module["set"] = new LuaMultiFunctionN("set", args => LuaError.Fail(LuaError.PermissionDenied, $"environment variable is read-only: {args.CheckString(1, "set")}"));
        module["get_all"] = new LuaMultiFunction0("get_all", All);
        return module.Freeze();
    }

    private static LuaValues Get(string name)
    {
        if (name.Length == 0)
        {
            return LuaError.Fail(LuaError.Invalid, "variable name required");
        }

        var value = (LuaState.Current.Host as IWippyHost)?.Scope.Application.Environment.GetVisible(name);
        return value is null ? LuaError.Fail(LuaError.NotFound, $"environment variable not found: {name}") : new LuaValues(value, LuaValue.Nil);
    }

    private static LuaValues All()
    {
        var all = new LuaTable();
        all.MarkAsObject();
        if (LuaState.Current.Host is IWippyHost host)
        {
            foreach (var (name, value) in host.Scope.Application.Environment.Public())
            {
                all[name] = value;
            }
        }

        return new LuaValues(all, LuaValue.Nil);
    }
}
