using System;
using System.Collections.Generic;
using System.Globalization;
using KeraLua;

namespace Wippy.Benchmarks;

/// <summary>Runs a Lua file in native Lua inside this process and gives the lines that it prints.</summary>
internal static class NativeLuaRunner
{
    public static IReadOnlyList<string> Run(string path, int size)
    {
        var lines = new List<string>();
        using var lua = new Lua();
        LuaFunction print = state =>
        {
            lines.Add(Lua.FromIntPtr(state).ToString(1, false));
            return 0;
        };
        lua.Register("print", print);
        lua.NewTable();
        lua.PushString(size.ToString(CultureInfo.InvariantCulture));
        lua.RawSetInteger(-2, 1);
        lua.SetGlobal("arg");
        if (lua.DoFile(path))
        {
            throw new InvalidOperationException(lua.ToString(-1, false));
        }

        GC.KeepAlive(print);
        return lines;
    }
}
