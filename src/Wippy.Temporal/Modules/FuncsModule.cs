using Wippy.Runtime;

namespace Wippy.Temporal.Modules;

/// <summary>The <c>funcs</c> module (spec/modules.md section 5): activities inside a workflow, calls in process elsewhere.</summary>
public static class FuncsModule
{
    private static readonly LuaTable Module = Create();

    /// <summary>The module table.</summary>
    public static LuaValue Open(LuaState lua) => Module;

    private static LuaTable Create()
    {
        var module = new LuaTable();
        module["new"] = new LuaFunction0("new", () => FunctionExecutor.Plain);
        module["call"] = new LuaAsyncFunctionN("call", args => FunctionExecutor.Plain.Call(args.CheckString(1, "call").ToString(), args.From(1)));
        module["async"] = new LuaAsyncFunctionN("async", args => FunctionExecutor.Plain.CallAsync(args.CheckString(1, "async").ToString(), args.From(1)));
        return module.Freeze();
    }
}
