namespace Temporalio.Worker.Tuning;

/// <summary>Targets of resource-based slot suppliers.</summary>
/// <param name="TargetMemoryUsage">The share of the memory of the machine that may be in use, from 0 to 1.</param>
/// <param name="TargetCpuUsage">The share of the processor time of the machine that may be in use, from 0 to 1.</param>
public sealed record ResourceBasedTunerOptions(double TargetMemoryUsage, double TargetCpuUsage);
