using System.Collections.Generic;
using System.Threading.Tasks;
using Wippy.Runtime.Libraries;

namespace Wippy.Runtime;

/// <summary>One run of a program: globals, module instances and scheduler (spec/lua.md section 1).</summary>
public sealed class LuaInstance
{
    private readonly LuaProgram program;

    /// <summary>Prepares a run.</summary>
    public LuaInstance(LuaProgram program, LuaHost host)
    {
        this.program = program;
        State = new LuaState(host, program.NumberFormat);
    }

    /// <summary>The state, for hosts that deliver messages.</summary>
    public LuaState State { get; }

    /// <summary>Runs an entry to its end and gives the results of its function. Raises <see cref="LuaException"/> for an uncaught error.</summary>
    public static Task<LuaValues> RunAsync(LuaProgram program, LuaHost host, LuaValues args) => new LuaInstance(program, host).RunAsync(args);

    /// <summary>Runs an entry to its end and gives its outcome.</summary>
    public static Task<LuaOutcome> RunToOutcomeAsync(LuaProgram program, LuaHost host, LuaValues args) => new LuaInstance(program, host).RunToOutcomeAsync(args);

    /// <summary>Runs the entry, once.</summary>
    public Task<LuaValues> RunAsync(LuaValues args) => State.Scheduler.RunAsync(new LuaAsyncFunctionN(program.Id, RunProgram), args);

    /// <summary>Runs the entry, once, and gives its outcome.</summary>
    public async Task<LuaOutcome> RunToOutcomeAsync(LuaValues args)
    {
        try
        {
            return LuaOutcome.FromResults(await RunAsync(args));
        }
        catch (LuaException exception)
        {
            return LuaOutcome.FromException(exception);
        }
    }

    private async LuaTask<LuaValues> RunProgram(LuaValues args)
    {
        StandardLibrary.Open(State);
        foreach (var module in program.Modules)
        {
            Bind(module.Name, module.Open(State));
        }

        var libraries = new Dictionary<string, LuaValue>();
        foreach (var library in program.Libraries)
        {
            if (!libraries.TryGetValue(library.Id, out var value))
            {
                value = (await library.Create(State).RunChunk()).First;
                libraries.Add(library.Id, value);
            }

            if (library.Alias.Length > 0)
            {
                Bind(library.Alias, value);
            }
        }

        var main = (await program.Main(State).RunChunk()).First;
        var entry = main.TryGetTable(out var table) ? table[LuaString.FromUtf16(program.Method)] : main;
        if (!entry.IsFunction)
        {
            throw new LuaException((LuaValue)new LuaError(LuaError.Invalid, $"{program.Id}: the module value has no function '{program.Method}'") { Retryable = false });
        }

        State.Position = 0;
        return await entry.AsFunction().CallAsync(args);
    }

    private void Bind(string name, LuaValue value)
    {
        State.Globals[name] = value;
        State.Loaded[name] = value;
    }
}
