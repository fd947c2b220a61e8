using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Wippy.Runtime.Tests;

/// <summary>Runs a body written in C# as the main function of an instance, the way generated code does.</summary>
internal static class LuaRun
{
    public static long At { get; } = LuaChunk.Register("app:test");

    public static LuaProgram Program(Func<LuaState, LuaFunction> main) =>
        new("app:test", "main", [], [], lua => new Chunk(lua, main));

    public static async Task<LuaValues> RunAsync(Func<LuaState, LuaFunction> main, LuaHost? host = null) =>
        await LuaInstance.RunAsync(Program(main), host ?? new RecordingHost(), LuaValues.Empty);

    public static async Task<LuaOutcome> OutcomeAsync(Func<LuaState, LuaFunction> main, LuaHost? host = null) =>
        await LuaInstance.RunToOutcomeAsync(Program(main), host ?? new RecordingHost(), LuaValues.Empty);

    /// <summary>Runs C# code inside an instance.</summary>
    public static LuaValues Run(Func<LuaState, LuaValues> body, NumberFormat format = NumberFormat.Wippy)
    {
        var program = Program(lua => new LuaMultiFunction0("main", () => body(lua))) with { NumberFormat = format };
        return LuaInstance.RunAsync(program, new RecordingHost(), LuaValues.Empty).GetAwaiter().GetResult();
    }

    private sealed class Chunk(LuaState lua, Func<LuaState, LuaFunction> main) : LuaModule(lua)
    {
        public override LuaTask<LuaValues> RunChunk() => new(new LuaValues(main(lua)));
    }
}

/// <summary>A host with a fixed clock that records what is printed.</summary>
internal sealed class RecordingHost : LuaHost
{
    private ulong random = 1;

    public List<string> Lines { get; } = [];

    public bool Messages { get; init; }

    public override bool ReceivesMessages => Messages;

    public override DateTimeOffset UtcNow => new(2024, 12, 29, 15, 4, 5, 123, TimeSpan.Zero);

    public override string ProcessId => "test";

    public override double ElapsedSeconds => 1.5;

    public override Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.CompletedTask;

    public override ulong NextRandom() => random = (random * 6364136223846793005UL) + 1442695040888963407UL;

    public override void Print(string message, string location) => Lines.Add(message);
}
