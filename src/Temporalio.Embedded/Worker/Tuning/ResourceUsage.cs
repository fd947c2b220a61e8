using System;
using System.Threading;

namespace Temporalio.Worker.Tuning;

/// <summary>What is used of the machine.</summary>
/// <param name="Memory">The share of its memory, by all processes, from 0 to 1.</param>
/// <param name="Cpu">The share of its processor time, by this process, from 0 to 1.</param>
internal readonly record struct ResourceUsage(double Memory, double Cpu)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private static readonly Lock Gate = new();
    private static long sampled = TimeProvider.System.GetTimestamp();
    private static TimeSpan processorTime = Environment.CpuUsage.TotalTime;
    private static double cpu;

    /// <summary>Gets what is used now; the processor is looked at over a tenth of a second at least.</summary>
    /// <returns>What is used.</returns>
    public static ResourceUsage Sample()
    {
        var memory = GC.GetGCMemoryInfo(GCKind.Any);
        lock (Gate)
        {
            var elapsed = TimeProvider.System.GetElapsedTime(sampled);
            if (elapsed >= Period)
            {
                var total = Environment.CpuUsage.TotalTime;
                cpu = (total - processorTime) / (elapsed * Environment.ProcessorCount);
                (sampled, processorTime) = (TimeProvider.System.GetTimestamp(), total);
            }

            return new ResourceUsage(memory.TotalAvailableMemoryBytes == 0 ? 0 : (double)memory.MemoryLoadBytes / memory.TotalAvailableMemoryBytes, cpu);
        }
    }
}
