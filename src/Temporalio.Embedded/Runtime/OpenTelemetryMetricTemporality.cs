namespace Temporalio.Runtime;

/// <summary>What exported values count from.</summary>
public enum OpenTelemetryMetricTemporality
{
    /// <summary>The start of the process.</summary>
    Cumulative = 0,

    /// <summary>The last export.</summary>
    Delta = 1,
}
