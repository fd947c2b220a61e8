using System;
using System.Collections.Generic;
using Wippy.Runtime;
using Wippy.Temporal.Modules;

namespace Wippy.Temporal.Tests.Fixtures;

/// <summary>The body of an entry function, written by hand as the compiler would write it.</summary>
public delegate LuaTask<LuaValues> FixtureBody(LuaState lua, LuaValues arguments);

/// <summary>Programs around hand-written bodies.</summary>
public static class FixtureProgram
{
    private static readonly IReadOnlyList<LuaModuleImport> Modules =
    [
        new("funcs", FuncsModule.Open),
        new("process", ProcessModule.Open),
        new("workflow", WorkflowModule.Open),
        new("ctx", CtxModule.Open),
        new("env", EnvModule.Open),
        new("payload", PayloadModule.Open),
    ];

    public static LuaProgram Create(string id, FixtureBody body) => new(id, "main", Modules, [], lua => new Module(lua, body));

    /// <summary>Calls a function of a global module: <c>module.function(...)</c>.</summary>
    public static LuaTask<LuaValues> Invoke(this LuaState lua, string path, params LuaValue[] arguments)
    {
        LuaValue value = lua.Globals;
        foreach (var name in path.Split('.'))
        {
            value = value.AsTable()[name];
        }

        return lua.CallAsync(value, new LuaValues(arguments), 0, path);
    }

    /// <summary>Calls a method of an object: <c>self:method(...)</c>.</summary>
    public static LuaTask<LuaValues> Method(this LuaState lua, LuaValue self, string method, params LuaValue[] arguments) =>
        lua.CallAsync(self.AsUserdata().Index(method, lua), LuaValues.Append(self, new LuaValues(arguments)), 0, method);

    public static LuaValue List(params LuaValue[] items)
    {
        var table = new LuaTable();
        for (var index = 0; index < items.Length; index++)
        {
            table[index + 1L] = items[index];
        }

        return table;
    }

    private sealed class Module(LuaState lua, FixtureBody body) : LuaModule(lua)
    {
        public override LuaTask<LuaValues> RunChunk() => new((LuaValue)new LuaTable { ["main"] = new LuaAsyncFunctionN("main", args => body(lua, args)) });
    }
}
