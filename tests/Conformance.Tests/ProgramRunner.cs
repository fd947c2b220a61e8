using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Wippy.Runtime;

namespace Conformance.Tests;

/// <summary>Compiles programs by area and runs one as a script: what it prints, and the error that it ends with.</summary>
internal static class ProgramRunner
{
    /// <summary>Programs run one after another: a garbage collection takes long while another program is in deep recursion.</summary>
    public const string Collection = "Programs";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    private static readonly ConcurrentDictionary<(string Area, string Kind), Lazy<CompiledPrograms>> Areas = new();

    /// <summary>
    /// Asserts that a program, compiled as an entry of a kind, prints what is expected. The environment variable CONFORMANCE_DUMP names a folder
    /// for the generated code and the output of failing programs.
    /// </summary>
    public static async Task CheckAsync(string name, string kind)
    {
        var expected = ProgramSuite.Expected(name);
        var actual = await RunAsync(name, kind);
        if (!string.Equals(expected, actual, StringComparison.Ordinal) && Environment.GetEnvironmentVariable("CONFORMANCE_DUMP") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, name.Replace('/', '_'));
            await File.WriteAllTextAsync(path + ".cs", CompiledAreaOf(name, kind).TextOf(ProgramSuite.IdOf(name)));
            await File.WriteAllTextAsync(path + ".actual", actual);
        }

        Assert.Equal(expected, actual);
    }

    /// <summary>Whether a program compiles and prints what is expected.</summary>
    public static async Task<bool> PassesAsync(string name) =>
        CompiledAreaOf(name, "function.lua").ProblemOf(ProgramSuite.IdOf(name)) is null
        && string.Equals(ProgramSuite.Expected(name), await RunAsync(name, "function.lua"), StringComparison.Ordinal);

    private static CompiledPrograms CompiledAreaOf(string name, string kind) =>
        Areas.GetOrAdd((ProgramSuite.AreaOf(name), kind), static key => new(() => CompiledPrograms.Compile(
            ProgramSuite.Names.Where(n => ProgramSuite.AreaOf(n) == key.Area).Select(static n => (ProgramSuite.IdOf(n), File.ReadAllBytes(ProgramSuite.SourcePath(n)))),
            key.Kind,
            key.Area == "wippy" ? Wippy.Compiler.NumberFormat.Wippy : Wippy.Compiler.NumberFormat.Puc))).Value;

    private static async Task<string> RunAsync(string name, string kind)
    {
        var programs = CompiledAreaOf(name, kind);
        var numbers = ProgramSuite.AreaOf(name) == "wippy" ? NumberFormat.Wippy : NumberFormat.Puc;
        return await RunAsync(programs, ProgramSuite.IdOf(name), numbers);
    }

    /// <summary>What a program prints. One that does not end is left behind on its thread.</summary>
    public static Task<string> RunAsync(CompiledPrograms programs, string id, NumberFormat numbers) =>
        Task.Run(() => ExecuteAsync(programs, id, numbers)).WaitAsync(Timeout);

    private static async Task<string> ExecuteAsync(CompiledPrograms programs, string id, NumberFormat numbers)
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
