using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Wippy.Benchmarks.Engine;
using Wippy.Runtime;

namespace Wippy.Benchmarks;

/// <summary>The benchmark runner; it starts itself again for every measurement that wants a fresh process.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["contestant", var contestant, var program])
        {
            ContestantProcess.Run(contestant, program);
            return 0;
        }

        if (args is ["micro-process", var kind])
        {
            await MicroProcess.RunAsync(kind == "waiting");
            return 0;
        }

        if (BenchmarkOptions.Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
            return 2;
        }

        if (typeof(LuaValue).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), false).OfType<DebuggableAttribute>().Any(static d => d.IsJITOptimizerDisabled))
        {
            await Console.Error.WriteLineAsync("The runtime is built without optimisation; run with -c Release.");
            return 2;
        }

        if (options.Detail)
        {
            DetailBenchmarks.Run(options.Filter);
            return 0;
        }

        if (options.Engine)
        {
            await EngineBenchmark.RunAsync(options.Filter);
            return 0;
        }

        var agreed = true;
        if (options.Programs)
        {
            agreed = await ProgramComparison.RunAsync(options);
        }

        if (options.Micro)
        {
            await MicroComparison.RunAsync();
        }

        return agreed ? 0 : 1;
    }
}
