using System;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Client.Schedules;

/// <summary>What happens when actions overlap, were missed or fail.</summary>
public record SchedulePolicy
{
    /// <summary>Gets how late an action may be taken, for example after a restart. By default 365 days; at least 10 seconds are used.</summary>
    public TimeSpan CatchupWindow { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Gets what happens when an action is due while an earlier one is running.</summary>
    public ScheduleOverlapPolicy Overlap { get; init; } = ScheduleOverlapPolicy.Skip;

    /// <summary>Gets a value indicating whether the schedule is paused when a workflow fails or times out.</summary>
    public bool PauseOnFailure { get; init; }
}
