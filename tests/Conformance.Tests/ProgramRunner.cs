using System;
using System.Text;
using System.Threading.Tasks;
using Wippy.Runtime;

namespace Conformance.Tests;

/// <summary>Runs a compiled program as a script: what it prints, and the error that it ends with.</summary>
internal static class ProgramRunner
{
    public static async Task<string> RunAsync(CompiledPrograms programs, string id, NumberFormat numbers)
    {
        var host = new CapturingHost();
        var program = new LuaProgram(id, "main", [], [], lua => new Script(lua, programs, id)) { NumberFormat = numbers };
        try
        {
            await LuaInstance.RunAsync(program, host, LuaValues.Empty);
        }
        catch (LuaException exception)
        {
            host.Output.Append("ERROR: ").Append(exception.Message).Append('\n');
        }

        return host.Output.ToString();
    }

    // Presents the chunk itself as the entry function.
    private sealed class Script(LuaState lua, CompiledPrograms programs, string id) : LuaModule(lua)
    {
        public override LuaTask<LuaValues> RunChunk()
        {
            var module = programs.Create(id, lua);
            return LuaTask<LuaValues>.FromResult(new LuaValues((LuaValue)new LuaAsyncFunction0("main chunk", module.RunChunk)));
        }
    }

    private sealed class CapturingHost : SystemHost
    {
        public StringBuilder Output { get; } = new();

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override void Print(string message, string location) => Output.Append(message).Append('\n');
    }
}
