using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Wippy.Runtime;

namespace Wippy.Benchmarks;

/// <summary>Runs a compiled chunk as a script and gives the lines that it prints.</summary>
internal static class ScriptRunner
{
    public static IReadOnlyList<string> Run(Func<LuaState, LuaModule> create, int size) => RunAsync(create, size).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<string>> RunAsync(Func<LuaState, LuaModule> create, int size)
    {
        var host = new ScriptHost();
        await LuaInstance.RunAsync(new LuaProgram("bench:script", "main", [], [], lua => new Script(lua, create, size)), host, LuaValues.Empty);
        return host.Lines;
    }

    // Presents the chunk itself as the entry function.
    private sealed class Script(LuaState lua, Func<LuaState, LuaModule> create, int size) : LuaModule(lua)
    {
        public override LuaTask<LuaValues> RunChunk()
        {
            lua.Globals["arg"] = new LuaTable { [1L] = size.ToString(CultureInfo.InvariantCulture) };
            return LuaTask<LuaValues>.FromResult(new LuaValues((LuaValue)new LuaAsyncFunction0("main chunk", create(lua).RunChunk)));
        }
    }

    // os.clock is the processor time of the process, as in stock Lua.
    private sealed class ScriptHost : SystemHost
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines => _lines;

        public override double ElapsedSeconds => Environment.CpuUsage.TotalTime.TotalSeconds;

        public override void Print(string message, string location) => _lines.Add(message);
    }
}
