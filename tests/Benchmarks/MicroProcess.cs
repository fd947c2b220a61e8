using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Wippy.Runtime;

namespace Wippy.Benchmarks;

/// <summary>The body of a fresh process that measures single operations of compiled Lua: nanoseconds and allocated bytes of each.</summary>
internal static class MicroProcess
{
    private const long Count = 200_000;
    private const int WarmPasses = 60;

    /// <summary>Operations of <c>micro.lua</c>.</summary>
    public static string[] Operations { get; } =
    [
        "loop_step", "integer_arithmetic", "float_arithmetic", "field_read_write", "array_read_write", "local_call", "global_call", "method_call",
        "protected_call", "callback", "closure", "concatenation", "empty_table", "record", "varargs",
    ];

    /// <summary>Operations of <c>micro.waiting.lua</c> that stock Lua runs too.</summary>
    public static string[] WaitingOperations { get; } =
        ["local_call", "global_call", "method_call", "protected_call", "callback", "resume_yield", "coroutine_create"];

    /// <summary>A chunk without anything that waits, or one that may wait.</summary>
    public static string LuaPath(bool waiting) => Path.Combine(BenchmarkProgram.Folder, waiting ? "micro.waiting.lua" : "micro.lua");

    public static Task RunAsync(bool waiting)
    {
        var create = CompiledProgram.Load(LuaPath(waiting));
        return LuaInstance.RunAsync(new LuaProgram("bench:micro", "main", [], [], lua => new Measuring(lua, create, waiting)), new SystemHost(), LuaValues.Empty);
    }

    private sealed class Measuring(LuaState lua, Func<LuaState, LuaModule> create, bool waiting) : LuaModule(lua)
    {
        public override LuaTask<LuaValues> RunChunk() =>
            LuaTask<LuaValues>.FromResult(new LuaValues((LuaValue)new LuaAsyncFunction0("micro", MeasureAsync)));

        private async LuaTask<LuaValues> MeasureAsync()
        {
            var module = (await create(lua).RunChunk()).First.AsTable();
            var identity = new LuaFunction1("identity", static x => x);
            foreach (var operation in waiting ? [.. WaitingOperations, "channel"] : Operations)
            {
                await MeasureAsync(operation, module[operation].AsFunction(), identity);
            }

            if (!waiting)
            {
                MeasureCalls(module["add"].AsFunction());
                MeasureTables(module["integers"].AsFunction());
            }

            return LuaValues.Empty;
        }

        private static async LuaTask<LuaValues> MeasureAsync(string name, LuaFunction function, LuaFunction argument)
        {
            for (var i = 0; i < WarmPasses; i++)
            {
                await function.CallAsync(100L, argument);
            }

            await function.CallAsync(Count, argument);
            await function.CallAsync(Count, argument);
            var before = GC.GetAllocatedBytesForCurrentThread();
            await function.CallAsync(0L, argument);
            var fixedBytes = GC.GetAllocatedBytesForCurrentThread() - before;
            var best = double.MaxValue;
            long bytes = 0;
            for (var i = 0; i < 5; i++)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
                var start = Environment.CpuUsage.TotalTime;
                await function.CallAsync(Count, argument);
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / Count);
                bytes = GC.GetAllocatedBytesForCurrentThread() - before - fixedBytes;
            }

            Write(name, best, (double)bytes / Count);
            return LuaValues.Empty;
        }

        private static void MeasureCalls(LuaFunction add)
        {
            var best = double.MaxValue;
            long bytes = 0;
            for (var pass = 0; pass < 8; pass++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Environment.CpuUsage.TotalTime;
                bytes = CallMany(add);
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / Count);
                bytes = GC.GetAllocatedBytesForCurrentThread() - before + (bytes >> 62);
            }

            Write("call_from_csharp", best, (double)bytes / Count);
        }

        private static long CallMany(LuaFunction add)
        {
            LuaValue sum = 0L;
            for (long i = 0; i < Count; i++)
            {
                sum = add.Call(sum, i);
            }

            return sum.AsInteger();
        }

        private static void MeasureTables(LuaFunction integers)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var empty = new LuaTable();
            Write("bytes_of_an_empty_table", null, GC.GetAllocatedBytesForCurrentThread() - before);
            GC.KeepAlive(empty);
            foreach (var n in new[] { 10, 1000, 1_000_000 })
            {
                // Many small tables, so that the size of what the collector hands out at once does not matter.
                var tables = new LuaTable[Math.Max(1, 100_000 / n)];
                var live = GC.GetTotalMemory(true);
                for (var i = 0; i < tables.Length; i++)
                {
                    tables[i] = integers.Call(n).AsTable();
                }

                var bytes = (GC.GetTotalMemory(true) - live) / ((double)n * tables.Length);
                Write("bytes_of_an_integer_in_a_table_of_" + n.ToString(CultureInfo.InvariantCulture), null, bytes);
                GC.KeepAlive(tables);
            }
        }

        private static void Write(string name, double? nanoseconds, double bytes) =>
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"MICRO {name} {(nanoseconds is { } time ? time.ToString("F2", CultureInfo.InvariantCulture) : "-")} {bytes:F1}"));
    }
}
