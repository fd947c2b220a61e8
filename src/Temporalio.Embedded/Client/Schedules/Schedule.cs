namespace Temporalio.Client.Schedules;

/// <summary>A schedule: what it does, when, and how.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Spec">When it does it.</param>
public record Schedule(ScheduleAction Action, ScheduleSpec Spec)
{
    /// <summary>Gets what happens when actions overlap, were missed or fail.</summary>
    public SchedulePolicy Policy { get; init; } = new();

    /// <summary>Gets the state that clients set.</summary>
    public ScheduleState State { get; init; } = new();
}
